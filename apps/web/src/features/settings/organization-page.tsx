import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../lib/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { AuthoritySection } from './authority-section.tsx';
import { OrganizationForm } from './organization-form.tsx';
import { organizationQuery } from './settings.api.ts';
import { SettingsFrame } from './settings-frame.tsx';
import { useSettingsTexts } from './settings-texts.ts';

export function OrganizationPage() {
  const say = useSettingsTexts();
  // To an authority its code for schools is what it opens this page for.
  const givesCode = useMay('seeAgreements');
  const { data, error, refetch } = useQuery(organizationQuery);
  return (
    <SettingsFrame lead={say('organization.lead')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && givesCode && <AuthoritySection organization={data} />}
      {data && <OrganizationForm key={data.authority?.id ?? ''} organization={data} />}
      {data && !givesCode && <AuthoritySection organization={data} />}
    </SettingsFrame>
  );
}
