import type { Participant } from '@nastavnik/contracts/participants';
import { can } from '@nastavnik/domain/access/can';
import { mayCommand } from '@nastavnik/domain/participants/participant-asker';
import { knowsCommand } from '@nastavnik/domain/participants/participant-commands';
import type { ParticipantCommand } from '@nastavnik/domain/participants/participant-context';
import { isInBank, type ParticipantState } from '@nastavnik/domain/participants/participant-states';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { permitAbout } from '../../platform/ties.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { childrenOf, powerUnchecked } from './children.queries.ts';
import { mayChooseForm } from './choose-form.ts';
import { cycleOfBanksIfAny } from './cycle-of-today.ts';
import { lackingOf } from './lacking.ts';
import { changesOf, participantsById, participationsOf } from './participant.queries.ts';
import { contextOf, guardsOf, type KnownParticipant, knowParticipants } from './participant-facts.ts';
import { countsAsMinor, personSummaries, shownPerson } from './person-summary.queries.ts';

/** The record of one participation. Looking at a minor's is written down (RULE-34). */
export async function seeParticipant(tx: Writing, caller: Caller, id: string): Promise<Participant> {
  const [row] = await participantsById(tx, caller.tenantId, [id]);
  if (!row) throw new Refusal('participant.not-found');
  const [known] = await knowParticipants(tx, caller, [row]);
  if (!known || !can(caller, 'participant.see', known.ties)) {
    throw new Refusal('access.denied', { action: 'participant.see' });
  }
  const { person, ties } = known;
  if (countsAsMinor(person, caller.today) && !ties.includes('self'))
    await recordCardView(tx, caller, person.id, 'card');
  return viewParticipant(tx, caller, known);
}

async function viewParticipant(tx: Reading, caller: Caller, known: KnownParticipant): Promise<Participant> {
  const { row, person, ties } = known;
  const { tenantId, today } = caller;
  const cycles = await tx
    .selectFrom('program_cycles')
    .select(['id', 'title'])
    .where('tenant_id', '=', tenantId)
    .execute();
  const titleOf = (cycleId: string) => cycles.find((cycle) => cycle.id === cycleId)?.title ?? '';
  const form = row.formId ? (await formsById(tx, tenantId)).get(row.formId) : undefined;
  const nominator = row.nominatedBy
    ? (await personSummaries(tx, caller, [row.nominatedBy])).get(row.nominatedBy)
    : undefined;
  const others = (await participationsOf(tx, tenantId, person.id)).filter((each) => each.id !== row.id);
  const history = await changesOf(tx, tenantId, row.id);
  return {
    id: row.id,
    person: shownPerson(person, today),
    role: row.role,
    cycle: { id: row.cycleId, title: titleOf(row.cycleId) },
    form: form ? { id: form.id, name: form.form.name } : null,
    state: row.state,
    stateSince: row.stateSince,
    source: row.source as Participant['source'],
    nominatedBy: nominator?.name ?? null,
    confirmedOn: row.confirmedOn,
    lacking: lackingOf(known),
    ...(await supportOf(tx, caller, known)),
    history: history.map((line) => ({
      onDay: line.on_day,
      at: line.at.toISOString(),
      command: line.command as Participant['history'][number]['command'],
      from: line.from_state as ParticipantState | null,
      to: line.to_state as ParticipantState,
      reason: line.reason,
      actor: line.actor_name,
    })),
    otherCycles: others.map((each) => ({
      id: each.id,
      cycle: titleOf(each.cycleId),
      role: each.role,
      state: each.state,
    })),
    version: row.version,
    may: {
      ...commandsOpen(caller, known),
      unselect: row.state === 'selected' && known.preparation.answers === 0 && can(caller, 'participant.select', ties),
      confirmYear: mayConfirmYear(caller, known),
      chooseForm: mayChooseForm(caller, known),
      addRequest: row.role === 'mentee' && isInBank(row.state) && can(caller, 'request.submit', ties),
      editCompetence: row.role === 'mentor' && isInBank(row.state) && can(caller, 'competence.edit', ties),
      recordInterview: isInBank(row.state) && can(caller, 'interview.record', ties),
      recordTraining: row.role === 'mentor' && isInBank(row.state) && can(caller, 'training.record', ties),
      waiveTraining: row.role === 'mentor' && isInBank(row.state) && can(caller, 'training.waive', ties),
      recordClearance: row.role === 'mentor' && isInBank(row.state) && can(caller, 'clearance.record', ties),
      seeAnswers: isInBank(row.state) && can(caller, 'answer.see', ties),
      recommend:
        row.role === 'mentor' && BEFORE_ORDER.includes(row.state) && can(caller, 'recommendation.record', ties),
      setSupport: row.role === 'mentee' && can(caller, 'supportTag.set', ties),
    },
  };
}

