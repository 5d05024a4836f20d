import { Alert, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { can } from '@nastavnik/domain/access/can';
import { useMemo, useState } from 'react';
import { CELL_TONE, cellWords, type SheetCell } from '../../lib/people-words/consent-words.ts';
import { lackingWords, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { IconWarning } from '../../ui/icons.ts';
import { TextLink } from '../../ui/links.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Sheet, SheetRow } from './consents.api.ts';
import classes from './consents.module.css';
import { useConsentsTexts } from './consents-texts.ts';
import { NextStepButton } from './next-step-button.tsx';
import { SheetActions } from './sheet-actions.tsx';

type SheetViewProps = {
  sheet: Sheet;
  caption: string;
  /** Everybody sits in one class: it need not stand in every row. */
  byClass?: boolean;
  open: string | undefined;
  onOpen: (consentId: string) => void;
};

/** Rows people, columns documents, cells in words; what is ticked is asked for, printed or reminded of at once. */
export function SheetView({ sheet, caption, byClass = false, open, onOpen }: SheetViewProps) {
  const say = useConsentsTexts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const columns = useColumns(sheet, byClass, onOpen);
  const openRow = sheet.rows.find(({ cells }) => cells.some(({ consentId }) => consentId && consentId === open));
  const namesOperator = can({ roles: useSession().active?.roles ?? [] }, 'organization.edit');
  const acts = sheet.may.issue || sheet.may.print || sheet.may.remind;
  const done = sheet.rows.filter((row) => row.step === null && !renewalOf(row)).length;
  return (
    <Stack gap="sm">
      {sheet.operatorLacks.length > 0 && (
        <Alert color="orange" variant="default" icon={<IconWarning size={20} aria-hidden />} role="status">
          <Text>{say('operator.lacks')}</Text>
          {namesOperator && <TextLink to="/settings/consents">{say('operator.go')}</TextLink>}
        </Alert>
      )}
      <Text className="figures">{say('sheet.done', { done, count: sheet.rows.length })}</Text>
      {acts && <SheetActions sheet={sheet} ofPupils={byClass} chosen={chosen} onChosen={setChosen} />}
      <DataTable
        caption={caption}
        rows={sheet.rows}
        columns={columns}
        rowKey={(row) => row.person.id}
        openKey={openRow?.person.id}
        {...(acts ? { selection: { chosen, name: (row: SheetRow) => row.person.name, onChange: setChosen } } : {})}
      />
    </Stack>
  );
}

function useColumns(sheet: Sheet, byClass: boolean, onOpen: (consentId: string) => void): TableColumn<SheetRow>[] {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const { kinds, may } = sheet;
  return useMemo(
    () => [
      {
        id: 'name',
        title: say(byClass ? 'column.pupil' : 'column.name'),
        main: true,
        sortBy: (row) => row.person.name,
        cell: (row) => (
          <>
            <PersonName name={row.person.name} />
            <Text component="span" size="xs" c="dimmed" display="block">
              {personNote(row, byClass, say)}
            </Text>
          </>
        ),
      },
      ...kinds.map(
        (kind): TableColumn<SheetRow> => ({
          id: kind,
          title: words(`consentShort.${kind}`),
          sortBy: (row) => row.cells.find((cell) => cell.kind === kind)?.state ?? null,
          cell: (row) => {
            const cell = row.cells.find((each) => each.kind === kind);
            return cell ? <Cell cell={cell} name={row.person.name} onOpen={onOpen} /> : '–';
          },
        }),
      ),
      {
        id: 'next',
        title: say('column.next'),
        cell: (row) => <Next row={row} mayAsk={may.issue} />,
      },
    ],
    [say, words, kinds, may, byClass, onOpen],
  );
}

/** Steps whose button does not say why. */
const TOLD = ['recordBirthDate', 'recordRepresentative', 'verifyRepresentative', 'respect', 'none'];

function personNote(row: SheetRow, byClass: boolean, say: ReturnType<typeof useConsentsTexts>): string {
  const age = row.age === null ? say('age.unknown') : say('age', { count: row.age });
  const part = row.participant ? say('participates') : '';
  return [byClass ? age : row.person.place, byClass ? part : ''].filter(Boolean).join(', ');
}

function Cell({ cell, name, onOpen }: { cell: SheetCell; name: string; onOpen: (consentId: string) => void }) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  const today = useToday();
  // What nobody has asked for is no state to look at: quiet words.
  if (cell.state === 'notNeeded' || cell.state === 'notAsked') {
    return <span className={classes['waits']}>{words(`cell.${cell.state}`)}</span>;
  }
  const waits = cell.waitsFor.length > 0 && ['issued', 'printed', 'oneOfTwo'].includes(cell.state);
  const inside = (
    <>
      <StateBadge tone={CELL_TONE[cell.state]}>{cellWords(words, cell, { today, language })}</StateBadge>
      {waits && <span className={classes['waits']}>{words('cell.waitsFor', { names: cell.waitsFor.join(', ') })}</span>}
    </>
  );
  const { consentId } = cell;
  if (!consentId || !cell.may.read) return <span className={classes['cell']}>{inside}</span>;
  return (
    <UnstyledButton
      className={`${classes['cell']} ${classes['cellLink']}`}
      aria-haspopup="dialog"
      title={say('cell.open', { number: cell.number ?? '', name })}
      onClick={() => onOpen(consentId)}
    >
      {inside}
    </UnstyledButton>
  );
}

function Next({ row, mayAsk }: { row: SheetRow; mayAsk: boolean }) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const { step } = row;
  const renewal = renewalOf(row);
  if (!step && renewal && mayAsk) {
    return (
      <NextStepButton
        person={row.person}
        kind={renewal.kind}
        step={{ code: 'graceOver', next: 'renew', waitsFor: [], on: null }}
        consentId={renewal.consentId}
      />
    );
  }
  if (!step && !renewal) return <Text size="sm">{say('next.nothing')}</Text>;
  if (!step) return null;
  // Which document the step is about: the first that is not there.
  const kind =
    row.cells.find(({ state }) => !['valid', 'notNeeded', 'needsRenewal'].includes(state))?.kind ?? 'processing';
  const consentId = row.cells.find((cell) => cell.kind === kind)?.consentId ?? null;
  const isTold = !mayAsk || TOLD.includes(step.next);
  return (
    <Group gap="xs">
      {isTold && (
        <Text size="xs" c="dimmed">
          {lackingWords(words, { code: `consent.${step.code}`, data: { kind, waitsFor: [] } })}
        </Text>
      )}
      {mayAsk && <NextStepButton person={row.person} kind={kind} step={step} consentId={consentId} />}
    </Group>
  );
}

/** Valid today, and a new one has to be signed in its place. */
function renewalOf(row: SheetRow): SheetCell | undefined {
  return row.cells.find(({ state }) => state === 'needsRenewal');
}
