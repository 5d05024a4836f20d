import { Button, Group, List, Stack, Text } from '@mantine/core';
import { dismissalAnswer, type PersonCard } from '@nastavnik/contracts/persons';
import { role } from '@nastavnik/contracts/roles';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { dayInWords } from '../../lib/dates/dates.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useChangeCard } from '../../lib/school/school.api.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { undoable } from '../../ui/toast.tsx';
import { useStaffTexts } from './staff-texts.ts';

/** The end of somebody's work here, with what hangs on it shown before, and the way back. */
export function DismissalSection({ card }: { card: PersonCard }) {
  const say = useStaffTexts();
  const today = useToday();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const back = useChangeCard(card.id);
  const dismissedOn = card.employee?.dismissedOn ?? null;
  if (!card.may.dismiss || !card.employee) return null;
  return (
    <Section title={say('dismiss.title')}>
      {dismissedOn ? (
        <Group justify="space-between" gap="sm">
          <Text>{say('dismiss.is', { day: dayInWords(dismissedOn, today, language) })}</Text>
          <Button
            size="xs"
            variant="default"
            loading={back.isPending}
            onClick={() => back.mutate(dismissing(card.id, null, card.version))}
          >
            {say('dismiss.back')}
          </Button>
          <Text size="sm" c="dimmed">
            {say('dismiss.backHint')}
          </Text>
        </Group>
      ) : (
        <Button variant="default" size="xs" w="fit-content" onClick={() => setAsking(true)}>
          {say('dismiss.open')}
        </Button>
      )}
      <RefusalMessage error={back.error} />
      <Dialog
        opened={asking}
        title={say('dismiss.of', { name: card.shortName })}
        size="lg"
        onClose={() => setAsking(false)}
      >
        <DismissForm card={card} onDone={() => setAsking(false)} />
      </Dialog>
    </Section>
  );
}

function dismissing(personId: string, on: PlainDate | null, version: number) {
  return { method: 'POST' as const, path: `/employees/${personId}/dismiss`, body: { on, version } };
}

function DismissForm({ card, onDone }: { card: PersonCard; onDone: () => void }) {
  const say = useStaffTexts();
  const today = useToday();
  const change = useChangeCard(card.id);
  const [on, setOn] = useState<PlainDate | null>(today);
  const { data, error } = useQuery({
    queryKey: ['person-card', card.id, 'dismissal'],
    queryFn: ({ signal }) => ask('GET', `/employees/${card.id}/dismissal`, dismissalAnswer, { signal }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(dismissing(card.id, on, card.version), {
      onSuccess: ({ version }) => {
        onDone();
        undoable(say('dismiss.done', { name: card.shortName }), () =>
          change.mutateAsync(dismissing(card.id, null, version)),
        );
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <DateField
          label={say('dismiss.on')}
          description={say('dismiss.onHint')}
          w="100%"
          required
          value={on}
          onChange={setOn}
        />
        {!data && !error && <Loading />}
        <RefusalMessage error={error} />
        {data && <Consequences of={data} />}
        <RefusalMessage error={change.error} />
        <Button type="submit" w="fit-content" disabled={!on || !data} loading={change.isPending}>
          {say('dismiss.do')}
        </Button>
      </Stack>
    </form>
  );
}

/** What ends by itself, and what waits for somebody else. */
function Consequences({ of }: { of: z.infer<typeof dismissalAnswer> }) {
  const say = useStaffTexts();
  const people = usePeopleWords();
  const today = useToday();
  const language = useLanguage();
  const roles = of.roles.flatMap((each) => role.safeParse(each).data ?? []).map((each) => say(`role.${each}`));
  const parts = of.participations.map((each) => [people(`role.${each.role}`), each.form].filter(Boolean).join(', '));
  const ends = [
    say('dismiss.account'),
    ...(roles.length > 0 ? [say('dismiss.roles', { roles: roles.join(', ') })] : []),
    ...(of.classes.length > 0
      ? [say('dismiss.classes', { classes: of.classes.map(({ name }) => name).join(', ') })]
      : []),
    ...(parts.length > 0 ? [say('dismiss.parts', { parts: parts.join('; ') })] : []),
  ];
  const waits = [
    ...of.bodies.map((body) => say('dismiss.body', { name: body.name, office: say(`office.${body.office}`) })),
    ...of.tasks.map(({ title, due }) =>
      due ? say('dismiss.task', { title, day: dayInWords(due, today, language) }) : title,
    ),
    ...(of.taskCount > of.tasks.length ? [say('dismiss.more', { count: of.taskCount - of.tasks.length })] : []),
  ];
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{say('dismiss.ends')}</Text>
        <Lines of={ends} />
      </div>
      {waits.length > 0 && (
        <div>
          <Text fw={600}>{say('dismiss.waits')}</Text>
          <Lines of={waits} />
        </div>
      )}
    </Stack>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <List>
      {of.map((each) => (
        <List.Item key={each}>{each}</List.Item>
      ))}
    </List>
  );
}
