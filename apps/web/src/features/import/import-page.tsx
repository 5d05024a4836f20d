import { Anchor, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { ImportAnswer } from '@nastavnik/contracts/imports';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { dayInWords, momentInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldRefusal, undoable } from '../../ui/toast.tsx';
import { discardImport, importsQuery, restoreImport, sendFile, sendPasted } from './import.api.ts';
import { useImportTexts } from './import-texts.ts';
import classes from './plan-view.module.css';

const ENDINGS = ['.docx', '.doc', '.pdf', '.xlsx', '.odt', '.html', '.htm', '.txt', '.tsv', '.csv'];

const TONE = {
  received: 'quiet',
  reading: 'open',
  read: 'awaiting',
  failed: 'late',
  applied: 'done',
  discarded: 'quiet',
} as const;

type Summary = Omit<ImportAnswer, 'source' | 'draft' | 'period' | 'settled' | 'version' | 'editionsOf' | 'may'>;

/** Where a roadmap comes in: dropped, chosen or pasted; and what was begun and not finished. */
export function ImportPage() {
  const say = useImportTexts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data, error: listError, refetch } = useQuery(importsQuery);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [pasting, setPasting] = useState(false);

  const take = async (send: () => Promise<{ id: string }>) => {
    setBusy(true);
    setError(undefined);
    try {
      const { id } = await send();
      await client.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
      await navigate({ to: '/import/$importId', params: { importId: id } });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  const imports: readonly Summary[] = data?.imports ?? [];
  const unfinished = imports.filter((each) => each.state !== 'applied' && each.state !== 'discarded');
  const done = imports.filter((each) => each.state === 'applied');
  return (
    <Page title={say('title')} lead={say('lead')}>
      <FileDrop
        endings={ENDINGS}
        limitMegabytes={20}
        busy={busy}
        onFiles={([file]) => file && void take(() => sendFile(file))}
      >
        <Stack gap={4} align="center">
          {say('drop.what')}
          <Group gap="md" justify="center">
            <Button variant="subtle" size="compact-md" onClick={() => setPasting(true)}>
              {say('paste.open')}
            </Button>
            <Anchor component={Link} to={'/roadmap/new' as string}>
              {say('template.instead')}
            </Anchor>
          </Group>
        </Stack>
      </FileDrop>
      <RefusalMessage error={error} />
      <PasteDialog
        opened={pasting}
        busy={busy}
        onClose={() => setPasting(false)}
        onRead={(pasted) => {
          setPasting(false);
          void take(() => sendPasted(pasted));
        }}
      />
      {listError && <RefusalMessage error={listError} again={() => void refetch()} />}
      {!data && !listError && <Loading lines={3} />}
      {unfinished.length > 0 && (
        <Section title={say('list.title')}>
          <Stack gap={0}>
            {unfinished.map((each) => (
              <ImportRow key={each.id} summary={each} />
            ))}
          </Stack>
        </Section>
      )}
      {done.length > 0 && (
        <Section title={say('list.done')}>
          <Stack gap={0}>
            {done.map((each) => (
              <ImportRow key={each.id} summary={each} />
            ))}
          </Stack>
        </Section>
      )}
    </Page>
  );
}

function ImportRow({ summary }: { summary: Summary }) {
  const say = useImportTexts();
  const today = useToday();
  const language = useLanguage();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: importsQuery.queryKey });
  const discard = async () => {
    try {
      await discardImport(summary.id);
      await refresh();
      undoable(say('discarded', { name: summary.name }), async () => {
        await restoreImport(summary.id);
        await refresh();
      });
    } catch (failure) {
      toldRefusal(failure);
    }
  };
  const unfinished = summary.state !== 'applied';
  return (
    <Group className={classes['activity']} justify="space-between" gap="sm">
      <div>
        <Group gap="xs">
          <Text fw={500}>{summary.name}</Text>
          <StateBadge tone={TONE[summary.state]}>{say(`state.${summary.state}`)}</StateBadge>
        </Group>
        {summary.state === 'read' && (
          <Text size="sm">
            {say('list.counts', { stages: summary.stages, activities: summary.activities, remarks: summary.remarks })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {say('list.by', { who: summary.receivedBy, when: momentInWords(summary.receivedAt, language) })}
          {unfinished && `, ${say('list.until', { day: dayInWords(summary.expiresOn, today, language) })}`}
        </Text>
      </div>
      <Group gap="xs">
        {summary.state === 'applied' ? (
          <Button component={Link} to={`/roadmap/${summary.roadmapId ?? ''}`} variant="default">
            {say('applied.open')}
          </Button>
        ) : (
          <>
            <Button
              component={Link}
              to={`/import/${summary.id}`}
              variant={summary.state === 'read' ? 'filled' : 'default'}
            >
              {summary.state === 'read' ? say('open') : say('look')}
            </Button>
            <Button variant="subtle" onClick={() => void discard()}>
              {say('discard')}
            </Button>
          </>
        )}
      </Group>
    </Group>
  );
}

type PasteDialogProps = {
  opened: boolean;
  busy: boolean;
  onClose: () => void;
  onRead: (pasted: { name: string; text: string; html: string | null }) => void;
};

/** A table copied from Word or a site comes with its cells when the clipboard has them. */
function PasteDialog({ opened, busy, onClose, onRead }: PasteDialogProps) {
  const say = useImportTexts();
  const [text, setText] = useState('');
  const html = useRef<string | null>(null);
  return (
    <Modal opened={opened} onClose={onClose} title={say('paste.title')} size="xl">
      <Stack>
        <Textarea
          data-autofocus
          label={say('paste.title')}
          description={say('paste.hint')}
          minRows={10}
          maxRows={20}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (!event.currentTarget.value) html.current = null;
          }}
          onPaste={(event) => {
            // The rich form is of use only when it is the whole of what is pasted.
            html.current = text.trim() ? null : event.clipboardData.getData('text/html') || null;
          }}
        />
        <Group justify="flex-end">
          <Button
            loading={busy}
            disabled={!text.trim()}
            onClick={() => onRead({ name: say('paste.name'), text, html: html.current })}
          >
            {say('paste.read')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
