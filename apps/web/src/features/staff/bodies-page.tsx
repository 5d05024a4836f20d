import { Loading } from '../../ui/loading.tsx';

export function BodiesPage() {
  return <Loading />;
}
