import type { PersonCard } from '@nastavnik/contracts/persons';
import { type Asker, can, type Tie } from '@nastavnik/domain/access/can';
import { age } from '@nastavnik/domain/people/age';
import { printFullName, printShortName } from '@nastavnik/domain/people/person-name';
import { printSnils, type Snils } from '@nastavnik/domain/people/snils';
import { teachingYears, youngSpecialist } from '@nastavnik/domain/people/young-specialist';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { mayEditPerson } from './may-edit.ts';
import {
  accountOf,
  type EmploymentRow,
  type EnrolmentRow,
  employmentOf,
  enrolmentOf,
  outsiderOf,
  participationLines,
  type RepresentationRow,
  representationsOf,
} from './person-card.queries.ts';
import { type PersonSides, personSides } from './person-sides.queries.ts';
import { groupsSeen, isGuarded } from './relations.ts';
import { categoriesOfPeople } from './teacher-categories.queries.ts';

/**
 * The card of a person as this caller may see it. Looking at a minor is written down (RULE-34), so seeing writes.
 * @throws person.not-found, access.denied
 */
export async function seeCard(tx: Writing, caller: Caller, personId: string): Promise<PersonCard> {
  const sides = await personSides(tx, { tenantId: caller.tenantId, personId });
  if (!sides) throw new Refusal('person.not-found');
  const ties = (await tiesTo(tx, caller, [personId])).get(personId) ?? [];
  const children = await representationsOf(tx, { ...caller, personId }, 'representative');
  const tiesToChildren = await tiesTo(
    tx,
    caller,
    children.map(({ childId }) => childId),
  );
  const childrenSeen = children.filter(({ childId }) =>
    can(caller, 'representative.see', tiesToChildren.get(childId) ?? []),
  );
  if (!opensCard(caller, sides, ties, childrenSeen.length > 0))
    throw new Refusal('access.denied', { action: 'pupil.see' });

  const card = await drawCard(tx, caller, { sides, ties, childrenSeen, tiesToChildren });
  if (isGuarded(sides, caller.today) && personId !== caller.personId)
    await recordCardView(tx, caller, personId, 'card');
  return card;
}

/** One of the sides that the person has is open to the asker. */
export function opensCard(caller: Asker, sides: PersonSides, ties: readonly Tie[], viaChild: boolean): boolean {
  if (ties.includes('self') || viaChild) return true;
  if (sides.isPupil && can(caller, 'pupil.see', ties)) return true;
  if (sides.isEmployee && can(caller, 'employee.see', ties)) return true;
  // Whoever sees both whole lists sees those as well who stand in neither: partners, parents of former pupils.
  return can(caller, 'pupil.see', ties) && can(caller, 'employee.see', ties);
}

type Known = {
  readonly sides: PersonSides;
  readonly ties: readonly Tie[];
  readonly childrenSeen: readonly RepresentationRow[];
  readonly tiesToChildren: ReadonlyMap<string, readonly Tie[]>;
};

async function drawCard(tx: Reading, caller: Caller, known: Known): Promise<PersonCard> {
  const { sides, ties, childrenSeen, tiesToChildren } = known;
  const whose = { tenantId: caller.tenantId, personId: sides.id, today: caller.today };
  const seen = groupsSeen(caller, ties, sides);
  const guarded = isGuarded(sides, caller.today);
  // The class teacher reaches the parents of the own class through the children: their contacts belong to it.
  const throughChild = childrenSeen.some(({ childId }) =>
    can(caller, 'representative.edit', tiesToChildren.get(childId) ?? []),
  );
  const contacts = seen.has('adultContacts') || seen.has('minorContacts') || (throughChild && !guarded);
  const seesEmployment = sides.isEmployee && can(caller, 'employee.see', ties);
  const seesEnrolment = sides.isPupil && can(caller, 'pupil.see', ties);
  const employment = seesEmployment ? await employmentOf(tx, whose) : undefined;
  const categories = seesEmployment ? ((await categoriesOfPeople(tx, caller, [sides.id])).get(sides.id) ?? []) : [];
  const enrolment = seesEnrolment ? await enrolmentOf(tx, whose) : undefined;
  const outsider = sides.kinds.includes('outsider') ? await outsiderOf(tx, whose) : undefined;
  const representatives =
    seen.has('representatives') && (sides.isPupil || sides.underGuardianship)
      ? await representationsOf(tx, whose, 'child')
      : undefined;
  const represents = sides.kinds.includes('representative') ? childrenSeen : undefined;
  const participations = can(caller, 'participant.see', ties) ? await participationLines(tx, whose) : undefined;
  const ageSeen = seen.has('ageGroup') || seen.has('birthDate');
  return {
    id: sides.id,
    familyName: sides.familyName,
    givenName: sides.givenName,
    patronymic: sides.patronymic,
    fullName: printFullName(sides),
    shortName: printShortName(sides),
    kinds: [...sides.kinds],
    ...(seen.has('birthDate') ? { birthDate: sides.birthDate } : {}),
    ...(ageSeen ? { age: sides.birthDate && age(sides.birthDate, caller.today), minor: guarded } : {}),
    ...(seen.has('snils') ? { snils: sides.snils && printSnils(sides.snils as Snils) } : {}),
    ...(contacts ? { contacts: { email: sides.email, phone: sides.phone } } : {}),
    ...(ageSeen ? { underGuardianship: sides.underGuardianship, emancipation: emancipationOf(sides) } : {}),
    ...(employment
      ? {
          employee: {
            ...viewEmployment(caller, sides, employment, seen.has('personnelData')),
            categories: [...categories],
          },
        }
      : {}),
    ...(enrolment ? { pupil: viewEnrolment(caller, enrolment) } : {}),
    ...(outsider ? { outsider } : {}),
    ...(representatives
      ? { representatives: representatives.map((row) => viewRepresentation(caller, row, ties, true)) }
      : {}),
    ...(represents
      ? {
          represents: represents.map((row) =>
            viewRepresentation(caller, row, tiesToChildren.get(row.childId) ?? [], false),
          ),
        }
      : {}),
    ...(participations ? { participations } : {}),
    ...(can(caller, 'staff.invite') || can(caller, 'codes.give', ties) ? { account: await accountOf(tx, whose) } : {}),
    mergedInto: sides.mergedInto,
    blocked: sides.blocked,
    version: sides.version,
    may: mayOf(caller, sides, ties, throughChild),
  };
}

