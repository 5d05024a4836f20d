import type { Role } from '../access/roles.ts';
import type {
  ParticipantCommand,
  ParticipantContext,
  ParticipantPerson,
  ParticipantRefusal,
  ParticipantTie,
} from './participant-context.ts';
import type { ParticipantRole } from './participant-states.ts';

/**
 * Who may give a command. `tie`: the person must be the asker's own in that sense. `of`: only persons of these kinds.
 * `statement`: enters what the person or representative said on paper.
 */
type Grant = {
  readonly role?: Role;
  readonly tie?: ParticipantTie;
  readonly of?: readonly ParticipantPerson['kind'][];
  readonly as?: ParticipantRole;
  readonly statement?: true;
};

const SELF: Grant = { tie: 'self' };
const REPRESENTATIVE: Grant = { tie: 'representative' };
/** The clock, a round, an order, a programme: nobody's click. */
const SYSTEM_ONLY: readonly Grant[] = [];

/** A word said on paper to the school is entered by those who may hear it. */
const ON_PAPER: readonly Grant[] = [
  { role: 'curator', statement: true },
  { role: 'dataProtectionOfficer', statement: true },
  { role: 'classTeacher', tie: 'ownClass', of: ['pupil'], statement: true },
  { role: 'personnelOfficer', of: ['employee'], statement: true },
];

/** LIFECYCLE 4.3, column «Role», narrowed by §1: own class, own association, own agreement. What is not here is refused. */
const GRANTS: Record<ParticipantCommand, readonly Grant[]> = {
  nominate: [
    { role: 'curator' },
    { role: 'deputyDirector' },
    { role: 'classTeacher', tie: 'ownClass', of: ['pupil'] },
    { role: 'methodAssociationHead', tie: 'ownAssociation', of: ['employee'] },
    { role: 'partnerRepresentative', tie: 'ownAgreement', of: ['partnerPerson'], as: 'mentor' },
    SELF,
  ],
  invite: [{ role: 'curator' }],
  requestConsents: [
    { role: 'curator' },
    { role: 'classTeacher', tie: 'ownClass', of: ['pupil'] },
    { role: 'personnelOfficer', of: ['employee'] },
  ],
  refuse: [SELF, REPRESENTATIVE, ...ON_PAPER],
  enterBank: [{ role: 'curator' }],
  select: [{ role: 'curator' }, { role: 'workingGroupMember' }],
  reject: [{ role: 'workingGroupMember' }],
  wait: SYSTEM_ONLY,
  assign: SYSTEM_ONLY,
  activate: SYSTEM_ONLY,
  suspend: [{ role: 'curator' }],
  resume: [{ role: 'curator' }],
  withdraw: [SELF, REPRESENTATIVE, ...ON_PAPER],
  exclude: [{ role: 'director' }],
  complete: SYSTEM_ONLY,
};

/** The clock suspends whose consent has lapsed (LIFECYCLE §5.10), and a withdrawn consent withdraws (RULE-15). */
const SYSTEM_TOO: readonly ParticipantCommand[] = ['wait', 'assign', 'activate', 'complete', 'suspend', 'withdraw'];

/** Why this asker may not give this command to this person, or `undefined`. Default deny. */
export function mayCommand(
  command: ParticipantCommand,
  { by, person, given }: ParticipantContext,
  role: ParticipantRole,
): ParticipantRefusal | undefined {
  if (by.kind === 'system') return SYSTEM_TOO.includes(command) ? undefined : 'participant.not-allowed';
  const fitting = GRANTS[command].filter(
    (grant) =>
      (grant.role === undefined || by.roles.includes(grant.role)) &&
      (grant.tie === undefined || by.ties.includes(grant.tie)) &&
      (grant.of === undefined || grant.of.includes(person.kind)) &&
      (grant.as === undefined || grant.as === role) &&
      // RULE-07: from 18 on a representative speaks for nobody.
      (grant.tie !== 'representative' || person.hasRepresentative),
  );
  if (fitting.length === 0) return 'participant.not-allowed';
  const said = given.statement !== undefined && given.statement.trim() !== '';
  return fitting.some((grant) => grant.statement !== true || said) ? undefined : 'participant.statement-required';
}
