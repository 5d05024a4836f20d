import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import type { DraftActivity, DraftStage } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { useEffect, useRef } from 'react';
import { useMeaningWords } from '../../lib/deadlines/meaning-words.ts';
import type { ActivityChange } from './draft-edits.ts';
import { useImportTexts } from './import-texts.ts';
import { LazyField } from './lazy-field.tsx';

type ActivityEditorProps = {
  activity: DraftActivity;
  stages: readonly DraftStage[];
  stage: number;
  period: DateSpan | null;
  onChange: (change: ActivityChange) => void;
  onMeaning: (alternative: number) => void;
  onMove: (toStage: number) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** One activity opened for editing; Esc closes it, what was typed is kept. */
export function ActivityEditor(props: ActivityEditorProps) {
  const { activity, stages, stage, period, onChange, onMove, onRemove, onClose } = props;
  const say = useImportTexts();
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <Stack gap="xs" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <LazyField value={activity.title} onKeep={(title) => title && onChange({ title })}>
        {(field) => <Textarea ref={first} label={say('activity.title')} required {...field} />}
      </LazyField>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <LazyField value={activity.number ?? ''} onKeep={(number) => onChange({ number: number || null })}>
          {(field) => <TextInput label={say('activity.number')} {...field} />}
        </LazyField>
        <LazyField value={activity.measure ?? ''} onKeep={(measure) => onChange({ measure: measure || null })}>
          {(field) => <TextInput label={say('activity.measure')} {...field} />}
        </LazyField>
        <LazyField
          value={activity.deadline?.text ?? ''}
          onKeep={(deadline) => onChange({ deadline: deadline || null })}
        >
          {(field) => (
            <TextInput
              label={say('activity.deadline')}
              disabled={!period}
              {...(period ? {} : { description: say('period.needed') })}
              {...field}
            />
          )}
        </LazyField>
        <LazyField
          value={activity.responsible?.text ?? ''}
          onKeep={(responsible) => onChange({ responsible: responsible || null })}
        >
          {(field) => <TextInput label={say('activity.responsible')} {...field} />}
        </LazyField>
        <LazyField value={activity.result?.text ?? ''} onKeep={(result) => onChange({ result: result || null })}>
          {(field) => <TextInput label={say('activity.result')} {...field} />}
        </LazyField>
        <LazyField value={activity.condition ?? ''} onKeep={(condition) => onChange({ condition: condition || null })}>
          {(field) => <TextInput label={say('activity.condition')} {...field} />}
        </LazyField>
      </SimpleGrid>
      <Meanings {...props} />
      <LazyField
        value={activity.items.join('\n')}
        onKeep={(items) =>
          onChange({
            items: items
              .split('\n')
              .map((item) => item.trim())
              .filter(Boolean),
          })
        }
      >
        {(field) => <Textarea label={say('activity.items')} minRows={1} {...field} />}
      </LazyField>
      <Group gap="xs" align="end">
        <NativeSelect
          label={say('activity.move')}
          value={String(stage)}
          onChange={(event) => onMove(Number(event.currentTarget.value))}
          data={stages.map((each, index) => ({
            value: String(index),
            label: `${each.number ?? index + 1}. ${each.title}`.slice(0, 80),
          }))}
          maw="100%"
        />
        <Button variant="default" onClick={onRemove}>
          {say('activity.remove')}
        </Button>
        <Button onClick={onClose}>{say('activity.close')}</Button>
      </Group>
    </Stack>
  );
}

function Meanings({ activity, onChange, onMeaning }: ActivityEditorProps) {
  const say = useImportTexts();
  const inWords = useMeaningWords();
  const reading = activity.deadline;
  if (!reading) return null;
  const suggestions = reading.issues.flatMap((issue) => (issue.suggestion ? [issue.suggestion] : []));
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {inWords(reading)}
      </Text>
      {suggestions.map((suggestion) => (
        <Alert key={suggestion} variant="light" p="xs">
          <Group gap="xs">
            <Text size="sm">{say('deadline.suggestion', { text: suggestion })}</Text>
            <Button size="compact-sm" variant="default" onClick={() => onChange({ deadline: suggestion })}>
              {say('deadline.use')}
            </Button>
          </Group>
        </Alert>
      ))}
      {reading.alternatives.length > 0 && (
        <Group gap="xs">
          <Text size="sm">{say('deadline.alternatives')}</Text>
          {reading.alternatives.map((alternative, index) => (
            <Button key={index} size="compact-sm" variant="default" onClick={() => onMeaning(index)}>
              {inWords(alternative)}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
