import type { exportConsentRegisterBody } from '@nastavnik/contracts/consents';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ConsentKind, ConsentState } from '@nastavnik/domain/consents/consent-kinds';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { recordDisclosure } from '../../platform/disclosures.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { registerRows } from './consent.queries.ts';
import { isMinorToday, summariesOf } from './consent.view.ts';
import { dayWords } from './printed-words.ts';
import { subjectsOf } from './subject.queries.ts';

const MOST = 20_000;

/** Words of the printed register; documents are Russian. */
const KINDS: Record<ConsentKind, string> = {
  processing: 'на обработку',
  dissemination: 'на распространение',
  participation: 'на участие',
  mentoringDuty: 'на работу наставником',
  special: 'на обработку специальных категорий',
  employeeThirdParty: 'на передачу данных работника',
};
const STATES: Record<ConsentState, string> = {
  draft: 'черновик',
  issued: 'выдано',
  partiallySigned: 'подписано не всеми',
  valid: 'действует',
  expired: 'истекло',
  refused: 'отказ',
  withdrawn: 'отозвано',
  superseded: 'заменено',
  invalidated: 'признано недействительным',
};
const COLUMNS = [
  '№',
  'О ком',
  'Класс или должность',
  'Согласие',
  'Подписали',
  'Состояние',
  'Действует с',
  'по',
  'Прекращено',
];

/**
 * The register of a year as a file (RULE-40): with the purpose, a line in the log of disclosures of each person in it.
 * What has ended stands in it for the data protection officer alone (RULE-18). @throws access.denied, export.nothing
 */
export async function exportConsentRegister(
  tx: Writing,
  caller: Caller,
  body: z.infer<typeof exportConsentRegisterBody>,
) {
  permit(caller, 'consents.register');
  const year = body.year ?? Number(caller.today.slice(0, 4));
  const found = await registerRows(tx, caller.tenantId, {
    year,
    state: body.state,
    kind: body.kind,
    search: undefined,
    after: undefined,
    limit: MOST,
    endedToo: can(caller, 'consent.seeEnded'),
  });
  if (found.length === 0) throw new Refusal('export.nothing');
  const personIds = [...new Set(found.map(({ consent }) => consent.subjectId))];
  await writeDown(tx, caller, personIds, body.purpose);
  const rows = (await summariesOf(tx, caller, found)).toReversed();
  return {
    title: `Реестр согласий за ${year} год`,
    columns: COLUMNS.map((title) => ({ title })),
    rows: rows.map((row) => [
      row.number,
      row.person.name,
      row.person.place ?? '',
      [KINDS[row.kind], row.form?.name].filter(Boolean).join(': '),
      row.signers
        .flatMap(({ name, signedOn }) => (signedOn ? [`${name}, ${dayWords(signedOn as PlainDate)}`] : []))
        .join('; '),
      STATES[row.state],
      ...[row.validFrom, row.validTo, row.endedOn].map((on) => (on ? dayWords(on as PlainDate) : '')),
    ]),
  };
}

async function writeDown(tx: Writing, caller: Caller, personIds: readonly string[], purpose: string): Promise<void> {
  const id = await recordDisclosure(tx, caller, { kind: 'consents', purpose, personIds });
  await recordEvent(tx, caller, {
    type: 'list.handed-out',
    object: { kind: 'disclosure', id },
    data: { kind: 'consents', people: personIds.length },
  });
  const subjects = await subjectsOf(tx, caller.tenantId, personIds, caller.today);
  for (const [personId, subject] of subjects) {
    if (isMinorToday(subject, caller)) await recordCardView(tx, caller, personId, 'export');
  }
}
