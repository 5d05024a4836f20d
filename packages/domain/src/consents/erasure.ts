import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { addWorkingDays, type ProductionCalendar } from '../calendar/production-calendar.ts';
import { type DayTerm, legalDeadline } from '../legal-terms/legal-deadline.ts';
import type { LegalTerm } from '../legal-terms/legal-term-kinds.ts';
import type { ConsentKind } from './consent-kinds.ts';

/** RULE-16: the officer is told so many days after receipt; five days are left to look at what would go. */
export const WARN_AFTER_DAYS = 25;

/** Why data have to go (the `ground` of the act, DOC-36). */
export const ERASURE_GROUNDS = ['withdrawal', 'refusal', 'purposeReached', 'unlawful', 'demand'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** What happens in the same minute (RULE-15, RULE-19). */
export type ImmediateEffect =
  | 'blockData'
  | 'blockSpecialData'
  | 'unitsToDecision'
  | 'stopSurveys'
  | 'stopMessages'
  | 'participationsWithdrawn'
  | 'askAboutPublications'
  | 'unpublish'
  | 'closeDissemination'
  | 'stopPartnerTransfer'
  | 'receipt';

export type ErasureTask = {
  readonly kind:
    | 'outerResourcesStop'
    | 'decisionOrder'
    | 'receiversStop'
    | 'warnErasure'
    | 'runErasure'
    | 'findOtherMentor';
  readonly dueOn: PlainDate;
  /** The line of PRIVACY §4 it counts by; null for the programme's own term. */
  readonly term: LegalTerm | null;
};

export type WithdrawalPlan = {
  readonly immediate: readonly ImmediateEffect[];
  readonly tasks: readonly ErasureTask[];
  /** Null where nothing has to be destroyed (withdrawn from taking part only; from publication only). */
  readonly erasure: Erasure | null;
  /** What the erasure is of. */
  readonly destroys: 'everything' | 'specialData' | 'nothing';
};

export type WithdrawalFacts = {
  readonly kind: ConsentKind;
  readonly receivedOn: PlainDate;
  /** The person has a valid dissemination consent besides: ask, do not guess (RULE-15). */
  readonly hasDissemination: boolean;
  readonly hasPublications: boolean;
  /** Addresses outside the school's own pages where something of the person stands. */
  readonly outerResources: number;
  readonly isMentorInUnit: boolean;
  readonly hasOpenUnits: boolean;
  /** Receivers of the person's data named in the consent. */
  readonly receivers: number;
};

/** LIFECYCLE 4.15 terminateByLaw [DEC]; receivers are told in the same time. */
const ORDER_WORKING_DAYS = 3;

/**
 * RULE-14…16, RULE-19: what follows from the withdrawal of one consent, beginning with the day of receipt. An
 * invalidated consent has the same effects (LIFECYCLE 4.4).
 */
export function withdrawalPlan(facts: WithdrawalFacts, calendar?: ProductionCalendar): WithdrawalPlan {
  switch (facts.kind) {
    case 'processing':
    case 'special':
      return processingEnds(facts, calendar);
    case 'dissemination':
      return {
        immediate: ['closeDissemination', 'unpublish', 'receipt'],
        tasks: outer(facts, calendar),
        erasure: null,
        destroys: 'nothing',
      };
    case 'participation':
    case 'mentoringDuty':
      return {
        immediate: [
          'participationsWithdrawn',
          ...(facts.hasOpenUnits ? (['unitsToDecision'] as const) : []),
          'receipt',
        ],
        tasks: units(facts, calendar),
        erasure: null,
        destroys: 'nothing',
      };
    case 'employeeThirdParty':
      return {
        immediate: ['stopPartnerTransfer', 'receipt'],
        tasks: receivers(facts, calendar),
        erasure: null,
        destroys: 'nothing',
      };
  }
}

function processingEnds(facts: WithdrawalFacts, calendar?: ProductionCalendar): WithdrawalPlan {
  const { receivedOn, kind } = facts;
  const erasure = erasureOf('withdrawal', receivedOn);
  const asks = facts.hasDissemination && facts.hasPublications;
  // Of special data the support module alone lets go; the person stays in the programme.
  const leaves = kind === 'processing';
  return {
    immediate: [
      leaves ? 'blockData' : 'blockSpecialData',
      ...(leaves ? (['participationsWithdrawn'] as const) : []),
      ...(leaves && facts.hasOpenUnits ? (['unitsToDecision'] as const) : []),
      ...(leaves ? (['stopSurveys', 'stopMessages'] as const) : []),
      ...(leaves && asks ? (['askAboutPublications'] as const) : []),
      ...(facts.receivers > 0 ? (['stopPartnerTransfer'] as const) : []),
      'receipt',
    ],
    tasks: [
      ...(leaves ? units(facts, calendar) : []),
      ...receivers(facts, calendar),
      { kind: 'warnErasure', dueOn: erasure.warnOn, term: 'withdrawal' },
      { kind: 'runErasure', dueOn: erasure.runOn, term: 'withdrawal' },
    ],
    erasure,
    destroys: leaves ? 'everything' : 'specialData',
  };
}

export type Erasure = { readonly ground: ErasureGround; readonly warnOn: PlainDate; readonly runOn: PlainDate };

/** The days of one erasure: warned on the 25th, run on the 30th day after the ground appeared. */
export function erasureOf(ground: ErasureGround, since: PlainDate, calendar?: ProductionCalendar): Erasure {
  const runOn = legalDeadline(TERM_OF_GROUND[ground], since, calendar);
  const warned = addDays(since, WARN_AFTER_DAYS);
  // A term in working days may be over before the 25th day: the warning is a day before its end then.
  return { ground, warnOn: warned < runOn ? warned : addDays(runOn, -1), runOn };
}

/** A nominee's «нет» is the end of the purpose (RULE-16). */
const TERM_OF_GROUND = {
  withdrawal: 'withdrawal',
  refusal: 'purposeReached',
  purposeReached: 'purposeReached',
  unlawful: 'cannotBeMadeLawful',
  demand: 'stopProcessing',
} as const satisfies Record<ErasureGround, DayTerm>;

function outer({ outerResources, receivedOn }: WithdrawalFacts, calendar?: ProductionCalendar): ErasureTask[] {
  if (outerResources === 0) return [];
  const dueOn = legalDeadline('thirdPartiesStopDissemination', receivedOn, calendar);
  return [{ kind: 'outerResourcesStop', dueOn, term: 'thirdPartiesStopDissemination' }];
}

function units(facts: WithdrawalFacts, calendar?: ProductionCalendar): ErasureTask[] {
  if (!facts.hasOpenUnits) return [];
  const dueOn = addWorkingDays(facts.receivedOn, ORDER_WORKING_DAYS, calendar);
  const order: ErasureTask = { kind: 'decisionOrder', dueOn, term: null };
  return facts.isMentorInUnit ? [order, { kind: 'findOtherMentor', dueOn, term: null }] : [order];
}

function receivers(facts: WithdrawalFacts, calendar?: ProductionCalendar): ErasureTask[] {
  if (facts.receivers === 0) return [];
  const dueOn = addWorkingDays(facts.receivedOn, ORDER_WORKING_DAYS, calendar);
  return [{ kind: 'receiversStop', dueOn, term: null }];
}
