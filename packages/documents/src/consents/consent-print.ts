import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { SignMethod } from '@nastavnik/domain/consents/consent-kinds';
import type { ConsentTemplate, DisseminationChoice } from '@nastavnik/domain/consents/consent-template';
import type { Typeface } from '../write/typefaces.ts';

/**
 * Everything a consent shows (DOC-12…17), gathered by the server and drawn here. It is kept with the consent as it was
 * signed, so names and addresses are of that day.
 */
export type ConsentPrint = {
  /** The consent's id; the square code holds `NST1:<id>` and nothing else. */
  readonly id: string;
  /** Of the register of consents: «С-14/2026»; null before it has one. */
  readonly registerNumber: string | null;
  readonly template: ConsentTemplate;
  readonly operator: PrintedOperator;
  readonly subject: PrintedPerson;
  /** Null where the person signs alone. */
  readonly representative: PrintedRepresentative | null;
  /** Of a participation, DOC-16 and DOC-17. */
  readonly participation: PrintedParticipation | null;
  /** Codes of purposes that are ticked already, in the account; on paper none is. */
  readonly tickedPurposes: readonly string[];
  /** DOC-15: chosen in the account; on paper empty. */
  readonly choices: readonly DisseminationChoice[];
  /** The term as it is printed; null takes the template's words. */
  readonly term: string | null;
  readonly signatures: readonly PrintedSignature[];
  readonly typeface: Typeface;
};

export type PrintedOperator = {
  readonly name: string;
  readonly address: string;
  readonly inn: string | null;
  readonly ogrn: string | null;
};

export type PrintedPerson = {
  /** «Иванова Мария Петровна». */
  readonly fullName: string;
  readonly birthDate: PlainDate | null;
  readonly address: string | null;
  /** «паспорт гражданина РФ 00 00 000000, выдан 01.02.2020 …», null: a line to fill in by hand. */
  readonly identityDocument: string | null;
  /** «7А», «учитель математики». */
  readonly place: string | null;
  /** DOC-15 asks for one of phone, e-mail, post. */
  readonly contact: string | null;
};

export type PrintedRepresentative = PrintedPerson & {
  /** «мать», «опекун». */
  readonly kind: string;
  /** «свидетельство о рождении I-ИК № 000000 от 03.04.2013». */
  readonly authority: string | null;
};

export type PrintedParticipation = {
  /** «ученик – ученик». */
  readonly form: string;
  /** «наставляемый». */
  readonly role: string;
  /** «2025/26 учебный год». */
  readonly cycle: string;
  /** Null: «будет сообщён до начала». */
  readonly mentor: string | null;
  /** Place and whether online; null: a line. */
  readonly regime: string | null;
};

/** A place to sign, in the order in which they stand; filled once it was signed electronically. */
export type PrintedSignature = {
  /** «законный представитель», «обучающийся». */
  readonly who: string;
  readonly fullName: string;
  /** A child's own «я согласен», without legal force. */
  readonly assentOnly: boolean;
  readonly signed: {
    readonly method: SignMethod;
    readonly on: PlainDate;
  } | null;
};
