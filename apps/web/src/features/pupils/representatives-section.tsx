import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { PersonCard } from '@nastavnik/contracts/persons';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type FormEvent, useState } from 'react';
import { dayInFigures, dayInWords, spanInWords } from '../../lib/dates/dates.ts';
import { useChangeCard } from '../../lib/school/school.api.ts';
import { kinship, useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconAdd } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { undoable } from '../../ui/toast.tsx';
import { usePupilsTexts } from './pupils-texts.ts';
import { RepresentativeForm } from './representative-form.tsx';

type Representation = NonNullable<PersonCard['representatives']>[number];
type RepresentativesProps = { card: PersonCard; onOpen: (personId: string) => void };

/** Who acts for the child, by what document, and whether somebody has looked at it. */
export function RepresentativesSection({ card, onOpen }: RepresentativesProps) {
  const say = usePupilsTexts();
  const today = useToday();
  const [adding, setAdding] = useState(false);
  const all = card.representatives ?? [];
  const present = all.filter(({ endedOn }) => !endedOn || endedOn >= today);
  const past = all.filter(({ endedOn }) => endedOn && endedOn < today);
  return (
    <Section
      title={say('family.title')}
      actions={
        card.may.addRepresentative && !adding ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconAdd size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {say('family.add')}
          </Button>
        ) : null
      }
    >
      {present.length === 0 && !adding && (
        <Text c="dimmed">{card.minor === false ? say('family.notNeeded') : say('family.empty')}</Text>
      )}
      {present.map((each) => (
        <One key={each.id} childId={card.id} one={each} onOpen={onOpen} />
      ))}
      {past.length > 0 && (
        <Text size="sm" c="dimmed">
          {say('family.past', { names: past.map(({ person }) => person.name).join(', ') })}
        </Text>
      )}
      {adding && (
        <RepresentativeForm childId={card.id} onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />
      )}
    </Section>
  );
}

type OneProps = { childId: string; one: Representation; onOpen: (personId: string) => void };

