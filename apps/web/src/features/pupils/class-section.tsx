import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { PersonCard } from '@nastavnik/contracts/persons';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { LEAVING_REASONS, type LeavingReason } from '@nastavnik/domain/people/roll-over-plan';
import { STUDY_FORMS, type StudyForm } from '@nastavnik/domain/people/teacher-facts';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { dayInWords, spanInWords } from '../../lib/dates/dates.ts';
import { classesQuery, useChangeCard } from '../../lib/school/school.api.ts';
import { schoolYearWords, useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout, undoable } from '../../ui/toast.tsx';
import { usePupilsTexts } from './pupils-texts.ts';

/** Where the pupil learns and learnt; another class from a day on, leaving, and coming back. */
export function ClassSection({ card }: { card: PersonCard }) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const today = useToday();
  const language = useLanguage();
  const [asking, setAsking] = useState<'move' | 'leave' | 'study'>();
  const back = useChangeCard(card.id);
  const close = () => setAsking(undefined);
  const { pupil } = card;
  if (!pupil) return null;
  return (
    <Section title={say('study.title')}>
      {pupil.leftOn && (
        <Group justify="space-between">
          <StateBadge tone="quiet">
            {say('study.left', {
              day: dayInWords(pupil.leftOn, today, language),
              reason: pupil.leavingReason ? words(`leaving.${pupil.leavingReason}`) : '',
            })}
          </StateBadge>
          {card.may.leave && (
            <Button
              size="xs"
              variant="default"
              loading={back.isPending}
              onClick={() => back.mutate({ method: 'POST', path: `/pupils/${card.id}/return` })}
            >
              {say('study.return')}
            </Button>
          )}
        </Group>
      )}
      <RefusalMessage error={back.error} />
      <Text>{say('study.form', { form: words(`study.${pupil.studyForm}`) })}</Text>
      <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {pupil.places.map((place) => (
          <Group key={place.id} component="li" gap="sm" wrap="nowrap">
            <Text fw={place.endedOn === null || place.endedOn >= today ? 600 : 400} w="3.5rem">
              {place.class.name}
            </Text>
            <Text size="sm" c="dimmed">
              {say('study.place', {
                year: schoolYearWords(place.schoolYear),
                span: spanInWords({ start: place.startedOn, end: place.endedOn }, today, language),
              })}
            </Text>
          </Group>
        ))}
      </Stack>
      {pupil.places.length === 0 && <Text c="dimmed">{say('study.nowhere')}</Text>}
      <Group gap="xs">
        {card.may.moveToClass && !pupil.leftOn && (
          <Button variant="default" size="xs" onClick={() => setAsking('move')}>
            {say('move.open')}
          </Button>
        )}
        {card.may.editPupil && (
          <Button variant="default" size="xs" onClick={() => setAsking('study')}>
            {say('study.edit')}
          </Button>
        )}
        {card.may.leave && !pupil.leftOn && (
          <Button variant="default" size="xs" onClick={() => setAsking('leave')}>
            {say('leave.open')}
          </Button>
        )}
      </Group>
      <Dialog opened={asking === 'move'} title={say('move.title', { name: card.shortName })} onClose={close}>
        <MoveForm card={card} onDone={close} />
      </Dialog>
      <Dialog opened={asking === 'leave'} title={say('leave.title', { name: card.shortName })} onClose={close}>
        <LeaveForm card={card} onDone={close} />
      </Dialog>
      <Dialog opened={asking === 'study'} title={say('study.edit')} onClose={close}>
        <StudyFormForm card={card} onDone={close} />
      </Dialog>
    </Section>
  );
}

type FormProps = { card: PersonCard; onDone: () => void };

function MoveForm({ card, onDone }: FormProps) {
  const say = usePupilsTexts();
  const today = useToday();
  const { data } = useQuery(classesQuery());
  const change = useChangeCard(card.id);
  const [classId, setClassId] = useState('');
  const [on, setOn] = useState<PlainDate | null>(today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { method: 'POST', path: `/pupils/${card.id}/move`, body: { classId: classId || null, on } },
      {
        onSuccess: () => {
          onDone();
          toldAbout(say('move.done', { name: card.shortName }));
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <NativeSelect
          label={say('move.to')}
          required
          value={classId}
          data={[
            { value: '', label: say('move.choose'), disabled: true },
            ...(data?.classes ?? [])
              .filter((one) => one.id !== card.pupil?.class?.id)
              .map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(event) => setClassId(event.currentTarget.value)}
        />
        <DateField
          label={say('move.on')}
          description={say('move.onHint')}
          w="100%"
          required
          value={on}
          onChange={setOn}
        />
        <RefusalMessage error={change.error} />
        <Button type="submit" w="fit-content" disabled={!on || !classId} loading={change.isPending}>
          {say('move.do')}
        </Button>
      </Stack>
    </form>
  );
}

function LeaveForm({ card, onDone }: FormProps) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const today = useToday();
  const change = useChangeCard(card.id);
  const [reason, setReason] = useState<LeavingReason>('otherSchool');
  const [on, setOn] = useState<PlainDate | null>(today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { method: 'POST', path: `/pupils/${card.id}/leave`, body: { on, reason } },
      {
        onSuccess: () => {
          onDone();
          undoable(say('leave.done', { name: card.shortName }), () =>
            change.mutateAsync({ method: 'POST', path: `/pupils/${card.id}/return` }),
          );
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{say('leave.what')}</Text>
        <NativeSelect
          label={say('leave.reason')}
          value={reason}
          data={LEAVING_REASONS.map((value) => ({ value, label: words(`leaving.${value}`) }))}
          onChange={(event) => {
            const next = LEAVING_REASONS.find((each) => each === event.currentTarget.value);
            if (next) setReason(next);
          }}
        />
        <DateField label={say('leave.on')} required value={on} onChange={setOn} />
        <RefusalMessage error={change.error} />
        <Button type="submit" w="fit-content" disabled={!on} loading={change.isPending}>
          {say('leave.do')}
        </Button>
      </Stack>
    </form>
  );
}

function StudyFormForm({ card, onDone }: FormProps) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const change = useChangeCard(card.id);
  const [studyForm, setStudyForm] = useState<StudyForm>(card.pupil?.studyForm ?? 'fullTime');
  const [enrolledOn, setEnrolledOn] = useState<PlainDate | null>(card.pupil?.enrolledOn ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { method: 'PUT', path: `/pupils/${card.id}`, body: { studyForm, enrolledOn, version: card.version } },
      { onSuccess: onDone },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <NativeSelect
          label={say('study.formLabel')}
          value={studyForm}
          data={STUDY_FORMS.map((value) => ({ value, label: words(`study.${value}`) }))}
          onChange={(event) => {
            const next = STUDY_FORMS.find((each) => each === event.currentTarget.value);
            if (next) setStudyForm(next);
          }}
        />
        <DateField label={say('field.enrolledOn')} value={enrolledOn} onChange={setEnrolledOn} />
        <RefusalMessage error={change.error} />
        <Button type="submit" w="fit-content" loading={change.isPending}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  );
}
