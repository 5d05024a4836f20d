import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import { memo } from 'react';
import { isRunning } from '../item/state-words.ts';
import type { Column } from '../plan-search.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { DeadlineCell, EvidenceCell, Points, ResponsibleCell, ResultCell, StateCell } from './cells.tsx';
import { DeadlineLive } from './deadline-live.tsx';
import { InlineCell } from './inline-cell.tsx';
import { ItemMenu } from './item-menu.tsx';
import classes from './plan-table.module.css';
import type { ItemEdits } from './use-item-edits.ts';

type PlanRowProps = {
  item: Item;
  plan: Roadmap;
  columns: readonly Column[];
  isOpen: boolean;
  edits: ItemEdits;
  onOpen: (item: Item) => void;
};

/** Of the plan a row shows what its own item does not say; every other change of it leaves the row as it is. */
function isSameRow(before: PlanRowProps, after: PlanRowProps): boolean {
  const { plan: was, ...one } = before;
  const { plan: is, ...other } = after;
  return (
    (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]) &&
    was.id === is.id &&
    was.state === is.state &&
    was.may.edit === is.may.edit &&
    was.cycle.start === is.cycle.start &&
    was.cycle.end === is.cycle.end
  );
}

export const PlanRow = memo(function PlanRow({ item, plan, columns, isOpen, edits, onOpen }: PlanRowProps) {
  return (
    <tr data-open={isOpen}>
      {columns.map((column) =>
        column === 'content' ? (
          <th key={column} scope="row">
            <Cell column={column} item={item} plan={plan} edits={edits} onOpen={onOpen} />
          </th>
        ) : (
          <td key={column}>
            <Cell column={column} item={item} plan={plan} edits={edits} onOpen={onOpen} />
          </td>
        ),
      )}
      {plan.may.edit && (
        <td className={classes['tools']}>
          <ItemMenu item={item} roadmapId={plan.id} edits={edits} onOpen={onOpen} />
        </td>
      )}
    </tr>
  );
}, isSameRow);

type CellProps = Pick<PlanRowProps, 'item' | 'plan' | 'edits' | 'onOpen'> & { column: Column };

function Cell({ column, item, plan, edits, onOpen }: CellProps) {
  const say = useRoadmapTexts();
  const named = item.number ?? item.title.slice(0, 40);
  const editing = (part: 'title' | 'deadline' | 'responsible' | 'result') => ({
    label: say(`edit.${part}Of`, { item: named }),
    onKeep: (text: string) => edits.change(item, part === 'title' ? { title: text } : { [part]: text || null }),
  });
  switch (column) {
    case 'number':
      return item.number;
    case 'measure':
      return item.measure;
    case 'content': {
      const opener = (
        <>
          <button
            type="button"
            data-row
            className={classes['open']}
            onClick={() => onOpen(item)}
            aria-haspopup="dialog"
          >
            {item.title}
          </button>
          <Points item={item} />
        </>
      );
      return item.may.edit ? (
        <InlineCell {...editing('title')} value={item.title} required beside>
          {opener}
        </InlineCell>
      ) : (
        opener
      );
    }
    case 'deadline':
      return item.may.edit ? (
        <InlineCell
          {...editing('deadline')}
          value={item.deadline?.text ?? ''}
          meaning={(typed, use) => <DeadlineLive text={typed} period={plan.cycle} onUse={use} />}
        >
          <DeadlineCell item={item} />
        </InlineCell>
      ) : (
        <DeadlineCell item={item} />
      );
    case 'responsible':
      return item.may.edit ? (
        <InlineCell {...editing('responsible')} value={item.responsible?.text ?? ''}>
          <ResponsibleCell item={item} />
        </InlineCell>
      ) : (
        <ResponsibleCell item={item} />
      );
    case 'result':
      return item.may.edit ? (
        <InlineCell {...editing('result')} value={item.result?.text ?? ''}>
          <ResultCell item={item} />
        </InlineCell>
      ) : (
        <ResultCell item={item} />
      );
    case 'state':
      return <StateCell item={item} running={isRunning(plan)} />;
    case 'evidence':
      return <EvidenceCell item={item} />;
  }
}
