import type { Audience, ConsentKind } from './consent-kinds.ts';

/** A consent's wording and scope as data: one version of it is never changed once a person has been given it. */
export type ConsentTemplate = {
  readonly kind: ConsentKind;
  readonly audience: Audience;
  /** Counts every edit. */
  readonly version: number;
  /** Counts the edits after which old consents do not reach what is new (RULE-13, `scope-change.ts`). */
  readonly scopeVersion: number;
  readonly title: string;
  /** What it is about in plain words, read before the text (RULE-45); for pupils in words of theirs. */
  readonly summary: string;
  /** Each a line to tick, none ticked beforehand (RULE-10). Codes are the programme's, texts the school's. */
  readonly purposes: readonly ConsentPurpose[];
  /** A closed list: what is not here is not processed (RULE-04). */
  readonly dataItems: readonly ConsentDataItem[];
  readonly actions: readonly string[];
  readonly processing: 'mixed' | 'automated' | 'manual' | null;
  readonly receivers: readonly ConsentReceiver[];
  readonly term: ConsentTerm | null;
  readonly withdrawal: string;
  /** Paragraphs of the document besides the fields, in their order. */
  readonly blocks: readonly ConsentBlock[];
  /** DOC-15 alone: pages and groups where something may appear, each with its full address. */
  readonly resources: readonly ConsentResource[];
};

export const CONSENT_PURPOSES = [
  'mentoringBank',
  'matching',
  'personalizedProgram',
  'meetings',
  'monitoring',
  'questioning',
  'psychologicalSupport',
  'publication',
  'participation',
  'mentoringDuty',
  'support',
  'thirdParty',
] as const;
export type PurposeCode = (typeof CONSENT_PURPOSES)[number];

/** `required`: without it there is no taking part; the others may be left unticked and the document is valid. */
export type ConsentPurpose = {
  readonly code: PurposeCode | `own:${string}`;
  readonly text: string;
  readonly required: boolean;
};

export const DATA_ITEMS = [
  'fullName',
  'classOrPost',
  'birthDate',
  'contacts',
  'representativeContacts',
  'identityDocument',
  'education',
  'request',
  'competences',
  'preferences',
  'surveyResults',
  'planResults',
  'meetings',
  'photo',
  'video',
  'achievements',
  'award',
  'health',
] as const;
export type DataItemCode = (typeof DATA_ITEMS)[number];

export type ConsentDataItem = {
  readonly code: DataItemCode | `own:${string}`;
  readonly text: string;
  /** Order № 18 asks for the three apart. */
  readonly category: 'general' | 'special' | 'biometric';
};

/** `aggregates`: gets numbers only; `instruction`: processes on the school's written instruction (152-ФЗ art. 6(3)). */
export type ConsentReceiver = {
  readonly name: string;
  readonly address: string;
  readonly gets: 'aggregates' | 'data' | 'instruction';
};

/** `cycleEnd`: end of the cycle and so many years of keeping after it; `date` where the school names one. */
export type ConsentTerm = {
  readonly kind: 'cycleEnd' | 'event' | 'date';
  readonly yearsAfter: number;
  /** As it is printed: «до 31 августа 2026 г. и три года после». */
  readonly text: string;
};

export type ConsentBlock = { readonly heading: string | null; readonly text: string };

export type ConsentResource = {
  readonly id: string;
  readonly name: string;
  /** Exact address of the page, the site or the group. */
  readonly address: string;
  readonly owner: string;
  /** ISO 3166-1 alpha-2; other than RU needs the data protection officer (RULE-24, `resource-catalogue.ts`). */
  readonly country: string;
};

/** DOC-15: what may go where. Nothing is in it until the person chooses; a line is one ticked place of the matrix. */
export type DisseminationChoice = {
  readonly item: string;
  readonly resourceId: string;
  readonly condition: string | null;
};

export type TemplateFault = {
  readonly code:
    | 'template.field-empty'
    | 'template.list-open'
    | 'template.purpose-twice'
    | 'template.item-twice'
    | 'template.other-consent-inside'
    | 'template.kind-has-no-such-field'
    | 'template.resource-without-address'
    | 'template.resource-not-allowed'
    | 'template.tick-not-asked'
    | 'template.nobody-else'
    | 'template.special-data-needs-own-document'
    | 'template.summary-too-long';
  /** Path inside the template: `term`, `dataItems[2].text`. */
  readonly field: string;
  /** The words that gave it away, or the name of what is missing. */
  readonly found: string | null;
};
