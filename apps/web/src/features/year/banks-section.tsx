import { List, Text } from '@mantine/core';
import type { RollOverAnswer } from '@nastavnik/contracts/roll-over';
import { Section } from '../../ui/section.tsx';
import { bankCounts } from './plan-counts.ts';
import { useYearTexts } from './year-texts.ts';

/** What becomes of the banks: who goes over and confirms again, whose pair is closed before, who leaves with school. */
export function BanksSection({ plan }: { plan: RollOverAnswer }) {
  const say = useYearTexts();
  const pupils = bankCounts(plan);
  const carried = pupils.carried + plan.others.carriedOver;
  const unitFirst = pupils.unitFirst + plan.others.unitFirst;
  return (
    <Section title={say('banks.title')} lead={say('banks.lead', { cycle: plan.cycle.title })}>
      {plan.fromCycle === null || carried + unitFirst + pupils.ends === 0 ? (
        <Text>{say('banks.none')}</Text>
      ) : (
        <List>
          <List.Item>{say('banks.carried', { count: carried })}</List.Item>
          {pupils.ends > 0 && <List.Item>{say('banks.ends', { count: pupils.ends })}</List.Item>}
          {unitFirst > 0 && <List.Item>{say('banks.unitFirst', { count: unitFirst })}</List.Item>}
        </List>
      )}
      {!plan.cycle.exists && (
        <Text size="sm" c="dimmed">
          {say('banks.newCycle', { cycle: plan.cycle.title })}
        </Text>
      )}
    </Section>
  );
}
