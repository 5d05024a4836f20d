import { Loading } from '../../ui/loading.tsx';

export function ImportPage() {
  return <Loading />;
}
