import { Loading } from '../../ui/loading.tsx';

export function CyclesPage() {
  return <Loading />;
}