function One({ childId, one, onOpen }: OneProps) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const today = useToday();
  const language = useLanguage();
  const change = useChangeCard(childId);
  const [asking, setAsking] = useState<'end' | 'objection' | 'mistake'>();
  const path = `/representations/${one.id}`;
  const { document, verified, objected } = one;
  const close = () => setAsking(undefined);
  const takeObjectionBack = () =>
    change.mutate(
      { method: 'PUT', path: `${path}/objection`, body: { objection: null } },
      {
        onSuccess: () =>
          undoable(say('objection.takenBack'), () =>
            change.mutateAsync({
              method: 'PUT',
              path: `${path}/objection`,
              body: { objection: objected && { on: objected.on, note: objected.note }, evenSo: true },
            }),
          ),
      },
    );
  return (
    <Stack gap={4}>
      <Group gap="xs" justify="space-between" align="flex-start">
        <div>
          <Button variant="transparent" p={0} h="auto" onClick={() => onOpen(one.person.id)}>
            {one.person.name}
          </Button>
          <Text size="sm" c="dimmed">
            {[
              kinship(words, one.kind),
              one.person.phone,
              one.person.email,
              spanInWords({ start: one.startedOn, end: one.endedOn }, today, language),
            ]
              .filter(Boolean)
              .join(', ')}
          </Text>
          <Text size="sm">
            {document
              ? [document.kind, document.number, document.date && dayInFigures(document.date, language)]
                  .filter(Boolean)
                  .join(', ')
              : say('family.noDocument')}
          </Text>
        </div>
        {verified ? (
          <StateBadge tone="done">
            {say('family.verified', { by: verified.by, day: dayInWords(verified.on, today, language) })}
          </StateBadge>
        ) : (
          <StateBadge tone="soon">{say('family.unverified')}</StateBadge>
        )}
      </Group>
      {objected && (
        <Group gap="xs">
          <StateBadge tone="late">
            {say('objection.is', { day: dayInWords(objected.on, today, language), note: objected.note })}
          </StateBadge>
          {one.may.recordObjection && (
            <Button size="compact-sm" variant="subtle" onClick={takeObjectionBack}>
              {say('objection.takeBack')}
            </Button>
          )}
        </Group>
      )}
      {objected?.settled && (
        <div>
          <StateBadge tone={objected.settled.publish ? 'done' : 'late'}>
            {say(objected.settled.publish ? 'objection.overruled' : 'objection.upheld')}
          </StateBadge>
          <Text size="sm">
            {say('objection.settled', {
              day: dayInWords(objected.settled.on, today, language),
              decision: objected.settled.decision,
            })}
          </Text>
        </div>
      )}
      <Group gap="xs">
        {one.may.verify && !verified && document && (
          <Button
            size="xs"
            loading={change.isPending}
            onClick={() => change.mutate({ method: 'POST', path: `${path}/verify` })}
          >
            {say('family.verify')}
          </Button>
        )}
        {one.may.recordObjection && !objected && (
          <Button size="xs" variant="subtle" onClick={() => setAsking('objection')}>
            {say('objection.open')}
          </Button>
        )}
        {one.may.end && !one.endedOn && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => setAsking('end')}>
            {say('family.end')}
          </Button>
        )}
        {one.may.end && !one.endedOn && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => setAsking('mistake')}>
            {say('family.mistake')}
          </Button>
        )}
      </Group>
      <RefusalMessage error={asking ? undefined : change.error} />
      <Dialog opened={asking === 'end'} title={say('family.endTitle', { name: one.person.name })} onClose={close}>
        <DayAndWords
          words={{ lead: say('family.endLead'), day: say('family.endOn'), note: say('family.endReason') }}
          action={say('family.end')}
          busy={change.isPending}
          error={change.error}
          onSave={({ on, note }, evenSo) =>
            change.mutate(
              { method: 'POST', path: `${path}/end`, body: { on, reason: note, evenSo } },
              { onSuccess: close },
            )
          }
        />
      </Dialog>
      <ConfirmDialog
        opened={asking === 'mistake'}
        title={say('family.mistakeTitle', { name: one.person.name })}
        action={say('family.mistakeAction')}
        busy={change.isPending}
        error={change.error}
        onConfirm={() => change.mutate({ method: 'DELETE', path }, { onSuccess: close })}
        onClose={close}
      >
        {say('family.mistakeText')}
      </ConfirmDialog>
      <Dialog opened={asking === 'objection'} title={say('objection.title')} onClose={close}>
        <DayAndWords
          long
          words={{ lead: say('objection.lead'), day: say('objection.on'), note: say('objection.note') }}
          action={say('objection.save')}
          busy={change.isPending}
          error={change.error}
          onSave={(objection, evenSo) =>
            change.mutate(
              { method: 'PUT', path: `${path}/objection`, body: { objection, evenSo } },
              { onSuccess: close },
            )
          }
        />
      </Dialog>
    </Stack>
  );
}

type DayAndWordsProps = {
  words: { readonly lead: string; readonly day: string; readonly note: string };
  long?: boolean;
  action: string;
  busy: boolean;
  error: unknown;
  onSave: (said: { on: PlainDate; note: string }, evenSo: boolean) => void;
};

function DayAndWords({ words, long = false, action, busy, error, onSave }: DayAndWordsProps) {
  const today = useToday();
  const [on, setOn] = useState<PlainDate | null>(today);
  const [note, setNote] = useState('');
  const save = (evenSo: boolean) => on && onSave({ on, note: note.trim() }, evenSo);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(false);
  };
  const Field = long ? Textarea : TextInput;
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{words.lead}</Text>
        <DateField label={words.day} required value={on} onChange={setOn} />
        <Field label={words.note} required value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <SpecialWarning error={error} onEvenSo={() => save(true)} />
        <Button type="submit" w="fit-content" disabled={!on} loading={busy}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
