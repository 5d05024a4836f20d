import { ActionIcon, Anchor, Button, Group, List, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { MentorFolder } from '@nastavnik/contracts/mentors';
import type { Participant } from '@nastavnik/contracts/participants';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconRemove, IconStamp } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { type Scan, ScanField } from '../../ui/scan-field.tsx';
import { Section } from '../../ui/section.tsx';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

/** PC1: what the council said of the candidate, before any order. */
export function CouncilSection({ folder, participant }: { folder: MentorFolder; participant: Participant }) {
  const say = useParticipantsTexts();
  const language = useLanguage();
  const [adding, setAdding] = useState(false);
  const record = useRecord();
  return (
    <Section
      title={say('council.title')}
      lead={say('council.lead')}
      actions={
        participant.may.recommend && (
          <Button variant="default" leftSection={<IconStamp size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {say('council.add')}
          </Button>
        )
      }
    >
      {folder.recommendations.length === 0 && <Text c="dimmed">{say('council.empty')}</Text>}
      {folder.recommendations.length > 0 && (
        <List>
          {folder.recommendations.map((each) => (
            <List.Item key={each.id}>
              <Group gap="xs">
                <span>
                  {say('council.line', {
                    council: each.council,
                    number: each.minutesNumber,
                    day: dayInFigures(each.decidedOn, language),
                  })}
                </span>
                {each.fileId && <Anchor href={`/api/v1/files/${each.fileId}`}>{say('council.file')}</Anchor>}
                {each.may.remove && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={say('council.remove', { number: each.minutesNumber })}
                    onClick={() => record.mutate({ method: 'DELETE', path: `/recommendations/${each.id}` })}
                  >
                    <IconRemove size={16} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
              <Text size="sm">{each.words}</Text>
            </List.Item>
          ))}
        </List>
      )}
      <RefusalMessage error={record.error} />
      {adding && <CouncilForm participantId={participant.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function CouncilForm({ participantId, onClose }: { participantId: string; onClose: () => void }) {
  const say = useParticipantsTexts();
  const today = useToday();
  const record = useRecord();
  const [council, setCouncil] = useState(say('council.bodyDefault'));
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<PlainDate | null>(today);
  const [words, setWords] = useState('');
  const [scan, setScan] = useState<Scan | null>(null);
  const body = {
    council: council.trim(),
    minutesNumber: number.trim(),
    decidedOn: day,
    words: words.trim(),
    fileId: scan?.id ?? null,
  };
  const save = (evenSo: boolean) =>
    record.mutate(
      { method: 'POST', path: `/participants/${participantId}/recommendations`, body: { ...body, evenSo } },
      {
        onSuccess: () => {
          toldAbout(say('council.said'));
          onClose();
        },
      },
    );
  return (
    <Dialog opened title={say('council.add')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        <Stack gap="md">
          <TextInput
            label={say('council.body')}
            required
            maxLength={200}
            value={council}
            onChange={(event) => setCouncil(event.currentTarget.value)}
          />
          <TextInput
            label={say('council.number')}
            required
            maxLength={50}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateField label={say('council.on')} required max={today} value={day} onChange={setDay} />
          <Textarea
            label={say('council.words')}
            autosize
            minRows={2}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <ScanField scan={scan} onScan={setScan} />
          <SpecialWarning error={record.error} onEvenSo={() => save(true)} />
          <Button type="submit" loading={record.isPending} disabled={!body.council || !body.minutesNumber || !day}>
            {say('council.add')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
