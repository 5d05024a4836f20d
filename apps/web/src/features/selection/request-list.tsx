import { Group, Text } from '@mantine/core';
import type { SelectionAnswer } from '@nastavnik/contracts/selection';
import { Link } from '@tanstack/react-router';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import classes from './selection.module.css';
import type { SelectionSearch } from './selection-search.ts';
import { useSelectionTexts } from './selection-texts.ts';

export type OpenRequest = SelectionAnswer['requests'][number];
export const URGENCY_TONE = { urgent: 'late', soon: 'soon', calm: 'quiet' } as const;

type RequestListProps = { requests: OpenRequest[]; chosen: string | undefined; filter: SelectionSearch };

/** Needs one under another; each opens the mentors who could answer it. */
export function RequestList({ requests, chosen, filter }: RequestListProps) {
  const say = useSelectionTexts();
  const words = usePeopleWords();
  if (requests.length === 0) return <Text component="output">{say('nothing')}</Text>;
  return (
    <ul className={classes['requests']} aria-label={say('requests')}>
      {requests.map((each) => (
        <li key={each.id}>
          <Link
            to="/people/selection"
            search={{ ...filter, request: each.id }}
            className={classes['request'] ?? ''}
            aria-current={each.id === chosen ? 'true' : undefined}
          >
            <Group justify="space-between" gap="xs">
              <Text span fw={600}>
                {each.theme ?? say('noTheme')}
              </Text>
              <StateBadge tone={URGENCY_TONE[each.urgency]}>{words(`request.urgency.${each.urgency}`)}</StateBadge>
            </Group>
            <Text span display="block" size="sm">
              {each.person.place ? `${each.person.name}, ${each.person.place}` : each.person.name}
            </Text>
            {each.answers.length > 0 && (
              <Text span display="block" size="sm">
                {say('meant', { names: each.answers.map(({ mentor }) => mentor.name).join(', ') })}
              </Text>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
