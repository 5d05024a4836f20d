import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { eachApart } from '../../platform/jobs/each-apart.ts';
import { type Clockwork, handler, type JobHandler } from '../../platform/jobs/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tenantsToday } from '../roadmaps/door.ts';
import { alertAbout, alertCoverage } from './alert-coverage.ts';
import { consentsLookAgain } from './consents-look-again.ts';
import { type ClockActor, lookAgain } from './look-again.ts';
import { carryNews, consentNews } from './tell-office.ts';

export const consentClockworks: readonly Clockwork[] = [{ name: 'consents-by-the-clock', crontab: '25 * * * *' }];

export function consentHandlers(deps: Deps): JobHandler[] {
  return [
    { name: 'consents-by-the-clock', run: () => byTheClock(deps) },
    handler(consentsLookAgain, ({ tenantId, personId }) => lookAgainAt(deps, tenantId, personId)),
    handler(consentNews, async ({ tenantId, ...said }) => {
      const actor = await actorAt(deps, tenantId);
      if (actor) await writing(deps.pool, { tenantId }, (tx) => carryNews(tx, deps, actor, said));
    }),
  ];
}

/** Birthdays, terms, ended powers, wider scopes (LIFECYCLE 4.4, §5.10): each organisation and each person by itself. */
async function byTheClock(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await eachApart(await tenantsToday(deps, now), async ({ tenantId, today }) => {
    const actor: ClockActor = { tenantId, personId: null, name: 'Наставник', now, today };
    const people = await reading(deps.pool, { tenantId }, (tx) => whoMayNeedIt(tx, tenantId, today));
    await eachApart(people, (personId) => lookAt(deps, actor, personId));
    await writing(deps.pool, { tenantId }, (tx) => alertCoverage(tx, deps, actor));
  });
}

/**
 * Those for whom this day may bring something: a birthday within a month or passed since the signature, an end of the
 * term or of a power, a scope that has grown, a paper that is to be renewed. The rules decide.
 */
async function whoMayNeedIt(tx: Reading, tenantId: string, today: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct c.person_id from consents c
    join consent_templates t on t.tenant_id = c.tenant_id and t.id = c.template_id
    join people p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tenantId} and c.state = 'valid' and (
      c.needs_renewal_by is not null
      or c.valid_to <= ${today}::date + 30
      or (p.birth_date is not null and exists (
        select from unnest(array[14, 18]) as years
        where p.birth_date + make_interval(years => years) between c.valid_from - 1 and ${today}::date + 31
      ))
      or (c.signing_group in ('adult', 'employee') and p.under_guardianship)
      or (c.signing_group = 'underGuardianship' and not p.under_guardianship)
      or exists (
        select from consent_signers s join representations r on r.tenant_id = s.tenant_id and r.id = s.representation_id
        where s.tenant_id = c.tenant_id and s.consent_id = c.id and r.ended_on is not null
      )
      or exists (
        select from consent_templates n
        where n.tenant_id = c.tenant_id and n.kind = c.kind and n.audience = t.audience
          and n.in_use_since is not null and n.retired_at is null and n.scope_version > t.scope_version
      )
    )
    order by c.person_id`.execute(tx);
  return rows.map((row) => row.person_id);
}

async function lookAgainAt(deps: Deps, tenantId: string, personId: string): Promise<void> {
  const actor = await actorAt(deps, tenantId);
  if (!actor) return;
  await lookAt(deps, actor, personId);
  await writing(deps.pool, { tenantId }, (tx) => alertAbout(tx, deps, actor, personId));
}

async function actorAt(deps: Deps, tenantId: string): Promise<ClockActor | undefined> {
  const now = deps.clock.now();
  const today = (await tenantsToday(deps, now)).find((each) => each.tenantId === tenantId)?.today;
  return today && { tenantId, personId: null, name: 'Наставник', now, today };
}

/** What the rules refuse meanwhile (somebody signed in the same minute) is looked at again an hour later. */
async function lookAt(deps: Deps, actor: ClockActor, personId: string): Promise<void> {
  try {
    await writing(deps.pool, actor, (tx) => lookAgain(tx, actor, personId));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
