import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { recoverBody } from '@nastavnik/contracts/access';
import { acceptInvitationBody } from '@nastavnik/contracts/staff';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { TextLink } from '../../ui/links.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useAuthTexts } from './auth-texts.ts';
import { fieldErrors } from './field-errors.ts';
import { NewPassword } from './new-password.tsx';

/** The session is another one now, so the application starts anew. */
const enter = () => globalThis.location.assign('/');

type WithCode = { token: string; login: string };

export function NewAccountForm({ token, login }: WithCode) {
  const say = useAuthTexts();
  const form = useForm({
    initialValues: { login, password: '' },
    validate: (values) => fieldErrors(acceptInvitationBody, { ...values, token }, say),
  });
  const accept = useMutation({
    mutationFn: (values: typeof form.values) =>
      ask('POST', '/invitations/accept', z.null(), { body: { ...values, login: values.login.trim(), token } }),
    onSuccess: enter,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => accept.mutate(values))}>
      <Stack gap="md">
        <TextInput
          label={say('setup.login')}
          description={say('setup.loginHint')}
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('login')}
        />
        <NewPassword label={say('setup.password')} required {...form.getInputProps('password')} />
        <RefusalMessage error={accept.error} />
        <Button type="submit" size="md" loading={accept.isPending}>
          {say('invitation.accept')}
        </Button>
        <TextLink to="/sign-in" search={{ back: `/invitation#${token}` }} size="sm">
          {say('invitation.haveAccount')}
        </TextLink>
      </Stack>
    </form>
  );
}

export function JoinInvitation({ token }: { token: string }) {
  const say = useAuthTexts();
  const join = useMutation({
    mutationFn: () => ask('POST', '/invitations/join', z.null(), { body: { token } }),
    onSuccess: enter,
  });
  return (
    <Stack gap="md">
      <RefusalMessage error={join.error} />
      <Button size="md" loading={join.isPending} onClick={() => join.mutate()}>
        {say('invitation.accept')}
      </Button>
    </Stack>
  );
}

/** The account is there and the password is forgotten: a new one, and one is inside. */
export function RecoverForm({ token, login }: WithCode) {
  const say = useAuthTexts();
  const form = useForm({
    initialValues: { password: '' },
    validate: (values) => fieldErrors(recoverBody, { ...values, token }, say),
  });
  const recover = useMutation({
    mutationFn: (values: typeof form.values) =>
      ask('POST', '/invitations/recover', z.null(), { body: { ...values, token } }),
    onSuccess: enter,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => recover.mutate(values))}>
      <Stack gap="md">
        <TextInput label={say('setup.login')} autoComplete="username" readOnly value={login} />
        <NewPassword label={say('security.new')} required {...form.getInputProps('password')} />
        <RefusalMessage error={recover.error} />
        <Button type="submit" size="md" loading={recover.isPending}>
          {say('recovery.do')}
        </Button>
      </Stack>
    </form>
  );
}
