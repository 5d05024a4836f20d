import { Checkbox, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { ColumnChoice } from './column-choice.tsx';
import classes from './data-table.module.css';
import { IconSort, IconSortDown, IconSortUp } from './icons.ts';
import { useUiTexts } from './ui-texts.ts';

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});
type Column<Row extends RowData> = ColumnDef<typeof features, Row>;

export type TableColumn<Row> = {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; without it the column does not sort. Null stands last. */
  sortBy?: (row: Row) => string | number | null;
  /** The first column that names the row: it opens it and cannot be hidden. */
  main?: boolean;
  hidden?: boolean;
  /** On a phone the cell stands under its title over the whole width: for cells with fields. */
  stacked?: boolean;
  /** A day or a word that reads badly in two lines: the column is as wide as it. */
  whole?: boolean;
  width?: string;
};

type DataTableProps<Row> = {
  /** What the table shows, for a screen reader. */
  caption: string;
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  rowKey: (row: Row) => string;
  /** Makes the main cell a button that opens the row beside the table. */
  onOpen?: (row: Row) => void;
  /** Rows that the person may open; without it every one. */
  mayOpen?: (row: Row) => boolean;
  openKey?: string | undefined;
  /** Rows that are ticked for something done to many at once. */
  selection?: {
    chosen: ReadonlySet<string>;
    name: (row: Row) => string;
    onChange: (chosen: ReadonlySet<string>) => void;
  };
};

const collator = new Intl.Collator('ru', { numeric: true });

/** A table for the office: sorting, choice of columns, a header that stays; on a phone every row is a card. */
export function DataTable<Row extends RowData>({
  caption,
  rows,
  columns,
  rowKey,
  onOpen,
  mayOpen = () => true,
  openKey,
  selection,
}: DataTableProps<Row>) {
  const say = useUiTexts();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(() => columns.map((column) => definition(column)), [columns]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const initialState = useMemo(
    () => ({ columnVisibility: Object.fromEntries(columns.map((column) => [column.id, !column.hidden])) }),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data, getRowId: rowKey, initialState });
  const cellOf = (row: Row, column: TableColumn<Row>) =>
    column.main && onOpen && mayOpen(row) ? (
      <UnstyledButton className={classes['open']} onClick={() => onOpen(row)} aria-haspopup="dialog">
        {column.cell(row)}
      </UnstyledButton>
    ) : (
      column.cell(row)
    );
  const shown = table.getVisibleLeafColumns().flatMap((column) => byId.get(column.id) ?? []);

  if (phone) {
    return (
      <ul className={classes['cards']} aria-label={caption}>
        {table.getRowModel().rows.map(({ id, original }) => (
          <li key={id} className={classes['card']} data-open={id === openKey}>
            {selection && <RowTick selection={selection} row={original} id={id} />}
            {shown.map((column) => (
              <div
                key={column.id}
                className={classes[column.main ? 'cardTitle' : column.stacked ? 'cardStacked' : 'cardLine']}
              >
                {!column.main && <span className={classes['cardLabel']}>{column.title}</span>}
                <span>{cellOf(original, column)}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
    );
  }

  return (
    <div className={classes['frame']}>
      <table className={classes['table']}>
        <caption className={classes['caption']}>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {selection && (
              <td className={classes['tick']}>
                <Checkbox
                  size="sm"
                  aria-label={say('table.all')}
                  checked={rows.length > 0 && rows.every((row) => selection.chosen.has(rowKey(row)))}
                  indeterminate={
                    rows.some((row) => selection.chosen.has(rowKey(row))) &&
                    !rows.every((row) => selection.chosen.has(rowKey(row)))
                  }
                  onChange={(event) =>
                    selection.onChange(event.currentTarget.checked ? new Set(rows.map(rowKey)) : new Set())
                  }
                />
              </td>
            )}
            {table.getFlatHeaders().map((header) => {
              const sorted = header.column.getIsSorted();
              const column = byId.get(header.column.id);
              if (!column) return null;
              return (
                <th
                  key={header.id}
                  scope="col"
                  style={column.width ? { width: column.width } : undefined}
                  aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
                >
                  {header.column.getCanSort() ? (
                    <UnstyledButton
                      className={classes['sort']}
                      onClick={header.column.getToggleSortingHandler()}
                      title={say('sort.by', { column: column.title })}
                    >
                      {column.title}
                      {sorted === 'asc' ? <IconSortUp size={16} aria-hidden /> : null}
                      {sorted === 'desc' ? <IconSortDown size={16} aria-hidden /> : null}
                      {sorted ? null : <IconSort size={16} aria-hidden className={classes['unsorted'] ?? ''} />}
                    </UnstyledButton>
                  ) : (
                    column.title
                  )}
                </th>
              );
            })}
            <td className={classes['tools']}>
              <ColumnChoice
                columns={columns}
                isShown={(id) => table.getColumn(id)?.getIsVisible() ?? false}
                onToggle={(id) => table.getColumn(id)?.toggleVisibility()}
              />
            </td>
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ id, original }) => (
            <tr key={id} data-open={id === openKey}>
              {selection && (
                <td className={classes['tick']}>
                  <RowTick selection={selection} row={original} id={id} />
                </td>
              )}
              {shown.map((column, index) => {
                // The last cell also stands under the button that chooses columns.
                const colSpan = index === shown.length - 1 ? 2 : 1;
                return column.main ? (
                  <th key={column.id} scope="row" colSpan={colSpan}>
                    {cellOf(original, column)}
                  </th>
                ) : (
                  <td key={column.id} colSpan={colSpan} data-whole={column.whole}>
                    {cellOf(original, column)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowTick<Row>({
  selection,
  row,
  id,
}: {
  selection: NonNullable<DataTableProps<Row>['selection']>;
  row: Row;
  id: string;
}) {
  const say = useUiTexts();
  return (
    <Checkbox
      size="sm"
      aria-label={say('table.one', { name: selection.name(row) })}
      checked={selection.chosen.has(id)}
      onChange={(event) => {
        const chosen = new Set(selection.chosen);
        if (event.currentTarget.checked) chosen.add(id);
        else chosen.delete(id);
        selection.onChange(chosen);
      }}
    />
  );
}

function definition<Row extends RowData>(column: TableColumn<Row>): Column<Row> {
  const { sortBy } = column;
  return {
    id: column.id,
    accessorFn: (row: Row) => sortBy?.(row) ?? undefined,
    enableSorting: sortBy !== undefined,
    enableHiding: !column.main,
    sortUndefined: 'last',
    sortFn: (one, other, id) => {
      const [a, b] = [one.getValue(id), other.getValue(id)];
      return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    },
  };
}
