import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { RENEWAL_REASONS } from './consent.ts';
import { CONSENT_COMMANDS, type ConsentCommand } from './consent-command.ts';
import { decideConsent } from './consent-commands.ts';
import {
  CONSENT_KINDS,
  CONSENT_STATES,
  type ConsentState,
  ENDED_CONSENT_STATES,
  SIGN_METHODS,
} from './consent-kinds.ts';
import {
  aContext,
  aDraft,
  after,
  aPupil,
  aValid,
  BY_MOTHER,
  BY_SUBJECT,
  birthDates,
  ELEVEN,
  EMPLOYEE,
  FIFTEEN,
  GROWN,
  issue,
  sign,
  TODAY,
} from './people.testing.ts';
import { requiredSigners } from './required-signers.ts';
import { sidesOf } from './sign-consent.ts';
import type { RequiredSigner } from './signing-facts.ts';

/** LIFECYCLE 4.4 written out a second time, with the two steps the rules add (see CONSENT_MOVES). */
const STEPS: Record<ConsentCommand['kind'], readonly string[]> = {
  issue: ['draft → issued'],
  sign: [
    'issued → partiallySigned',
    'issued → valid',
    'partiallySigned → partiallySigned',
    'partiallySigned → valid',
    'valid → valid',
  ],
  refuse: ['issued → refused', 'partiallySigned → refused'],
  withdraw: ['valid → withdrawn'],
  expire: ['valid → expired'],
  askRenewal: ['valid → valid'],
  requireRenewal: ['draft', 'issued', 'partiallySigned', 'valid'].map((from) => `${from} → superseded`),
  invalidate: ['valid → invalidated'],
  markNameChanged: ['issued', 'partiallySigned', 'valid'].map((from) => `${from} → ${from}`),
};

const yesterday = addDays(TODAY, -1);
/** A command given on a day, with the days it names around that day; mostly by those who have a say. */
type Given = (today: PlainDate) => ConsentCommand;
const people = fc.constantFrom('petya', 'mother', 'petya', 'mother', 'father', 'somebody');
const around = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -3, max: 2 }));
const reasons = fc.constantFrom(...RENEWAL_REASONS);
const signs = fc.tuple(people, fc.constantFrom(...SIGN_METHODS), around).map(
  ([by, method, off]): Given =>
    (today) => ({ kind: 'sign', by, method, signedOn: addDays(today, off) }),
);
const commands: fc.Arbitrary<Given> = fc.oneof(
  { weight: 25, arbitrary: signs },
  fc.tuple(people, around).map(
    ([by, off]): Given =>
      (today) => ({ kind: 'refuse', by, saidOn: addDays(today, off) }),
  ),
  fc.tuple(people, around).map(
    ([by, off]): Given =>
      (today) => ({ kind: 'withdraw', by, receivedOn: addDays(today, off) }),
  ),
  fc.constant<Given>(() => ({ kind: 'expire' })),
  fc.tuple(reasons, around).map(
    ([reason, off]): Given =>
      (today) => ({ kind: 'askRenewal', reason, by: addDays(today, off) }),
  ),
  fc.tuple(reasons, fc.boolean()).map(
    ([reason, replaced]): Given =>
      () => ({ kind: 'requireRenewal', reason, replaced }),
  ),
  fc.constantFrom('', 'не та фамилия').map(
    (defect): Given =>
      () => ({ kind: 'invalidate', defect }),
  ),
  fc.constant<Given>(() => ({ kind: 'markNameChanged' })),
);
/** One of them names whom the law asks for. */
const issues = fc
  .option(fc.integer({ min: 0, max: 9 }))
  .map((term): Given[] =>
    [[BY_SUBJECT], [BY_MOTHER], [BY_SUBJECT, BY_MOTHER]].map(
      (signers) => (today) => issue(signers, { validTo: term === null ? null : addDays(today, term) }),
    ),
  );

