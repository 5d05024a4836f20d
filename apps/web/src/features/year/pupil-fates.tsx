import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { RollOverAnswer } from '@nastavnik/contracts/roll-over';
import { printClassName } from '@nastavnik/domain/people/class-names';
import { LEAVING_REASONS } from '@nastavnik/domain/people/roll-over-plan';
import { useSchoolWords } from '../../lib/school-words/school-words.ts';
import { PersonName } from '../../ui/person-name.tsx';
import type { PupilDecision } from './decisions.ts';
import { NewName } from './new-name.tsx';
import { useYearTexts } from './year-texts.ts';

type PupilFatesProps = {
  plan: RollOverAnswer;
  pupils: RollOverAnswer['pupils'];
  decisions: Readonly<Record<string, PupilDecision>>;
  onDecide: (pupilId: string, decision: PupilDecision | undefined) => void;
};

/** The pupils of a class, for those who do otherwise than the class: stay, leave, go to another one. */
export function PupilFates({ plan, pupils, decisions, onDecide }: PupilFatesProps) {
  const say = useYearTexts();
  const words = useSchoolWords();
  const first = plan.classes[0];
  const set = (id: string, chosen: string) => {
    const reason = LEAVING_REASONS.find((each) => chosen === `leave ${each}`);
    if (reason) return onDecide(id, { kind: 'leave', reason });
    if (chosen === 'repeat') return onDecide(id, { kind: 'repeat' });
    const to = plan.classes.find(({ name }) => chosen === `to ${name}`);
    if (to) return onDecide(id, { kind: 'moveTo', to: { grade: to.grade, letter: to.letter } });
    if (chosen === 'other' && first) {
      return onDecide(id, { kind: 'moveTo', to: { grade: first.grade, letter: first.letter } });
    }
    return onDecide(id, undefined);
  };
  return (
    <Stack gap="md">
      <Text c="dimmed">{say('pupils.lead')}</Text>
      {pupils.map((pupil) => {
        const decision = decisions[pupil.id];
        const target = decision?.kind === 'moveTo' ? printClassName(decision.to) : undefined;
        const isNew = target !== undefined && !plan.classes.some(({ name }) => name === target);
        return (
          <Group key={pupil.id} justify="space-between" gap="xs" align="flex-start">
            <Text flex="1 1 12rem">
              <PersonName name={pupil.name} />
            </Text>
            <Stack gap={4} w={{ base: '100%', xs: '19rem' }}>
              <NativeSelect
                aria-label={say('pupil.of', { name: pupil.name })}
                value={valueOf(decision, target)}
                data={[
                  { value: '', label: say('pupil.usual') },
                  { value: 'repeat', label: say('pupil.repeat') },
                  ...plan.classes.map(({ name }) => ({ value: `to ${name}`, label: say('pupil.to', { name }) })),
                  ...(isNew ? [{ value: `to ${target}`, label: say('pupil.to', { name: target }) }] : []),
                  ...LEAVING_REASONS.map((reason) => ({
                    value: `leave ${reason}`,
                    label: say('fate.leave', { reason: words(`leaving.${reason}`) }),
                  })),
                ]}
                onChange={(event) => set(pupil.id, event.currentTarget.value)}
              />
              {decision?.kind === 'moveTo' && target !== undefined && (
                <NewName
                  key={target}
                  name={target}
                  label={say('fate.name')}
                  onName={(to) => onDecide(pupil.id, { kind: 'moveTo', to })}
                />
              )}
            </Stack>
          </Group>
        );
      })}
    </Stack>
  );
}

function valueOf(decision: PupilDecision | undefined, target: string | undefined): string {
  if (decision?.kind === 'leave') return `leave ${decision.reason}`;
  if (decision?.kind === 'repeat') return 'repeat';
  return target === undefined ? '' : `to ${target}`;
}
