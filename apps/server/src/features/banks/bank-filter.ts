import type { BankQuery } from '@nastavnik/contracts/banks';
import { can } from '@nastavnik/domain/access/can';
import { IN_BANK_STATES, type ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  either,
  inClass,
  inOwnAssociation,
  inOwnClass,
  isEmployee,
  isSupported,
  named,
  standingAnswers,
} from '../participants/door.ts';
import { isOfCategory } from '../persons/door.ts';

/**
 * RULE-15: of whoever has withdrawn the consent nothing is shown; the register keeps the days they were here. The same as
 * the index `people_gone` says it.
 */
export const isGone = sql<boolean>`(p.erased_at is not null or p.merged_into is not null or p.blocked_at is not null)`;

/**
 * The bank that a query asks for, but for those who are gone, as conditions over `participants t` and a person `p`; but
 * for the search they ask no more of `p` than `tenant_id` and `id`.
 */
export function bankConditions(
  caller: Caller,
  role: ParticipantRole,
  cycleId: string,
  query: Omit<BankQuery, 'after' | 'limit'>,
): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`t.tenant_id = ${caller.tenantId} and t.cycle_id = ${cycleId} and t.role = ${role}`,
    reachOf(caller, role),
    ...askedFor(caller, query),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** LIFECYCLE §1: the office sees the bank, others their own people in it; who has no people there is refused. */
function reachOf(caller: Caller, role: ParticipantRole): RawBuilder<boolean> {
  if (can(caller, role === 'mentee' ? 'bank.seeMentees' : 'bank.seeMentors')) {
    // The personnel officer keeps the bank of mentors who work here; pupils are none of that office's business.
    const whole = can(caller, 'bank.seeMentees');
    return whole ? sql<boolean>`true` : isEmployee(caller);
  }
  const own = [
    ...(caller.roles.includes('classTeacher') ? [inOwnClass(caller)] : []),
    ...(caller.roles.includes('methodAssociationHead') ? [inOwnAssociation(caller)] : []),
    ...(caller.roles.includes('psychologist') ? [isSupported()] : []),
  ];
  if (own.length === 0) throw new Refusal('access.denied', { action: 'bank.see' });
  return either(own);
}

function askedFor(caller: Caller, query: Omit<BankQuery, 'after' | 'limit'>): RawBuilder<boolean>[] {
  const { today } = caller;
  const asked: (RawBuilder<boolean> | undefined)[] = [
    query.search ? named(query.search) : undefined,
    query.states && query.states.length > 0 ? sql`t.state = any (${sql.val(query.states)}::text[])` : undefined,
    query.formId ? sql`t.form_id = ${query.formId}` : undefined,
    query.classId ? inClass(query.classId, caller) : undefined,
    query.bodyId
      ? sql`exists (select from body_members m where m.tenant_id = p.tenant_id and m.person_id = p.id
          and m.body_id = ${query.bodyId} and ${today}::date between m.started_on and coalesce(m.ended_on, 'infinity'))`
      : undefined,
    query.themeId ? requests(sql`r.theme_id = ${query.themeId}`) : undefined,
    query.urgency ? requests(sql`r.urgency = ${query.urgency}`) : undefined,
    query.competence ? strongIn(query.competence) : undefined,
    flag(
      query.accepting,
      sql`exists (select from competence_cards k where k.tenant_id = p.tenant_id and k.person_id = p.id and k.accepting)`,
    ),
    flag(
      query.trained,
      sql`exists (select from mentor_trainings m where m.tenant_id = p.tenant_id and m.person_id = p.id
      and m.completed_on <= ${today}::date and m.completed_on + interval '3 years' > ${today}::date)`,
    ),
    flag(
      query.cleared,
      // The last certificate counts, as on the card.
      sql`coalesce((select c.passed from clearances c where c.tenant_id = p.tenant_id and c.person_id = p.id
        order by c.certificate_date desc, c.id desc limit 1), false)`,
    ),
    flag(query.youngSpecialist, isOfCategory('youngSpecialist', caller)),
    query.teacherCategory ? isOfCategory(query.teacherCategory, caller) : undefined,
    flag(
      query.withoutConsent,
      sql`not exists (select from consents c where c.tenant_id = p.tenant_id and c.person_id = p.id
      and c.kind = 'processing' and c.state = 'valid')`,
    ),
    // Who has left or waits for a consent has nothing to confirm.
    flag(
      query.toConfirm,
      sql`t.confirmed_on is null and t.source = 'lastYear' and t.state = any (${sql.val([...IN_BANK_STATES])}::text[])`,
    ),
    query.answering === undefined ? undefined : answering(caller, query.answering),
    flag(
      query.recommended,
      sql`exists (select from council_recommendations c where c.tenant_id = t.tenant_id and c.participant_id = t.id)`,
    ),
    // Whoever may not see the tag may not sift by it either: the answer would tell.
    query.needsSupport === undefined ? undefined : supported(caller, query.needsSupport),
  ];
  return asked.filter((condition): condition is RawBuilder<boolean> => condition !== undefined);
}

/** C1: found by what the card names, and by achievements in the field, in any form of the words. */
function strongIn(words: string): RawBuilder<boolean> {
  const asked = sql`websearch_to_tsquery('russian', ${words})`;
  return sql<boolean>`(exists (select from competence_cards k where k.tenant_id = p.tenant_id and k.person_id = p.id
      and (k.card->'competences' ? ${words} or k.search_text @@ ${asked}))
    or exists (select from achievements a where a.tenant_id = p.tenant_id and a.person_id = p.id
      and to_tsvector('russian', a.field || ' ' || a.title) @@ ${asked}))`;
}

function flag(wanted: boolean | undefined, holds: RawBuilder<unknown>): RawBuilder<boolean> | undefined {
  if (wanted === undefined) return undefined;
  return wanted ? sql<boolean>`(${holds})` : sql<boolean>`not (${holds})`;
}

function requests(condition: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from mentee_requests r where r.tenant_id = t.tenant_id and r.participant_id = t.id
    and r.state not in ('cancelled', 'closed') and ${condition})`;
}

/** C4, of either bank: a mentor meant for a request, a mentee with a mentor in view. */
function answering(caller: Caller, wanted: boolean): RawBuilder<boolean> {
  permit(caller, 'answer.see');
  const found = sql`exists (select from ${standingAnswers(sql<boolean>`a.tenant_id = t.tenant_id and t.id in (a.mentor_id, r.participant_id)`)})`;
  return wanted ? sql<boolean>`${found}` : sql<boolean>`not ${found}`;
}

function supported(caller: Caller, wanted: boolean): RawBuilder<boolean> {
  const everywhere = can(caller, 'supportTag.see');
  const own = [
    ...(caller.roles.includes('classTeacher') ? [inOwnClass(caller)] : []),
    ...(caller.roles.includes('psychologist') ? [isSupported()] : []),
  ];
  if (!everywhere && own.length === 0) throw new Refusal('access.denied', { action: 'supportTag.see' });
  const tagged = wanted ? isSupported() : sql<boolean>`not ${isSupported()}`;
  return everywhere ? tagged : sql<boolean>`(${either(own)} and ${tagged})`;
}
