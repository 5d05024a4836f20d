import { Button, Group, Stack, Text } from '@mantine/core';
import type { ListImport } from '@nastavnik/contracts/list-imports';
import { likenessWords, useSchoolWords } from '../../lib/school-words/school-words.ts';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { type ImportedRow, useChangeList } from './lists.api.ts';
import { useListsTexts } from './lists-texts.ts';

/** «new», «leaveOut», or the id of whom it is; null takes the decision back. */
type Decision = string | null;

/** Is it somebody we have already? Each answer can be taken back until the list is written. */
export function Likeness({ list, row }: { list: ListImport; row: ImportedRow }) {
  const say = useListsTexts();
  const words = useSchoolWords();
  const decide = useChangeList(list.id);
  const set = (decision: Decision) =>
    decide.mutate({
      method: 'PUT',
      path: 'decisions',
      body: { decisions: [{ row: row.row, decision }], version: list.version },
    });
  const open = list.state === 'checked';
  if (row.decision !== null) {
    const match = row.matches.find(({ id }) => id === row.decision);
    return (
      <Group gap="xs">
        <Text size="sm">
          {match
            ? say('decided.known', { name: match.name })
            : say(row.decision === 'new' ? 'decided.new' : 'decided.leaveOut')}
        </Text>
        {open && (
          <Button size="compact-sm" variant="subtle" loading={decide.isPending} onClick={() => set(null)}>
            {say('decided.change')}
          </Button>
        )}
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      {row.matches.map((match) => (
        <Group key={match.id} gap="sm" justify="space-between">
          <div>
            <Text size="sm" fw={600}>
              <PersonName name={match.name} />
              {match.place ? `, ${match.place}` : ''}
            </Text>
            <Text size="sm">{likenessWords(words, match)}</Text>
          </div>
          {open && (
            <Button size="compact-sm" variant="default" loading={decide.isPending} onClick={() => set(match.id)}>
              {say('decide.known')}
            </Button>
          )}
        </Group>
      ))}
      {open && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" loading={decide.isPending} onClick={() => set('new')}>
            {say('decide.new')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={decide.isPending}
            onClick={() => set('leaveOut')}
          >
            {say('decide.leaveOut')}
          </Button>
        </Group>
      )}
      <RefusalMessage error={decide.error} />
    </Stack>
  );
}
