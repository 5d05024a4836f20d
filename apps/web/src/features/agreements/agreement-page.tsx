import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { momentInWords, spanInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { IconBack } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { type Agreement, agreementQuery } from './agreements.api.ts';
import { useAgreementsTexts } from './agreements-texts.ts';
import { DecisionForm } from './decision-form.tsx';
import { HandedPlan } from './handed-plan.tsx';
import { REQUEST_TONE } from './request-tone.ts';

/** One request: the plan as it was handed in, and the decision. */
export function AgreementPage() {
  const say = useAgreementsTexts();
  const { requestId } = useParams({ from: '/inside/agreements/$requestId' });
  const { data, error, refetch } = useQuery(agreementQuery(requestId));
  if (!data) {
    return (
      <Page title={say('title')}>
        {error ? <RefusalMessage error={error} again={() => void refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <Page
      title={data.organization}
      lead={data.title}
      actions={
        <ButtonLink to="/agreements" variant="default" leftSection={<IconBack size={18} aria-hidden />}>
          {say('one.back')}
        </ButtonLink>
      }
    >
      <Standing agreement={data} />
      <HandedPlan stages={data.stages} />
      {data.state === 'asked' && <DecisionForm agreement={data} />}
    </Page>
  );
}

function Standing({ agreement }: { agreement: Agreement }) {
  const say = useAgreementsTexts();
  const today = useToday();
  const language = useLanguage();
  const { askedAt, comment, decidedAt, period, state } = agreement;
  const decided = (state === 'agreed' || state === 'returned') && decidedAt !== null;
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <StateBadge tone={REQUEST_TONE[state]}>{say(`state.${state}`)}</StateBadge>
        <Text>{say('one.period', { period: spanInWords(period, today, language) })}</Text>
        <Text c="dimmed">{say('one.asked', { moment: momentInWords(askedAt, language) })}</Text>
      </Group>
      {decided && <Text>{say(`decided.${state}`, { moment: momentInWords(decidedAt, language) })}</Text>}
      {comment && <Text>{say('decided.comment', { comment })}</Text>}
    </Stack>
  );
}
