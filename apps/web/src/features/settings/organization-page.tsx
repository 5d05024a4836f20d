import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { AuthoritySection } from './authority-section.tsx';
import { OrganizationForm } from './organization-form.tsx';
import { organizationQuery } from './settings.api.ts';
import { SettingsFrame } from './settings-frame.tsx';
import { useSettingsTexts } from './settings-texts.ts';

export function OrganizationPage() {
  const say = useSettingsTexts();
  const { data, error, refetch } = useQuery(organizationQuery);
  return (
    <SettingsFrame lead={say('organization.lead')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <OrganizationForm key={data.authority?.id ?? ''} organization={data} />}
      {data && <AuthoritySection organization={data} />}
    </SettingsFrame>
  );
}
