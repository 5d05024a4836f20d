import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconBack } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { BatchEntries } from './batch-entries.tsx';
import { useConsentsTexts } from './consents-texts.ts';
import { HomelessPages } from './homeless-pages.tsx';
import { type Batch, batchQuery, useDiscard } from './scans.api.ts';
import { useSkippedWords } from './skipped-words.ts';

/** One pile: how far it is, which papers were found in it, and which pages nobody knows. */
export function BatchPage() {
  const say = useConsentsTexts();
  const { batchId } = useParams({ from: '/inside/people/consents/scans/$batchId' });
  const { data, error, refetch } = useQuery(batchQuery(batchId));
  return (
    <Page
      title={data ? say('batch.title', { name: data.name }) : say('scans.title')}
      lead={data && data.pages !== null ? leadOf(say, data) : undefined}
      actions={
        <ButtonLink to="/people/consents/scans" variant="default" leftSection={<IconBack size={18} aria-hidden />}>
          {say('scans.title')}
        </ButtonLink>
      }
    >
      <PeopleTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Pile batch={data} />}
    </Page>
  );
}

function leadOf(say: ReturnType<typeof useConsentsTexts>, batch: Batch): string {
  return say('batch.lead', { pages: batch.pages ?? 0, papers: batch.consents.length, count: batch.homeless });
}

function Pile({ batch }: { batch: Batch }) {
  const say = useConsentsTexts();
  const why = useSkippedWords();
  const navigate = useNavigate();
  const discard = useDiscard(batch.id);
  const [leaving, setLeaving] = useState(false);
  if (batch.state === 'received' || batch.state === 'splitting') {
    return (
      <Stack gap="xs" role="status">
        <ProgressLine label={say('batch.looking')} done={batch.donePages} total={batch.pages ?? 0} />
        <Text size="sm" c="dimmed">
          {say('batch.leave')}
        </Text>
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      {batch.state === 'failed' && (
        <Text role="alert">{say('batch.failure', { why: batch.failure ? why(batch.failure) : '' })}</Text>
      )}
      {batch.state === 'filed' && <Text component="output">{say('batch.allFiled')}</Text>}
      {batch.consents.length > 0 && <BatchEntries batch={batch} />}
      {batch.homeless > 0 && <HomelessPages batch={batch} />}
      {batch.may.discard && (
        <Group>
          <Button variant="subtle" color="gray" onClick={() => setLeaving(true)}>
            {say('batch.discard')}
          </Button>
        </Group>
      )}
      {leaving && (
        <ConfirmDialog
          opened
          title={say('batch.discard')}
          action={say('batch.discard')}
          busy={discard.isPending}
          error={discard.error}
          onClose={() => setLeaving(false)}
          onConfirm={() =>
            discard.mutate(undefined, { onSuccess: () => void navigate({ to: '/people/consents/scans' }) })
          }
        >
          {say('batch.discardText')}
        </ConfirmDialog>
      )}
    </Stack>
  );
}