test('whatever is ordered, a consent moves by the table, ends once, and is valid only with every signature the law asks for', () => {
  const reached: ConsentState[] = [];
  fc.assert(
    fc.property(
      birthDates,
      fc.constantFrom(...CONSENT_KINDS),
      issues,
      fc.array(fc.tuple(commands, fc.nat({ max: 2 })), { minLength: 4, maxLength: 24 }),
      (birthDate, kind, beginning, story) => {
        const subject = aPupil(birthDate);
        let consent = aDraft({ kind });
        let today = TODAY;
        for (const [given, later] of [...beginning.map((each) => [each, 0] as const), ...story]) {
          today = addDays(today, later);
          const command = given(today);
          const decided = decideConsent(consent, command, aContext(subject, { today }));
          if (typeof decided === 'string') continue;
          expect(STEPS[command.kind]).toContain(`${consent.state} → ${decided.consent.state}`);
          consent = decided.consent;
          reached.push(consent.state);
          expect(consent.endedOn !== null).toBe(isEnded(consent.state));
          for (const { signature } of consent.signers) {
            if (signature) expect(signature.signedOn <= signature.filedOn).toBe(true);
          }
          if (consent.state !== 'valid') continue;
          expect(consent.signers.every((each) => each.assentOnly || each.signature !== null)).toBe(true);
          const needed = requiredSigners(kind, subject, consent.validFrom as PlainDate);
          expect(sidesOf(needed as RequiredSigner[])).toBe(sidesOf(consent.signers));
        }
      },
    ),
    { numRuns: 1000 },
  );
  // The stories are worth something: they come as far as a consent in force, and beyond it.
  for (const state of ['partiallySigned', 'valid', 'withdrawn', 'superseded'] as const)
    expect(reached).toContain(state);
});

function isEnded(state: ConsentState): boolean {
  return (ENDED_CONSENT_STATES as readonly ConsentState[]).includes(state);
}

const ONE_OF_EACH: Record<ConsentCommand['kind'], ConsentCommand> = {
  issue: issue([BY_MOTHER]),
  sign: sign('mother'),
  refuse: { kind: 'refuse', by: 'mother', saidOn: TODAY },
  withdraw: { kind: 'withdraw', by: 'mother', receivedOn: TODAY },
  expire: { kind: 'expire' },
  askRenewal: { kind: 'askRenewal', reason: 'turns14', by: TODAY },
  requireRenewal: { kind: 'requireRenewal', reason: 'turns14', replaced: true },
  invalidate: { kind: 'invalidate', defect: 'не та фамилия' },
  markNameChanged: { kind: 'markNameChanged' },
};

test('a command out of its turn is refused as such, in every state', () => {
  for (const state of CONSENT_STATES) {
    for (const kind of CONSENT_COMMANDS) {
      const isKnown = STEPS[kind].some((step) => step.startsWith(`${state} →`));
      const decided = decideConsent(aDraft({ state }), ONE_OF_EACH[kind], aContext(FIFTEEN));
      if (!isKnown) expect(decided).toBe('consent.state');
    }
  }
});

test('a term ends after its last day', () => {
  const valid = aValid(GROWN, { validTo: addDays(TODAY, 5) });
  expect(decideConsent(valid, { kind: 'expire' }, aContext(GROWN, { today: addDays(TODAY, 5) }))).toBe(
    'consent.term-not-over',
  );
  expect(after(valid, { kind: 'expire' }, aContext(GROWN, { today: addDays(TODAY, 6) })).state).toBe('expired');
  expect(decideConsent(aDraft(), issue([BY_SUBJECT], { validTo: yesterday }), aContext(GROWN))).toBe(
    'consent.term-passed',
  );
});

test('what has to be renewed holds to the last day of grace, or until its follower is signed', () => {
  const valid = aValid(ELEVEN);
  const asked = after(valid, { kind: 'askRenewal', reason: 'turns14', by: addDays(TODAY, 14) }, aContext(ELEVEN));
  const end = { kind: 'requireRenewal', reason: 'turns14', replaced: false } as const;
  expect(decideConsent(valid, end, aContext(ELEVEN))).toBe('consent.grace-not-over');
  expect(decideConsent(asked, end, aContext(ELEVEN, { today: addDays(TODAY, 14) }))).toBe('consent.grace-not-over');
  expect(after(asked, end, aContext(ELEVEN, { today: addDays(TODAY, 15) })).state).toBe('superseded');
  expect(after(asked, { ...end, replaced: true }, aContext(ELEVEN))).toMatchObject({
    state: 'superseded',
    endReason: 'turns14',
  });
  const later = after(asked, { kind: 'askRenewal', reason: 'expires', by: addDays(TODAY, 60) }, aContext(ELEVEN));
  expect(later.needsRenewalBy).toBe(addDays(TODAY, 14));
});

test('a defect is named, or nothing is invalidated', () => {
  const valid = aValid(EMPLOYEE);
  expect(decideConsent(valid, { kind: 'invalidate', defect: ' ' }, aContext(EMPLOYEE))).toBe('consent.reason-missing');
  expect(after(valid, { kind: 'invalidate', defect: 'подписал не тот' }, aContext(EMPLOYEE))).toMatchObject({
    state: 'invalidated',
    endReason: 'defect',
  });
});
