import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '../calendar/plain-date.ts';
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
  FATHER,
  FIFTEEN,
  GROWN,
  issue,
  MOTHER,
  outcome,
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
const issued15 = after(aDraft(), issue([BY_SUBJECT, BY_MOTHER]), aContext(FIFTEEN));
const signed = (...commands: ConsentCommand[]) =>
  commands.reduce((consent, command) => after(consent, command, aContext(FIFTEEN)), issued15);

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

describe('signing', () => {
  test('at 15 one signature is not enough, in whichever order the two come (RULE-06)', () => {
    expect(outcome(decideConsent(issued15, sign('mother'), aContext(FIFTEEN)))).toBe('partiallySigned');
    expect(outcome(decideConsent(issued15, sign('petya'), aContext(FIFTEEN)))).toBe('partiallySigned');
    const both = signed(sign('petya', yesterday), sign('mother'));
    expect(both).toMatchObject({ state: 'valid', validFrom: TODAY });
  });

  test('below 14 the representative signs alone and the child cannot (RULE-05)', () => {
    const issued = after(aDraft(), issue([BY_MOTHER]), aContext(ELEVEN));
    expect(decideConsent(issued, sign('petya'), aContext(ELEVEN))).toBe('consent.not-a-signer');
    expect(after(issued, sign('mother'), aContext(ELEVEN)).state).toBe('valid');
    expect(decideConsent(aDraft(), issue([BY_MOTHER, BY_SUBJECT]), aContext(ELEVEN))).toBe('consent.not-a-signer');
  });

  test('from 10 the child is asked too: the paper holds without the answer, a «нет» stops it', () => {
    const context = aContext(ELEVEN);
    const draft = aDraft({ kind: 'participation' });
    expect(decideConsent(draft, issue([BY_MOTHER]), context)).toBe('consent.signers-missing');
    const issued = after(draft, issue([BY_MOTHER, BY_SUBJECT]), context);
    const byMother = after(issued, sign('mother'), context);
    expect(byMother.state).toBe('valid');
    const agreed = after(byMother, sign('petya'), context);
    expect(agreed.signers.every(({ signature }) => signature !== null)).toBe(true);
    expect(after(issued, { kind: 'refuse', by: 'petya', saidOn: TODAY }, context).state).toBe('refused');
  });

  test('nobody signs for another, and nobody twice', () => {
    expect(decideConsent(issued15, sign('father'), aContext(FIFTEEN))).toBe('consent.not-a-signer');
    expect(decideConsent(signed(sign('petya')), sign('petya'), aContext(FIFTEEN))).toBe('consent.already-signed');
    expect(decideConsent(signed(sign('petya'), sign('mother')), sign('mother'), aContext(FIFTEEN))).toBe(
      'consent.already-signed',
    );
  });

  test('a representative whose papers nobody has looked at cannot sign (RULE-08)', () => {
    const context = aContext(FIFTEEN, { representations: [{ ...MOTHER, verifiedOn: null }] });
    expect(decideConsent(issued15, sign('mother'), context)).toBe('consent.representative-unverified');
    const ended = aContext(FIFTEEN, { representations: [{ ...MOTHER, endedOn: yesterday }] });
    expect(decideConsent(issued15, sign('mother'), ended)).toBe('consent.representative-unknown');
    expect(decideConsent(aDraft(), issue([BY_SUBJECT, { ...BY_MOTHER, representationId: 'none' }]), context)).toBe(
      'consent.representative-unknown',
    );
  });

  test('special data, publication and labour papers take no tick in the account (RULE-09)', () => {
    for (const kind of ['special', 'dissemination'] as const) {
      const issued = after(aDraft({ kind }), issue([BY_SUBJECT, BY_MOTHER]), aContext(FIFTEEN));
      expect(decideConsent(issued, sign('mother', TODAY, 'simpleESign'), aContext(FIFTEEN))).toBe(
        'consent.method-not-allowed',
      );
      expect(outcome(decideConsent(issued, sign('mother', TODAY, 'qualifiedESign'), aContext(FIFTEEN)))).toBe(
        'partiallySigned',
      );
    }
    const off = aContext(FIFTEEN, { accountSigning: false });
    expect(decideConsent(issued15, sign('mother', TODAY, 'simpleESign'), off)).toBe('consent.method-off');
  });

  test('a date is not ahead; a tick is made today; a qualified signature is not older than the document', () => {
    const context = aContext(FIFTEEN);
    expect(decideConsent(issued15, sign('mother', addDays(TODAY, 1)), context)).toBe('consent.signed-in-future');
    expect(decideConsent(issued15, sign('mother', yesterday, 'simpleESign'), context)).toBe(
      'consent.electronic-today-only',
    );
    expect(decideConsent(issued15, sign('mother', yesterday, 'qualifiedESign'), context)).toBe(
      'consent.signed-before-issue',
    );
    const paper = decideConsent(issued15, sign('mother', yesterday), context);
    expect(paper).toMatchObject({ warnings: [{ code: 'consent.signed-before-printing' }] });
  });

  test('a paper signed the day before the fourteenth birthday holds though filed after it; the renewal is told of', () => {
    const subject = aPupil('2011-10-10');
    const issued = after(aDraft(), issue([BY_MOTHER]), aContext(subject, { today: addDays(TODAY, -3) }));
    const filed = decideConsent(issued, sign('mother', yesterday), aContext(subject));
    expect(filed).toMatchObject({
      consent: { state: 'valid', validFrom: yesterday },
      warnings: [{ code: 'consent.renewal-due', reason: 'turns14', by: '2025-10-24' }],
    });
    expect(decideConsent(issued, sign('mother'), aContext(subject))).toBe('consent.signers-changed');
  });

  test('a document for the birthday to come is given out before it and signed from it on', () => {
    const subject = aPupil('2011-10-20');
    const birthday = plainDate('2025-10-20');
    const issued = after(aDraft(), issue([BY_SUBJECT, BY_MOTHER], { signFrom: birthday }), aContext(subject));
    expect(issued).toMatchObject({ state: 'issued', issuedOn: TODAY, group: 'fourteenToSeventeen' });
    expect(decideConsent(issued, sign('mother'), aContext(subject))).toBe('consent.signers-changed');
    const then = aContext(subject, { today: birthday });
    expect(outcome(decideConsent(issued, sign('mother', birthday), then))).toBe('partiallySigned');
  });

  test('who turns 18 between the two signatures needs another document', () => {
    const subject = aPupil('2007-10-10');
    const before = aContext(subject, { today: yesterday });
    const issued = after(aDraft(), issue([BY_SUBJECT, BY_MOTHER]), before);
    const half = after(issued, sign('petya', yesterday), before);
    expect(decideConsent(half, sign('mother'), aContext(subject))).toBe('consent.signers-changed');
    expect(after(half, { kind: 'requireRenewal', reason: 'turns18', replaced: false }, aContext(subject)).state).toBe(
      'superseded',
    );
  });

  test('a surname changed between signing and filing is remarked upon and stops nothing', () => {
    const married = aContext(FIFTEEN, {
      nameToday: (id) => (id === 'mother' ? 'Ветрова Анна Сергеевна' : 'Рябинин Петр Ильич'),
    });
    const warned = decideConsent(issued15, sign('mother'), married);
    expect(warned).toMatchObject({
      consent: { state: 'partiallySigned' },
      warnings: [{ code: 'consent.name-changed', printed: 'Рябинина Анна Сергеевна', now: 'Ветрова Анна Сергеевна' }],
    });
    // Пётр and Петр are one name.
    expect(decideConsent(issued15, sign('petya'), married)).toMatchObject({ warnings: [] });
  });

  test("the other parent's objection stops publication and nothing else, until the director decides (RULE-08)", () => {
    const objected = { representations: [MOTHER, { ...FATHER, objectedOn: yesterday }] };
    const issued = after(aDraft({ kind: 'dissemination' }), issue([BY_SUBJECT, BY_MOTHER]), aContext(FIFTEEN));
    expect(decideConsent(issued, sign('mother'), aContext(FIFTEEN, objected))).toBe('consent.other-parent-objects');
    const settled = aContext(FIFTEEN, { ...objected, objectionSettled: true });
    expect(outcome(decideConsent(issued, sign('mother'), settled))).toBe('partiallySigned');
    expect(outcome(decideConsent(issued15, sign('mother'), aContext(FIFTEEN, objected)))).toBe('partiallySigned');
    const tomorrow = { representations: [MOTHER, { ...FATHER, objectedOn: addDays(TODAY, 1) }] };
    expect(outcome(decideConsent(issued, sign('mother'), aContext(FIFTEEN, tomorrow)))).toBe('partiallySigned');
  });
});

