import { Button, Group, List, Stack, Text } from '@mantine/core';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { lackingWords, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import type { MenteeRow, MentorRow } from './bank-columns.tsx';
import { useCommandMany } from './banks.api.ts';
import { useBanksTexts } from './banks-texts.ts';
import { possibleFor } from './possible-for.ts';

const COMMANDS = {
  mentee: ['invite', 'requestConsents', 'enterBank', 'confirmYear'],
  mentor: ['invite', 'requestConsents', 'enterBank', 'select', 'confirmYear'],
} as const;

type ManyActionsProps = {
  role: 'mentee' | 'mentor';
  rows: readonly (MenteeRow | MentorRow)[];
  chosen: ReadonlySet<string>;
  onDone: () => void;
};

/** One step for those of the ticked who stand before it; whoever cannot take it is named with the step and what lacks. */
export function ManyActions({ role, rows, chosen, onDone }: ManyActionsProps) {
  const say = useBanksTexts();
  const refusal = useRefusalTexts();
  const words = usePeopleWords();
  const many = useCommandMany();
  const ticked = rows.filter(({ id }) => chosen.has(id));
  const steps = COMMANDS[role]
    .map((command) => ({ command, ids: possibleFor(command, ticked) }))
    .filter(({ ids }) => ids.length > 0);
  const stepOf = (id: string) => {
    const row = rows.find((each) => each.id === id);
    if (!row) return '';
    const lacks = row.lacking.map((each) => lackingWords(words, each)).join('; ');
    return say('many.step', { step: words(`state.${row.state}`), lacks });
  };
  const refused = many.data?.refused ?? [];
  return (
    <Stack gap="xs" role="group" aria-label={say('chosen', { count: chosen.size })}>
      <Group gap="xs" className="no-print">
        <Text fw={600} size="sm">
          {say('chosen', { count: chosen.size })}
        </Text>
        {steps.map(({ command, ids }) => (
          <Button
            key={command}
            size="xs"
            variant="default"
            loading={many.isPending && many.variables.command.command === command}
            onClick={() =>
              many.mutate(
                { ids, command: { command } },
                {
                  onSuccess: ({ done, refused: left }) => {
                    if (done.length > 0) toldAbout(say('many.done', { count: done.length }));
                    if (left.length === 0) onDone();
                  },
                },
              )
            }
          >
            {ids.length < chosen.size
              ? say('many.some', { what: say(`many.${command}`), some: ids.length, all: chosen.size })
              : say(`many.${command}`)}
          </Button>
        ))}
      </Group>
      {steps.length === 0 && <Text size="sm">{say('many.nothing')}</Text>}
      <RefusalMessage error={many.error} />
      {refused.length > 0 && (
        <div role="status">
          <Text size="sm" fw={600}>
            {say('many.refused')}
          </Text>
          <List size="sm">
            {refused.map((each) => (
              <List.Item key={each.id}>
                {each.name}: {each.code !== 'participant.state' && isRefusalCode(each.code) ? refusal(each.code) : ''}{' '}
                {stepOf(each.id)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}
