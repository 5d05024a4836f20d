import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { InformationSheet } from '@nastavnik/domain/consents/information-sheet';
import type { DocumentBlock, DocumentTable, OfficialDocument, Signature } from '../write/official-document.ts';
import { longDay, shortDay } from '../write/words-of-days.ts';
import type { PrintedOperator } from './consent-print.ts';

/** The information sheet that goes out with an invitation; drawn by the writers of `../write`. */
export function composeInformationSheet(
  sheet: InformationSheet,
  operator: PrintedOperator,
  contact: string,
): OfficialDocument {
  return {
    ...plain(sheet.title, operator),
    blocks: [
      ...sheet.sections.flatMap(({ heading, paragraphs }): DocumentBlock[] => [
        { kind: 'heading', text: heading },
        ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
      ]),
      { kind: 'heading', text: 'У кого спросить' },
      { kind: 'paragraph', text: contact },
    ],
  };
}

/** One line of the register of consents; words of kinds and states are the caller's. */
export type RegisterLine = {
  readonly number: string;
  readonly person: string;
  readonly kind: string;
  readonly signers: readonly string[];
  readonly state: string;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly endedOn: PlainDate | null;
};

/** The register of consents on a day: every document once, by its number. */
export function composeConsentRegister(
  lines: readonly RegisterLine[],
  {
    operator,
    on,
    signature,
  }: { readonly operator: PrintedOperator; readonly on: PlainDate; readonly signature: Signature },
): OfficialDocument {
  return {
    ...plain('Реестр согласий', operator),
    orientation: 'landscape',
    title: ['Реестр согласий участников программы наставничества', `по состоянию на ${longDay(on)}`],
    blocks: [
      table(
        'Реестр согласий',
        [
          ['№', 20],
          ['О ком', 50],
          ['Согласие', 50],
          ['Подписали', 55],
          ['Состояние', 30],
          ['Действует с', 24],
          ['по', 24],
          ['Прекращено', 24],
        ],
        lines.map((line) => [
          line.number,
          line.person,
          line.kind,
          line.signers.join('; '),
          line.state,
          day(line.validFrom),
          day(line.validTo),
          day(line.endedOn),
        ]),
      ),
    ],
    signatures: [signature],
  };
}

/** DOC-36 by Roskomnadzor's order № 179: what was destroyed, of whom, by whom, how and why. Never the content itself. */
export type DestructionAct = {
  readonly operator: PrintedOperator;
  readonly number: number;
  readonly date: PlainDate;
  /** Who processed on instruction; null where nobody did. */
  readonly processor: { readonly name: string; readonly address: string } | null;
  /** Name of the information system. */
  readonly system: string;
  readonly subjects: readonly DestroyedSubject[];
  /** `name` null: a blank for the name of whoever signs. */
  readonly destroyedBy: readonly { readonly name: string | null; readonly post: string }[];
  /** When backups that still hold the data are overwritten; null where there are none. */
  readonly backupsUntil: PlainDate | null;
  /** The same one by one, where they are known; `keptUntil` null where nobody said. */
  readonly backups?: readonly {
    readonly name: string;
    readonly madeOn: PlainDate;
    readonly keptUntil: PlainDate | null;
  }[];
};

export type DestroyedSubject = {
  /** The name, or the code that took its place, as the act is to identify the person. */
  readonly identification: string;
  readonly categories: readonly string[];
  readonly way: string;
  readonly reason: string;
  readonly date: PlainDate;
};

export function composeDestructionAct(act: DestructionAct): OfficialDocument {
  const { operator, processor, subjects } = act;
  const rest: DocumentBlock[] = [
    { kind: 'paragraph', text: `Оператор: ${operator.name}, ${operator.address}.` },
    ...(processor
      ? [
          {
            kind: 'paragraph',
            text: `Лицо, обрабатывавшее данные по поручению: ${processor.name}, ${processor.address}.`,
          } as const,
        ]
      : []),
    { kind: 'paragraph', text: `Информационная система: ${act.system}.` },
    { kind: 'paragraph', text: `Уничтожены персональные данные субъектов: ${subjects.length}.` },
  ];
  const backups: DocumentBlock[] =
    act.backupsUntil === null
      ? []
      : [
          {
            kind: 'paragraph',
            text: `Резервные копии, созданные до уничтожения, доступны только ответственному за обработку данных и перезаписываются не позднее ${longDay(act.backupsUntil)}.`,
          },
        ];
  return {
    ...plain(`Акт № ${act.number} об уничтожении персональных данных`, operator),
    orientation: 'landscape',
    title: ['АКТ', `об уничтожении персональных данных`, `от ${shortDay(act.date)} № ${act.number}`],
    blocks: [
      ...rest,
      destroyed('Перечень уничтоженных данных', subjects, act.system, true),
      ...backups,
      ...(act.backups ?? []).map(backupLine),
    ],
    signatures: act.destroyedBy.map(({ post, name }) => ({ post, name: name ?? '____________________' })),
  };
}

function backupLine({ name, madeOn, keptUntil }: NonNullable<DestructionAct['backups']>[number]): DocumentBlock {
  const until = keptUntil === null ? 'срок хранения не указан' : `хранится по ${longDay(keptUntil)}`;
  return { kind: 'paragraph', text: `Резервная копия ${name} от ${longDay(madeOn)} содержит эти данные: ${until}.` };
}

/** The export of the event log that belongs to the act (RULE-38): the same subjects in the same order. */
export function composeDestructionLog(act: DestructionAct): OfficialDocument {
  return {
    ...plain(`Выгрузка из журнала к акту № ${act.number}`, act.operator),
    orientation: 'landscape',
    title: [
      'Выгрузка из журнала регистрации событий',
      `к акту об уничтожении персональных данных от ${shortDay(act.date)} № ${act.number}`,
    ],
    blocks: [destroyed('События уничтожения', act.subjects, act.system, false)],
    signatures: [],
  };
}

function destroyed(
  summary: string,
  subjects: readonly DestroyedSubject[],
  system: string,
  withWay: boolean,
): DocumentTable {
  return table(
    summary,
    [
      ['№', 12],
      ['Субъект', 55],
      ['Категории данных', 75],
      withWay ? ['Способ', 45] : ['Система', 45],
      ['Причина', 45],
      ['Дата', 24],
    ],
    subjects.map((subject, at) => [
      String(at + 1),
      subject.identification,
      subject.categories.join(', '),
      withWay ? subject.way : system,
      subject.reason,
      shortDay(subject.date),
    ]),
  );
}

function plain(name: string, operator: PrintedOperator): OfficialDocument {
  return {
    name,
    orientation: 'portrait',
    organizations: [{ text: operator.name, language: 'ru' }],
    stamps: [],
    title: [name],
    blocks: [],
    signatures: [],
    mark: null,
  };
}

function table(
  summary: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly string[])[],
): DocumentTable {
  return {
    kind: 'table',
    summary,
    columns: columns.map(([heading, width]) => ({ heading, width, align: heading === '№' ? 'center' : 'left' })),
    rows: rows.map((cells) => ({
      kind: 'plain',
      cells: cells.map((text, column) => ({ column, columnSpan: 1, rowSpan: 1, lines: [text], bold: false })),
    })),
  };
}

function day(date: PlainDate | null): string {
  return date === null ? '' : shortDay(date);
}
