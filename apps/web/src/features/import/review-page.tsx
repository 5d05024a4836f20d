import { Anchor, Button, Group, Loader, Text } from '@mantine/core';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { RefusalError } from '../../lib/api/failures.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { importQuery } from './import.api.ts';
import { useImportTexts } from './import-texts.ts';
import { Review } from './review.tsx';

/** One import, whatever has become of it: being read, to be checked, failed, done. */
export function ReviewPage() {
  const say = useImportTexts();
  const { importId } = useParams({ strict: false }) as { importId: string };
  const { data, error, refetch } = useQuery(importQuery(importId));
  if (error && !data) {
    return (
      <Page title={say('title')}>
        <RefusalMessage error={error} again={() => void refetch()} />
      </Page>
    );
  }
  if (!data) return <Loading />;
  if (data.state === 'received' || data.state === 'reading') {
    return (
      <Page title={say('reading.title', { name: data.name })} lead={say('reading.lead')} width="measure">
        <Group component="output" gap="sm">
          <Loader size="sm" />
          <Text>{say('state.reading')}</Text>
        </Group>
      </Page>
    );
  }
  if (data.state === 'failed') {
    const code = data.failure && isRefusalCode(data.failure) ? data.failure : 'file.damaged';
    return (
      <Page title={say('failed.title')} lead={data.name} width="measure">
        <RefusalMessage error={new RefusalError(code, { status: 422 })} />
        <Group>
          <Button component={Link} to="/import">
            {say('failed.again')}
          </Button>
        </Group>
      </Page>
    );
  }
  if (data.state === 'applied') {
    return (
      <Page title={say('applied.title')} lead={data.name} width="measure">
        <Anchor component={Link} to={`/roadmap/${data.roadmapId ?? ''}`}>
          {say('applied.open')}
        </Anchor>
      </Page>
    );
  }
  if (!data.draft || !data.source) {
    return (
      <Page title={data.name} width="measure">
        <RefusalMessage error={new RefusalError('import.discarded', { status: 409 })} />
      </Page>
    );
  }
  return (
    <Page title={say('review.title', { name: data.name })}>
      <Review
        key={data.id}
        answer={{ ...data, draft: data.draft as RoadmapDraft, source: data.source as unknown as SourceDocument }}
      />
    </Page>
  );
}
