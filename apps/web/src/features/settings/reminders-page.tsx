import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type reminderTemplate, reminderTemplatesAnswer } from '@nastavnik/contracts/settings';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout, undoable } from '../../ui/toast.tsx';
import { remindersQuery } from './settings.api.ts';
import { SettingsFrame } from './settings-frame.tsx';
import { useSettingsTexts } from './settings-texts.ts';

type Template = z.infer<typeof reminderTemplate>;

export function RemindersPage() {
  const say = useSettingsTexts();
  const { data, error, refetch } = useQuery(remindersQuery);
  return (
    <SettingsFrame lead={say('reminders.lead')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !data.mailConfigured && <Alert variant="default">{say('reminders.noMail')}</Alert>}
      {data?.templates.map((template) => (
        <TemplateSection
          key={`${template.kind} ${template.subject} ${template.body}`}
          template={template}
          editable={data.may.edit}
        />
      ))}
    </SettingsFrame>
  );
}

function TemplateSection({ template, editable }: { template: Template; editable: boolean }) {
  const say = useSettingsTexts();
  const client = useQueryClient();
  const [subject, setSubject] = useState(template.subject);
  const [body, setBody] = useState(template.body);
  const save = useMutation({
    mutationFn: () =>
      ask('PUT', `/reminder-templates/${template.kind}`, reminderTemplatesAnswer, { body: { subject, body } }),
    onSuccess: (saved) => {
      client.setQueryData(remindersQuery.queryKey, saved);
      toldAbout(say('saved'));
    },
  });
  const ours = useMutation({
    mutationFn: () => ask('DELETE', `/reminder-templates/${template.kind}`, reminderTemplatesAnswer),
    onSuccess: (saved) => {
      client.setQueryData(remindersQuery.queryKey, saved);
      undoable(say('reminders.oursAgain'), async () => {
        const { subject: own, body: text } = template;
        const back = await ask('PUT', `/reminder-templates/${template.kind}`, reminderTemplatesAnswer, {
          body: { subject: own, body: text },
        });
        client.setQueryData(remindersQuery.queryKey, back);
      });
    },
  });
  const changed = subject !== template.subject || body !== template.body;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const lead = [say(template.optional ? 'reminders.optional' : 'reminders.obligatory')];
  if (template.changed) lead.push(say('reminders.changed'));
  return (
    <Section title={say(`reminder.${template.kind}`)} lead={lead.join(' · ')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={say('reminders.subject')}
            required
            readOnly={!editable}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
          <Textarea
            label={say('reminders.body')}
            autosize
            minRows={3}
            readOnly={!editable}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {say('reminders.placeholders', { list: template.placeholders.map((name) => `{${name}}`).join(', ') })}
          </Text>
          <RefusalMessage error={save.error ?? ours.error} />
          {editable && (changed || template.changed) && (
            <Group gap="xs">
              {changed && (
                <Button type="submit" loading={save.isPending}>
                  {say('save')}
                </Button>
              )}
              {template.changed && (
                <Button variant="subtle" color="gray" loading={ours.isPending} onClick={() => ours.mutate()}>
                  {say('reminders.ours')}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
