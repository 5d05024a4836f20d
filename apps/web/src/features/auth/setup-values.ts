import type { OrganizationKind, SetupBody } from '@nastavnik/contracts/session';
import { TIME_ZONES } from '../../lib/dates/time-zones.ts';

/** The second languages offered for a name, by ISO 639. */
export const SECOND_LANGUAGES = [
  'kv',
  'tt',
  'ba',
  'cv',
  'udm',
  'mhr',
  'os',
  'ce',
  'bua',
  'sah',
  'tyv',
  'kjh',
  'kbd',
] as const;

/** The zone of this computer when it is one of ours: the school sits where its computers sit. */
export function likelyTimeZone(): string {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return TIME_ZONES.find((zone) => zone === here) ?? 'Europe/Moscow';
}

export const emptySetup = {
  organization: {
    kind: 'school' as OrganizationKind,
    fullName: '',
    shortName: '',
    hasSecond: false,
    secondName: '',
    secondLanguage: 'kv',
    municipality: '',
    timeZone: likelyTimeZone(),
  },
  administrator: {
    familyName: '',
    givenName: '',
    patronymic: '',
    post: '',
    login: '',
    email: '',
    password: '',
    curator: true,
    director: false,
  },
};
export type SetupValues = typeof emptySetup;

/** What is typed, as the server takes it: what is left empty is null. */
export function setupOf({ organization, administrator }: SetupValues): SetupBody {
  const { hasSecond, secondName, secondLanguage, ...names } = organization;
  const { curator, director, ...person } = administrator;
  return {
    organization: {
      ...names,
      secondName: hasSecond ? secondName : null,
      secondLanguage: hasSecond ? secondLanguage : null,
    },
    administrator: {
      ...person,
      login: person.login.trim(),
      patronymic: person.patronymic.trim() || null,
      email: person.email.trim() || null,
      alsoRoles: [...(curator ? (['curator'] as const) : []), ...(director ? (['director'] as const) : [])],
    },
  };
}
