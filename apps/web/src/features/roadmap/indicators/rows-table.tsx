import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { dayInFigures } from '../../../lib/dates/dates.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { DataTable, type TableColumn } from '../../../ui/data-table.tsx';
import { TextLink } from '../../../ui/links.tsx';
import type { IndicatorRow } from './choose-rows.ts';
import classes from './indicators.module.css';
import { useIndicatorsTexts } from './indicators-texts.ts';
import { whyInWords } from './why-words.ts';

/** The very terms behind a number, with why each counts as it does and, for the late ones, the reason. */
export function RowsTable({ roadmapId, rows }: { roadmapId: string; rows: readonly IndicatorRow[] }) {
  const say = useIndicatorsTexts();
  const columns = useColumns(roadmapId);
  if (rows.length === 0) return <Text component="output">{say('rows.empty')}</Text>;
  return <DataTable caption={say('rows')} rows={rows} columns={columns} rowKey={(row) => row.occurrenceId} />;
}

function useColumns(roadmapId: string): TableColumn<IndicatorRow>[] {
  const say = useIndicatorsTexts();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'title',
        title: say('item'),
        main: true,
        cell: (row) => (
          <TextLink to="/roadmap/$roadmapId" params={{ roadmapId }} search={{ item: row.itemId }}>
            {row.title}
          </TextLink>
        ),
        sortBy: (row) => row.title,
        width: '34%',
      },
      { id: 'stage', title: say('stage'), cell: (row) => row.stage, sortBy: (row) => row.stage, hidden: true },
      {
        id: 'responsible',
        title: say('responsible'),
        cell: (row) => row.responsible ?? '–',
        sortBy: (row) => row.responsible,
      },
      {
        id: 'due',
        title: say('due'),
        cell: (row) => (
          <>
            <span className={classes['day']}>{row.due ? dayInFigures(row.due, language) : '–'}</span>
            {row.originalDue && row.originalDue !== row.due && (
              <Text size="xs" c="dimmed">
                {say('originally', { day: dayInFigures(row.originalDue, language) })}
              </Text>
            )}
          </>
        ),
        sortBy: (row) => row.due,
      },
      {
        id: 'doneOn',
        title: say('doneOn'),
        cell: (row) => <span className={classes['day']}>{row.doneOn ? dayInFigures(row.doneOn, language) : '–'}</span>,
        sortBy: (row) => row.doneOn,
      },
      {
        id: 'counts',
        title: say('counts'),
        cell: (row) => whyInWords(row.why, say),
        sortBy: (row) => row.why,
      },
      {
        id: 'reason',
        title: say('reason'),
        cell: (row) => row.reason ?? (row.counts === 'notDone' || row.inTime === false ? say('noReason') : '–'),
      },
    ],
    [say, language, roadmapId],
  );
}
