import { Loading } from '../../ui/loading.tsx';

export function PeoplePage() {
  return <Loading />;
}
