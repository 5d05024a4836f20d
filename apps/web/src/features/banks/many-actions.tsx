import { Button, Group, List, Stack, Text } from '@mantine/core';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useCommandMany } from './banks.api.ts';
import { useBanksTexts } from './banks-texts.ts';

const COMMANDS = {
  mentee: ['invite', 'requestConsents', 'enterBank', 'confirmYear'],
  mentor: ['invite', 'requestConsents', 'enterBank', 'select', 'confirmYear'],
} as const;

type ManyActionsProps = { role: 'mentee' | 'mentor'; chosen: ReadonlySet<string>; onDone: () => void };

/** One step for all who are ticked; whoever cannot take it is named with the reason. */
export function ManyActions({ role, chosen, onDone }: ManyActionsProps) {
  const say = useBanksTexts();
  const refusal = useRefusalTexts();
  const many = useCommandMany();
  const refused = many.data?.refused ?? [];
  return (
    <Stack gap="xs" role="group" aria-label={say('chosen', { count: chosen.size })}>
      <Group gap="xs" className="no-print">
        <Text fw={600} size="sm">
          {say('chosen', { count: chosen.size })}
        </Text>
        {COMMANDS[role].map((command) => (
          <Button
            key={command}
            size="xs"
            variant="default"
            loading={many.isPending && many.variables.command.command === command}
            onClick={() =>
              many.mutate(
                { ids: [...chosen], command: { command } },
                {
                  onSuccess: ({ done, refused: left }) => {
                    if (done.length > 0) toldAbout(say('many.done', { count: done.length }));
                    if (left.length === 0) onDone();
                  },
                },
              )
            }
          >
            {say(`many.${command}`)}
          </Button>
        ))}
      </Group>
      <RefusalMessage error={many.error} />
      {refused.length > 0 && (
        <div role="status">
          <Text size="sm" fw={600}>
            {say('many.refused')}
          </Text>
          <List size="sm">
            {refused.map((each) => (
              <List.Item key={each.id}>
                {each.name}: {isRefusalCode(each.code) ? refusal(each.code) : each.code}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}
