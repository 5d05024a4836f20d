import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../access/roles.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { decideParticipant, knowsCommand } from './participant-commands.ts';
import {
  type GuardFacts,
  PARTICIPANT_COMMANDS,
  type ParticipantAsker,
  type ParticipantCommand,
  type ParticipantContext,
  type ParticipantFacts,
  type ParticipantTie,
} from './participant-context.ts';
import { ENDED_STATES, hasEnded, PARTICIPANT_STATES, type ParticipantState } from './participant-states.ts';

const TODAY = plainDate('2026-09-14');
const ALL: GuardFacts = {
  processingConsent: true,
  participationConsent: true,
  interview: true,
  clearance: true,
  training: true,
  cardFilled: true,
  unitApproved: true,
  programApproved: true,
  openUnits: 0,
};

type Change = Partial<Omit<ParticipantContext, 'guards'>> & { readonly guards?: Partial<GuardFacts> };

const user = (roles: readonly Role[], ...ties: ParticipantTie[]): ParticipantAsker => ({ kind: 'user', roles, ties });
const curator = user(['curator']);
const context = ({ guards, ...rest }: Change = {}): ParticipantContext => ({
  today: TODAY,
  by: curator,
  person: { kind: 'employee', hasRepresentative: false },
  given: {},
  ...rest,
  guards: { ...ALL, ...guards },
});
const mentor = (state: ParticipantState, more: Partial<ParticipantFacts> = {}): ParticipantFacts => ({
  role: 'mentor',
  state,
  selectedOn: null,
  suspendedUntil: null,
  ...more,
});
const mentee = (state: ParticipantState): ParticipantFacts => ({ ...mentor(state), role: 'mentee' });
const SYSTEM = { by: { kind: 'system' } } as const;

/** LIFECYCLE 4.3 written out a second time: every step. */
const STEPS: readonly (readonly [ParticipantState, ParticipantCommand, ParticipantState])[] = [
  ['nominated', 'invite', 'invited'],
  ['invited', 'requestConsents', 'consentPending'],
  ['invited', 'refuse', 'refused'],
  ['consentPending', 'refuse', 'refused'],
  ['consentPending', 'enterBank', 'inBank'],
  ['inBank', 'select', 'selected'],
  ['inBank', 'reject', 'rejected'],
  ['inBank', 'wait', 'waiting'],
  ['selected', 'wait', 'waiting'],
  ['inBank', 'assign', 'assigned'],
  ['selected', 'assign', 'assigned'],
  ['waiting', 'assign', 'assigned'],
  ['assigned', 'activate', 'active'],
  ['active', 'suspend', 'suspended'],
  ['suspended', 'resume', 'active'],
  ['active', 'exclude', 'excluded'],
  ['active', 'complete', 'completed'],
  ...PARTICIPANT_STATES.filter((state) => !(ENDED_STATES as readonly ParticipantState[]).includes(state)).map(
    (state) => [state, 'withdraw', 'withdrawn'] as const,
  ),
];

describe('the table of 4.3', () => {
  test('the table knows exactly the steps of 4.3', () => {
    for (const state of PARTICIPANT_STATES) {
      for (const command of PARTICIPANT_COMMANDS) {
        const known = STEPS.some(([from, by]) => from === state && by === command);
        expect([state, command, knowsCommand(state, command)]).toEqual([state, command, known]);
      }
    }
  });

  test('with every guard given each step leads where 4.3 says', () => {
    for (const [from, command, to] of STEPS) {
      const decision = decideParticipant(
        mentor(from, { selectedOn: TODAY }),
        command,
        context({
          by: SYSTEM_COMMANDS.includes(command)
            ? { kind: 'system' }
            : user(['curator', 'director', 'workingGroupMember'], 'self'),
          given: {
            rejection: 'notSuitable',
            suspension: { reason: 'illness', until: plainDate('2026-10-01') },
            exclusion: { orderRegistered: true, ground: 'п. 5.4 Положения' },
          },
        }),
      );
      expect([from, command, decision]).toMatchObject([from, command, { participant: { state: to } }]);
    }
  });
});

