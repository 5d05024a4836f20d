import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ListImport } from '@nastavnik/contracts/list-imports';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { ApplyBar } from './apply-bar.tsx';
import { ColumnsSection } from './columns-section.tsx';
import { listQuery, useChangeList } from './lists.api.ts';
import { LIST_TONE } from './lists-page.tsx';
import { useListsTexts } from './lists-texts.ts';
import { RowsSection } from './rows-section.tsx';

/** One list on its way in: read, understood, tried dry, written. It can be left and found again at any step. */
export function ListPage() {
  const say = useListsTexts();
  const { importId } = useParams({ from: '/inside/people/lists/$importId' });
  const { data, error, refetch } = useQuery(listQuery(importId));
  return (
    <Page
      title={data ? say('page.title', { kind: say(`kind.${data.kind}`) }) : say('title')}
      lead={data?.fileName}
      actions={<TextLink to="/people/lists">{say('all')}</TextLink>}
    >
      <PeopleTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Steps list={data} />}
    </Page>
  );
}

function Steps({ list }: { list: ListImport }) {
  const say = useListsTexts();
  const refusal = useRefusalTexts();
  const { show } = useSearch({ from: '/inside/people/lists/$importId' });
  const navigate = useNavigate({ from: '/people/lists/$importId' });
  const discard = useChangeList(list.id);
  const takeAway = () =>
    discard.mutate(
      { method: 'POST', path: 'discard' },
      {
        onSuccess: () => {
          toldAbout(say('discarded'));
          void navigate({ to: '/people/lists' });
        },
      },
    );
  return (
    <Stack gap="lg">
      <Group gap="sm" justify="space-between">
        <StateBadge tone={LIST_TONE[list.state]}>{say(`state.${list.state}`)}</StateBadge>
        {list.may.discard && (
          <Button variant="subtle" color="gray" loading={discard.isPending} onClick={takeAway}>
            {say('discard')}
          </Button>
        )}
      </Group>
      <RefusalMessage error={discard.error} />
      {(list.state === 'received' || list.state === 'checking') && (
        <div role="status">
          <Text mb="sm">{say('checking')}</Text>
          <Loading lines={3} />
        </div>
      )}
      {list.state === 'applying' && (
        <div role="status">
          <ProgressLine label={say('applying')} done={list.progress?.done ?? 0} total={list.progress?.total ?? 0} />
          <Text size="sm" c="dimmed" mt="xs">
            {say('applyingHint')}
          </Text>
        </div>
      )}
      {list.failure !== null && (
        <Alert variant="default" color="red" role="alert">
          <Text>{isRefusalCode(list.failure) ? refusal(list.failure) : refusal('failure.defect')}</Text>
          <Text size="sm">{say('failed')}</Text>
        </Alert>
      )}
      {list.state === 'applied' && list.counts && <Result list={list} />}
      {list.state === 'checked' && list.columns.length > 0 && <ColumnsSection key={list.version} list={list} />}
      {list.counts && (list.state === 'checked' || list.state === 'applied') && (
        <RowsSection
          list={list}
          shown={show}
          onShow={(next) => void navigate({ search: { show: next }, replace: true })}
        />
      )}
      {list.state === 'checked' && list.counts && <ApplyBar list={list} />}
    </Stack>
  );
}

/** Where what a list has brought is looked at. */
const TO = {
  employees: '/people',
  pupils: '/people/pupils',
  representatives: '/people/pupils',
  classes: '/people/pupils',
  contingent: '/people/contingent',
} as const;

function Result({ list }: { list: ListImport }) {
  const say = useListsTexts();
  const { counts } = list;
  if (!counts) return null;
  return (
    <Stack gap="sm" align="flex-start">
      <Text fw={600}>
        {[
          counts.new > 0 && say('result.new', { count: counts.new }),
          counts.changed > 0 && say('result.changed', { count: counts.changed }),
          counts.duplicateSuspected > 0 && say('result.decided', { count: counts.duplicateSuspected }),
          counts.unchanged > 0 && say('result.unchanged', { count: counts.unchanged }),
        ]
          .filter(Boolean)
          .join(', ')}
      </Text>
      {counts.error > 0 && <Text>{say('result.left', { count: counts.error })}</Text>}
      <Group gap="xs">
        <ButtonLink to={TO[list.kind]}>{say(`result.${TO[list.kind]}`)}</ButtonLink>
        <ButtonLink to="/people/lists" variant="default">
          {say('result.more')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
