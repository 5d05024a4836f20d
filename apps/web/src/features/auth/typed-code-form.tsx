import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { TextLink } from '../../ui/links.tsx';
import { useAuthTexts } from './auth-texts.ts';

const DIGITS = 12;

/** The code of a slip: twelve digits, typed with or without the blanks between them. */
export function TypedCodeForm({ onCode, again = false }: { onCode: (code: string) => void; again?: boolean }) {
  const say = useAuthTexts();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const digits = typed.replaceAll(/\D/g, '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(digits.length !== DIGITS);
    if (digits.length === DIGITS) onCode(digits);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={say(again ? 'code.again' : 'code.label')}
          description={say('code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="md"
          required
          withAsterisk={false}
          placeholder="0000 0000 0000"
          value={typed}
          error={wrong && digits.length !== DIGITS ? say('code.length', { count: digits.length }) : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => digits.length === DIGITS && setTyped(digits.replace(/(\d{4})(?=\d)/g, '$1 '))}
        />
        <Button type="submit" size="md">
          {say('code.go')}
        </Button>
        {!again && (
          <TextLink to="/sign-in" size="sm">
            {say('code.signIn')}
          </TextLink>
        )}
      </Stack>
    </form>
  );
}
