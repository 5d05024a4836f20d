import { Loading } from '../../ui/loading.tsx';

export function RemindersPage() {
  return <Loading />;
}
