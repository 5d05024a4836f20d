import { UnstyledButton } from '@mantine/core';
import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import type { KeyboardEvent } from 'react';
import { IconSort, IconSortDown, IconSortUp } from '../../../ui/icons.ts';
import { isRunning } from '../item/state-words.ts';
import { COLUMNS, type Column, type PlanSearch, SORTS, type Sort } from '../plan-search.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { AddItem } from './add-item.tsx';
import { GroupHeading } from './group-heading.tsx';
import type { Group } from './group-items.ts';
import { PlanRow } from './plan-row.tsx';
import classes from './plan-table.module.css';
import type { ItemEdits } from './use-item-edits.ts';

export type PlanTableProps = {
  plan: Roadmap;
  groups: readonly Group[];
  columns: readonly Column[];
  search: PlanSearch;
  edits: ItemEdits;
  onOpen: (item: Item) => void;
  onSort: (sort: Sort) => void;
};

/** The plan as a table: the school's own columns, then state and evidence. The arrows go from row to row. */
export function PlanTable({ plan, groups, columns, search, edits, onOpen, onSort }: PlanTableProps) {
  const say = useRoadmapTexts();
  const width = columns.length + (plan.may.edit ? 1 : 0);
  return (
    <div className={classes['frame']}>
      {/* Arrows are a shortcut between buttons that the keyboard reaches by itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        className={classes['table']}
        onKeyDown={walkRows}
        aria-busy={groups.some(({ whole }) => whole !== undefined)}
      >
        <caption>
          <span className="unseen">{say('table.caption')}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column} column={column} search={search} onSort={onSort} />
            ))}
            {plan.may.edit && <td className={classes['tools']} />}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="rowgroup" colSpan={width} className={classes['head']}>
                <GroupHeading group={group} plan={plan} edits={edits} />
              </th>
            </tr>
            {group.items.map((item) => (
              <PlanRow
                key={item.id}
                item={item}
                plan={plan}
                columns={columns}
                isOpen={search.item === item.id}
                edits={edits}
                onOpen={onOpen}
              />
            ))}
            {plan.may.edit && group.head.kind === 'stage' && group.whole === undefined && (
              <tr className="no-print">
                <td colSpan={width}>
                  <AddItem stage={group.head.stage} count={group.items.length} edits={edits} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

type ColumnHeadProps = Pick<PlanTableProps, 'search' | 'onSort'> & { column: Column };

/** What is left is the content's. */
const WIDTHS: Partial<Record<Column, string>> = {
  number: '4rem',
  measure: '13%',
  deadline: '14%',
  responsible: '17%',
  result: '13.5%',
  state: '11.5rem',
  evidence: '4.5rem',
};

function ColumnHead({ column, search, onSort }: ColumnHeadProps) {
  const say = useRoadmapTexts();
  const sort = SORTS.find((each) => each === column);
  const sorted = sort !== undefined && search.sort === sort;
  const style = WIDTHS[column] ? { width: WIDTHS[column] } : undefined;
  return (
    <th scope="col" style={style} aria-sort={sorted ? (search.down ? 'descending' : 'ascending') : undefined}>
      {sort ? (
        <UnstyledButton className={classes['sort']} onClick={() => onSort(sort)}>
          {say(`column.${column}`)}
          {sorted && !search.down && <IconSortUp size={16} aria-hidden />}
          {sorted && search.down && <IconSortDown size={16} aria-hidden />}
          {!sorted && <IconSort size={16} aria-hidden className={classes['unsorted'] ?? ''} />}
        </UnstyledButton>
      ) : (
        say(`column.${column}`)
      )}
    </th>
  );
}

/** Up, down, Home and End go between the buttons that open the items. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-row]')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key] ?? at;
  const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Columns of the plan: those of the school's file in its order, then what the live plan adds. */
export function columnsOf(plan: Pick<Roadmap, 'columns' | 'items' | 'state'>): Column[] {
  const known = new Set<Column>(plan.columns.flatMap((each) => COLUMNS.find((column) => column === each) ?? []));
  const has: Partial<Record<Column, boolean>> = {
    number: plan.items.some((item) => item.number !== null),
    measure: plan.items.some((item) => item.measure !== null),
    evidence: isRunning(plan),
  };
  const wanted = COLUMNS.filter((column) => has[column] ?? true);
  const inFile = [...known].filter((column) => wanted.includes(column));
  const first = wanted.filter((column) => !known.has(column) && (column === 'number' || column === 'measure'));
  const rest = wanted.filter((column) => !known.has(column) && !first.includes(column));
  return [...first, ...inFile, ...rest];
}
