import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { verifyCode, WrongSecretError } from './auth.api.ts';
import { useAuthTexts } from './auth-texts.ts';

/** The second step: the code of the app, or one of the backup codes. */
export function CodeForm({ onDone, onBack }: { onDone: () => void; onBack?: () => void }) {
  const say = useAuthTexts();
  const [kind, setKind] = useState<'app' | 'reserve'>('app');
  const [code, setCode] = useState('');
  const verify = useMutation({
    mutationFn: () => verifyCode(kind, kind === 'app' ? code.replaceAll(/\D/g, '') : code.trim()),
    onSuccess: onDone,
  });
  const wrong = verify.error instanceof WrongSecretError;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate();
  };
  const other = () => {
    setKind(kind === 'app' ? 'reserve' : 'app');
    setCode('');
    verify.reset();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          key={kind}
          label={say(kind === 'app' ? 'signIn.code' : 'signIn.reserve')}
          description={say(kind === 'app' ? 'signIn.codeHint' : 'signIn.reserveHint')}
          inputMode={kind === 'app' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          // The person has just pressed «Войти» and now has to type the code here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          required
          withAsterisk={false}
          value={code}
          error={wrong ? say('signIn.codeWrong') : undefined}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {!wrong && <RefusalMessage error={verify.error} />}
        <Button type="submit" size="md" loading={verify.isPending}>
          {say('signIn.confirm')}
        </Button>
        {onBack && (
          <>
            <Anchor component="button" type="button" size="sm" onClick={other}>
              {say(kind === 'app' ? 'signIn.useReserve' : 'signIn.useApp')}
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={onBack}>
              {say('signIn.other')}
            </Anchor>
          </>
        )}
      </Stack>
    </form>
  );
}