function emancipationOf({ emancipatedOn, emancipationDocument }: PersonSides) {
  return emancipatedOn && emancipationDocument ? { on: emancipatedOn, document: emancipationDocument } : null;
}

function viewEmployment(caller: Caller, sides: PersonSides, row: EmploymentRow, seesPersonnel: boolean) {
  const { personnelNumber, education, employedOn, ...shown } = row;
  const experience = row.teachingSince ? ({ kind: 'since', day: row.teachingSince } as const) : null;
  const isTeacher = experience !== null || row.subjects.length > 0;
  return {
    ...shown,
    experienceYears: experience && teachingYears(experience, caller.today),
    youngSpecialist: youngSpecialist({ isTeacher, experience, birthDate: sides.birthDate }, caller.today).young,
    ...(seesPersonnel ? { personnel: { personnelNumber, education, employedOn } } : {}),
  };
}

function viewEnrolment(caller: Caller, row: EnrolmentRow) {
  const now = row.places.find(
    ({ startedOn, endedOn }) => startedOn <= caller.today && (endedOn === null || endedOn >= caller.today),
  );
  return { ...row, class: now?.class ?? null };
}

function viewRepresentation(caller: Caller, row: RepresentationRow, ties: readonly Tie[], withContacts: boolean) {
  const lasts = row.endedOn === null || row.endedOn >= caller.today;
  const edits = can(caller, 'representative.edit', ties);
  return {
    id: row.id,
    person: {
      id: withContacts ? row.representativeId : row.childId,
      name: row.name,
      place: row.place,
      ...(withContacts ? { email: row.email, phone: row.phone } : {}),
    },
    kind: row.kind,
    document:
      row.documentKind === null ? null : { kind: row.documentKind, number: row.documentNumber, date: row.documentDate },
    verified: row.verifiedOn && row.verifiedBy ? { by: row.verifiedBy, on: row.verifiedOn } : null,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    objected: row.objectedOn && {
      on: row.objectedOn,
      note: row.objectionNote ?? '',
      settled: row.settledOn && { on: row.settledOn, publish: row.upheld !== true, decision: row.decision ?? '' },
    },
    may: {
      edit: edits && lasts && row.verifiedOn === null,
      verify: lasts && row.verifiedOn === null && can(caller, 'representative.verify', ties),
      end: edits && lasts,
      recordObjection: edits && lasts,
    },
  };
}

function mayOf(caller: Caller, sides: PersonSides, ties: readonly Tie[], throughChild: boolean): PersonCard['may'] {
  const open = sides.mergedInto === null && !sides.blocked;
  const pupil = open && sides.isPupil && can(caller, 'pupil.edit', ties);
  const employee = open && sides.isEmployee && can(caller, 'employee.edit', ties);
  return {
    edit: open && mayEditPerson(caller, sides, ties, throughChild),
    editEmployee: employee,
    editPersonnel: employee && can(caller, 'employee.seePersonnel', ties),
    dismiss:
      open && sides.isEmployee && sides.id !== caller.personId && can(caller, 'employee.edit', [...ties, 'employee']),
    editPupil: pupil,
    moveToClass: pupil,
    leave: pupil,
    recordEmancipation: pupil,
    addRepresentative: open && sides.isPupil && can(caller, 'representative.edit', ties),
    merge: open && can(caller, 'people.merge'),
    makeEmployee: open && !sides.isEmployee && can(caller, 'employee.edit'),
    makePupil: open && !sides.isPupil && can(caller, 'pupil.edit'),
  };
}
