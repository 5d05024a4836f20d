import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { idAnswer } from '@nastavnik/contracts/staff';
import { STANDINGS, type Standing } from '@nastavnik/domain/participants/mentoring-form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../lib/api/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useFormsTexts } from './forms-texts.ts';

/** What the law asks of a standing is asked of the school's own form too; the server checks it once more. */
function definitionOf(
  mentor: readonly Standing[],
  mentee: readonly Standing[],
  minAge: number | null,
  clearance: boolean,
) {
  const learns = (standings: readonly Standing[]) => standings.some((each) => each === 'pupil' || each === 'student');
  const bothEmployees = mentor.includes('employee') && mentee.includes('employee');
  return {
    mentor: {
      standings: [...mentor],
      teachersOnly: false,
      minAge,
      consents: [
        'processing',
        ...(learns(mentor) ? ['participation'] : []),
        ...(bothEmployees ? ['mentoringDuty'] : []),
      ],
    },
    mentee: {
      standings: [...mentee],
      teachersOnly: false,
      minAge: null,
      consents: ['processing', ...(learns(mentee) ? ['participation'] : [])],
    },
    documents: [],
    questionnaires: ['mentorCandidate', 'menteeRequest'],
    rules: [
      ...(bothEmployees ? ['labour'] : []),
      ...(clearance ? ['clearance'] : []),
      ...(mentor.includes('partnerPerson') ? ['agreement'] : []),
    ],
    roleModels: [],
  };
}

/** A form of the school's own: who stands on each side; what follows from that is filled in. */
export function OwnFormDialog({ onClose }: { onClose: () => void }) {
  const say = useFormsTexts();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [mentor, setMentor] = useState<Standing[]>([]);
  const [mentee, setMentee] = useState<Standing[]>([]);
  const [minAge, setMinAge] = useState<number | null>(null);
  const [clearance, setClearance] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      ask('POST', '/mentoring-forms', idAnswer, {
        body: { name: name.trim(), definition: definitionOf(mentor, mentee, minAge, clearance) },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['mentoring-forms'] });
      toldAbout(say('saved'));
      onClose();
    },
  });
  const sides = [
    { label: say('mentor.who'), value: mentor, set: setMentor },
    { label: say('mentee.who'), value: mentee, set: setMentee },
  ];
  return (
    <Dialog opened title={say('add.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={say('name')}
            required
            maxLength={120}
            value={name}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {sides.map(({ label, value, set }) => (
            <Checkbox.Group
              key={label}
              label={label}
              value={value}
              onChange={(chosen) => set(STANDINGS.filter((each) => chosen.includes(each)))}
            >
              <Group gap="md" mt={6}>
                {STANDINGS.map((each) => (
                  <Checkbox key={each} value={each} label={say(`side.${each}`)} />
                ))}
              </Group>
            </Checkbox.Group>
          ))}
          <NumberInput
            label={say('mentor.minAge')}
            min={10}
            max={99}
            allowDecimal={false}
            value={minAge ?? ''}
            onChange={(value) => setMinAge(typeof value === 'number' ? value : null)}
          />
          <Checkbox
            label={say('clearance')}
            checked={clearance}
            onChange={(event) => setClearance(event.currentTarget.checked)}
          />
          <RefusalMessage error={add.error} />
          <Button
            type="submit"
            loading={add.isPending}
            disabled={!name.trim() || mentor.length === 0 || mentee.length === 0}
          >
            {say('save')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
