import type { OfficialDocument } from '@nastavnik/documents/write/official-document';
import { BACKUPS, GROUND_WORDS, groupsInWords, RECEIVERS, SYSTEM, WAY } from './destruction-words.ts';
import type { DestructionRecord } from './run-erasures.ts';

export type Paper = {
  readonly number: number;
  readonly operator: { readonly name: string; readonly address: string };
  readonly record: DestructionRecord;
};

/** DOC-36, Roskomnadzor's order № 179: who, whose by code, what, how, why, when. No name of anybody who is gone. */
export function destructionAct({ number, operator, record }: Paper): OfficialDocument {
  const disclosed = record.subjects.some(({ disclosures }) => disclosures > 0);
  return {
    name: `Акт об уничтожении № ${number}`,
    orientation: 'portrait',
    organizations: [{ text: operator.name, language: 'ru' }],
    stamps: [],
    title: ['АКТ', `об уничтожении персональных данных № ${number} от ${dayWords(record.ranOn)}`],
    blocks: [
      { kind: 'paragraph', text: `Оператор: ${operator.name}, ${operator.address}.` },
      { kind: 'paragraph', text: `Система: ${SYSTEM}. Способ: ${WAY}.` },
      { kind: 'paragraph', text: `Уничтожил: ${record.by}.` },
      {
        kind: 'table',
        summary: 'Субъекты, чьи данные уничтожены, по кодам',
        columns: [
          { heading: 'Субъект', width: 30, align: 'left' },
          { heading: 'Категории данных', width: 90, align: 'left' },
          { heading: 'Основание', width: 50, align: 'left' },
        ],
        rows: record.subjects.map(({ code, groups, ground }) => ({
          kind: 'plain' as const,
          cells: [code, groupsInWords(groups), GROUND_WORDS[ground]].map((text, column) => ({
            column,
            columnSpan: 1,
            rowSpan: 1,
            lines: [text],
            bold: false,
          })),
        })),
      },
      { kind: 'paragraph', text: BACKUPS },
      ...(disclosed ? [{ kind: 'paragraph' as const, text: RECEIVERS }] : []),
    ],
    signatures: [{ post: 'Ответственный за организацию обработки персональных данных', name: null }],
    mark: null,
  };
}

/** The export of the event log that belongs to the act: the same subjects in the same order. CSV, UTF-8 with mark. */
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

function dayWords(day: string): string {
  return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}
