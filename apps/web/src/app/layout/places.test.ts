import type { SessionAnswer } from '@nastavnik/contracts/session';
import { expect, test } from 'vitest';
import { placesFor } from './places.ts';

type Session = Parameters<typeof placesFor>[0];
const NOTHING: SessionAnswer['may'] = {
  manageStaff: false,
  manageSettings: false,
  importRoadmap: false,
  seeAgreements: false,
  seeIndicators: false,
  addOrganizations: false,
};
const session = (kind: 'school' | 'municipality', may: Partial<SessionAnswer['may']> = {}): Session => ({
  may: { ...NOTHING, ...may },
  active: { tenantId: 't', organization: 'О', kind, personId: 'p', roles: [] },
});
const addresses = (one: Session) => placesFor(one).map(({ to }) => to);

test('a school has its roadmap, and no inbox of an authority', () => {
  expect(addresses(session('school'))).toEqual(['/', '/roadmap', '/people', '/settings']);
});

test('a municipal coordinator has the inbox of agreements instead of a roadmap', () => {
  expect(addresses(session('municipality', { seeAgreements: true }))).toEqual([
    '/',
    '/agreements',
    '/people',
    '/settings',
  ]);
});

test('a municipality with a plan of its own has both', () => {
  expect(addresses(session('municipality', { seeAgreements: true, importRoadmap: true }))).toContain('/roadmap');
});
