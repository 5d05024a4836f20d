import { Anchor, Group, Radio, Stack, Text } from '@mantine/core';
import type { listImportsAnswer } from '@nastavnik/contracts/list-imports';
import type { ImportKind } from '@nastavnik/domain/people-import/import-columns';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useMay } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { IconDownload } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { listsQuery, sendList } from './lists.api.ts';
import { useListsTexts } from './lists-texts.ts';

const ENDINGS = ['.xlsx', '.csv'];

export const LIST_TONE = {
  received: 'open',
  checking: 'open',
  checked: 'awaiting',
  applying: 'open',
  applied: 'done',
  failed: 'late',
  discarded: 'quiet',
} as const;

/** Where the school's lists come in; and what was begun and not finished. */
export function ListsPage() {
  const say = useListsTexts();
  const navigate = useNavigate();
  const mayMerge = useMay('editPupils');
  const client = useQueryClient();
  const { data, error: listError, refetch } = useQuery(listsQuery);
  const [kind, setKind] = useState<ImportKind>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const kinds = data?.may.import ?? [];
  const chosen = kind ?? kinds.find((each) => each === 'pupils') ?? kinds[0];
  const send = async (file: File, of: ImportKind) => {
    setBusy(true);
    setError(undefined);
    try {
      const { id } = await sendList(of, file);
      await client.invalidateQueries({ queryKey: listsQuery.queryKey });
      await navigate({ to: '/people/lists/$importId', params: { importId: id } });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const shown = data?.imports.filter(({ state }) => state !== 'discarded') ?? [];
  const unfinished = shown.filter(({ state }) => state !== 'applied');
  const done = shown.filter(({ state }) => state === 'applied');
  return (
    <Page title={say('title')} lead={say('lead')}>
      <PeopleTabs />
      {listError && <RefusalMessage error={listError} again={() => void refetch()} />}
      {!data && !listError && <Loading />}
      {unfinished.length > 0 && (
        <Section title={say('unfinished')}>
          {unfinished.map((each) => (
            <ImportLine key={each.id} one={each} />
          ))}
        </Section>
      )}
      {chosen && (
        <Section title={say('begin')} lead={say('order')}>
          <Radio.Group
            label={say('kind')}
            value={chosen}
            onChange={(value) => setKind(kinds.find((each) => each === value))}
          >
            <Stack gap="sm" mt="xs">
              {kinds.map((each) => (
                <Radio key={each} value={each} label={say(`kind.${each}`)} description={say(`kind.${each}.what`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Group gap="xs">
            <IconDownload size={18} aria-hidden />
            <Anchor href={`/api/v1/list-import-templates/${chosen}`} download>
              {say('template', { what: say(`kind.${chosen}`).toLocaleLowerCase() })}
            </Anchor>
            <Text size="sm" c="dimmed">
              {say('templateHint')}
            </Text>
          </Group>
          <FileDrop
            endings={ENDINGS}
            limitMegabytes={10}
            busy={busy}
            onFiles={([file]) => file && void send(file, chosen)}
          >
            {say('drop')}
          </FileDrop>
          <RefusalMessage error={error} />
        </Section>
      )}
      {done.length > 0 && (
        <Section title={say('done')}>
          {done.map((each) => (
            <ImportLine key={each.id} one={each} />
          ))}
        </Section>
      )}
      {mayMerge && (
        <Group gap="lg">
          <TextLink to="/people/duplicates" size="sm">
            {say('duplicates')}
          </TextLink>
          <TextLink to="/people/contingent" size="sm">
            {say('contingent')}
          </TextLink>
        </Group>
      )}
    </Page>
  );
}

type Summary = z.infer<typeof listImportsAnswer>['imports'][number];

function ImportLine({ one }: { one: Summary }) {
  const say = useListsTexts();
  const language = useLanguage();
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Group gap="xs">
          <Text fw={500}>{one.fileName}</Text>
          <StateBadge tone={LIST_TONE[one.state]}>{say(`state.${one.state}`)}</StateBadge>
        </Group>
        <Text size="sm" c="dimmed">
          {say('line', {
            kind: say(`kind.${one.kind}`),
            who: one.receivedBy,
            when: momentInWords(one.receivedAt, language),
          })}
        </Text>
      </div>
      <ButtonLink
        to="/people/lists/$importId"
        params={{ importId: one.id }}
        variant={one.state === 'checked' ? 'filled' : 'default'}
        size="xs"
      >
        {say(one.state === 'checked' ? 'continue' : 'look')}
      </ButtonLink>
    </Group>
  );
}
