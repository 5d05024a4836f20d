import { CONSENT_STATES, SIGN_METHODS, SIGNER_SIDES } from '@nastavnik/domain/consents/consent-kinds';
import { z } from 'zod';
import { consentKind, consentTemplate } from './consent-templates.ts';
import { day, evenSo, id, line, may, moment } from './shapes.ts';

export const consentState = z.enum(CONSENT_STATES);
export const signMethod = z.enum(SIGN_METHODS);
export const signerSide = z.enum(SIGNER_SIDES);

export const disseminationChoice = z.strictObject({
  item: z.string().max(100),
  resourceId: z.string().max(100),
  condition: line(500).nullable(),
});

export const consentSigner = z.object({
  personId: id,
  /** As it stands on the document. */
  name: z.string(),
  side: signerSide,
  assentOnly: z.boolean(),
  signedOn: day.nullable(),
  method: signMethod.nullable(),
  refusedOn: day.nullable(),
  /** Can be reached by a notice, and may sign in the account where the kind lets. */
  hasAccount: z.boolean(),
});

export const consentSummary = z.object({
  id,
  /** «С-14/2026». */
  number: z.string(),
  kind: consentKind,
  person: z.object({ id, name: z.string(), place: z.string().nullable() }),
  form: z.object({ id, name: z.string() }).nullable(),
  state: consentState,
  signers: z.array(consentSigner),
  issuedOn: day.nullable(),
  printedAt: moment.nullable(),
  remindedAt: moment.nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  endedOn: day.nullable(),
  endReason: z.string().nullable(),
  /** A new document has to be signed by this day; until then this one holds. */
  needsRenewalBy: day.nullable(),
  renewalOf: id.nullable(),
  nameChanged: z.boolean(),
  version: z.number().int(),
  /** `read`: the caller may open the paper itself; the director sees that it is there. */
  may: may(['read']),
});

const MAY = [
  'sign',
  'refuse',
  'withdraw',
  'choose',
  'print',
  'file',
  'recordRefusal',
  'recordWithdrawal',
  'invalidate',
] as const;

const printedPerson = z.object({
  fullName: z.string(),
  birthDate: day.nullable(),
  address: z.string().nullable(),
  identityDocument: z.string().nullable(),
  place: z.string().nullable(),
  contact: z.string().nullable(),
});

/** The document with the names of the day on which it was issued. */
export const consentDocument = z.object({
  registerNumber: z.string().nullable(),
  template: consentTemplate,
  operator: z.object({
    name: z.string(),
    address: z.string(),
    inn: z.string().nullable(),
    ogrn: z.string().nullable(),
  }),
  subject: printedPerson,
  representative: printedPerson.extend({ kind: z.string(), authority: z.string().nullable() }).nullable(),
  participation: z
    .object({
      form: z.string(),
      role: z.string(),
      cycle: z.string(),
      mentor: z.string().nullable(),
      regime: z.string().nullable(),
    })
    .nullable(),
  term: z.string().nullable(),
});

export const consentCard = consentSummary.extend({
  document: consentDocument,
  /** The plain words above the text, as they speak to the reader: to the parent of a pupil, of «your child» (RULE-45). */
  summary: z.string(),
  /** The whole legal text as lines, for reading before signing (RULE-10). */
  text: z.string(),
  /** Hash of the document: what was shown is what is signed. */
  documentHash: z.string(),
  /** Purposes that every signer has ticked; before the first signature empty. */
  purposes: z.array(z.string()),
  choices: z.array(disseminationChoice),
  methods: z.array(signMethod),
  /** Why the caller, a signer, may not sign in the account: a refusal code. */
  signHindrance: z.string().nullable(),
  scans: z.array(z.object({ id, filedAt: moment, filedBy: z.string() })),
  /** Whose file of a qualified signature lies here. */
  signatureFiles: z.array(id),
  /** The receipt of a withdrawal can be printed. */
  withdrawnOn: day.nullable(),
  may: may(MAY),
});
export type ConsentCard = z.infer<typeof consentCard>;

/**
 * Why a need is not met and what comes next (domain/consents/coverage `MissingCode`, `NextStep`): «нет подписи мамы →
 * напомнить». Codes, worded by the web.
 */
