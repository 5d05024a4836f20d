import { expect, test } from 'vitest';
import { addDays } from '../calendar/plain-date.ts';
import type { ConsentCommand } from './consent-command.ts';
import { decideConsent } from './consent-commands.ts';
import {
  aContext,
  aDraft,
  after,
  aPupil,
  aValid,
  BY_MOTHER,
  BY_SUBJECT,
  ELEVEN,
  FATHER,
  FIFTEEN,
  GROWN,
  issue,
  MOTHER,
  sign,
  TODAY,
} from './people.testing.ts';

const yesterday = addDays(TODAY, -1);
const issued15 = after(aDraft(), issue([BY_SUBJECT, BY_MOTHER]), aContext(FIFTEEN));
const signed = (...commands: ConsentCommand[]) =>
  commands.reduce((consent, command) => after(consent, command, aContext(FIFTEEN)), issued15);

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
