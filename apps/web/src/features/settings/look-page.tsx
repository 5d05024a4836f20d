import { Loading } from '../../ui/loading.tsx';

export function LookPage() {
  return <Loading />;
}
