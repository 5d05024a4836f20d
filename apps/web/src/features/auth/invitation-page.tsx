import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { acceptInvitationBody, invitationView } from '@nastavnik/contracts/staff';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { sessionQuery } from '../../lib/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useAuthTexts } from './auth-texts.ts';
import { fieldErrors } from './field-errors.ts';
import { NewPassword } from './new-password.tsx';
import { QuietFrame } from './quiet-frame.tsx';

/** Behind the link of an invitation: a login and a password of one's own, or the ones one already has. */
export function InvitationPage() {
  const say = useAuthTexts();
  const { token } = useParams({ from: '/invitation/$token' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = `/invitations/${encodeURIComponent(token)}` as const;
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => ask('GET', path, invitationView, { signal }),
  });
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: (values) => fieldErrors(acceptInvitationBody, values, say),
  });
  const accept = useMutation({
    mutationFn: (values: typeof form.values) => ask('POST', `${path}/accept`, z.null(), { body: values }),
    onSuccess: async () => {
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: '/' });
    },
  });
  if (!data) {
    return (
      <QuietFrame title={say('signIn.title')} narrow>
        {error ? <RefusalMessage error={error} again={() => void refetch()} /> : <Loading lines={3} />}
      </QuietFrame>
    );
  }
  return (
    <QuietFrame
      title={say('invitation.title', { organization: data.organization })}
      lead={say(data.hasAccount ? 'invitation.known' : 'invitation.lead', { name: data.name })}
      narrow
    >
      <form noValidate onSubmit={form.onSubmit((values) => accept.mutate(values))}>
        <Stack gap="md">
          <TextInput
            label={say('setup.login')}
            {...(data.hasAccount ? {} : { description: say('setup.loginHint') })}
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('login')}
          />
          {data.hasAccount ? (
            <PasswordInput
              label={say('signIn.password')}
              required
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': say('password.show'), tabIndex: 0 }}
              {...form.getInputProps('password')}
            />
          ) : (
            <NewPassword label={say('setup.password')} required {...form.getInputProps('password')} />
          )}
          <RefusalMessage error={accept.error} />
          <Button type="submit" size="md" loading={accept.isPending}>
            {say('invitation.accept')}
          </Button>
        </Stack>
      </form>
    </QuietFrame>
  );
}
