import { useSession } from '../../lib/session.ts';
import { Page } from '../../ui/page.tsx';
import { useAuthTexts } from './auth-texts.ts';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TotpSection } from './totp-section.tsx';

export function SecurityPage() {
  const say = useAuthTexts();
  const { user } = useSession();
  return (
    <Page title={say('security.title')} lead={user?.login ?? user?.email} width="measure">
      <PasswordSection />
      <TotpSection on={user?.twoFactor ?? false} />
      <SessionsSection />
    </Page>
  );
}