const SYSTEM_COMMANDS: readonly ParticipantCommand[] = ['wait', 'assign', 'activate', 'complete'];

describe('guards', () => {
  test.each([
    ['enterBank', mentee('consentPending'), { guards: { processingConsent: false } }, 'participant.consent-required'],
    [
      'enterBank',
      mentee('consentPending'),
      { guards: { participationConsent: false } },
      'participant.participation-consent-required',
    ],
    ['select', mentor('inBank'), { guards: { cardFilled: false } }, 'participant.card-not-filled'],
    ['select', mentor('inBank'), { guards: { interview: false } }, 'participant.interview-required'],
    ['select', mentor('inBank'), { guards: { clearance: false } }, 'participant.clearance-required'],
    ['select', mentor('inBank'), { guards: { processingConsent: false } }, 'participant.consent-required'],
    ['select', mentee('inBank'), {}, 'participant.mentors-only'],
    ['reject', mentor('inBank'), { by: user(['workingGroupMember']) }, 'participant.reason-required'],
    [
      'assign',
      mentor('selected', { selectedOn: TODAY }),
      { ...SYSTEM, guards: { training: false } },
      'participant.training-required',
    ],
    ['assign', mentor('waiting'), SYSTEM, 'participant.not-selected'],
    ['assign', mentor('inBank'), SYSTEM, 'participant.not-selected'],
    ['assign', mentee('inBank'), { ...SYSTEM, guards: { unitApproved: false } }, 'participant.unit-not-approved'],
    [
      'activate',
      mentee('assigned'),
      { ...SYSTEM, guards: { programApproved: false } },
      'participant.program-not-approved',
    ],
    ['suspend', mentee('active'), {}, 'participant.reason-required'],
    ['complete', mentee('active'), { ...SYSTEM, guards: { openUnits: 1 } }, 'participant.units-open'],
    ['exclude', mentee('active'), { by: user(['director']) }, 'participant.order-required'],
    ['resume', mentee('suspended'), { guards: { processingConsent: false } }, 'participant.consent-required'],
    ['invite', null, { given: { role: 'mentor' } }, 'participant.state'],
    ['nominate', mentee('refused'), {}, 'participant.exists'],
    ['nominate', null, {}, 'participant.role-missing'],
    ['invite', mentee('completed'), {}, 'participant.state'],
  ] as const satisfies readonly (readonly [ParticipantCommand, ParticipantFacts | null, Change, string])[])(
    '%s of %o with %o is refused: %s',
    (command, participant, change, code) => {
      expect(decideParticipant(participant, command, context(change))).toBe(code);
    },
  );

  test('training may follow the selection, but not the assignment', () => {
    const untrained = { guards: { training: false } };
    const selected = decideParticipant(mentor('inBank'), 'select', context(untrained));
    expect(selected).toMatchObject({ participant: { state: 'selected', selectedOn: TODAY } });
    if (typeof selected === 'string') return;
    expect(decideParticipant(selected.participant, 'assign', context({ ...untrained, ...SYSTEM }))).toBe(
      'participant.training-required',
    );
    expect(decideParticipant(selected.participant, 'assign', context(SYSTEM))).toMatchObject({
      participant: { state: 'assigned', selectedOn: TODAY },
    });
  });

  test('a suspension lasts at most the days of the setting, sixty at first, and ends after today', () => {
    const suspend = (until: string, suspensionDays?: number) =>
      decideParticipant(mentee('active'), 'suspend', {
        ...context({ given: { suspension: { reason: 'leave', until: plainDate(until) } } }),
        ...(suspensionDays === undefined ? {} : { suspensionDays }),
      });
    expect(suspend('2026-11-13')).toMatchObject({ participant: { suspendedUntil: '2026-11-13' } });
    expect(suspend('2026-11-14')).toBe('participant.suspension-too-long');
    expect(suspend('2026-11-14', 90)).toMatchObject({ participant: { state: 'suspended' } });
    expect(suspend('2026-09-14')).toBe('participant.suspension-in-past');
  });

  test('who refuses before the bank has their data destroyed within thirty days (RULE-16)', () => {
    const decision = decideParticipant(mentee('invited'), 'refuse', context({ by: user([], 'self') }));
    expect(decision).toEqual({
      participant: mentee('refused'),
      effects: [{ kind: 'destroyNomineeBy', day: '2026-10-14' }],
    });
  });

  test('after withdrawal the pairs of the person wait for a decision', () => {
    const decision = decideParticipant(mentee('active'), 'withdraw', context({ by: user([], 'self') }));
    expect(decision).toMatchObject({ participant: { state: 'withdrawn' }, effects: [{ kind: 'unitsToDecision' }] });
  });

  test('a mentee who finds no pair is offered the psychologist', () => {
    const effects = (participant: ParticipantFacts) => decideParticipant(participant, 'wait', context(SYSTEM));
    expect(effects(mentee('inBank'))).toMatchObject({ effects: [{ kind: 'offerPsychologist' }] });
    expect(effects(mentor('inBank'))).toMatchObject({ effects: [] });
  });
});

