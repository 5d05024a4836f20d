import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { IconClose } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useRefuse } from './signing.api.ts';
import { useSigningTexts } from './signing-texts.ts';

type RefuseButtonProps = { consentId: string; means: 'refuse.text' | 'refuse.textPupil' | 'refuse.publication' };

/** «Не согласен», as large as its neighbour; said once more with what follows from it. */
export function RefuseButton({ consentId, means }: RefuseButtonProps) {
  const say = useSigningTexts();
  const [asking, setAsking] = useState(false);
  const refuse = useRefuse(consentId, () => toldAbout(say('refused')));
  return (
    <>
      <Button
        size="md"
        color="gray.8"
        leftSection={<IconClose size={20} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {say('refuse')}
      </Button>
      <Dialog opened={asking} title={say('refuse.title')} onClose={() => setAsking(false)}>
        <Stack gap="md">
          <Text>{say(means)}</Text>
          <RefusalMessage error={refuse.error} />
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {say('refuse.not')}
            </Button>
            <Button color="gray.8" loading={refuse.isPending} onClick={() => refuse.mutate(undefined)}>
              {say('refuse')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
