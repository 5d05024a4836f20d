import { Group, Stack, Text } from '@mantine/core';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { IconChart, IconHistory, IconPrint } from '../../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../../ui/links.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { isRunning, ROADMAP_TONES } from '../item/state-words.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { HeadButton } from './head-button.tsx';
import { NextStep } from './next-step.tsx';
import classes from './plan-head.module.css';
import { Stamps } from './stamps.tsx';

const PrintDialog = lazy(() => import('./print-dialog.tsx').then(({ PrintDialog: dialog }) => ({ default: dialog })));
const PlanHistory = lazy(() => import('./plan-history.tsx').then(({ PlanHistory: panel }) => ({ default: panel })));

/** How the plan stands: its state in words, how much of it is done, its stamps, and what comes next. */
export function PlanHead({ plan }: { plan: Roadmap }) {
  const say = useRoadmapTexts();
  const done = plan.stages.reduce((sum, stage) => sum + stage.done, 0);
  const due = plan.stages.reduce((sum, stage) => sum + stage.due, 0);
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <StateBadge tone={ROADMAP_TONES[plan.state]}>{say(`roadmap.${plan.state}`)}</StateBadge>
        {plan.edition > 1 && (
          <Text span size="sm" c="dimmed">
            {say('head.edition', { edition: plan.edition })}
          </Text>
        )}
        {plan.amends && (
          <TextLink to="/roadmap/$roadmapId/difference" params={{ roadmapId: plan.id }}>
            {say('head.difference')}
          </TextLink>
        )}
        {plan.supersededBy && (
          <TextLink to="/roadmap/$roadmapId" params={{ roadmapId: plan.supersededBy }}>
            {say('head.newer')}
          </TextLink>
        )}
      </Group>
      {plan.organizations.map(({ name, language }) => (
        <Text key={name} size="sm" lang={language} className={classes['printed']}>
          {name}
        </Text>
      ))}
      {isRunning(plan) && due > 0 && (
        <div className={classes['progress']}>
          <ProgressLine label={say('head.done')} done={done} total={due} />
        </div>
      )}
      <Stamps approvals={plan.approvals} />
      <NextStep plan={plan} />
    </Stack>
  );
}

export function HeadActions({ plan }: { plan: Roadmap }) {
  const say = useRoadmapTexts();
  const [open, setOpen] = useState<'print' | 'history'>();
  const indicators = useMay('seeIndicators');
  const close = () => setOpen(undefined);
  return (
    <>
      {indicators && (
        <ButtonLink
          variant="default"
          to="/roadmap/$roadmapId/indicators"
          params={{ roadmapId: plan.id }}
          leftSection={<IconChart size={18} aria-hidden />}
        >
          {say('head.indicators')}
        </ButtonLink>
      )}
      <HeadButton icon={IconHistory} onClick={() => setOpen('history')}>
        {say('head.history')}
      </HeadButton>
      {plan.may.print && (
        <HeadButton icon={IconPrint} onClick={() => setOpen('print')}>
          {say('head.print')}
        </HeadButton>
      )}
      <Suspense>
        {open === 'print' && <PrintDialog plan={plan} onClose={close} />}
        {open === 'history' && <PlanHistory plan={plan} onClose={close} />}
      </Suspense>
    </>
  );
}
