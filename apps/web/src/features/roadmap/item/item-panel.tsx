import { Group, Stack, Text } from '@mantine/core';
import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import { PersonName } from '../../../ui/person-name.tsx';
import { Section } from '../../../ui/section.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { DeadlineCell, Points, StateCell } from '../plan/cells.tsx';
import type { ItemEdits } from '../plan/use-item-edits.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { HistorySection } from './history-section.tsx';
import { ItemCommands } from './item-commands.tsx';
import { ItemForm } from './item-form.tsx';
import classes from './item-panel.module.css';
import { OccurrenceCard } from './occurrence-card.tsx';
import { isRunning } from './state-words.ts';

type ItemPanelProps = { plan: Roadmap; itemId: string | undefined; edits: ItemEdits; onClose: () => void };

/** One item beside the plan: what, who, when; each of its terms with what can be done; its history. */
export function ItemPanel({ plan, itemId, edits, onClose }: ItemPanelProps) {
  const say = useRoadmapTexts();
  const item = plan.items.find((each) => each.id === itemId);
  return (
    <SidePanel
      opened={itemId !== undefined}
      title={item?.number ? say('item.numbered', { number: item.number }) : say('item.title')}
      onClose={onClose}
      size="38rem"
    >
      {item ? (
        <ItemCard key={item.id} plan={plan} item={item} edits={edits} />
      ) : (
        itemId !== undefined && <Text component="output">{say('item.gone')}</Text>
      )}
    </SidePanel>
  );
}

function ItemCard({ plan, item, edits }: { plan: Roadmap; item: Item; edits: ItemEdits }) {
  const say = useRoadmapTexts();
  const stage = plan.stages.find((each) => each.id === item.stageId);
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Text size="sm" c="dimmed">
          {[stage?.number, stage?.title].filter(Boolean).join('. ')}
        </Text>
        <h2 className={classes['title']}>{item.title}</h2>
        <Points item={item} />
        <div>
          <StateCell item={item} running={isRunning(plan)} />
        </div>
        {item.stateReason && (
          <Text size="sm">
            {say('item.reason')}: {item.stateReason}
          </Text>
        )}
      </Stack>
      <Facts item={item} />
      {item.may.edit && <ItemForm plan={plan} item={item} edits={edits} />}
      {isRunning(plan) && (
        <>
          <ItemCommands plan={plan} item={item} />
          <Section title={say('occurrences.title', { count: item.occurrences.length })}>
            {item.occurrences.length === 0 && <Text c="dimmed">{say('occurrences.none')}</Text>}
            {item.occurrences.map((occurrence) => (
              <OccurrenceCard key={occurrence.id} plan={plan} occurrence={occurrence} />
            ))}
          </Section>
        </>
      )}
      <HistorySection plan={plan} item={item} />
    </Stack>
  );
}

function Facts({ item }: { item: Item }) {
  const say = useRoadmapTexts();
  const people = item.responsible?.parties.flatMap((party) => party.people) ?? [];
  return (
    <dl className={classes['facts']}>
      {item.measure && (
        <>
          <dt>{say('column.measure')}</dt>
          <dd>{item.measure}</dd>
        </>
      )}
      <dt>{say('column.deadline')}</dt>
      <dd>
        <DeadlineCell item={item} />
      </dd>
      <dt>{say('column.responsible')}</dt>
      <dd>
        {item.responsible?.text ?? say('missing.responsible')}
        {people.length > 0 && (
          <Group gap={6} mt={2}>
            {people.map((person) => (
              <Text key={person.id} span size="sm" c="dimmed">
                <PersonName name={person.name} />
              </Text>
            ))}
          </Group>
        )}
      </dd>
      <dt>{say('column.result')}</dt>
      <dd>{item.result?.text ?? say('missing.result')}</dd>
      {item.condition && (
        <>
          <dt>{say('item.condition')}</dt>
          <dd>{item.condition}</dd>
        </>
      )}
    </dl>
  );
}
