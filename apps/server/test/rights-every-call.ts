import { beforeAll, describe, expect, test } from 'vitest';
import { useForgetfulApp } from './rights-app.ts';
import type { Call, Calls } from './rights-call.ts';
import { BANK_CALLS } from './rights-calls-of-banks.ts';
import { CONSENT_CALLS } from './rights-calls-of-consents.ts';
import { PERSON_CALLS, STAFF_CALLS } from './rights-calls-of-people.ts';
import { PLAN_CALLS } from './rights-calls-of-plans.ts';
import { ASKERS } from './rights-cast.ts';
import { type Found, type Walk, walkCall } from './rights-walk.ts';
import { aRealm } from './rights-world.ts';
import { useServer } from './school.ts';

/** Parts of the API, walked by a test file each. */
export const PARTS = {
  'the school and its plan': { ...STAFF_CALLS, ...PERSON_CALLS, ...PLAN_CALLS },
  'participants and consents': { ...BANK_CALLS, ...CONSENT_CALLS },
} as const satisfies Record<string, Calls>;

const PREFIX = '/api/v1';
const AN_HOUR = 3_600_000;

/** The rights of every endpoint, tried by everybody: LIFECYCLE §1, RULE-25. What is not written is refused. */
export function walkTests(part: keyof typeof PARTS): void {
  const server = useServer({ at: '2024-11-20T09:00:00Z' });
  const forgetful = useForgetfulApp(server);
  const calls: Calls = PARTS[part];

  describe(`rights: ${part}`, () => {
    let walk: Walk;
    const found: Found = { cases: 0, leaks: [], faults: [] };

    beforeAll(async () => {
      const [here, there] = [await aRealm(server, 'Школа № 7'), await aRealm(server, 'Школа № 9')];
      walk = { app: forgetful.app, here, there };
    }, AN_HOUR);

    test('every endpoint of the application stands in the table, and nothing that is gone', () => {
      const { paths } = server.app.swagger() as { paths: Record<string, Record<string, unknown>> };
      const served = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice(PREFIX.length)}`),
      );
      expect(
        Object.values(PARTS)
          .flatMap((each) => Object.keys(each))
          .toSorted(),
      ).toEqual(served.toSorted());
    });

    test(
      'who has no right comes to nothing: not in the own school, not in another, not as a visitor',
      async () => {
        const endpoints = Object.entries(calls);
        for (const [endpoint, given] of endpoints) {
          for (const call of [given].flat() as Call[]) await walkCall(walk, endpoint, call, found);
        }
        const { cases, leaks } = found;
        process.stdout.write(
          `rights of ${part}: ${endpoints.length} endpoints, ${ASKERS.length} roles, ${cases} cases, leaks ${leaks.length}\n`,
        );
        expect(leaks).toEqual([]);
      },
      AN_HOUR,
    );

    test('who has a right comes through, and a refusal is the one that is written', () => {
      expect(found.faults).toEqual([]);
      expect(found.cases).toBeGreaterThan(Object.keys(calls).length * ASKERS.length);
    });
  });
}
