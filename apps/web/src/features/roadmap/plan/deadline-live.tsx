import { Button, Group, Stack, Text } from '@mantine/core';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { deadlineContext } from '@nastavnik/domain/deadlines/deadline';
import { readDeadline } from '@nastavnik/domain/deadlines/read-deadline';
import { useMemo } from 'react';
import { useMeaningWords } from '../../../lib/deadlines/meaning-words.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';

type DeadlineLiveProps = { text: string; period: DateSpan; onUse: (text: string) => void };

/** How the words being typed are understood, at each letter; a better wording is offered and never taken in silence. */
export function DeadlineLive({ text, period, onUse }: DeadlineLiveProps) {
  const say = useRoadmapTexts();
  const inWords = useMeaningWords();
  const reading = useMemo(() => readDeadline(text, deadlineContext(period)), [text, period]);
  if (text.trim() === '') return null;
  const bad = reading.issues.some(({ code }) => code === 'deadline.not-understood');
  const suggestions = [...new Set(reading.issues.flatMap(({ suggestion }) => (suggestion ? [suggestion] : [])))];
  return (
    <Stack gap={2} component="output" aria-live="polite">
      <Text size="sm" c={bad ? 'var(--state-late-text)' : 'dimmed'}>
        {bad ? say('deadline.notUnderstood') : inWords(reading)}
      </Text>
      {reading.alternatives.length > 0 && (
        <Text size="sm" c="dimmed">
          {say('deadline.or', {
            meanings: reading.alternatives.map((each) => inWords(each)).join(' / '),
          })}
        </Text>
      )}
      {suggestions.length > 0 && (
        <Group gap={4}>
          {suggestions.map((suggestion) => (
            // Before the field loses the focus and keeps the old words.
            <Button
              key={suggestion}
              size="compact-xs"
              variant="default"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onUse(suggestion)}
            >
              {say('deadline.use', { text: suggestion })}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
