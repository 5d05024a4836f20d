import type { OfficialDocument } from '@nastavnik/documents/write/official-document';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { operatorOf } from '../consent-templates/door.ts';
import { registerNumber } from './consent.queries.ts';
import { isMinorToday } from './consent.view.ts';
import { waitingConsents } from './remind-consents.ts';
import { subjectsOf } from './subject.queries.ts';

/** Slips to cut and hand out, for those who have no account; a row each. */
export async function slipsOf(tx: Writing, caller: Caller, consentIds: readonly string[]): Promise<OfficialDocument> {
  const waiting = await waitingConsents(tx, caller, consentIds);
  const personIds = [...new Set(waiting.map(({ consent }) => consent.subjectId))];
  const subjects = await subjectsOf(tx, caller.tenantId, personIds, caller.today);
  for (const [personId, subject] of subjects) {
    if (isMinorToday(subject, caller)) await recordCardView(tx, caller, personId, 'export');
  }
  const { fullName } = await operatorOf(tx, caller.tenantId);
  await recordEvent(tx, caller, {
    type: 'consents.slips-printed',
    object: { kind: 'organization', id: caller.tenantId },
    data: { people: personIds.length },
  });
  return {
    name: 'Напоминания о согласиях',
    orientation: 'portrait',
    organizations: [{ text: fullName, language: 'ru' }],
    stamps: [],
    title: ['Просим вернуть подписанное согласие', 'Если вы не согласны, верните бланк с отметкой «не согласен».'],
    blocks: [
      {
        kind: 'table',
        summary: 'Кто ещё не ответил: бланк каждого отрезается по линии',
        columns: [
          { heading: 'О ком', width: 60, align: 'left' },
          { heading: 'Кто подписывает', width: 80, align: 'left' },
          { heading: 'Согласие №', width: 35, align: 'left' },
        ],
        rows: waiting.map((stored) => ({
          kind: 'plain' as const,
          cells: [
            subjects.get(stored.consent.subjectId)?.name ?? '',
            stored.consent.signers
              .filter(({ assentOnly, signature }) => !assentOnly && signature === null)
              .map(({ printedName }) => printedName)
              .join(', '),
            registerNumber(stored),
          ].map((text, column) => ({ column, columnSpan: 1, rowSpan: 1, lines: [text], bold: false })),
        })),
      },
    ],
    signatures: [],
    mark: null,
  };
}
