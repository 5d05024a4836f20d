import { Button, Group, Stack, Text } from '@mantine/core';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { lazy, Suspense, useState } from 'react';
import { useToday } from '../../../lib/session.ts';
import { TextLink } from '../../../ui/links.tsx';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { toldAbout } from '../../../ui/toast.tsx';
import { isInState } from '../plan/choose-items.ts';
import type { StateFilter } from '../plan-search.ts';
import { useRoadmapCommand } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { FaultyItems } from './faulty-items.tsx';
import { nextSteps, type Step } from './next-steps.ts';
import classes from './plan-head.module.css';

const StepDialog = lazy(() => import('./step-dialog.tsx').then(({ StepDialog: dialog }) => ({ default: dialog })));

/** Steps that need no words of their own. */
const AT_ONCE: Partial<Record<Step, string>> = {
  submit: '/submit',
  askAuthority: '/ask-authority',
  enact: '/enact',
  archive: '/archive',
};

/** Who does what next, with the one button that does it. */
export function NextStep({ plan }: { plan: Roadmap }) {
  const say = useRoadmapTexts();
  const today = useToday();
  const command = useRoadmapCommand(plan.id);
  const [asked, setAsked] = useState<Step>();
  const { explain, main, others } = nextSteps(plan, today);
  const take = (step: Step) => {
    const path = AT_ONCE[step];
    command.reset();
    if (path === undefined) setAsked(step);
    else command.mutate({ path }, { onSuccess: () => toldAbout(say(`step.${step}.done`)) });
  };
  const authority = plan.outerAgreement.authority ?? say('next.someAuthority');
  return (
    <section className={classes['next']} data-alarm={plan.state === 'returned'} aria-label={say('next')}>
      <Stack gap="xs">
        <Group gap="md" justify="space-between">
          <div className={classes['words']}>
            <Text>
              {say(`next.${explain}`, { authority })}
              {plan.state === 'returned' && plan.returnComment && ` «${plan.returnComment}»`}
              {plan.amends && plan.amendmentReason && ` ${say('next.amendment', { reason: plan.amendmentReason })}`}
            </Text>
            {plan.state === 'inForce' && <ToLookAt plan={plan} />}
          </div>
          <Group gap="xs">
            {main && (
              <Button loading={command.isPending} onClick={() => take(main)}>
                {say(`step.${main}`)}
              </Button>
            )}
            {others.map((step) => (
              <Button key={step} variant="default" disabled={command.isPending} onClick={() => take(step)}>
                {say(`step.${step}`)}
              </Button>
            ))}
          </Group>
        </Group>
        <RefusalMessage error={command.error} />
        <FaultyItems plan={plan} error={command.error} />
      </Stack>
      <Suspense>
        {asked && <StepDialog key={asked} plan={plan} step={asked} onClose={() => setAsked(undefined)} />}
      </Suspense>
    </section>
  );
}

const LOOKED_AT = ['late', 'waiting', 'dueSoon'] as const satisfies readonly StateFilter[];

/** Late, waiting for the curator, due soon: each opens the items behind its number. */
function ToLookAt({ plan }: { plan: Roadmap }) {
  const say = useRoadmapTexts();
  const counts = LOOKED_AT.map((state) => ({
    state,
    count: plan.items.filter((item) => isInState(item, state)).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <Group gap="md">
      {counts.map(({ state, count }) => (
        <TextLink key={state} to="/roadmap/$roadmapId" params={{ roadmapId: plan.id }} search={{ state }}>
          {say(`look.${state}`, { count })}
        </TextLink>
      ))}
    </Group>
  );
}
