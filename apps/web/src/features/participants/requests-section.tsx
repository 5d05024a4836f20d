import { Button, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { MenteeRequestView } from '@nastavnik/contracts/mentee-requests';
import type { Participant } from '@nastavnik/contracts/participants';
import { REDIRECT_TARGETS, REQUEST_RESULTS } from '@nastavnik/domain/participants/request-states';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { REQUEST_TONE, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconAdd } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { requestsQuery, useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';
import { RequestForm } from './request-form.tsx';

/** What the mentee asks for: the needs in short, and every note they come from. */
export function RequestsSection({ participant }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const words = usePeopleWords();
  const { data, error, refetch } = useQuery(requestsQuery(participant.id));
  const [editing, setEditing] = useState<MenteeRequestView | 'new'>();
  return (
    <Section
      title={say('requests.title')}
      actions={
        data?.may.add && (
          <Button leftSection={<IconAdd size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {say('requests.add')}
          </Button>
        )
      }
    >
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.requests.length === 0 && <Text c="dimmed">{say('requests.empty')}</Text>}
      {data && data.needs.length > 0 && (
        <List aria-label={say('requests.needs')}>
          {data.needs.map((need) => (
            <List.Item key={need.requestIds[0]}>
              {need.theme ?? say('requests.noTheme')}, {words(`request.urgency.${need.urgency}`)},{' '}
              {say('requests.sources', { count: need.sources.length })}
            </List.Item>
          ))}
        </List>
      )}
      <Stack gap="md">
        {data?.requests.map((request) => (
          <RequestCard key={request.id} request={request} onEdit={() => setEditing(request)} />
        ))}
      </Stack>
      <SidePanel
        opened={editing !== undefined}
        title={say(editing === 'new' ? 'requests.add' : 'request.edit')}
        onClose={() => setEditing(undefined)}
      >
        {editing && (
          <RequestForm
            participant={participant}
            request={editing === 'new' ? undefined : editing}
            onDone={() => setEditing(undefined)}
          />
        )}
      </SidePanel>
    </Section>
  );
}

const PLAIN = ['submit', 'accept', 'cancel'] as const;
const WITH_WORDS = ['return', 'redirect', 'close'] as const;

function RequestCard({ request, onEdit }: { request: MenteeRequestView; onEdit: () => void }) {
  const say = useParticipantsTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  const record = useRecord();
  const [asking, setAsking] = useState<(typeof WITH_WORDS)[number]>();
  const give = (command: object, evenSo = false) =>
    record.mutate(
      {
        method: 'POST',
        path: `/mentee-requests/${request.id}/commands`,
        body: { version: request.version, command, evenSo },
      },
      {
        onSuccess: () => {
          setAsking(undefined);
          toldAbout(say('request.said'));
        },
      },
    );
  return (
    <Stack gap={6} component="article" aria-label={request.theme?.name ?? say('requests.noTheme')}>
      <Group gap="sm">
        <Text fw={600}>{request.theme?.name ?? say('requests.noTheme')}</Text>
        <StateBadge tone={REQUEST_TONE[request.state]}>{words(`request.state.${request.state}`)}</StateBadge>
      </Group>
      {request.description && <Text className="measure">{request.description}</Text>}
      {request.wishedResult && (
        <Text size="sm">
          {say('request.wishedResult')}: {request.wishedResult}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {say(`request.source.${request.source}`)}, {dayInFigures(request.foundOn, language)},{' '}
        {words(`request.urgency.${request.urgency}`)}
      </Text>
      {request.note && <Text size="sm">{request.note}</Text>}
      <Group gap="xs" className="no-print">
        {request.may.edit && (
          <Button size="xs" variant="default" onClick={onEdit}>
            {say('request.edit')}
          </Button>
        )}
        {PLAIN.filter((each) => request.may[each]).map((each) => (
          <Button key={each} size="xs" variant="default" onClick={() => give({ command: each })}>
            {say(`request.${each}`)}
          </Button>
        ))}
        {WITH_WORDS.filter((each) => request.may[each]).map((each) => (
          <Button key={each} size="xs" variant="default" onClick={() => setAsking(each)}>
            {say(`request.${each}`)}
          </Button>
        ))}
      </Group>
      {!asking && <RefusalMessage error={record.error} />}
      {asking && (
        <Dialog opened title={say(`request.${asking}`)} onClose={() => setAsking(undefined)}>
          <Asked command={asking} error={record.error} busy={record.isPending} onGive={give} />
        </Dialog>
      )}
    </Stack>
  );
}

type AskedProps = {
  command: (typeof WITH_WORDS)[number];
  error: unknown;
  busy: boolean;
  onGive: (command: object, evenSo: boolean) => void;
};

function Asked({ command, error, busy, onGive }: AskedProps) {
  const say = useParticipantsTexts();
  const [remark, setRemark] = useState('');
  const [to, setTo] = useState<string>(REDIRECT_TARGETS[0]);
  const [result, setResult] = useState<string>(REQUEST_RESULTS[0]);
  const give = (evenSo: boolean) => {
    if (command === 'return') onGive({ command, remark: remark.trim() }, evenSo);
    else onGive(command === 'redirect' ? { command, to } : { command, result }, evenSo);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give(false);
      }}
    >
      <Stack gap="md">
        {command === 'return' && (
          <TextInput
            label={say('request.remark')}
            required
            maxLength={1000}
            value={remark}
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
        )}
        {command === 'redirect' && (
          <NativeSelect
            label={say('request.to')}
            value={to}
            data={REDIRECT_TARGETS.map((each) => ({ value: each, label: say(`request.to.${each}`) }))}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        )}
        {command === 'close' && (
          <NativeSelect
            label={say('request.result')}
            value={result}
            data={REQUEST_RESULTS.map((each) => ({ value: each, label: say(`request.result.${each}`) }))}
            onChange={(event) => setResult(event.currentTarget.value)}
          />
        )}
        <SpecialWarning error={error} onEvenSo={() => give(true)} />
        <Button type="submit" loading={busy} disabled={command === 'return' && remark.trim() === ''}>
          {say(`request.${command}`)}
        </Button>
      </Stack>
    </form>
  );
}
