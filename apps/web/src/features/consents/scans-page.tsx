import { Stack, Text } from '@mantine/core';
import type { scanBatchesAnswer } from '@nastavnik/contracts/scans';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { IconBack } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import classes from './consents.module.css';
import { useConsentsTexts } from './consents-texts.ts';
import { batchesQuery, useBringPile } from './scans.api.ts';

/** Signed papers come back: one file with a pile of scans, which find their consents by their square codes. */
export function ScansPage() {
  const say = useConsentsTexts();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(batchesQuery);
  const bring = useBringPile();
  return (
    <Page
      title={say('scans.title')}
      lead={say('scans.lead')}
      actions={
        <ButtonLink to="/people/consents" variant="default" leftSection={<IconBack size={18} aria-hidden />}>
          {say('back')}
        </ButtonLink>
      }
    >
      <PeopleTabs />
      <FileDrop
        endings={['.pdf']}
        limitMegabytes={20}
        busy={bring.isPending}
        onFiles={([file]) =>
          file &&
          bring.mutate(file, {
            onSuccess: ({ id, known }) => {
              if (known) toldAbout(say('scans.known'));
              void navigate({ to: '/people/consents/scans/$batchId', params: { batchId: id } });
            },
          })
        }
      >
        {say('scans.drop')}
      </FileDrop>
      <RefusalMessage error={bring.error} />
      <Text size="sm">{say('scans.one')}</Text>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {data && data.batches.length > 0 && (
        <Section title={say('scans.list')}>
          <ul className={classes['lacking']}>
            {data.batches.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

type Summary = z.infer<typeof scanBatchesAnswer>['batches'][number];

const TONE = { received: 'open', splitting: 'open', split: 'awaiting', filed: 'done', failed: 'late' } as const;

function BatchRow({ batch }: { batch: Summary }) {
  const say = useConsentsTexts();
  const language = useLanguage();
  return (
    <li className={classes['lack']}>
      <Stack gap={0}>
        <TextLink to="/people/consents/scans/$batchId" params={{ batchId: batch.id }}>
          {batch.name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {momentInWords(batch.createdAt, language)}, {batch.createdBy}
        </Text>
      </Stack>
      <StateBadge tone={TONE[batch.state]}>
        {batch.state === 'split' && batch.homeless > 0
          ? say('batch.homeless', { count: batch.homeless })
          : say(`batch.${batch.state}`)}
      </StateBadge>
    </li>
  );
}
