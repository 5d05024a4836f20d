import { expect, test } from 'vitest';
import { standingsOf } from './employee.ts';

test('who works here and is a parent here acts as the one or as the other, each with its roles', () => {
  expect(standingsOf({ roles: ['staff', 'classTeacher', 'legalRepresentative'] })).toEqual([
    { at: 'work', roles: ['staff', 'classTeacher'] },
    { at: 'own', roles: ['legalRepresentative'] },
  ]);
  expect(standingsOf({ roles: ['curator'] })).toEqual([{ at: 'work', roles: ['curator'] }]);
  expect(standingsOf({ roles: ['mentee'] })).toEqual([{ at: 'own', roles: ['mentee'] }]);
});
