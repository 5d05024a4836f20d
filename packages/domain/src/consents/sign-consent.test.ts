import { expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import type { ConsentCommand } from './consent-command.ts';
import { decideConsent } from './consent-commands.ts';
import {
  aContext,
  aDraft,
  after,
  aPupil,
  BY_MOTHER,
  BY_SUBJECT,
  ELEVEN,
  FATHER,
  FIFTEEN,
  issue,
  MOTHER,
  outcome,
  sign,
  TODAY,
} from './people.testing.ts';

const yesterday = addDays(TODAY, -1);
const issued15 = after(aDraft(), issue([BY_SUBJECT, BY_MOTHER]), aContext(FIFTEEN));
const signed = (...commands: ConsentCommand[]) =>
  commands.reduce((consent, command) => after(consent, command, aContext(FIFTEEN)), issued15);

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
  const decided = (objectionDecision: 'upheld' | 'overruled') =>
    aContext(FIFTEEN, { representations: [MOTHER, { ...FATHER, objectedOn: yesterday, objectionDecision }] });
  expect(decideConsent(issued, sign('mother'), decided('upheld'))).toBe('consent.other-parent-objects');
  expect(outcome(decideConsent(issued, sign('mother'), decided('overruled')))).toBe('partiallySigned');
  expect(outcome(decideConsent(issued15, sign('mother'), aContext(FIFTEEN, objected)))).toBe('partiallySigned');
  const tomorrow = { representations: [MOTHER, { ...FATHER, objectedOn: addDays(TODAY, 1) }] };
  expect(outcome(decideConsent(issued, sign('mother'), aContext(FIFTEEN, tomorrow)))).toBe('partiallySigned');
});
