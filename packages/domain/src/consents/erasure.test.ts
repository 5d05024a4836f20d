import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, plainDate } from '../calendar/plain-date.ts';
import { age } from '../people/age.ts';
import { contingentOn } from '../people/contingent.ts';
import { CONSENT_KINDS } from './consent-kinds.ts';
import { demandDueOn, extendDemand } from './demands.ts';
import { codedPeople, mayDepersonalise } from './depersonalise.ts';
import { ERASURE_GROUNDS, erasureOf, type WithdrawalFacts, withdrawalPlan } from './erasure.ts';
import {
  consentKeptUntil,
  DATA_GROUPS,
  depersonalisedFateOf,
  destructionActKeptUntil,
  fateOf,
  notWithWhomGoesOn,
} from './kept-data.ts';
import { birthDates, days, TODAY } from './people.testing.ts';

const FRIDAY = plainDate('2025-12-05');
const PUPIL_IN_PAIR: WithdrawalFacts = {
  kind: 'processing',
  receivedOn: FRIDAY,
  hasDissemination: false,
  hasPublications: false,
  outerResources: 0,
  isMentorInUnit: false,
  hasOpenUnits: true,
  receivers: 0,
};

test('a withdrawn processing stops everything the same day and destroys on the thirtieth (RULE-15, RULE-16)', () => {
  const plan = withdrawalPlan(PUPIL_IN_PAIR);
  expect(plan.immediate).toEqual([
    'blockData',
    'participationsWithdrawn',
    'unitsToDecision',
    'stopSurveys',
    'stopMessages',
    'receipt',
  ]);
  expect(plan.tasks).toEqual([
    { kind: 'decisionOrder', dueOn: '2025-12-10', term: null },
    { kind: 'warnErasure', dueOn: '2025-12-30', term: 'withdrawal' },
    { kind: 'runErasure', dueOn: '2026-01-04', term: 'withdrawal' },
  ]);
  expect(plan.erasure).toEqual({ ground: 'withdrawal', warnOn: '2025-12-30', runOn: '2026-01-04' });
});

test('when a mentor goes, the mentees get another; receivers of data are told', () => {
  const plan = withdrawalPlan({ ...PUPIL_IN_PAIR, isMentorInUnit: true, receivers: 1 });
  expect(plan.tasks.map(({ kind }) => kind)).toEqual([
    'decisionOrder',
    'findOtherMentor',
    'receiversStop',
    'warnErasure',
    'runErasure',
  ]);
  expect(plan.immediate).toContain('stopPartnerTransfer');
});

test('publications of who withdraws the processing are asked about, not guessed', () => {
  const asked = (change: Partial<WithdrawalFacts>) =>
    withdrawalPlan({ ...PUPIL_IN_PAIR, ...change }).immediate.includes('askAboutPublications');
  expect(asked({ hasDissemination: true, hasPublications: true })).toBe(true);
  expect(asked({ hasDissemination: true })).toBe(false);
  expect(asked({ hasPublications: true })).toBe(false);
});

test('a demand to stop publication works at once, on other sites within three working days (RULE-19)', () => {
  const plan = withdrawalPlan({ ...PUPIL_IN_PAIR, kind: 'dissemination', outerResources: 2 });
  expect(plan.immediate).toEqual(['closeDissemination', 'unpublish', 'receipt']);
  expect(plan.tasks).toEqual([
    { kind: 'outerResourcesStop', dueOn: '2025-12-10', term: 'thirdPartiesStopDissemination' },
  ]);
  expect(plan.erasure).toBeNull();
});

test('who leaves the programme and no more keeps the data where they are; so do special data and third parties their own', () => {
  expect(withdrawalPlan({ ...PUPIL_IN_PAIR, kind: 'participation' })).toMatchObject({
    immediate: ['participationsWithdrawn', 'unitsToDecision', 'receipt'],
    erasure: null,
  });
  expect(withdrawalPlan({ ...PUPIL_IN_PAIR, kind: 'special' })).toMatchObject({
    immediate: ['blockSpecialData', 'receipt'],
    destroys: 'specialData',
  });
  expect(withdrawalPlan({ ...PUPIL_IN_PAIR, kind: 'employeeThirdParty', receivers: 1 }).immediate).toEqual([
    'stopPartnerTransfer',
    'receipt',
  ]);
});

test('whatever is withdrawn, a receipt goes out and no task is due before the statement came', () => {
  const facts = fc.record({
    kind: fc.constantFrom(...CONSENT_KINDS),
    receivedOn: days,
    hasDissemination: fc.boolean(),
    hasPublications: fc.boolean(),
    outerResources: fc.nat({ max: 3 }),
    isMentorInUnit: fc.boolean(),
    hasOpenUnits: fc.boolean(),
    receivers: fc.nat({ max: 2 }),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const plan = withdrawalPlan(given);
      expect(plan.immediate).toContain('receipt');
      expect(new Set(plan.immediate).size).toBe(plan.immediate.length);
      for (const { dueOn } of plan.tasks) expect(dueOn > given.receivedOn).toBe(true);
      // LIFECYCLE §5.4: no unit stays active at the end of the day.
      if (given.kind === 'processing' && given.hasOpenUnits) expect(plan.immediate).toContain('unitsToDecision');
    }),
  );
});

