import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Stamp } from './official-document.ts';
import { BLANK_DAY, longDay, shortDay } from './words-of-days.ts';

/** How the school stamps its approval (DOCUMENTS 0.4). `combined` is what schools often do: the word of A with the order of B. */
export type StampStyle = 'signature' | 'order' | 'combined';

/** Gender and number of the document's kind, which the word УТВЕРЖДЁН agrees with. */
export type WordGender = 'masculine' | 'feminine' | 'neuter' | 'plural';

export type Approval = {
  readonly style: StampStyle;
  /** Short name of the organisation whose order it is, for the style `order`. */
  readonly organization: string | null;
  readonly post: string | null;
  /** As it is printed: «Е.С. Петрова». */
  readonly person: string | null;
  readonly date: PlainDate | null;
  readonly order: NumberedDocument | null;
};

export type Agreement = {
  /** The other organisation or the body that agreed, in the nominative; null when the post says it all. */
  readonly body: string | null;
  readonly post: string | null;
  readonly person: string | null;
  readonly date: PlainDate | null;
  readonly minutes: NumberedDocument | null;
};

export type Adoption = {
  /** The body in the nominative: «педагогический совет». */
  readonly body: string;
  /** «педагогического совета», stored by hand where the programme does not know the form (DOCUMENTS 0.5.2). */
  readonly bodyGenitive: string | null;
  readonly minutes: NumberedDocument | null;
};

export type NumberedDocument = { readonly number: string | null; readonly date: PlainDate | null };

const SIGNATURE_LINE = '______________';
const APPROVED: Record<WordGender, string> = {
  masculine: 'УТВЕРЖДЁН',
  feminine: 'УТВЕРЖДЕНА',
  neuter: 'УТВЕРЖДЕНО',
  plural: 'УТВЕРЖДЕНЫ',
};

/** Requisite 16, the approval stamp: upper right corner of the first page. */
export function approvalStamp(approval: Approval, gender: WordGender): Stamp {
  if (approval.style === 'order') {
    const whose = ['приказом', approval.organization].filter((word) => word !== null).join(' ');
    return stamp('right', [APPROVED[gender], whose, numbered(approval.order)]);
  }
  const order = approval.style === 'combined' && approval.order ? `Приказ ${numbered(approval.order)}` : null;
  return stamp('right', ['УТВЕРЖДАЮ', approval.post, signed(approval.person), order ?? signedOn(approval.date)]);
}

/** Requisite 20, the stamp of an outer agreement: by a person's signature or by the minutes of a body. */
export function agreementStamp(agreement: Agreement): Stamp {
  if (agreement.minutes) {
    return stamp('left', ['СОГЛАСОВАНО', agreement.body, `протокол ${numbered(agreement.minutes)}`]);
  }
  const who = [agreement.post, agreement.body].filter((word) => word !== null);
  return stamp('left', ['СОГЛАСОВАНО', ...who, signed(agreement.person), signedOn(agreement.date)]);
}

/** The mark of the body that adopted the document (seed 002): ПРИНЯТО на заседании …, протокол № … от …. */
export function adoptedMark(adoption: Adoption): Stamp {
  const genitive = adoption.bodyGenitive ?? GENITIVES[adoption.body.toLowerCase()];
  const where = genitive ? `на заседании ${genitive}` : adoption.body;
  return stamp('left', ['ПРИНЯТО', where, `протокол ${numbered(adoption.minutes)}`]);
}

function stamp(side: Stamp['side'], lines: readonly (string | null)[]): Stamp {
  return { side, lines: lines.filter((line): line is string => Boolean(line)) };
}

function numbered(document: NumberedDocument | null): string {
  const date = document?.date ? shortDay(document.date) : '______________';
  return `от ${date} № ${document?.number ?? '______'}`;
}

function signed(person: string | null): string {
  return person ? `${SIGNATURE_LINE} ${person}` : `${SIGNATURE_LINE} / ${SIGNATURE_LINE}`;
}

function signedOn(date: PlainDate | null): string {
  return date ? longDay(date) : BLANK_DAY;
}

/** Bodies that schools have; other bodies print in the nominative unless their form is stored. */
const GENITIVES: Readonly<Record<string, string | undefined>> = {
  'педагогический совет': 'педагогического совета',
  'методический совет': 'методического совета',
  'научно-методический совет': 'научно-методического совета',
  'управляющий совет': 'управляющего совета',
  'совет школы': 'совета школы',
  'совет родителей': 'совета родителей',
  'совет обучающихся': 'совета обучающихся',
  'рабочая группа': 'рабочей группы',
  'общее собрание работников': 'общего собрания работников',
  'методическое объединение': 'методического объединения',
};
