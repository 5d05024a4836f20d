import type { Item } from '@nastavnik/contracts/roadmaps';
import type { ReactNode } from 'react';
import { isRunning } from '../item/state-words.ts';
import type { Column } from '../plan-search.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { AddItem } from './add-item.tsx';
import { DeadlineCell, EvidenceCell, evidenceOf, ResponsibleCell, ResultCell, StateCell } from './cells.tsx';
import { GroupHeading } from './group-heading.tsx';
import classes from './plan-table.module.css';
import { type PlanTableProps, walkRows } from './plan-table.tsx';

/** The plan on a phone: a card for each item; it opens for the whole of it. */
export function PlanCards({ plan, groups, columns, search, edits, onOpen }: Omit<PlanTableProps, 'onSort'>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows are a shortcut between buttons
    <div onKeyDown={walkRows}>
      {groups.map((group) => (
        <section key={group.key}>
          <GroupHeading group={group} plan={plan} edits={edits} />
          <ul className={classes['cards']}>
            {group.items.map((item) => (
              <li key={item.id} className={classes['card']} data-open={search.item === item.id}>
                <button
                  type="button"
                  data-row
                  className={classes['open']}
                  onClick={() => onOpen(item)}
                  aria-haspopup="dialog"
                >
                  {item.number && `${item.number} `}
                  {item.title}
                </button>
                <StateCell item={item} running={isRunning(plan)} />
                <Facts item={item} columns={columns} />
              </li>
            ))}
          </ul>
          {plan.may.edit && group.head.kind === 'stage' && group.whole === undefined && (
            <AddItem stage={group.head.stage} count={group.items.length} edits={edits} />
          )}
        </section>
      ))}
    </div>
  );
}

function Facts({ item, columns }: { item: Item; columns: readonly Column[] }) {
  const say = useRoadmapTexts();
  const cells: [Column, ReactNode][] = [
    ['measure', item.measure],
    ['deadline', <DeadlineCell key="deadline" item={item} />],
    ['responsible', <ResponsibleCell key="responsible" item={item} />],
    ['result', <ResultCell key="result" item={item} />],
    ['evidence', evidenceOf(item) > 0 ? <EvidenceCell key="evidence" item={item} /> : null],
  ];
  return (
    <dl className={classes['facts']}>
      {cells
        .filter(([column, cell]) => columns.includes(column) && cell !== null)
        .map(([column, cell]) => [
          <dt key={`${column} name`}>{say(`column.${column}`)}</dt>,
          <dd key={column}>{cell}</dd>,
        ])}
    </dl>
  );
}
