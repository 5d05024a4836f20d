import type { PossibleMentor } from '@nastavnik/contracts/selection';
import { DEFAULT_COMPETENCES } from '@nastavnik/domain/participants/competences';
import { competencesForTheme } from '@nastavnik/domain/participants/theme-competences';
import {
  type HelpOffered,
  type HelpWanted,
  type Named,
  weighAnswer,
} from '@nastavnik/domain/participants/weigh-answer';
import { age } from '@nastavnik/domain/people/age';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { permitAbout } from '../../platform/ties.ts';
import {
  ASKED_STATES,
  countsAsMinor,
  type KnownParticipant,
  knowParticipants,
  lackingOf,
  participantsById,
  personSummaries,
  shownPerson,
} from '../participants/door.ts';
import { mentorsInBank, type OfferedRow } from './mentors.queries.ts';

/** More names than this are no help to whoever has to choose. */
const SHOWN = 30;

/** Mentors of the bank for one request, those who fit best first, each with what speaks for and against. */
export async function seePossibleMentors(
  tx: Writing,
  caller: Caller,
  requestId: string,
): Promise<{ readonly mentors: PossibleMentor[]; readonly more: boolean }> {
  permit(caller, 'answer.see');
  const request = await askedFor(tx, caller, requestId);
  await permitAbout(tx, caller, 'answer.see', request.personId);
  const mentee = (await personSummaries(tx, caller, [request.personId])).get(request.personId)!;
  if (countsAsMinor(mentee, caller.today)) await recordCardView(tx, caller, mentee.id, 'request');
  const wanted: HelpWanted = {
    ...request.wanted,
    menteeAge: mentee.birthDate ? age(mentee.birthDate, caller.today) : null,
  };
  const names = await stemsOfCatalogue(tx);
  const weighed = (await mentorsInBank(tx, caller.tenantId, { requestId, cycleId: request.cycleId }))
    .filter((row) => row.person_id !== request.personId)
    .map((row) => ({ row, ...weighAnswer(wanted, offeredBy(row, names)) }))
    // Those already meant for it stand first: who looks wants to see them.
    .toSorted(
      (one, other) =>
        Number(other.row.answer_id !== null) - Number(one.row.answer_id !== null) || other.weight - one.weight,
    );
  const shown = weighed.slice(0, SHOWN);
  const records = await participantsById(
    tx,
    caller.tenantId,
    shown.map(({ row }) => row.id),
  );
  const known = new Map((await knowParticipants(tx, caller, records)).map((each) => [each.row.id, each]));
  const mentors = shown.map(({ row, reasons, doubts }) => viewMentor(caller, known.get(row.id)!, row, reasons, doubts));
  return { mentors, more: weighed.length > shown.length };
}

function viewMentor(
  caller: Caller,
  known: KnownParticipant,
  row: OfferedRow,
  reasons: ReturnType<typeof weighAnswer>['reasons'],
  doubts: ReturnType<typeof weighAnswer>['doubts'],
): PossibleMentor {
  return {
    participantId: row.id,
    person: shownPerson(known.person, caller.today),
    state: known.row.state,
    recommended: known.preparation.recommended,
    reasons: reasons.map((reason) => ('names' in reason ? { ...reason, names: [...reason.names] } : reason)),
    doubts: [...doubts],
    lacking: lackingOf(known).filter(({ code }) => code !== 'next.select' && code !== 'next.chooseRequest'),
    answerId: row.answer_id,
  };
}

type Asked = {
  readonly personId: string;
  readonly cycleId: string;
  readonly wanted: Omit<HelpWanted, 'menteeAge'>;
};

async function askedFor(tx: Writing, { tenantId }: Caller, requestId: string): Promise<Asked> {
  const { rows } = await sql<{
    person_id: string;
    cycle_id: string;
    form_id: string | null;
    theme: string | null;
    theme_stems: string[];
    word_stems: string[];
    place: string | null;
  }>`
    select t.person_id, t.cycle_id, t.form_id, h.name as theme,
      tsvector_to_array(to_tsvector('russian', coalesce(h.name, ''))) as theme_stems,
      tsvector_to_array(r.search_text || to_tsvector('russian', coalesce(r.preferences->>'subject', ''))) as word_stems,
      r.preferences->>'place' as place
    from mentee_requests r
    join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
    left join request_themes h on h.tenant_id = r.tenant_id and h.id = r.theme_id
    where r.tenant_id = ${tenantId} and r.id = ${requestId}
      and r.state = any (${sql.val([...ASKED_STATES])}::text[])`.execute(tx);
  const [row] = rows;
  if (!row) throw new Refusal('request.not-found');
  return {
    personId: row.person_id,
    cycleId: row.cycle_id,
    wanted: {
      formId: row.form_id,
      competences: row.theme === null ? [] : competencesForTheme(row.theme),
      themeStems: row.theme_stems,
      wordStems: row.word_stems,
      place: (['atSchool', 'online', 'any'] as const).find((place) => place === row.place) ?? null,
    },
  };
}

type Catalogue = ReadonlyMap<string, Named>;

async function stemsOfCatalogue(tx: Writing): Promise<Catalogue> {
  const { rows } = await sql<{ id: string; name: string; stems: string[] }>`
    select c.id, c.name, tsvector_to_array(to_tsvector('russian', c.name)) as stems
    from unnest(${sql.val(DEFAULT_COMPETENCES.map(({ id }) => id))}::text[],
      ${sql.val(DEFAULT_COMPETENCES.map(({ name }) => name))}::text[]) as c(id, name)`.execute(tx);
  return new Map(rows.map((row) => [row.id, { name: row.name, stems: row.stems }]));
}

function offeredBy(row: OfferedRow, catalogue: Catalogue): HelpOffered {
  const { card } = row;
  return {
    hasCard: card !== null,
    forms: [...new Set([...(card?.forms ?? []), ...(row.form_id ? [row.form_id] : [])])],
    competences: (card?.competences ?? []).flatMap((id) => {
      const named = catalogue.get(id);
      return named ? [{ id, ...named }] : [];
    }),
    achievements: row.achievements,
    interests: row.interests,
    menteeAges: card?.menteeAges ?? null,
    places: card?.places ?? [],
    accepting: row.accepting,
    capacity: row.max_mentees,
    taken: row.taken,
  };
}
