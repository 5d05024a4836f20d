import { Loading } from '../../ui/loading.tsx';

export function OrganizationPage() {
  return <Loading />;
}
