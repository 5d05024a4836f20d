import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { SchoolClass } from '@nastavnik/contracts/classes';
import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { spanInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fullName, PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { undoable } from '../../ui/toast.tsx';
import { employeesQuery, useAdd, useChangeClass, useRemoveClass } from './pupils.api.ts';
import { usePupilsTexts } from './pupils-texts.ts';

/** Above the pupils of a class: who leads it now and who did before, and the change of the teacher. */
export function ClassHead({ schoolClass, onRemoved }: { schoolClass: SchoolClass; onRemoved: () => void }) {
  const say = usePupilsTexts();
  const today = useToday();
  const language = useLanguage();
  const [changing, setChanging] = useState(false);
  const remove = useRemoveClass(schoolClass.id);
  const again = useAdd('/classes');
  const isOver = schoolYearSpan(schoolClass.schoolYear).end < today;
  const now = schoolClass.teachers.filter(({ endedOn }) => !endedOn || endedOn >= today);
  const before = schoolClass.teachers.filter(({ endedOn }) => endedOn && endedOn < today);
  const takeAway = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        onRemoved();
        const { grade, letter, schoolYear } = schoolClass;
        undoable(say('class.removed', { name: schoolClass.name }), () =>
          again.mutateAsync({ grade, letter, schoolYear }),
        );
      },
    });
  return (
    <Stack gap={4}>
      <Group gap="sm" align="baseline">
        <Text fw={600}>{say('class.heading', { name: schoolClass.name })}</Text>
        {!isOver && (
          <Text>
            {now.length === 0 ? (
              say('teacher.none')
            ) : (
              <>
                {say('teacher.is')}{' '}
                {now.map((each, index) => (
                  <span key={each.id}>
                    {index > 0 && ', '}
                    <PersonName name={each.name} />
                  </span>
                ))}
              </>
            )}
          </Text>
        )}
        {schoolClass.may.setTeacher && !isOver && (
          <Button size="compact-sm" variant="subtle" onClick={() => setChanging(true)}>
            {now.length === 0 ? say('teacher.set') : say('teacher.change')}
          </Button>
        )}
        {schoolClass.may.remove && (
          <Button size="compact-sm" variant="subtle" color="gray" loading={remove.isPending} onClick={takeAway}>
            {say('class.remove')}
          </Button>
        )}
      </Group>
      {before.length > 0 && (
        <Text size="sm" c="dimmed">
          {say(isOver ? 'teacher.then' : 'teacher.before')}{' '}
          {before
            .map(
              (each) => `${each.name} (${spanInWords({ start: each.startedOn, end: each.endedOn }, today, language)})`,
            )
            .join(', ')}
        </Text>
      )}
      <RefusalMessage error={remove.error} />
      <Dialog
        opened={changing}
        title={say('teacher.title', { name: schoolClass.name })}
        onClose={() => setChanging(false)}
      >
        <TeacherForm schoolClass={schoolClass} now={now} onDone={() => setChanging(false)} />
      </Dialog>
    </Stack>
  );
}

type TeacherFormProps = { schoolClass: SchoolClass; now: SchoolClass['teachers']; onDone: () => void };

function TeacherForm({ schoolClass, now, onDone }: TeacherFormProps) {
  const say = usePupilsTexts();
  const today = useToday();
  const span = schoolYearSpan(schoolClass.schoolYear);
  const { data } = useQuery(employeesQuery);
  const change = useChangeClass(schoolClass.id);
  const [personId, setPersonId] = useState('');
  const [startedOn, setStartedOn] = useState<PlainDate | null>(
    now.length === 0 || today < span.start ? span.start : today > span.end ? addDays(span.end, -1) : today,
  );
  const [leaves, setLeaves] = useState(false);
  const old = now[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      {
        method: 'POST',
        path: '/teachers',
        body: { personId, startedOn, insteadOf: old?.personId ?? null, leavesOtherClasses: leaves },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {old && <Text>{say('teacher.until', { name: old.name })}</Text>}
        <NativeSelect
          label={say('teacher.new')}
          required
          value={personId}
          data={[
            { value: '', label: say('teacher.choose') },
            ...(data?.people ?? []).map((person) => ({ value: person.id, label: fullName(person) })),
          ]}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        />
        <DateField
          label={say('teacher.from')}
          required
          min={span.start}
          max={span.end}
          value={startedOn}
          onChange={setStartedOn}
        />
        <Checkbox
          label={say('teacher.leaves')}
          checked={leaves}
          onChange={(event) => setLeaves(event.currentTarget.checked)}
        />
        <RefusalMessage error={change.error} />
        <Button type="submit" w="fit-content" disabled={!personId || !startedOn} loading={change.isPending}>
          {say('teacher.save')}
        </Button>
      </Stack>
    </form>
  );
}
