import { ActionIcon, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import type { MentorFolder } from '@nastavnik/contracts/mentors';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconAdd, IconRemove } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

/** C1: achievements by field, with what proves them. */
export function AchievementsSection({ folder }: { folder: MentorFolder }) {
  const say = useParticipantsTexts();
  const language = useLanguage();
  const [adding, setAdding] = useState(false);
  const record = useRecord();
  return (
    <Section
      title={say('achievements.title')}
      actions={
        folder.may.addAchievement && (
          <Button variant="default" leftSection={<IconAdd size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {say('achievements.add')}
          </Button>
        )
      }
    >
      {folder.achievements.length === 0 ? (
        <Text c="dimmed">{say('achievements.empty')}</Text>
      ) : (
        <List>
          {folder.achievements.map((each) => (
            <List.Item key={each.id}>
              <Group gap="xs" wrap="nowrap">
                <span>
                  {each.field}: {each.title}
                  {each.achievedOn && `, ${dayInFigures(each.achievedOn, language)}`}
                  {each.proof && each.proof.kind !== 'file' && ` (${each.proof.reference})`}
                </span>
                {each.may.remove && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={say('achievements.remove', { title: each.title })}
                    onClick={() =>
                      record.mutate({ method: 'DELETE', path: `/mentors/${folder.personId}/achievements/${each.id}` })
                    }
                  >
                    <IconRemove size={16} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      <RefusalMessage error={record.error} />
      {adding && <AchievementForm personId={folder.personId} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function AchievementForm({ personId, onClose }: { personId: string; onClose: () => void }) {
  const say = useParticipantsTexts();
  const today = useToday();
  const record = useRecord();
  const [field, setField] = useState('');
  const [title, setTitle] = useState('');
  const [day, setDay] = useState<PlainDate | null>(null);
  const [proof, setProof] = useState('');
  const reference = proof.trim();
  const body = {
    field: field.trim(),
    title: title.trim(),
    achievedOn: day,
    proof: reference ? { kind: /^https?:/.test(reference) ? 'link' : 'certificate', reference } : null,
  };
  const save = (evenSo: boolean) =>
    record.mutate(
      { method: 'POST', path: `/mentors/${personId}/achievements`, body: { ...body, evenSo } },
      { onSuccess: onClose },
    );
  return (
    <Dialog opened title={say('achievements.add')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        <Stack gap="md">
          <TextInput
            label={say('achievements.field')}
            required
            maxLength={100}
            value={field}
            onChange={(event) => setField(event.currentTarget.value)}
          />
          <TextInput
            label={say('achievements.name')}
            required
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <DateField label={say('achievements.on')} max={today} value={day} onChange={setDay} />
          <TextInput
            label={say('achievements.proof')}
            maxLength={500}
            value={proof}
            onChange={(event) => setProof(event.currentTarget.value)}
          />
          <SpecialWarning error={record.error} onEvenSo={() => save(true)} />
          <Button type="submit" loading={record.isPending} disabled={!body.field || !body.title}>
            {say('achievements.add')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
