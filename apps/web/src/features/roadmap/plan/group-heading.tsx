import { ActionIcon, Group, Text } from '@mantine/core';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { monthInWords } from '../../../lib/dates/dates.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { IconDown, IconRemove, IconUp } from '../../../ui/icons.ts';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { toldRefusal } from '../../../ui/toast.tsx';
import { capital, isRunning } from '../item/state-words.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import type { Group as PlanGroup } from './group-items.ts';
import { InlineCell } from './inline-cell.tsx';
import classes from './plan-table.module.css';
import type { ItemEdits } from './use-item-edits.ts';

type GroupHeadingProps = { group: PlanGroup; plan: Roadmap; edits: ItemEdits };

/** What a group of rows stands under; a stage with how much of what was due is done. */
export function GroupHeading({ group, plan, edits }: GroupHeadingProps) {
  const say = useRoadmapTexts();
  const language = useLanguage();
  const { head } = group;
  const count = say('group.items', { count: group.whole ?? group.items.length });
  if (head.kind !== 'stage') {
    const title =
      head.kind === 'responsible'
        ? (head.name ?? say('group.nobody'))
        : head.month
          ? capital(monthInWords(head.month, language))
          : say('group.undated');
    return (
      <span className={classes['stageHead']}>
        <span className={classes['stageTitle']}>{title}</span>
        <Text span size="sm" c="dimmed">
          {count}
        </Text>
      </span>
    );
  }
  return <StageHeading stage={head.stage} count={count} plan={plan} edits={edits} />;
}

type StageHeadingProps = { stage: Roadmap['stages'][number]; count: string; plan: Roadmap; edits: ItemEdits };

function StageHeading({ stage, count, plan, edits }: StageHeadingProps) {
  const say = useRoadmapTexts();
  const title = [stage.number, stage.title].filter(Boolean).join('. ');
  const order = plan.stages.toSorted((one, other) => one.position - other.position);
  const at = order.findIndex((each) => each.id === stage.id);
  const words = { number: stage.number, title: stage.title, position: at };
  return (
    <div className={classes['stageHead']}>
      <div className={classes['stageTitle']}>
        {plan.may.edit ? (
          <InlineCell
            label={say('edit.stageTitle')}
            value={stage.title}
            required
            beside
            onKeep={(text) => edits.changeStage(stage, { ...words, title: text })}
          >
            {title}
          </InlineCell>
        ) : (
          title
        )}
      </div>
      <Text span size="sm" c="dimmed">
        {count}
      </Text>
      {isRunning(plan) && stage.due > 0 && (
        <div className={classes['progress']}>
          <ProgressLine label={say('group.progress')} done={stage.done} total={stage.due} />
        </div>
      )}
      {plan.may.edit && (
        <Group gap={2} className="no-print">
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={at === 0}
            aria-label={say('edit.stageUp', { title })}
            onClick={() => void edits.changeStage(stage, { ...words, position: at - 1 }).catch(toldRefusal)}
          >
            <IconUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={at === order.length - 1}
            aria-label={say('edit.stageDown', { title })}
            onClick={() => void edits.changeStage(stage, { ...words, position: at + 1 }).catch(toldRefusal)}
          >
            <IconDown size={18} aria-hidden />
          </ActionIcon>
          {stage.total === 0 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say('edit.stageRemove', { title })}
              onClick={() => void edits.removeStage(stage)}
            >
              <IconRemove size={18} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      )}
      {stage.notes.map((note) => (
        <p key={note} className={classes['notes']}>
          {note}
        </p>
      ))}
    </div>
  );
}
