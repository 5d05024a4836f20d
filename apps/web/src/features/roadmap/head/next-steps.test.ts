import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { expect, test } from 'vitest';
import { anItem, day } from '../plan/plan-fixture.testing.ts';
import { nextSteps } from './next-steps.ts';

const NOTHING: Roadmap['may'] = {
  edit: false,
  submit: false,
  return: false,
  considerByCouncil: false,
  agree: false,
  askAuthority: false,
  approve: false,
  enact: false,
  amend: false,
  close: false,
  archive: false,
  print: true,
  remove: false,
};
const today = day('2026-11-21');

function aPlan(
  state: Roadmap['state'],
  may: Partial<Roadmap['may']> = {},
  outer: Partial<Roadmap['outerAgreement']> = {},
) {
  return {
    state,
    may: { ...NOTHING, ...may },
    items: [anItem()],
    cycle: { id: 'cycle', title: '2026/27', start: day('2026-09-01'), end: day('2027-08-31') },
    outerAgreement: { required: false, state: 'notAsked' as const, authority: null, onThisServer: false, ...outer },
  };
}

test('the curator submits a draft; everybody else is told who prepares it', () => {
  expect(nextSteps(aPlan('draft', { submit: true, remove: true }), today)).toEqual({
    explain: 'draftMine',
    main: 'submit',
    others: ['remove'],
  });
  expect(nextSteps(aPlan('draft'), today)).toEqual({ explain: 'draftTheirs', main: null, others: [] });
});

test('where an authority has to agree, it is asked here, or its paper is written down', () => {
  const may = { agree: true, considerByCouncil: true };
  expect(nextSteps(aPlan('underReview', { ...may, askAuthority: true }, { required: true }), today)).toMatchObject({
    explain: 'ask',
    main: 'askAuthority',
  });
  expect(nextSteps(aPlan('underReview', may, { required: true }), today)).toMatchObject({
    explain: 'recordAgreement',
    main: 'agree',
    others: ['considerByCouncil'],
  });
  expect(nextSteps(aPlan('underReview', may, { required: true, state: 'asked' }), today).main).toBeNull();
});

test('the director approves what needs no outer agreement, and may send it back', () => {
  expect(nextSteps(aPlan('underReview', { approve: true, return: true }), today)).toEqual({
    explain: 'approveMine',
    main: 'approve',
    others: ['return'],
  });
});

test('a plan is closed when its period is over or all of it is done', () => {
  const running = aPlan('inForce', { close: true });
  expect(nextSteps(running, today)).toMatchObject({ explain: 'running', main: null, others: ['close'] });
  expect(nextSteps(running, day('2027-09-01'))).toMatchObject({ explain: 'finish', main: 'close' });
  const finished = { ...running, items: [anItem({ state: 'done', dueState: 'done' })] };
  expect(nextSteps(finished, today)).toMatchObject({ explain: 'finish', main: 'close' });
  const reported = { ...running, items: [anItem({ state: 'reported', dueState: 'done' })] };
  expect(nextSteps(reported, today).explain).toBe('running');
});
