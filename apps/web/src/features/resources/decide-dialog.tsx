import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { Resource } from '@nastavnik/contracts/resources';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useResourceChange } from './resources.api.ts';
import { useResourcesTexts } from './resources-texts.ts';

type DecideDialogProps = { place: Resource; allowed: boolean; onClose: () => void };

/** The officer's yes or no, never without a reason (RULE-24). */
export function DecideDialog({ place, allowed, onClose }: DecideDialogProps) {
  const say = useResourcesTexts();
  const change = useResourceChange();
  const [reason, setReason] = useState('');
  return (
    <Dialog opened onClose={onClose} title={say('decideTitle', { name: place.name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { path: `/${place.id}/decide`, body: { allowed, reason: reason.trim() } },
            {
              onSuccess: () => {
                toldAbout(say('decided'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Text>{say(allowed ? 'allowMeans' : 'refuseMeans')}</Text>
          <Textarea
            label={say('reason')}
            description={say('reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <RefusalMessage error={change.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={!reason.trim()}>
              {say(allowed ? 'allow' : 'refuse')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
