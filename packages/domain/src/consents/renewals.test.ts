import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { age, turnsOn } from '../people/age.ts';
import { holdsOn } from './coverage.ts';
import {
  aContext,
  aDraft,
  after,
  aPupil,
  aValid,
  birthDates,
  ELEVEN,
  EMPLOYEE,
  FATHER,
  FIFTEEN,
  GROWN,
  MOTHER,
  NAMES,
  TODAY,
} from './people.testing.ts';
import { type RenewalFacts, renewalsOf } from './renewals.ts';
import type { SubjectFacts } from './signing-facts.ts';

function facts(subject: SubjectFacts, rest: Partial<RenewalFacts> = {}): RenewalFacts {
  return { subject, representations: [MOTHER, FATHER], ...rest };
}

test('the fourteenth birthday: a task 30 days before it, 14 days of grace after it (LIFECYCLE §5.10)', () => {
  const subject = aPupil('2012-01-20');
  const consent = aValid(subject);
  const on = (day: string) =>
    renewalsOf(consent, facts(subject), plainDate(day)).find(({ cause }) => cause === 'turns14');
  expect(on('2025-12-20')).toMatchObject({
    action: 'newDocument',
    taskOn: '2025-12-21',
    eventOn: '2026-01-20',
    graceUntil: '2026-02-03',
    standing: 'upcoming',
  });
  expect(on('2025-12-21')?.standing).toBe('asked');
  expect(on('2026-01-19')?.standing).toBe('asked');
  expect(on('2026-01-20')?.standing).toBe('grace');
  expect(on('2026-02-03')?.standing).toBe('grace');
  expect(on('2026-02-04')?.standing).toBe('over');
});

test('born on 29 February: the birthday is 1 March, the task and the grace are counted from it', () => {
  const subject = aPupil('2012-02-29');
  expect(renewalsOf(aValid(subject), facts(subject), TODAY)[0]).toMatchObject({
    cause: 'turns14',
    taskOn: '2026-01-30',
    eventOn: '2026-03-01',
    graceUntil: '2026-03-15',
  });
});

test('a consent of both asks again at 18 and not at 14; an employee is never asked for a birthday', () => {
  const causes = renewalsOf(aValid(FIFTEEN), facts(FIFTEEN), TODAY).map(({ cause }) => cause);
  expect(causes).toEqual(['turns18']);
  expect(renewalsOf(aValid(GROWN), facts(GROWN), TODAY)).toEqual([]);
  expect(renewalsOf(aValid(EMPLOYEE), facts(EMPLOYEE), TODAY)).toEqual([]);
});

test('the emancipated have signed alone already: at 18 nothing changes', () => {
  const subject = aPupil('2008-06-01', { emancipation: { on: plainDate('2025-01-01'), document: 'решение № 3' } });
  const signers = [
    { personId: 'petya', side: 'subject', representationId: null, printedName: 'Рябинин Пётр Ильич' },
  ] as const;
  const issued = after(aDraft(), { kind: 'issue', signFrom: null, validTo: null, signers }, aContext(subject));
  const valid = after(issued, { kind: 'sign', by: 'petya', method: 'paper', signedOn: TODAY }, aContext(subject));
  expect(renewalsOf(valid, facts(subject), TODAY)).toEqual([]);
});

test('a term is told of 30 days before its last day and has no grace', () => {
  const consent = aValid(GROWN, { validTo: plainDate('2026-05-31') });
  const on = (day: string) => renewalsOf(consent, facts(GROWN), plainDate(day))[0];
  expect(on('2026-04-30')).toMatchObject({ cause: 'expires', taskOn: '2026-05-01', standing: 'upcoming' });
  expect(on('2026-05-01')?.standing).toBe('asked');
  expect(on('2026-05-31')?.standing).toBe('asked');
  expect(on('2026-06-01')?.standing).toBe('over');
});

test('a new purpose asks for a new document, and what was signed goes on for what was signed (RULE-13)', () => {
  const consent = aValid(GROWN);
  const found = renewalsOf(consent, facts(GROWN, { scope: { version: 2, since: TODAY } }), addDays(TODAY, 500));
  expect(found).toMatchObject([{ cause: 'scopeChanged', action: 'newDocument', graceUntil: null, standing: 'grace' }]);
  expect(renewalsOf(consent, facts(GROWN, { scope: { version: 1, since: TODAY } }), TODAY)).toEqual([]);
});

test('a new surname marks the document and asks for no other', () => {
  const nameToday = (personId: string) =>
    personId === 'mother' ? 'Ветрова Анна Сергеевна' : (NAMES[personId] ?? null);
  const marked = renewalsOf(aValid(ELEVEN), facts(ELEVEN, { nameToday }), TODAY).filter(
    ({ action }) => action === 'mark',
  );
  expect(marked).toMatchObject([{ cause: 'surnameChanged', graceUntil: null }]);
  expect(holdsOn(aValid(ELEVEN), { subject: ELEVEN, representations: [MOTHER] }, addDays(TODAY, 100))).toBe(true);
});

test('when the power of the one who signed ends, another representative signs a new document within 14 days', () => {
  const ended = { representations: [{ ...MOTHER, endedOn: plainDate('2025-11-30') }, FATHER] };
  expect(renewalsOf(aValid(ELEVEN), facts(ELEVEN, ended), TODAY)[0]).toMatchObject({
    cause: 'representativeChanged',
    eventOn: '2025-12-01',
    graceUntil: '2025-12-15',
  });
  const others = { representations: [MOTHER, { ...FATHER, endedOn: TODAY }] };
  expect(renewalsOf(aValid(ELEVEN), facts(ELEVEN, others), TODAY).map(({ cause }) => cause)).not.toContain(
    'representativeChanged',
  );
});

test('a guardian of a child goes on as its trustee at 14 without a new decision: only the birthday asks', () => {
  const guardian = { ...MOTHER, kind: 'guardian' } as const;
  const subject = aPupil('2012-01-20');
  const causes = renewalsOf(aValid(subject), facts(subject, { representations: [guardian] }), plainDate('2026-01-25'));
  expect(causes.map(({ cause }) => cause)).toEqual(['turns14']);
});

test('a grown-up who comes under guardianship needs the guardian within 14 days', () => {
  const consent = aValid(GROWN);
  const ward = { ...GROWN, underGuardianship: true };
  const [first] = renewalsOf(consent, facts(ward), addDays(TODAY, 3));
  expect(first).toMatchObject({ cause: 'capacityChanged', graceUntil: addDays(TODAY, 17), standing: 'grace' });
  const asked = { ...consent, needsRenewalBy: first?.graceUntil ?? null };
  expect(renewalsOf(asked, facts(ward), addDays(TODAY, 18))[0]?.standing).toBe('over');
});

test('for a pupil of any age a consent holds every day from its signature to 14 days after the next birthday that changes its signers', () => {
  fc.assert(
    fc.property(birthDates, fc.integer({ min: -3, max: 4500 }), (birthDate, later) => {
      const subject = aPupil(birthDate);
      const consent = aValid(subject);
      const on = addDays(TODAY, later);
      const years = age(birthDate, TODAY);
      const next = years < 14 ? turnsOn(birthDate, 14) : years < 18 ? turnsOn(birthDate, 18) : null;
      const holds = on >= TODAY && (next === null || on <= addDays(next, 14));
      expect(holdsOn(consent, { subject, representations: [MOTHER, FATHER] }, on)).toBe(holds);
    }),
    { numRuns: 500 },
  );
});
