import type { DestructionAct } from '@nastavnik/documents/consents/compose-papers';
import { GROUND_WORDS, groupsInWords, groupWords, SYSTEM, WAY } from './destruction-words.ts';
import type { DestructionRecord } from './run-erasures.ts';

export type Paper = {
  readonly number: number;
  readonly operator: DestructionAct['operator'];
  readonly record: DestructionRecord;
};

/** DOC-36: who, whose by code, what, how, why, when. No name of anybody who is gone. */
export function actOf({ number, operator, record }: Paper): DestructionAct {
  return {
    operator,
    number,
    date: record.ranOn,
    processor: null,
    system: SYSTEM,
    subjects: record.subjects.map(({ code, groups, ground }) => ({
      identification: code,
      categories: groupWords(groups),
      way: WAY,
      reason: GROUND_WORDS[ground],
      date: record.ranOn,
    })),
    destroyedBy: [{ name: record.by, post: 'Ответственный за организацию обработки персональных данных' }],
    // One by one: each with its own term, or none that the school has told.
    backupsUntil: null,
    backups: record.backups ?? [],
  };
}

/** The export of the event log that belongs to the act: the same subjects in the same order. CSV, UTF-8 with its mark. */
export function destructionLog({ record }: Paper): string {
  const lines = [
    ['Субъект', 'Категории данных', 'Система', 'Основание', 'Дата'],
    ...record.subjects.map(({ code, groups, ground }) => [
      code,
      groupsInWords(groups),
      SYSTEM,
      GROUND_WORDS[ground],
      record.ranOn,
    ]),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
