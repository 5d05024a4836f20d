import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { RollOverAnswer } from '@nastavnik/contracts/roll-over';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { momentInWords } from '../../lib/dates/dates.ts';
import { classesQuery } from '../../lib/school/school.api.ts';
import { schoolYearWords } from '../../lib/school-words/school-words.ts';
import { useSession } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconPupils } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { BanksSection } from './banks-section.tsx';
import { ClassesSection } from './classes-section.tsx';
import { useDecisions, withDecision } from './decisions.ts';
import { findingWords } from './finding-words.ts';
import { leavers, movers } from './plan-counts.ts';
import { previewQuery, useRollOver } from './year.api.ts';
import { useYearTexts } from './year-texts.ts';

/** To the next school year: what becomes of each class, of those who do otherwise, and of the banks; then one confirmation. */
export function YearPage() {
  const say = useYearTexts();
  const { from } = useSearch({ from: '/inside/people/year' });
  const { data, error, refetch } = useQuery(classesQuery());
  // On the first days of September the present year has no classes yet: the one that ended is rolled over.
  const ended =
    data && (data.classes.length > 0 ? data.schoolYear : data.schoolYears.find((year) => year < data.schoolYear));
  const fromYear = from ?? ended;
  return (
    <Page
      title={say('title')}
      lead={
        fromYear === undefined
          ? say('lead')
          : say('leadOf', { from: schoolYearWords(fromYear), to: schoolYearWords(fromYear + 1) })
      }
    >
      <PeopleTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && fromYear === undefined && (
        <EmptyState
          icon={IconPupils}
          title={say('empty.title')}
          action={<ButtonLink to="/people/lists">{say('empty.import')}</ButtonLink>}
        >
          {say('empty.text')}
        </EmptyState>
      )}
      {fromYear !== undefined && <Preview key={fromYear} fromYear={fromYear} />}
    </Page>
  );
}

function Preview({ fromYear }: { fromYear: number }) {
  const say = useYearTexts();
  const language = useLanguage();
  const tenantId = useSession().active?.tenantId ?? '';
  const [decisions, decide, forget] = useDecisions(`roll-over ${tenantId} ${fromYear}`);
  const { data: plan, error, refetch } = useQuery(previewQuery(fromYear, decisions));
  const [confirming, setConfirming] = useState(false);
  const apply = useRollOver();
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!plan) return <Loading />;
  const to = schoolYearWords(plan.toYear);
  if (plan.applied || apply.data) {
    return (
      <Stack gap="md" align="flex-start">
        <StateBadge tone="done">
          {plan.applied
            ? say('applied', { to, by: plan.applied.by, when: momentInWords(plan.applied.at, language) })
            : say('appliedNow', { to })}
        </StateBadge>
        {apply.data && (
          <Text>
            {say('result', {
              classes: say('n.classes', { count: apply.data.classes }),
              moved: say('n.pupils', { count: apply.data.moved }),
              left: say('n.pupils', { count: apply.data.left }),
              carried: say('n.participants', { count: apply.data.carriedOver }),
            })}
          </Text>
        )}
        {apply.data?.carriedOver !== 0 && <Text className="measure">{say('afterwards')}</Text>}
        <Group gap="xs">
          <ButtonLink to="/people/pupils" search={{ year: plan.toYear }}>
            {say('toPupils')}
          </ButtonLink>
          <ButtonLink to="/people/mentees" search={{ toConfirm: 'true' }} variant="default">
            {say('toConfirm')}
          </ButtonLink>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <Findings plan={plan} />
      <ClassesSection
        plan={plan}
        decisions={decisions}
        onClass={(id, decision) => decide({ classes: withDecision(decisions.classes, id, decision) })}
        onPupil={(id, decision) => decide({ pupils: withDecision(decisions.pupils, id, decision) })}
      />
      <BanksSection plan={plan} />
      {plan.may.apply && (
        <Group gap="md">
          <Button disabled={plan.problems.length > 0} onClick={() => setConfirming(true)}>
            {say('apply', { to })}
          </Button>
          <Text size="sm" c="dimmed">
            {plan.problems.length > 0 ? say('applyLater', { count: plan.problems.length }) : say('applyHint')}
          </Text>
        </Group>
      )}
      <ConfirmDialog
        opened={confirming}
        title={say('confirm.title', { to })}
        action={say('confirm.do')}
        busy={apply.isPending}
        error={apply.error}
        onClose={() => setConfirming(false)}
        onConfirm={() =>
          apply.mutate(
            { fromYear, decisions },
            {
              onSuccess: () => {
                forget();
                setConfirming(false);
              },
            },
          )
        }
      >
        <Stack gap="xs">
          <Text>
            {say('confirm.text', {
              classes: say('n.classes', { count: plan.classes.length }),
              moved: say('n.pupils', { count: movers(plan) }),
              left: say('n.pupils', { count: leavers(plan) }),
            })}
          </Text>
          <Text>{say('confirm.banks')}</Text>
          <Text fw={600}>{say('confirm.noWayBack')}</Text>
        </Stack>
      </ConfirmDialog>
    </Stack>
  );
}

function Findings({ plan }: { plan: RollOverAnswer }) {
  const say = useYearTexts();
  return (
    <>
      {plan.problems.length > 0 && (
        <Section title={say('problems')} lead={say('problems.lead')}>
          <List>
            {plan.problems.map((each) => (
              <List.Item key={JSON.stringify(each)}>{findingWords(say, plan, each)}</List.Item>
            ))}
          </List>
        </Section>
      )}
      {plan.remarks.length > 0 && (
        <Section title={say('remarks')}>
          <List>
            {plan.remarks.map((each) => (
              <List.Item key={JSON.stringify(each)}>{findingWords(say, plan, each)}</List.Item>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
