import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { refusalKey, sayRefusal } from '../lib/refusals/refusals.ts';
import { IconUndo } from './icons.ts';
import { sayUi } from './ui-texts.ts';

/** What has just happened, in one sentence. */
export function toldAbout(message: string): void {
  notifications.show({ message, withCloseButton: true, closeButtonProps: { 'aria-label': sayUi('close') } });
}

/** What has just happened, with the way back; stands 10 seconds. */
export function undoable(message: string, undo: () => Promise<unknown>): void {
  const id = notifications.show({
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': sayUi('close') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="xs"
          variant="light"
          leftSection={<IconUndo size={16} aria-hidden />}
          onClick={() => {
            notifications.hide(id);
            undo().catch(toldRefusal);
          }}
        >
          {sayUi('undo')}
        </Button>
      </Group>
    ),
  });
}

/** A refusal of something that has no form to show it in. */
export function toldRefusal(error: unknown): void {
  notifications.show({
    color: 'red',
    autoClose: 10_000,
    title: sayRefusal('title'),
    message: sayRefusal(refusalKey(error)),
    closeButtonProps: { 'aria-label': sayUi('close') },
  });
}
