import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { RefusalMessage } from './refusal-message.tsx';
import { useUiTexts } from './ui-texts.ts';

type ConfirmDialogProps = {
  opened: boolean;
  title: string;
  /** What will happen, to whom, and that it cannot be undone. */
  children: ReactNode;
  /** The verb on the button: «Удалить ссылку», never «Да». */
  action: string;
  busy?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
};

/** Only for what cannot be undone; everything else happens at once and offers `undoable`. */
export function ConfirmDialog({
  opened,
  title,
  children,
  action,
  busy,
  error,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const say = useUiTexts();
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Stack gap="md">
        <Text component="div">{children}</Text>
        <RefusalMessage error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {say('cancel')}
          </Button>
          <Button color="red.8" loading={busy ?? false} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