/** PC1: the council speaks before the director's order names the mentor. */
export const BEFORE_ORDER: readonly ParticipantState[] = ['inBank', 'selected', 'waiting'];

/** The tag is absent from the answer of whoever may not know of it: an absent tag and a hidden one look the same. */
async function supportOf(
  tx: Reading,
  caller: Caller,
  { row, person, ties }: KnownParticipant,
): Promise<Pick<Participant, 'needsSupport' | 'supportRecommendation'>> {
  if (row.role !== 'mentee' || !can(caller, 'supportTag.see', ties)) return {};
  const tag = await tx
    .selectFrom('support_tags')
    .select('recommendation')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', person.id)
    .executeTakeFirst();
  return { needsSupport: tag !== undefined, supportRecommendation: tag?.recommendation ?? null };
}

const OFFERED = [
  'invite',
  'requestConsents',
  'refuse',
  'enterBank',
  'select',
  'reject',
  'suspend',
  'resume',
  'withdraw',
  'exclude',
] as const satisfies readonly ParticipantCommand[];

/** Which commands the caller may give in this state; what still lacks for them stands in `lacking`. */
export function commandsOpen(caller: Caller, known: KnownParticipant): Record<(typeof OFFERED)[number], boolean> {
  // With a statement in hand: whether there is one is asked when the command is given.
  const context = contextOf(caller, { ...known, guards: guardsOf(known) }, { statement: 'заявление' });
  return Object.fromEntries(
    OFFERED.map((command) => [
      command,
      knowsCommand(known.row.state, command) &&
        !((command === 'select' || command === 'reject') && known.row.role === 'mentee') &&
        mayCommand(command, context, known.row.role) === undefined,
    ]),
  ) as Record<(typeof OFFERED)[number], boolean>;
}

function mayConfirmYear(caller: Caller, { row, ties }: KnownParticipant): boolean {
  return isInBank(row.state) && row.confirmedOn === null && can(caller, 'participant.confirmYear', ties);
}

/** What the signed-in person has here of one's own, or of a child. */
export async function seeMyParticipation(tx: Reading, caller: Caller, personId: string) {
  await permitAbout(tx, caller, 'myData.see', personId);
  const self = personId === caller.personId;
  const person = (await personSummaries(tx, caller, [personId])).get(personId)!;
  const rows = await participationsOf(tx, caller.tenantId, personId);
  const known = await knowParticipants(tx, caller, rows);
  const cycle = await cycleOfBanksIfAny(tx, caller);
  const cycles = await tx
    .selectFrom('program_cycles')
    .select(['id', 'title'])
    .where('tenant_id', '=', caller.tenantId)
    .execute();
  const interest =
    cycle &&
    (await tx
      .selectFrom('interests')
      .select(['id', 'declared_at'])
      .where('tenant_id', '=', caller.tenantId)
      .where('person_id', '=', personId)
      .where('cycle_id', '=', cycle.id)
      .where('taken_up_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst());
  const has = (role: 'mentor' | 'mentee') => rows.some((row) => row.role === role && row.cycleId === cycle?.id);
  // Without a period there is nothing to take part in: the page says so by offering nothing.
  const begins = self && cycle !== undefined;
  return {
    person: shownPerson(person, caller.today),
    children: await childrenOf(tx, caller),
    powerUnchecked: await powerUnchecked(tx, caller),
    participations: known.map((each) => ({
      id: each.row.id,
      role: each.row.role,
      cycle: cycles.find((one) => one.id === each.row.cycleId)?.title ?? '',
      form: each.form?.name ?? null,
      state: each.row.state,
      lacking: lackingOf(each),
      may: {
        refuse: commandsOpen(caller, each).refuse,
        withdraw: commandsOpen(caller, each).withdraw,
        confirmYear: mayConfirmYear(caller, each),
      },
      version: each.row.version,
    })),
    interest: interest ? { id: interest.id, declaredAt: interest.declared_at.toISOString() } : null,
    may: {
      nominateAsMentor: begins && !has('mentor'),
      nominateAsMentee: begins && !has('mentee'),
      declareInterest: begins && !interest && !has('mentor') && !has('mentee'),
    },
  };
}
