import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { turnsOn } from '@nastavnik/domain/people/age';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFamily, consentSchool, issueOneFor, sign } from './consents.ts';
import { useServer } from './school.ts';

/** LIFECYCLE §5.10. The ordinary run takes a fixed handful of birthdays; `BIRTHDAYS_RUNS=100` takes as many random ones. */
const RUNS = Number(process.env['BIRTHDAYS_RUNS'] ?? 0);
const START = '2024-10-15' as PlainDate;
const server = useServer({ at: `${START}T09:00:00+03:00` });

type Seen = { readonly task: boolean; readonly covered: boolean; readonly paper: boolean };

/** What the rule says of a day, counted from the birthday. */
function ruled(days: number): Seen {
  return { task: days >= -30, covered: days <= 14, paper: days >= 0 };
}

async function seenOn(birth: PlainDate, years: 14 | 18, days: number): Promise<Seen> {
  server.clock.moveTo(`${START}T09:00:00+03:00`);
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, birth);
  const consent = await issueOneFor(at, pupil.personId);
  await sign(mother, consent);
  if (years === 18) await sign(pupil, consent);
  await at.participation(pupil.personId, { state: 'inBank' });
  // The sweep of every night, on the nights that bring something.
  for (const each of [-30, 0, days].filter((one) => one <= days)) {
    const day = addDays(turnsOn(birth, years), each);
    if (day < START) continue;
    server.clock.moveTo(`${day}T09:00:00+03:00`);
    await server.run('consents.look-again', { tenantId: at.place.tenantId, personId: pupil.personId });
  }
  const { duties } = (await at.curator.get('/api/v1/duties')).json<{ duties: { kind: string }[] }>();
  const { numerator } = (await at.curator.get('/api/v1/consents/coverage')).json<{ numerator: number }>();
  const { consents } = (await at.officer.get(`/api/v1/consents?personId=${pupil.personId}`)).json<{
    consents: { renewalOf: string | null }[];
  }>();
  return {
    task: duties.some(({ kind }) => kind === 'consent.renew'),
    covered: numerator === 1,
    paper: consents.some(({ renewalOf }) => renewalOf === consent),
  };
}

const years = fc.constantFrom(14 as const, 18 as const);
/** So many days after the signature the birthday comes; the shortest grace and the last month are in it. */
const ahead = fc.integer({ min: 1, max: 240 });
const around = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(-31, -30, -1, 0, 14, 15) },
  { weight: 1, arbitrary: fc.integer({ min: -60, max: 40 }) },
);

test(
  'thirty days before a 14th or 18th birthday the task stands, a paper lies ready on the day, fourteen days later the old one is over (§5.10)',
  async () => {
    await fc.assert(
      fc.asyncProperty(years, ahead, around, async (turning, later, days) => {
        fc.pre(later + days > 0);
        const birthday = addDays(START, later);
        const birth = `${Number(birthday.slice(0, 4)) - turning}${birthday.slice(4)}` as PlainDate;
        fc.pre(!birthday.endsWith('-02-29'));
        expect(await seenOn(birth, turning, days)).toEqual(ruled(days));
      }),
      RUNS > 0 ? { numRuns: RUNS } : { numRuns: 8, seed: 18, endOnFailure: true },
    );
  },
  Math.max(60_000, RUNS * 5_000),
);

test.each([-31, -30, 0, 15])('born on 29 February, one is of age on 1 March: %i days from it', async (days) => {
  expect(turnsOn('2008-02-29' as PlainDate, 18)).toBe('2026-03-01');
  expect(await seenOn('2008-02-29' as PlainDate, 18, days)).toEqual(ruled(days));
});
