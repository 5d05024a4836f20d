import { Loading } from '../../ui/loading.tsx';

export function RoadmapsPage() {
  return <Loading />;
}
