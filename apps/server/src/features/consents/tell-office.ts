import type { ReminderKind } from '@nastavnik/contracts/settings';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { enqueue, jobKind } from '../../platform/jobs/jobs.ts';
import { fill, remind, textsOf } from '../reminders/door.ts';
import type { ClockActor } from './look-again.ts';

const NEWS = ['consentRefused', 'consentWithdrawn', 'consentsComplete'] as const satisfies readonly ReminderKind[];
type News = (typeof NEWS)[number];

/** Somebody said yes or no: those who work with the person hear of it, once. */
export const consentNews = jobKind(
  'consents.news',
  z.strictObject({ tenantId: z.uuid(), consentId: z.uuid(), byId: z.uuid(), news: z.enum(NEWS) }),
);

export async function tellOffice(
  tx: Writing,
  by: { readonly tenantId: string; readonly personId: string },
  consentId: string,
  news: News,
): Promise<void> {
  await enqueue(tx, consentNews, { tenantId: by.tenantId, consentId, byId: by.personId, news });
}

const PAGE: Record<News, string> = {
  consentRefused: '/people/consents',
  consentWithdrawn: '/people/demands',
  consentsComplete: '/people/mentees',
};

type Reader = { readonly id: string; readonly name: string; readonly class: string | null };

/** The letters name no minor (RULE-40): the class and the place where to look. Who has done it is not told of it. */
export async function carryNews(
  tx: Writing,
  deps: Pick<Deps, 'mailer' | 'publicUrl'>,
  actor: ClockActor,
  { consentId, byId, news }: { readonly consentId: string; readonly byId: string; readonly news: News },
): Promise<void> {
  if (news === 'consentsComplete' && (await somethingIsOpen(tx, actor.tenantId, consentId))) return;
  const text = (await textsOf(tx, actor.tenantId))[news];
  for (const reader of await readersOf(tx, actor, consentId, news)) {
    if (reader.id === byId) continue;
    await remind(tx, deps, actor, {
      personId: reader.id,
      kind: news,
      key: `${news}:${consentId}`,
      text: fill(text, {
        имя: reader.name,
        класс: reader.class ?? 'сотрудники и другие',
        ссылка: deps.publicUrl ? `${deps.publicUrl}${PAGE[news]}` : '',
      }),
      roadmapId: null,
      itemId: null,
    });
  }
}

/** All that was asked of the person is signed, or not yet. */
async function somethingIsOpen(tx: Writing, tenantId: string, consentId: string): Promise<boolean> {
  const { rows } = await sql`
    select from consents c join consents o on o.tenant_id = c.tenant_id and o.person_id = c.person_id
      and o.kind in ('processing', 'participation') and o.state in ('issued', 'partiallySigned')
    where c.tenant_id = ${tenantId} and c.id = ${consentId} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Curators; the class teacher of the person, who collects the papers; of a withdrawal the officer of data protection. */
async function readersOf(
  tx: Writing,
  { tenantId, today }: ClockActor,
  consentId: string,
  news: News,
): Promise<readonly Reader[]> {
  const { rows } = await sql<Reader>`
    with about as (
      select c.person_id, k.id as class_id, k.grade || case when length(k.letter) > 1 then ' ' else '' end || k.letter as class
      from consents c
      left join class_places cp on cp.tenant_id = c.tenant_id and cp.person_id = c.person_id
        and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity')
      left join classes k on k.tenant_id = cp.tenant_id and k.id = cp.class_id
      where c.tenant_id = ${tenantId} and c.id = ${consentId}
    )
    select distinct p.id, p.given_name || coalesce(' ' || p.patronymic, '') as name, about.class
    from about join held_roles r on r.tenant_id = ${tenantId}
      and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')
    join people p on p.tenant_id = r.tenant_id and p.id = r.person_id and p.deactivated_at is null
    where r.role = 'curator' or (${news === 'consentWithdrawn'} and r.role = 'dataProtectionOfficer')
      or (r.role = 'classTeacher' and exists (
        select from class_teachers t where t.tenant_id = r.tenant_id and t.person_id = r.person_id
          and t.class_id = about.class_id and ${today}::date between t.started_on and coalesce(t.ended_on, 'infinity')))`.execute(
    tx,
  );
  return rows;
}
