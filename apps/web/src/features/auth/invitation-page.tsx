import { invitationView } from '@nastavnik/contracts/staff';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { ask } from '../../lib/api/api.ts';
import { sessionQuery } from '../../lib/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useAuthTexts } from './auth-texts.ts';
import { JoinInvitation, NewAccountForm } from './invitation-forms.tsx';
import { QuietFrame } from './quiet-frame.tsx';

/**
 * Behind the link of an invitation: a new login and password, or one more organisation for an account that is signed in.
 * The secret stands after «#», so it reaches neither logs nor the address sent to other sites.
 */
export function InvitationPage() {
  const say = useAuthTexts();
  const token = useLocation({ select: (location) => location.hash });
  const { state } = useSuspenseQuery(sessionQuery).data;
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => ask('POST', '/invitations/view', invitationView, { body: { token }, signal }),
  });
  if (!data) {
    return (
      <QuietFrame title={say('invitation.word')} narrow>
        {error ? <RefusalMessage error={error} again={() => void refetch()} /> : <Loading lines={3} />}
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
      {inside ? <JoinInvitation token={token} /> : <NewAccountForm token={token} />}
    </QuietFrame>
  );
}
