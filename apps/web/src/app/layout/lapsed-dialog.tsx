import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SignInForm } from '../../features/auth/sign-in-form.tsx';
import { setLapsed } from '../../lib/lapsed.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAppTexts } from '../app-texts.ts';

/** The session ended under an open screen: one signs in over it, and the screen keeps what was typed. */
export function LapsedDialog() {
  const say = useAppTexts();
  const client = useQueryClient();
  const back = () => {
    setLapsed(false);
    void client.invalidateQueries();
  };
  return (
    <Dialog opened title={say('lapsed.title')}>
      <Stack gap="md">
        <Text>{say('lapsed.text')}</Text>
        <SignInForm onSignedIn={back} />
      </Stack>
    </Dialog>
  );
}
