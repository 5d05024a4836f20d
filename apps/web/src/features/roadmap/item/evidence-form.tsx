import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import type { Occurrence, Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { useToday } from '../../../lib/session.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { toldAbout } from '../../../ui/toast.tsx';
import { useItemCommand } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';

const KINDS = ['file', 'document', 'link'] as const;
type Kind = (typeof KINDS)[number];
/** What schools keep as proof; the server looks at the bytes again. */
export const PROOF_ENDINGS = [
  '.pdf',
  '.docx',
  '.doc',
  '.odt',
  '.xlsx',
  '.xls',
  '.ods',
  '.pptx',
  '.rtf',
  '.jpg',
  '.jpeg',
  '.png',
  '.gif',
  '.webp',
  '.heic',
  '.tif',
  '.tiff',
  '.mp4',
] as const;

type EvidenceFormProps = { plan: Roadmap; occurrence: Occurrence; onClose: () => void };

/** A proof: a file, a document's number and date, or a link. */
export function EvidenceForm({ plan, occurrence, onClose }: EvidenceFormProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const command = useItemCommand(plan.id);
  const [kind, setKind] = useState<Kind>('file');
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<PlainDate | null>(today);
  const send = (body: unknown) =>
    command.mutate(
      { path: `/occurrences/${occurrence.id}/evidence`, body },
      {
        onSuccess: () => {
          toldAbout(say('evidence.taken'));
          onClose();
        },
      },
    );
  const sendFile = (file: File | undefined) => {
    if (!file) return;
    const body = new FormData();
    // The field stands before the bytes: it is known when they arrive.
    body.append('title', title.trim() || file.name);
    body.append('file', file);
    send(body);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (kind === 'link') send({ kind, title: title.trim() || url, url: url.trim() });
        if (kind === 'document') send({ kind, title: title.trim(), number: number.trim(), date });
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={say('evidence.kind')}
          value={kind}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? 'file')}
          data={KINDS.map((value) => ({ value, label: say(`evidence.kind.${value}`) }))}
        />
        {kind === 'file' && (
          <FileDrop
            endings={PROOF_ENDINGS}
            limitMegabytes={20}
            busy={command.isPending}
            onFiles={(files) => sendFile(files[0])}
          >
            {say('evidence.fileHint')}
          </FileDrop>
        )}
        {kind === 'link' && (
          <TextInput
            label={say('evidence.url')}
            type="url"
            required
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        )}
        {kind !== 'file' && (
          <TextInput
            label={say(kind === 'document' ? 'evidence.documentTitle' : 'evidence.linkTitle')}
            required={kind === 'document'}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
        {kind === 'document' && (
          <Group gap="sm" align="flex-start">
            <TextInput
              label={say('evidence.number')}
              required
              w="10rem"
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
            <DateField label={say('evidence.date')} required value={date} onChange={setDate} />
          </Group>
        )}
        <RefusalMessage error={command.error} />
        <Group gap="xs">
          {kind !== 'file' && (
            <Button type="submit" loading={command.isPending}>
              {say('evidence.do')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {say('edit.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
