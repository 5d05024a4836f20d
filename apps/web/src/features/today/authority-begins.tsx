import { useMay } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconOrganization } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { useTodayTexts } from './today-texts.ts';

/** Somebody of an authority who does not agree plans: the one who runs the server adds schools, others have time. */
export function AuthorityBegins() {
  const say = useTodayTexts();
  const adds = useMay('addOrganizations');
  return (
    <EmptyState
      icon={IconOrganization}
      title={say(adds ? 'schools.title' : 'authority.title')}
      action={adds ? <ButtonLink to="/organizations">{say('schools.act')}</ButtonLink> : null}
    >
      {say(adds ? 'schools.text' : 'authority.text')}
    </EmptyState>
  );
}
