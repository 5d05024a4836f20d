import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { sessionQuery } from '../../lib/session.ts';
import { TextLink } from '../../ui/links.tsx';
import { PolicyLink } from '../../ui/policy-link.tsx';
import { useAuthTexts } from './auth-texts.ts';
import { QuietFrame } from './quiet-frame.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const say = useAuthTexts();
  const client = useQueryClient();
  const router = useRouter();
  const { back } = useSearch({ from: '/sign-in' });
  const enter = async () => {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await router.navigate({ href: back ?? '/', replace: true });
  };
  return (
    <QuietFrame title={say('signIn.title')} lead={say('signIn.lead')} narrow>
      <SignInForm onSignedIn={() => void enter()} />
      <TextLink to="/invitation" size="sm">
        {say('signIn.haveCode')}
      </TextLink>
      <PolicyLink />
    </QuietFrame>
  );
}
