import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { formsAnswer, type MentoringFormView } from '@nastavnik/contracts/mentoring-forms';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconAdd } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useFormsTexts } from './forms-texts.ts';
import { OwnFormDialog } from './own-form-dialog.tsx';

const formsQuery = queryOptions({
  queryKey: ['mentoring-forms'],
  queryFn: ({ signal }) => ask('GET', '/mentoring-forms', formsAnswer, { signal }),
});

/** A10: which forms of mentoring work here, and by whose decision. */
export function FormsPage() {
  const say = useFormsTexts();
  const { data, error, refetch } = useQuery(formsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      width="measure"
      actions={
        data?.may.add && (
          <Button variant="default" leftSection={<IconAdd size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        )
      }
    >
      <SettingsTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.forms
        .toSorted((one, other) => Number(other.enabled) - Number(one.enabled))
        .map((form) => (
          <FormSection key={form.id} form={form} />
        ))}
      {adding && <OwnFormDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function FormSection({ form }: { form: MentoringFormView }) {
  const say = useFormsTexts();
  const language = useLanguage();
  const [deciding, setDeciding] = useState(false);
  const side = (rule: MentoringFormView['definition']['mentor']) =>
    rule.standings
      .map((each) => say(each === 'employee' && rule.teachersOnly ? 'side.teacher' : `side.${each}`))
      .join(', ');
  return (
    <Section
      title={form.name}
      lead={say('sides', { mentor: side(form.definition.mentor), mentee: side(form.definition.mentee) })}
      actions={
        form.may.decide && (
          <Button variant="default" size="xs" onClick={() => setDeciding(true)}>
            {say(form.enabled ? 'switch.off' : 'switch.on')}
          </Button>
        )
      }
    >
      <Group gap="sm">
        <StateBadge tone={form.enabled ? 'done' : 'quiet'}>{say(form.enabled ? 'on' : 'off')}</StateBadge>
        {form.participants > 0 && <Text size="sm">{say('participants', { count: form.participants })}</Text>}
      </Group>
      {form.decisions.length > 0 && (
        <List size="sm" aria-label={say('history')}>
          {form.decisions.map((each) => (
            <List.Item key={each.recordedAt}>
              {say(each.enabled ? 'history.on' : 'history.off', {
                document: each.document,
                day: dayInFigures(each.decidedOn, language),
              })}
              {each.note && `. ${each.note}`}
            </List.Item>
          ))}
        </List>
      )}
      {deciding && <DecisionDialog form={form} onClose={() => setDeciding(false)} />}
    </Section>
  );
}

function DecisionDialog({ form, onClose }: { form: MentoringFormView; onClose: () => void }) {
  const say = useFormsTexts();
  const today = useToday();
  const client = useQueryClient();
  const [document, setDocument] = useState('');
  const [note, setNote] = useState('');
  const [day, setDay] = useState<PlainDate | null>(today);
  const decide = useMutation({
    mutationFn: () =>
      ask('POST', `/mentoring-forms/${form.id}/decisions`, z.null(), {
        body: { enabled: !form.enabled, decidedOn: day, document: document.trim(), note: note.trim() || null },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: formsQuery.queryKey });
      toldAbout(say('decided'));
      onClose();
    },
  });
  return (
    <Dialog
      opened
      title={say(form.enabled ? 'switch.title.off' : 'switch.title.on', { name: form.name })}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          decide.mutate();
        }}
      >
        <Stack gap="md">
          {form.enabled && <Text size="sm">{say('switch.offHint')}</Text>}
          <TextInput
            label={say('document')}
            placeholder={say('document.example')}
            required
            maxLength={200}
            value={document}
            data-autofocus
            onChange={(event) => setDocument(event.currentTarget.value)}
          />
          <DateField label={say('decidedOn')} required max={today} value={day} onChange={setDay} />
          <TextInput
            label={say('note')}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <RefusalMessage error={decide.error} />
          <Button type="submit" loading={decide.isPending} disabled={!document.trim() || day === null}>
            {say(form.enabled ? 'switch.off' : 'switch.on')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
