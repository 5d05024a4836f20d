import { addDays, type PlainDate, plainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import type { Deps } from '../deps.ts';
import { addClass, setClassTeacher } from '../features/classes/classes.ts';
import { decideForm, seeForms } from '../features/mentoring-forms/forms.ts';
import { addPupil } from '../features/persons/pupils.ts';
import { addRepresentative, verifyRepresentation } from '../features/persons/representations.ts';
import { seeThemes } from '../features/requests/themes.ts';
import type { Caller } from '../platform/caller.ts';
import { type Writing, writing } from '../platform/db/transactions.ts';
import type { DemoClass, DemoPupil } from './demo-families.ts';
import type { DemoOrganization } from './demo-world.ts';
import type { Settled } from './live-demo-year.ts';
import { mentorStory } from './mentor-story.ts';
import { type Family, pupilStory, type Year } from './pupil-story.ts';

/** Opens an account for somebody without a post. */
export type AccountOpener = (tx: Writing, who: { personId: string; login: string; name: string }) => Promise<void>;

/**
 * Classes, families, nominations, consents and both banks, by the actions that people use, each on a day of this school
 * year up to today: what the demonstration shows has a history, and no rule was gone around.
 */
export async function liveDemoBanks(
  deps: Deps,
  organization: DemoOrganization,
  { tenantId, callers }: Settled,
  classes: readonly DemoClass[],
  openAccount: AccountOpener,
): Promise<void> {
  const curator = callers['curator']!;
  const schoolYear = schoolYearOf(curator.today);
  const { start } = schoolYearSpan(schoolYear);
  // From today's day each time: whoever already acts on an earlier day can be taken to a later one.
  const at = (caller: Caller, day: PlainDate) => onDay({ ...caller, today: curator.today, now: curator.now }, day);
  const on = (caller: Caller, days: number) => at(caller, addDays(start, days));
  await writing(deps.pool, { tenantId }, async (tx) => {
    await tx
      .updateTable('organizations')
      .set({ address: 'г. Приозёрск, ул. Школьная, д. 7', inn: '1100000000', ogrn: '1021100000000' })
      .where('tenant_id', '=', tenantId)
      .execute();
    const formId = await switchOn(tx, on(curator, 5), on(callers['director']!, 6));
    const themes = await seeThemes(tx, on(curator, 5));
    const year: Year = {
      callers,
      on,
      lately: (caller, days, notBefore) => {
        const [ago, earliest] = [addDays(curator.today, -days), addDays(start, notBefore)];
        return at(caller, ago < earliest ? earliest : ago);
      },
      formId,
      themeId: (name) => themes.find((theme) => theme.name === name)!.id,
      caller: (personId, name, roles) => ({ ...curator, userId: '', personId, name, roles }),
    };
    const mothers = new Map<string, string>();
    for (const each of classes) {
      const families = await settleClass(tx, { ...year, schoolYear, start }, each, mothers);
      for (const family of families) await pupilStory(tx, year, each, family);
      for (const { pupil, pupilId, motherId } of families) {
        const login = (end: string) => `${organization.key}.${end}`;
        if (pupil.login) await openAccount(tx, { personId: pupilId, login: login(pupil.login), name: pupil.name });
        if (pupil.motherLogin)
          await openAccount(tx, { personId: motherId, login: login(pupil.motherLogin), name: pupil.mother });
      }
    }
    await mentorStory(tx, year);
  });
}

/** The same person on an earlier day; never later than today. */
function onDay(caller: Caller, day: PlainDate): Caller {
  if (day >= caller.today) return caller;
  return { ...caller, today: day, now: new Date(`${day}T09:00:00Z`) };
}

/** A10: the director records which form the council has chosen. */
async function switchOn(tx: Writing, curator: Caller, director: Caller): Promise<string> {
  const forms = await seeForms(tx, curator);
  const { id } = forms.find((form) => form.name === 'ученик – ученик')!;
  const decidedOn = director.today;
  await decideForm(tx, director, id, { enabled: true, decidedOn, document: 'Протокол педсовета № 1', note: null });
  return id;
}

async function settleClass(
  tx: Writing,
  year: Year & { readonly schoolYear: number; readonly start: PlainDate },
  { grade, letter, teacher, pupils }: DemoClass,
  mothers: Map<string, string>,
): Promise<Family[]> {
  const { schoolYear, start } = year;
  const curator = year.on(year.callers['curator']!, 0);
  const classId = await addClass(tx, curator, { schoolYear, grade, letter });
  const { personId } = year.callers[teacher]!;
  await setClassTeacher(tx, curator, classId, {
    personId,
    startedOn: start,
    insteadOf: null,
    leavesOtherClasses: false,
  });
  const families: Family[] = [];
  for (const pupil of pupils) {
    const birthDate = plainDate(`${schoolYear - 6 - grade}-${pupil.born}`);
    const pupilId = await addPupil(tx, curator, {
      ...nameOf(pupil.name),
      email: null,
      phone: null,
      birthDate,
      snils: null,
      classId,
      studyForm: 'fullTime',
      enrolledOn: start,
      evenSo: true,
    });
    families.push({ pupil, pupilId, motherId: await settleMother(tx, curator, { pupil, pupilId }, mothers) });
  }
  return families;
}

async function settleMother(
  tx: Writing,
  curator: Caller,
  { pupil, pupilId }: { readonly pupil: DemoPupil; readonly pupilId: string },
  mothers: Map<string, string>,
): Promise<string> {
  const known = mothers.get(pupil.mother);
  const representation = await addRepresentative(tx, curator, pupilId, {
    who: known
      ? { is: 'known', personId: known }
      : { is: 'new', ...nameOf(pupil.mother), email: null, phone: null, birthDate: null, evenSo: true },
    kind: 'mother',
    document: { kind: 'свидетельство о рождении', number: `I-ЕА ${100_000 + mothers.size}`, date: null },
    startedOn: null,
  });
  await verifyRepresentation(tx, curator, representation);
  const { representative_id } = await tx
    .selectFrom('representations')
    .select('representative_id')
    .where('tenant_id', '=', curator.tenantId)
    .where('id', '=', representation)
    .executeTakeFirstOrThrow();
  mothers.set(pupil.mother, representative_id);
  return representative_id;
}

function nameOf(name: string) {
  const [familyName = '', givenName = '', patronymic = null] = name.split(' ');
  return { familyName, givenName, patronymic };
}
