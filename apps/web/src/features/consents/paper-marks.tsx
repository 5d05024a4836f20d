import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { PaperMarks } from '@nastavnik/contracts/consents';
import type { Choice } from '../../lib/consents/choices.ts';
import { ChoiceMatrix } from '../../ui/choice-matrix.tsx';
import { useConsentsTexts } from './consents-texts.ts';
import type { Batch } from './scans.api.ts';

type Boxes = Batch['consents'][number]['boxes'];

/** What was read off the boxes of a paper; null: nobody has looked yet (RULE-20: an empty box is no consent). */
export type Marks = PaperMarks | null;

/** True when nothing is left to be read off the paper. */
export function isRead(kind: string, marks: Marks, choices: readonly Choice[]): boolean {
  return marks !== null && (kind !== 'dissemination' || choices.length > 0);
}

type MarksSelectProps = { label: string; marks: Marks; listed?: boolean; onMarks: (marks: Marks) => void };

/** Every line, the obligatory ones, or line by line. Nothing is chosen until somebody has looked at the paper. */
export function MarksSelect({ label, marks, listed = true, onMarks }: MarksSelectProps) {
  const say = useConsentsTexts();
  const value = marks === null ? '' : typeof marks === 'string' ? marks : 'listed';
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={value}
      onChange={({ currentTarget }) => onMarks(marksOf(currentTarget.value))}
      data={[
        { value: '', label: say('marks.unread') },
        { value: 'all', label: say('marks.all') },
        { value: 'required', label: say('marks.required') },
        ...(listed ? [{ value: 'listed', label: say('marks.listed') }] : []),
      ]}
    />
  );
}

function marksOf(value: string): Marks {
  if (value === 'all' || value === 'required') return value;
  return value === 'listed' ? [] : null;
}

type LinesProps = { purposes: Boxes['purposes']; ticked: readonly string[]; onTicked: (ticked: string[]) => void };

/** The lines of the paper as they are ticked on it; none beforehand. */
export function PaperLines({ purposes, ticked, onTicked }: LinesProps) {
  const say = useConsentsTexts();
  return (
    <Checkbox.Group label={say('paper.ticked')} value={[...ticked]} onChange={onTicked}>
      <Stack gap="xs" mt={4}>
        {purposes.map(({ code, text }) => (
          <Checkbox key={code} size="sm" value={code} label={text} />
        ))}
        {purposes.length > 1 && ticked.length < purposes.length && (
          <Group>
            <Button variant="subtle" size="xs" onClick={() => onTicked(purposes.map(({ code }) => code))}>
              {say('marks.allLines')}
            </Button>
          </Group>
        )}
      </Stack>
    </Checkbox.Group>
  );
}

type PaperChoicesProps = { boxes: Omit<Boxes, 'purposes'>; choices: Choice[]; onChoices: (choices: Choice[]) => void };

/** DOC-15: what may stand where, as it is ticked on the paper. */
export function PaperChoices({ boxes, choices, onChoices }: PaperChoicesProps) {
  const say = useConsentsTexts();
  return (
    <div>
      <Text fw={600}>{say('paper.choices')}</Text>
      <ChoiceMatrix template={boxes} choices={choices} onChange={onChoices} />
    </div>
  );
}
