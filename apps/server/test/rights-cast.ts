import type { Role } from '@nastavnik/domain/access/roles';
import type { PersonSeed } from './school.ts';

/** One person for each role of LIFECYCLE §1, and nothing beside it. */
export const ASKERS = [
  'administrator',
  'director',
  'deputy',
  'curator',
  'group',
  'head',
  'teacher',
  'psychologist',
  'personnel',
  'mentor',
  'mentee',
  'parent',
  'editor',
  'partner',
  'officer',
  'municipal',
  'regional',
  'staff',
] as const;
export type Asker = (typeof ASKERS)[number];

/** What is held by a role; the others are what the world makes of them: class teacher, head, mentor, mentee, parent. */
const HELD: Record<Asker, readonly Role[]> = {
  administrator: ['systemAdministrator'],
  director: ['director'],
  deputy: ['deputyDirector'],
  curator: ['curator'],
  group: ['workingGroupMember'],
  head: [],
  teacher: [],
  psychologist: ['psychologist'],
  personnel: ['personnelOfficer'],
  mentor: [],
  mentee: [],
  parent: [],
  editor: ['siteEditor'],
  partner: ['partnerRepresentative'],
  officer: ['dataProtectionOfficer'],
  municipal: ['municipalCoordinator'],
  regional: ['regionalCoordinator'],
  staff: ['staff'],
};

const NAMES: Record<Asker, string> = {
  administrator: 'Котова Нина Ильинична',
  director: 'Бережной Олег Павлович',
  deputy: 'Рябинин Семён Ильич',
  curator: 'Лугова Ирина Юрьевна',
  group: 'Полянская Юлия Олеговна',
  head: 'Каменева Вера Львовна',
  teacher: 'Ольхова Дина Марковна',
  psychologist: 'Тихонова Яна Игоревна',
  personnel: 'Папкина Рита Семёновна',
  mentor: 'Дубов Егор Ильич',
  mentee: 'Лосева Мария Ильинична',
  parent: 'Лосева Анна Петровна',
  editor: 'Строкова Инна Глебовна',
  partner: 'Станков Лев Борисович',
  officer: 'Ильина Зоя Фёдоровна',
  municipal: 'Серова Мария Львовна',
  regional: 'Краева Алла Денисовна',
  staff: 'Перова Анна Сергеевна',
};

const POSTS: Partial<Record<Asker, string>> = { director: 'Директор', staff: 'Учитель математики', mentor: 'Учитель' };

/** The cast, and somebody who holds every role at once: if even such a person of another school comes to nothing… */
export const CAST: Readonly<Record<Asker | 'everything', PersonSeed>> = {
  ...(Object.fromEntries(
    ASKERS.map((asker) => [
      asker,
      { name: NAMES[asker], roles: HELD[asker], ...(POSTS[asker] ? { post: POSTS[asker] } : {}) },
    ]),
  ) as Record<Asker, PersonSeed>),
  everything: {
    name: 'Всемогущев Пан Панович',
    roles: [...new Set(Object.values(HELD).flat()), 'classTeacher', 'methodAssociationHead', 'legalRepresentative'],
  },
};

/** No employees: their place is elsewhere. */
export const GUESTS: readonly Asker[] = ['mentee', 'parent', 'partner'];