test('the warning comes before the destruction, for every ground and on every day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ERASURE_GROUNDS), days, (ground, since) => {
      const { warnOn, runOn } = erasureOf(ground, since);
      expect(since < warnOn && warnOn < runOn).toBe(true);
      if (ground !== 'unlawful' && ground !== 'demand') expect(daysBetween(since, runOn)).toBe(30);
      expect(daysBetween(since, runOn)).toBeLessThanOrEqual(30);
    }),
  );
});

test('names become a code, orders and signed documents stay, the consent is left to the officer alone (RULE-16, RULE-18)', () => {
  expect(fateOf('name', 'withdrawal')).toBe('code');
  expect(fateOf('orders', 'withdrawal')).toBe('keep');
  expect(fateOf('consents', 'withdrawal')).toBe('officerOnly');
  expect(fateOf('backups', 'withdrawal')).toBe('rotate');
  for (const group of ['request', 'competenceCard', 'surveyAnswers', 'searchIndex', 'exports', 'contacts'] as const) {
    for (const ground of ERASURE_GROUNDS) expect(fateOf(group, ground)).toBe('destroy');
  }
  expect(fateOf('identityDocument', 'refusal')).toBe('destroy');
});

test('every group of data has a fate in both tables, and no group keeps a name by accident', () => {
  const kept = DATA_GROUPS.filter((group) => fateOf(group, 'withdrawal') === 'keep');
  expect(kept).toEqual(['orders', 'signedDocuments', 'labourPapers', 'auditLog', 'indicators']);
  const depersonalised = DATA_GROUPS.filter((group) => depersonalisedFateOf(group) === 'keep');
  expect(depersonalised).toEqual([
    'publications',
    'photosAndVideos',
    'account',
    'orders',
    'signedDocuments',
    'labourPapers',
    'auditLog',
    'indicators',
  ]);
});

test('proofs are kept for three years, also from 29 February', () => {
  expect(consentKeptUntil(plainDate('2025-12-05'))).toBe('2028-12-05');
  expect(destructionActKeptUntil(plainDate('2028-02-29'))).toBe('2031-02-28');
  expect(notWithWhomGoesOn(plainDate('2025-10-01'))).toBe('2025-10-31');
});

test('a depersonalised cycle gives the same numbers by age as before (RULE-39)', () => {
  fc.assert(
    fc.property(fc.array(birthDates, { maxLength: 40 }), days, (born, on) => {
      const coded = codedPeople(
        born.map((birthDate, at) => ({ personId: `${at}`, birthDate })),
        on,
      );
      const counts = new Map<number, number>();
      for (const { age: years } of coded) {
        if (years !== null && years >= 0) counts.set(years, (counts.get(years) ?? 0) + 1);
      }
      const rows = [...counts].map(([years, count]) => ({ age: years, count })).toSorted((a, b) => a.age - b.age);
      expect(rows).toEqual(contingentOn(born, on).rows);
      expect(new Set(coded.map(({ code }) => code)).size).toBe(born.length);
    }),
  );
  expect(codedPeople([{ personId: 'petya', birthDate: plainDate('2010-04-10') }], TODAY)).toEqual([
    { personId: 'petya', code: 'У-001', age: age(plainDate('2010-04-10'), TODAY) },
  ]);
});

test('a cycle loses its persons after its report is accepted and its texts are read', () => {
  const over = { closed: true, reportAccepted: true, openUnits: 0, unreadTexts: 0 };
  expect(mayDepersonalise(over)).toBeUndefined();
  expect(mayDepersonalise({ ...over, closed: false })).toBe('cycle.not-closed');
  expect(mayDepersonalise({ ...over, reportAccepted: false })).toBe('cycle.report-not-accepted');
  expect(mayDepersonalise({ ...over, openUnits: 1 })).toBe('cycle.units-open');
  expect(mayDepersonalise({ ...over, unreadTexts: 1 })).toBe('cycle.texts-unread');
});

test('a demand may be put off once by five working days, with a reason, before its term is over (RULE-17, RULE-36)', () => {
  const demand = { kind: 'stopProcessing', receivedOn: FRIDAY, extended: false } as const;
  expect(demandDueOn('stopProcessing', FRIDAY)).toBe('2025-12-19');
  expect(extendDemand(demand, 'данные у партнёра', plainDate('2025-12-19'))).toBe('2025-12-26');
  expect(extendDemand(demand, ' ', FRIDAY)).toBe('demand.reason-missing');
  expect(extendDemand(demand, 'нет времени', plainDate('2025-12-20'))).toBe('demand.too-late-to-extend');
  expect(extendDemand({ ...demand, extended: true }, 'ещё раз', FRIDAY)).toBe('demand.extended');
  expect(extendDemand({ ...demand, kind: 'correction' }, 'нет времени', FRIDAY)).toBe('demand.no-extension');
  expect(demandDueOn('correction', FRIDAY)).toBe('2025-12-16');
  expect(addDays(FRIDAY, 0)).toBe(demandDueOn('stopDissemination', FRIDAY));
});