describe('who may', () => {
  const pupil = { kind: 'pupil', hasRepresentative: true } as const;
  const asks = (
    by: ParticipantAsker,
    command: ParticipantCommand,
    participant: ParticipantFacts | null,
    more: Change = {},
  ) => {
    const decision = decideParticipant(
      participant,
      command,
      context({ person: pupil, given: { role: 'mentee' }, ...more, by }),
    );
    return typeof decision === 'string' ? decision : decision.participant.state;
  };

  test.each([
    ['the class teacher of the own class', user(['classTeacher'], 'ownClass'), 'nominated'],
    ['a class teacher of another class', user(['classTeacher']), 'participant.not-allowed'],
    ['the head of an association', user(['methodAssociationHead'], 'ownAssociation'), 'participant.not-allowed'],
    ['the person', user([], 'self'), 'nominated'],
    ['the personnel officer', user(['personnelOfficer']), 'participant.not-allowed'],
    ['the deputy', user(['deputyDirector']), 'nominated'],
  ])('%s nominates a pupil: %s', (_who, by, answer) => {
    expect(asks(by, 'nominate', null)).toBe(answer);
  });

  test('the head of an association nominates teachers of the own one', () => {
    const person = { kind: 'employee', hasRepresentative: false } as const;
    expect(asks(user(['methodAssociationHead'], 'ownAssociation'), 'nominate', null, { person })).toBe('nominated');
    expect(asks(user(['methodAssociationHead']), 'nominate', null, { person })).toBe('participant.not-allowed');
    expect(asks(user(['classTeacher'], 'ownClass'), 'nominate', null, { person })).toBe('participant.not-allowed');
  });

  test('a partner names mentors of the own agreement, never mentees', () => {
    const person = { kind: 'partnerPerson', hasRepresentative: false } as const;
    const partner = user(['partnerRepresentative'], 'ownAgreement');
    expect(asks(partner, 'nominate', null, { person, given: { role: 'mentor' } })).toBe('nominated');
    expect(asks(partner, 'nominate', null, { person, given: { role: 'mentee' } })).toBe('participant.not-allowed');
  });

  test('from 18 on the representative neither refuses nor withdraws (RULE-07)', () => {
    const parent = user(['legalRepresentative'], 'representative');
    const grown = { person: { kind: 'pupil', hasRepresentative: false } } as const;
    expect(asks(parent, 'withdraw', mentee('active'))).toBe('withdrawn');
    expect(asks(parent, 'withdraw', mentee('active'), grown)).toBe('participant.not-allowed');
    expect(asks(parent, 'refuse', mentee('invited'), grown)).toBe('participant.not-allowed');
  });

  test('staff enter a refusal only with the statement that says so', () => {
    expect(asks(curator, 'withdraw', mentee('active'))).toBe('participant.statement-required');
    expect(asks(curator, 'withdraw', mentee('active'), { given: { statement: 'вх. 12' } })).toBe('withdrawn');
    expect(asks(user(['classTeacher']), 'withdraw', mentee('active'), { given: { statement: 'вх. 12' } })).toBe(
      'participant.not-allowed',
    );
  });

  test('pairs, programmes and rounds move participants by the system alone', () => {
    const everybody = user(ROLES, 'self', 'representative', 'ownClass', 'ownAssociation', 'ownAgreement');
    for (const command of SYSTEM_COMMANDS) {
      expect(asks(everybody, command, mentee('inBank'))).toBe('participant.not-allowed');
    }
  });
});

