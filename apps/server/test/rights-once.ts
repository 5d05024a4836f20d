import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Writing } from '../src/platform/db/transactions.ts';
import type { Asker } from './rights-cast.ts';

export const SINCE = '2024-09-01';

type Add = (table: string, row: Readonly<Record<string, unknown>>, ownId?: boolean) => Promise<string>;

/** What a school has once. */
export async function common(add: Add, who: (asker: Asker) => string): Promise<Record<string, string>> {
  const cycleId = await add('program_cycles', { title: '2024/25', started_on: SINCE, ended_on: '2025-08-31' });
  const formId = await add('mentoring_forms', {
    name: 'ученик – ученик',
    definition: JSON.stringify(FORM),
    enabled: true,
  });
  const themeId = await add('request_themes', { name: 'Учёба', audience: 'any', position: 1 });
  const code = newCode();
  const eventId = await add('sign_up_events', {
    title: 'Ярмарка наставников',
    held_on: '2024-11-20',
    role: 'mentor',
    code: code.plain,
    code_hash: code.hash,
    opens_at: '2024-11-01T00:00:00Z',
    closes_at: '2024-12-31T00:00:00Z',
    created_by: who('curator'),
  });
  const signUpId = await add('sign_ups', {
    event_id: eventId,
    full_name: 'Перова Анна',
    created_at: '2024-11-19T00:00:00Z',
    state: 'new',
  });
  const file = {
    sha256: 'a'.repeat(64),
    size: 1,
    media_type: 'application/pdf',
    name: 'Акт.pdf',
    added_at: '2024-11-01T00:00:00Z',
  };
  const paper = await add('files', file);
  const runId = await add('destruction_runs', {
    number: 1,
    act_file_id: paper,
    log_file_id: paper,
    ran_at: '2024-11-01T00:00:00Z',
    subjects: 0,
    keep_until: '2027-11-01',
  });
  const resourceId = await add('resources', {
    name: 'Сайт школы',
    address: 'https://school.example',
    address_key: 'https://school.example',
    owner: 'Школа',
    country: 'RU',
    state: 'allowed',
    proposed_at: '2024-11-01T00:00:00Z',
  });
  const postId = await add('posts', { person_id: who('staff'), title: 'Учитель физики' });
  const roleId = await add('role_assignments', {
    person_id: who('staff'),
    role: 'psychologist',
    started_on: '2030-09-01',
  });
  return { cycleId, formId, themeId, eventId, signUpId, signUpCode: code.plain, runId, resourceId, postId, roleId };
}

let codes = 0;
function newCode(): { plain: string; hash: string } {
  codes += 1;
  const plain = `ABCDEFGH${codes}`;
  return { plain, hash: createHash('sha256').update(plain).digest('hex') };
}

/** The same of a school that has them already. */
export async function sharedOf(tx: Writing, tenantId: string): Promise<Record<string, string>> {
  const of = async (table: string) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from ${sql.table(table)} where tenant_id = ${tenantId}`.execute(tx);
    return rows[0]!.id;
  };
  return {
    cycleId: await of('program_cycles'),
    formId: await of('mentoring_forms'),
    themeId: await of('request_themes'),
  };
}

const SIDE = { standings: ['pupil', 'employee'], teachersOnly: false, minAge: null, consents: ['processing'] };
export const FORM = { mentor: SIDE, mentee: SIDE, documents: [], questionnaires: [], rules: [], roleModels: [] };
export const CARD = {
  forms: [],
  competences: ['lesson-design'],
  experienceYears: 5,
  motives: [],
  interests: [],
  menteeAges: null,
  hoursAWeek: 2,
  times: [],
  places: [],
  distanceKm: null,
  topicsNotToTake: '',
  trainingNeeded: '',
  capacity: 3,
  accepting: true,
};