export const nextStep = z.object({
  code: z.string(),
  next: z.enum([
    'ask',
    'giveOut',
    'remind',
    'renew',
    'respect',
    'recordBirthDate',
    'recordRepresentative',
    'verifyRepresentative',
    'askDirector',
    'wait',
    'none',
  ]),
  /** Whose signature is awaited, by name. */
  waitsFor: z.array(z.string()),
  /** Expired, refused, withdrawn, out of grace on this day. */
  on: day.nullable(),
});
export type NextStepShape = z.infer<typeof nextStep>;

/** What one person needs and has; `null` consent: not asked for yet. */
export const neededConsent = z.object({
  kind: consentKind,
  required: z.boolean(),
  before: z.enum(['bank', 'unit', 'publication']),
  step: nextStep.nullable(),
  consent: consentSummary.nullable(),
});
export const consentsOfPersonQuery = z.strictObject({ personId: id });
export const consentsOfPersonAnswer = z.object({
  person: z.object({ id, name: z.string(), place: z.string().nullable() }),
  needed: z.array(neededConsent),
  /** All documents of the person that the caller may see; ended ones for the data protection officer and the person. */
  consents: z.array(consentSummary),
  may: may(['issue', 'recordWithdrawal']),
});

/** What the signed-in person has to sign and has signed: the own, and the children's. */
export const myConsentsAnswer = z.object({
  toSign: z.array(consentSummary),
  signed: z.array(consentSummary),
});

/** A class, or people. `kinds` empty: whatever each of them still needs before the bank. */
export const issueConsentsBody = z
  .strictObject({
    personIds: z.array(id).max(1000).default([]),
    classId: id.nullable().default(null),
    kinds: z.array(consentKind).max(6).default([]),
    formId: id.nullable().default(null),
    /** Of one person: which parent signs, where several may. A paper that nobody has signed makes room. */
    representativeId: id.optional(),
  })
  .refine((body) => body.representativeId === undefined || (body.personIds.length === 1 && body.classId === null), {
    error: 'representativeId',
  })
  .refine((body) => body.personIds.length > 0 || body.classId !== null, { error: 'people' });
export const issueConsentsAnswer = z.object({
  issued: z.array(z.object({ consentId: id, personId: id, kind: consentKind })),
  /** Each with its reason: `consent.already-valid`, `signers.birth-date-missing`, `consent.representative-unverified`… */
  skipped: z.array(
    z.object({
      personId: id,
      name: z.string(),
      kind: consentKind.nullable(),
      code: z.string(),
      /** The wording that has to be mended first. */
      templateId: id.optional(),
    }),
  ),
});

export const printConsentsBody = z.strictObject({
  consentIds: z.array(id).min(1).max(500),
  format: z.enum(['pdf', 'docx']),
  /** RULE-40: who prints names a purpose. */
  purpose: line(300),
});

export const signConsentBody = z.strictObject({
  documentHash: z.string().regex(/^[0-9a-f]{64}$/),
  purposes: z.array(z.string().max(100)).max(50),
});
/** DOC-15: chosen in the account, signed on paper. */
export const chooseBody = z.strictObject({
  version: z.number().int(),
  choices: z.array(disseminationChoice).max(1000),
});

/**
 * What whoever files a paper has read off its boxes: every line, the obligatory ones alone, or these. Left out: nobody
 * looked, and nothing is filed (`consent.marks-unread`).
 */
export const paperMarks = z.union([z.enum(['all', 'required']), z.array(z.string().max(100)).max(50)]);
export type PaperMarks = z.infer<typeof paperMarks>;

/**
 * Fields beside the file of a scan or a signature (multipart): `signedOn`, `by` (ids, comma), `purposes` (`all`,
 * `required`, or codes, comma), `choices` (JSON).
 */
export const filePaperFields = z.strictObject({
  signedOn: day,
  by: z
    .string()
    .max(400)
    .transform((ids) => ids.split(',').filter(Boolean))
    .pipe(z.array(id).min(1).max(5)),
  purposes: z
    .string()
    .max(2000)
    .optional()
    .transform((said) => (said === 'all' || said === 'required' ? said : said?.split(',').filter(Boolean)))
    .pipe(paperMarks.optional()),
  choices: z
    .string()
    .max(100_000)
    .optional()
    .transform((json, context) => {
      if (json === undefined) return undefined;
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'json' });
        return z.NEVER;
      }
    })
    .pipe(z.array(disseminationChoice).max(1000).optional()),
});
export const fileWarning = z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) });
export const fileAnswer = z.object({
  consent: consentSummary,
  warnings: z.array(fileWarning),
  /** The same bytes lie there already: nothing was filed twice. */
  alreadyFiled: z.boolean(),
});

