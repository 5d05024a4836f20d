import { Loading } from '../../ui/loading.tsx';

export function TodayPage() {
  return <Loading />;
}
