import { PasswordInput, type PasswordInputProps, Stack, Text } from '@mantine/core';
import { useAuthTexts } from './auth-texts.ts';

const SHORTEST = 10;

/** A password being chosen: the rule stands before, how much is missing while typing. */
export function NewPassword(props: PasswordInputProps) {
  const say = useAuthTexts();
  const length = String(props.value ?? '').length;
  const missing = SHORTEST - length;
  return (
    <Stack gap={4}>
      <PasswordInput
        description={say('password.rules')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': say('password.show'), tabIndex: 0 }}
        {...props}
      />
      <Text size="sm" c={missing > 0 ? 'dimmed' : 'var(--state-done-text)'} aria-live="polite">
        {length === 0 ? '' : missing > 0 ? say('password.length', { count: missing }) : say('password.enough')}
      </Text>
    </Stack>
  );
}