describe('any sequence of commands', () => {
  const asker: fc.Arbitrary<ParticipantAsker> = fc.oneof(
    fc.constant<ParticipantAsker>({ kind: 'system' }),
    fc.constant<ParticipantAsker>({ kind: 'user', roles: ROLES, ties: ['self'] }),
    fc.record({
      kind: fc.constant('user' as const),
      roles: fc.subarray([...ROLES]),
      ties: fc.subarray(['self', 'representative', 'ownClass', 'ownAssociation', 'ownAgreement'] as const),
    }) as fc.Arbitrary<ParticipantAsker>,
  );
  const mostly = fc.nat(4).map((number) => number > 0);
  const anyContext: fc.Arbitrary<ParticipantContext> = fc.record({
    today: fc.constant(TODAY),
    by: asker,
    person: fc.record({
      kind: fc.constantFrom('pupil', 'employee', 'student', 'partnerPerson', 'other'),
      hasRepresentative: fc.boolean(),
    }),
    guards: fc.record({
      processingConsent: mostly,
      participationConsent: mostly,
      interview: mostly,
      clearance: mostly,
      training: mostly,
      cardFilled: mostly,
      unitApproved: mostly,
      programApproved: mostly,
      openUnits: fc.nat(2),
    }),
    given: fc.record({
      role: fc.constantFrom('mentee', 'mentor'),
      rejection: fc.constant('noTime'),
      suspension: fc.constant({ reason: 'illness', until: plainDate('2026-10-01') }),
      exclusion: fc.constant({ orderRegistered: true, ground: 'п. 5.4' }),
      statement: fc.constant('вх. 7'),
    }),
  }) as fc.Arbitrary<ParticipantContext>;
  /** Mostly commands that the table knows in the state, or the walk would seldom come far. */
  const steps = fc.array(fc.tuple(fc.nat(60), fc.boolean(), anyContext), { minLength: 60, maxLength: 60 });
  const commandAt = (participant: ParticipantFacts | null, choice: number, any: boolean): ParticipantCommand => {
    const known = PARTICIPANT_COMMANDS.filter((command) =>
      participant === null
        ? command === 'nominate'
        : command !== 'withdraw' && knowsCommand(participant.state, command),
    );
    const from = any || known.length === 0 ? PARTICIPANT_COMMANDS : known;
    return from[choice % from.length] ?? 'invite';
  };

  test('nobody comes into the bank or further without a valid consent at that moment (G-PD, G-PART)', () => {
    const worked: readonly ParticipantState[] = ['inBank', 'selected', 'waiting', 'assigned', 'active'];
    const reached = new Set<ParticipantState>();
    fc.assert(
      fc.property(steps, (sequence) => {
        let participant: ParticipantFacts | null = null;
        let wasInBank = false;
        for (const [choice, any, around] of sequence) {
          const command = commandAt(participant, choice, any);
          const decision = decideParticipant(participant, command, around);
          if (typeof decision === 'string') continue;
          const { state } = decision.participant;
          reached.add(state);
          if (worked.includes(state)) {
            expect(around.guards.processingConsent && around.guards.participationConsent).toBe(true);
            wasInBank = true;
          }
          if (state === 'suspended' || state === 'completed' || state === 'excluded') expect(wasInBank).toBe(true);
          // An ended record makes room for a new person.
          participant = hasEnded(state) ? null : decision.participant;
          wasInBank &&= participant !== null;
        }
      }),
      { numRuns: 300 },
    );
    // The walk would prove nothing if it never came so far.
    expect([...reached]).toEqual(expect.arrayContaining(['inBank', 'selected', 'waiting', 'assigned', 'active']));
  });

  test('nothing leaves an ended record', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ENDED_STATES),
        fc.constantFrom(...PARTICIPANT_COMMANDS),
        anyContext,
        (state, command, around) => {
          expect(decideParticipant(mentor(state), command, around)).toBeTypeOf('string');
        },
      ),
    );
  });
});
