import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { IconClose } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useRefuse, useWithdraw } from './signing.api.ts';
import { useSigningTexts } from './signing-texts.ts';

type Means = 'refuse.text' | 'refuse.textPupil' | 'refuse.publication' | 'refuse.leave';

/** «Не согласен» to a document that waits for an answer. */
export function RefuseButton({ consentId, means }: { consentId: string; means: Exclude<Means, 'refuse.leave'> }) {
  const say = useSigningTexts();
  return <NoButton means={means} no={useRefuse(consentId, () => toldAbout(say('refused')))} />;
}

/** «Не согласен» of a child whose representative has signed: the document holds, so to say no is to leave (RULE-14). */
export function LeaveButton({ consentId }: { consentId: string }) {
  return <NoButton means="refuse.leave" no={useWithdraw(consentId)} />;
}

type NoButtonProps = { means: Means; no: ReturnType<typeof useRefuse> | ReturnType<typeof useWithdraw> };

/** As large as its neighbour; said once more with what follows from it. */
function NoButton({ means, no }: NoButtonProps) {
  const say = useSigningTexts();
  const [asking, setAsking] = useState(false);
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
          <RefusalMessage error={no.error} />
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {say('refuse.not')}
            </Button>
            <Button color="gray.8" loading={no.isPending} onClick={() => no.mutate(undefined)}>
              {say('refuse')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
