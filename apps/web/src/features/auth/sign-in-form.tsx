import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { signIn, WrongSecretError } from './auth.api.ts';
import { useAuthTexts } from './auth-texts.ts';
import { CodeForm } from './code-form.tsx';

/** Login or e-mail and the password, then the code where one is asked. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const say = useAuthTexts();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(login.trim(), password),
    onSuccess: ({ codeNeeded }) => (codeNeeded ? setPassword('') : onSignedIn()),
  });
  if (enter.data?.codeNeeded) return <CodeForm onDone={onSignedIn} onBack={enter.reset} />;

  const wrong = enter.error instanceof WrongSecretError;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={say('signIn.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          required
          withAsterisk={false}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          label={say('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          error={wrong ? say('signIn.wrong') : undefined}
          visibilityToggleButtonProps={{ 'aria-label': say('password.show'), tabIndex: 0 }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {!wrong && <RefusalMessage error={enter.error} />}
        <Button type="submit" size="md" loading={enter.isPending}>
          {say('signIn.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {say('signIn.forgotten')}
        </Text>
      </Stack>
    </form>
  );
}
