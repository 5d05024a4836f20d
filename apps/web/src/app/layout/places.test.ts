import type { SessionAnswer } from '@nastavnik/contracts/session';
import type { Role } from '@nastavnik/domain/access/roles';
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
  seePupils: false,
  editPupils: false,
  seeMentees: false,
  seeMentors: false,
  nominate: false,
  seeConsents: false,
  seeDemands: false,
  seeRegister: false,
  seeSelection: false,
  importLists: false,
  editEvents: false,
  giveCodes: false,
  seeAudit: false,
};
const session = (
  kind: 'school' | 'municipality',
  may: Partial<SessionAnswer['may']> = {},
  roles: readonly Role[] = ['staff'],
): Session => ({
  may: { ...NOTHING, ...may },
  active: { tenantId: 't', organization: 'О', kind, personId: 'p', roles: [...roles] },
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

test('a parent and a pupil have their own page and nothing of the office', () => {
  expect(addresses(session('school', {}, ['legalRepresentative']))).toEqual(['/my']);
  expect(addresses(session('school', {}, []))).toEqual(['/my']);
});

test('a teacher who is a mentor too has both', () => {
  expect(addresses(session('school', {}, ['staff', 'mentor']))).toEqual([
    '/',
    '/roadmap',
    '/people',
    '/my',
    '/settings',
  ]);
});
