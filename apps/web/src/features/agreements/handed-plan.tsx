import { Text, Title } from '@mantine/core';
import { Section } from '../../ui/section.tsx';
import type { Agreement } from './agreements.api.ts';
import { useAgreementsTexts } from './agreements-texts.ts';
import classes from './handed-plan.module.css';

type Stage = Agreement['stages'][number];
type Item = Stage['items'][number];

/** The words of the plan and nothing else: no states, no evidence, nobody's card. */
export function HandedPlan({ stages }: { stages: readonly Stage[] }) {
  const say = useAgreementsTexts();
  const numbered = stages.some((stage) => stage.items.some((item) => item.number !== null));
  const count = stages.reduce((sum, stage) => sum + stage.items.length, 0);
  return (
    <Section title={say('one.plan')} lead={say('one.counts', { stages: stages.length, count })}>
      {stages.map((stage, index) => (
        <div key={index} className={classes['stage']}>
          <Title order={3}>{[stage.number, stage.title].filter(Boolean).join('. ')}</Title>
          {stage.items.length === 0 ? (
            <Text c="dimmed">{say('one.noItems')}</Text>
          ) : (
            <StageTable stage={stage} numbered={numbered} />
          )}
        </div>
      ))}
    </Section>
  );
}

function StageTable({ stage, numbered }: { stage: Stage; numbered: boolean }) {
  const say = useAgreementsTexts();
  return (
    <table className={classes['table']} aria-label={stage.title}>
      <thead>
        <tr>
          {numbered && (
            <th scope="col" className={classes['number']}>
              {say('item.number')}
            </th>
          )}
          <th scope="col" className={classes['content']}>
            {say('item.content')}
          </th>
          <th scope="col">{say('item.deadline')}</th>
          <th scope="col">{say('item.responsible')}</th>
          <th scope="col">{say('item.result')}</th>
        </tr>
      </thead>
      <tbody>
        {stage.items.map((item, index) => (
          <tr key={index}>
            {numbered && <td>{item.number}</td>}
            <td>
              <Content item={item} />
            </td>
            <Cell label={say('item.deadline')} value={item.deadline} />
            <Cell label={say('item.responsible')} value={item.responsible} />
            <Cell label={say('item.result')} value={item.result} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Content({ item }: { item: Item }) {
  return (
    <>
      {item.title}
      {item.points.length > 0 && (
        <ul className={classes['points']}>
          {item.points.map((point, index) => (
            <li key={index}>{point}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** On a phone each cell says what it is. */
function Cell({ label, value }: { label: string; value: string | null }) {
  if (value === null) return <td />;
  return (
    <td>
      <span className={classes['label']} aria-hidden>
        {label}
      </span>
      {value}
    </td>
  );
}