export const recordSaidBody = z.strictObject({ by: id, saidOn: day });
export const recordWithdrawalBody = z.strictObject({ by: id, receivedOn: day });
export const invalidateBody = z.strictObject({ defect: line(1000) });
export const withdrawnAnswer = z.object({
  consent: consentSummary,
  demandId: id,
  /** RULE-16: the data are gone by this day; null where they stay (publication only). */
  erasedBy: day.nullable(),
});

export const remindConsentsBody = z.strictObject({ consentIds: z.array(id).min(1).max(500) });
export const remindConsentsAnswer = z.object({
  noticed: z.array(id),
  /** No signer who waits has an account: a slip to hand out. */
  onPaper: z.array(id),
});

/** A cell of «Согласия класса» in words of the product; `days` only where it is valid until a day. */
export const sheetCell = z.object({
  kind: consentKind,
  state: z.enum([
    'notAsked',
    'issued',
    'printed',
    'oneOfTwo',
    'valid',
    'needsRenewal',
    'refused',
    'withdrawn',
    'expired',
    'notNeeded',
  ]),
  consentId: id.nullable(),
  number: z.string().nullable(),
  validTo: day.nullable(),
  /** Who has not signed yet, by name. */
  waitsFor: z.array(z.string()),
  remindedAt: moment.nullable(),
  may: may(['read']),
});
export const classSheetAnswer = z.object({
  class: z.object({ id, name: z.string() }),
  kinds: z.array(consentKind),
  rows: z.array(
    z.object({
      person: z.object({ id, name: z.string(), place: z.string().nullable() }),
      /** Null: unknown, so nobody can sign. */
      age: z.number().int().nullable(),
      /** Takes part this year. */
      participant: z.boolean(),
      cells: z.array(sheetCell),
      step: nextStep.nullable(),
    }),
  ),
  operatorLacks: z.array(z.string()),
  may: may(['issue', 'print', 'file', 'remind']),
});

/** Those who take part and sit in no class. */
export const peopleSheetAnswer = classSheetAnswer.omit({ class: true });

export const registerQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  state: consentState.optional(),
  kind: consentKind.optional(),
  search: z.string().trim().max(200).optional(),
  after: z.coerce.number().int().optional().meta({ description: 'Number of the last row of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const registerAnswer = z.object({ rows: z.array(consentSummary), next: z.number().int().nullable() });

export const exportConsentRegisterBody = z.strictObject({
  year: z.number().int().min(2000).max(2100).optional(),
  state: consentState.optional(),
  kind: consentKind.optional(),
  format: z.enum(['xlsx', 'csv', 'docx']),
  purpose: line(300),
});

/** IND-05. */
export const coverageQuery = z.strictObject({ cycleId: id.optional(), classId: id.optional(), formId: id.optional() });
export const coverageAnswer = z.object({
  cycle: z.object({ id, title: z.string() }),
  on: day,
  numerator: z.number().int(),
  denominator: z.number().int(),
  /** One decimal, half up; null where nobody is in the banks. */
  percent: z.number().nullable(),
  target: z.number(),
  dissemination: z.object({ numerator: z.number().int(), denominator: z.number().int() }),
  lacking: z.array(
    z.object({
      person: z.object({ id, name: z.string(), place: z.string().nullable() }),
      kind: consentKind,
      step: nextStep,
      consentId: id.nullable(),
    }),
  ),
  byClass: z.array(z.object({ name: z.string(), numerator: z.number().int(), denominator: z.number().int() })),
  byForm: z.array(z.object({ name: z.string(), numerator: z.number().int(), denominator: z.number().int() })),
});

/** RULE-08: the director decides on the other parent's objection, and says why. `publish` false: the objection stands. */
export const settleObjectionBody = z.strictObject({
  representationId: id,
  publish: z.boolean(),
  decision: line(1000),
  evenSo,
});

/** What a written consent names its signer by (152-ФЗ art. 9(4)); kept with the consents that need it. */
export const identityDocument = z.object({
  kind: z.enum(['passport', 'birthCertificate', 'foreignPassport', 'residencePermit', 'other']),
  number: z.string(),
  issuedOn: day.nullable(),
  issuer: z.string().nullable(),
  address: z.string(),
});
export const identityAnswer = z.object({ document: identityDocument.nullable(), may: may(['edit']) });
export const identityBody = z.strictObject({
  kind: identityDocument.shape.kind,
  number: line(100),
  issuedOn: day.nullable(),
  issuer: line(300).nullable(),
  address: line(500),
});
