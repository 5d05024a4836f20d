import { Button, Group, Stack, Text } from '@mantine/core';
import type { ListImport } from '@nastavnik/contracts/list-imports';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useChangeList } from './lists.api.ts';
import classes from './lists.module.css';
import { useListsTexts } from './lists-texts.ts';

/** The one button: how many rows are written, and what stays out. */
export function ApplyBar({ list }: { list: ListImport }) {
  const say = useListsTexts();
  const apply = useChangeList(list.id);
  const { counts } = list;
  if (!counts) return null;
  const writes = counts.new + counts.changed + counts.duplicateSuspected;
  const wrong = counts.error;
  const hint =
    list.undecided > 0
      ? say('apply.undecided', { count: list.undecided })
      : wrong > 0
        ? say('apply.leftOut', { count: wrong })
        : say('apply.all');
  return (
    <Stack gap="xs" className={classes['bar'] ?? ''}>
      <Group gap="md" justify="space-between">
        <Text size="sm" flex="1 1 14rem">
          {writes === 0 ? say('apply.nothing') : hint}
        </Text>
        <Button
          disabled={!list.may.apply || writes === 0}
          loading={apply.isPending}
          onClick={() =>
            apply.mutate({
              method: 'POST',
              path: 'apply',
              body: { leaveOutErrors: wrong > 0, version: list.version },
            })
          }
        >
          {say('apply', { count: writes })}
        </Button>
      </Group>
      <RefusalMessage error={apply.error} />
    </Stack>
  );
}
