import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { changePassword, WrongSecretError } from './auth.api.ts';
import { useAuthTexts } from './auth-texts.ts';
import { NewPassword } from './new-password.tsx';

export function PasswordSection() {
  const say = useAuthTexts();
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (text) => (text ? null : say('field.required')),
      next: (text) => (text.length < 10 ? say('field.password') : null),
    },
  });
  const change = useMutation({
    mutationFn: () => changePassword(form.values.current, form.values.next),
    onSuccess: () => {
      form.reset();
      toldAbout(say('security.changed'));
    },
    onError: (error) => {
      if (error instanceof WrongSecretError) form.setFieldError('current', say('security.wrongCurrent'));
    },
  });
  return (
    <Section title={say('security.password')}>
      <form noValidate onSubmit={form.onSubmit(() => change.mutate())}>
        <Stack gap="md" align="stretch" maw="26rem">
          <PasswordInput
            label={say('security.current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': say('password.show'), tabIndex: 0 }}
            {...form.getInputProps('current')}
          />
          <NewPassword label={say('security.new')} {...form.getInputProps('next')} />
          {!(change.error instanceof WrongSecretError) && <RefusalMessage error={change.error} />}
          <Button type="submit" loading={change.isPending} w="fit-content">
            {say('security.change')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