describe('«нет» and «больше не согласен»', () => {
  test('any of those asked may say no, also after having signed while the other has not', () => {
    for (const by of ['petya', 'mother']) {
      expect(after(issued15, { kind: 'refuse', by, saidOn: TODAY }, aContext(FIFTEEN))).toMatchObject({
        state: 'refused',
        endedOn: TODAY,
      });
    }
    expect(after(signed(sign('petya')), { kind: 'refuse', by: 'petya', saidOn: TODAY }, aContext(FIFTEEN)).state).toBe(
      'refused',
    );
    expect(decideConsent(issued15, { kind: 'refuse', by: 'father', saidOn: TODAY }, aContext(FIFTEEN))).toBe(
      'consent.not-a-signer',
    );
  });

  test('a pupil of 15 withdraws though the parent does not (RULE-14), and either parent may too', () => {
    const valid = aValid(FIFTEEN);
    const withdraw = (by: string) => ({ kind: 'withdraw', by, receivedOn: TODAY }) as const;
    expect(after(valid, withdraw('petya'), aContext(FIFTEEN))).toMatchObject({
      state: 'withdrawn',
      endReason: 'withdrawnBySubject',
    });
    expect(after(valid, withdraw('mother'), aContext(FIFTEEN)).endReason).toBe('withdrawnByRepresentative');
    expect(after(valid, withdraw('father'), aContext(FIFTEEN)).state).toBe('withdrawn');
    expect(decideConsent(valid, withdraw('somebody'), aContext(FIFTEEN))).toBe('consent.withdraw-not-yours');
    const unchecked = aContext(FIFTEEN, { representations: [MOTHER, { ...FATHER, verifiedOn: null }] });
    expect(decideConsent(valid, withdraw('father'), unchecked)).toBe('consent.withdraw-not-yours');
  });

  test('below 14 the child leaves the programme by own word, the processing only by the representative', () => {
    const withdraw = { kind: 'withdraw', by: 'petya', receivedOn: TODAY } as const;
    expect(decideConsent(aValid(ELEVEN), withdraw, aContext(ELEVEN))).toBe('consent.withdraw-not-yours');
    const issued = after(aDraft({ kind: 'participation' }), issue([BY_MOTHER, BY_SUBJECT]), aContext(ELEVEN));
    const valid = after(issued, sign('mother'), aContext(ELEVEN));
    expect(after(valid, withdraw, aContext(ELEVEN)).state).toBe('withdrawn');
  });

  test('from the eighteenth birthday a parent has no say any more (RULE-07)', () => {
    const subject = aPupil('2007-10-10');
    const valid = aValid(subject, {}, addDays(TODAY, -30));
    const withdraw = { kind: 'withdraw', by: 'mother', receivedOn: TODAY } as const;
    expect(decideConsent(valid, withdraw, aContext(subject))).toBe('consent.withdraw-not-yours');
    expect(after(valid, { ...withdraw, receivedOn: yesterday }, aContext(subject)).endedOn).toBe(yesterday);
  });

  test('a statement has come by today and after the signing', () => {
    const valid = aValid(GROWN);
    const at = (receivedOn: typeof TODAY) =>
      decideConsent(valid, { kind: 'withdraw', by: 'petya', receivedOn }, aContext(GROWN));
    expect(at(addDays(TODAY, 1))).toBe('consent.said-in-future');
    expect(at(yesterday)).toBe('consent.said-before-signing');
  });
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
