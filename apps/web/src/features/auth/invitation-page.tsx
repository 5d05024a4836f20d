import { Text } from '@mantine/core';
import { invitationView } from '@nastavnik/contracts/staff';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { ask } from '../../lib/api/api.ts';
import { RefusalError } from '../../lib/api/failures.ts';
import { sessionQuery } from '../../lib/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useAuthTexts } from './auth-texts.ts';
import { JoinInvitation, NewAccountForm, RecoverForm } from './invitation-forms.tsx';
import { QuietFrame } from './quiet-frame.tsx';
import { TypedCodeForm } from './typed-code-form.tsx';

/**
 * Behind the link of an invitation, or with a code typed from a slip: a new login and password, one more organisation for
 * an account that is signed in, or a new password. The secret stands after «#», so it reaches neither logs nor the
 * address sent to other sites.
 */
export function InvitationPage() {
  const say = useAuthTexts();
  const navigate = useNavigate();
  const token = useLocation({ select: (location) => location.hash });
  const { state } = useSuspenseQuery(sessionQuery).data;
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => ask('POST', '/invitations/view', invitationView, { body: { token }, signal }),
    enabled: token !== '',
  });
  const take = (code: string) => void navigate({ to: '/invitation', hash: code, replace: true });
  if (token === '') {
    return (
      <QuietFrame title={say('code.title')} lead={say('code.lead')} narrow>
        <TypedCodeForm onCode={take} />
      </QuietFrame>
    );
  }
  if (!data) {
    return (
      <QuietFrame title={say(isCode(token) ? 'code.title' : 'invitation.word')} narrow>
        {error ? (
          <>
            {isWrongCode(error, token) ? (
              <Text role="alert">{say('code.notFound')}</Text>
            ) : (
              <RefusalMessage error={error} again={() => void refetch()} />
            )}
            <TypedCodeForm onCode={take} again />
          </>
        ) : (
          <Loading lines={3} />
        )}
      </QuietFrame>
    );
  }
  if (data.purpose === 'recovery') {
    return (
      <QuietFrame title={say('recovery.title')} lead={say('recovery.lead', { name: data.name })} narrow>
        <RecoverForm token={token} login={data.suggestedLogin} />
      </QuietFrame>
    );
  }
  const inside = state === 'signed-in' || state === 'no-organization';
  return (
    <QuietFrame
      title={say('invitation.title', { organization: data.organization })}
      lead={say(inside ? 'invitation.known' : 'invitation.lead', { name: data.name })}
      narrow
    >
      {inside ? <JoinInvitation token={token} /> : <NewAccountForm token={token} login={data.suggestedLogin} />}
    </QuietFrame>
  );
}

function isCode(token: string): boolean {
  return /^\d{12}$/.test(token);
}

function isWrongCode(error: unknown, token: string): boolean {
  return isCode(token) && error instanceof RefusalError && error.code === 'invitation.not-found';
}
