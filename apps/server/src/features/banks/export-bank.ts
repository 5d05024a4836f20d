import type { exportBankBody } from '@nastavnik/contracts/banks';
import { DEFAULT_COMPETENCES } from '@nastavnik/domain/participants/competences';
import { isKnownCategory } from '@nastavnik/domain/people/teacher-categories';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { idsOf, type MenteeRow, type MentorRow, menteeRows, mentorRows } from './bank.queries.ts';
import { recordHandingOut } from './hand-out.ts';
import { requestLists } from './request-lists.ts';

type Body = z.infer<typeof exportBankBody>;
type Column = Body['columns'][number];

/** The most that one file holds: a bigger list is no working paper. */
const MOST = 5000;
const COMPETENCES = new Map(DEFAULT_COMPETENCES.map(({ id, name }) => [id, name]));

const TITLES: Record<Column, string> = {
  name: 'Фамилия, имя, отчество',
  place: 'Класс или должность',
  age: 'Возраст',
  categories: 'Категория',
  form: 'Форма наставничества',
  state: 'Шаг',
  since: 'С какого дня',
  themes: 'Запросы',
  requestList: 'Перечень запросов',
  answeredBy: 'Кто может помочь',
  confirmed: 'Подтверждён в этом году',
  recommended: 'Рекомендован советом',
  answers: 'На какие запросы отобран',
  urgency: 'Срочность',
  consents: 'Согласия',
  competences: 'В чём поможет',
  capacity: 'Сколько наставляемых',
  accepting: 'Принимает новых',
  trained: 'Обучение пройдено',
  cleared: 'Справка проверена',
};
const STATES: Record<MenteeRow['state'], string> = {
  nominated: 'предложен',
  invited: 'приглашён',
  consentPending: 'собираем согласия',
  inBank: 'в банке',
  selected: 'отобран',
  assigned: 'закреплён',
  active: 'в паре',
  completed: 'завершил',
  waiting: 'ждёт пару',
  refused: 'отказался',
  rejected: 'не отобран',
  withdrawn: 'вышел',
  suspended: 'приостановлен',
  excluded: 'исключён',
};
const CATEGORIES = {
  youngSpecialist: 'молодой специалист',
  newlyHired: 'педагог со стажем, новый в организации',
  newPost: 'вступающий в новую должность',
  withDifficulties: '',
} as const;
const URGENCY = { urgent: 'срочно', soon: 'скоро', calm: 'не срочно' } as const;
const CONSENTS = { complete: 'собраны', partial: 'не все', none: 'нет' } as const;

/** The rows of a file and the note of whom it tells; the file itself is drawn outside the transaction. */
export async function exportBank(tx: Writing, caller: Caller, body: Body) {
  permit(caller, 'bank.export');
  const wanted = await idsOf(tx, caller, body.role, body.filter, MOST + 1, body.ids);
  if (wanted.length > MOST) throw new Refusal('export.too-many', { most: MOST });
  if (wanted.length === 0) throw new Refusal('export.nothing');
  const rows: (MenteeRow | MentorRow)[] =
    body.role === 'mentee' ? await menteeRows(tx, caller, wanted) : await mentorRows(tx, caller, wanted);
  await recordHandingOut(tx, caller, {
    kind: 'bank',
    purpose: body.purpose,
    personIds: rows.map((row) => row.person.id),
  });
  for (const row of rows) {
    if (row.person.standing === 'pupil' || (row.person.age ?? 18) < 18)
      await recordCardView(tx, caller, row.person.id, 'export');
  }
  const lists = body.columns.includes('requestList') ? await requestLists(tx, caller.tenantId, wanted) : new Map();
  return {
    title: body.role === 'mentee' ? 'Банк наставляемых' : 'Банк наставников',
    columns: body.columns.map((column) => ({ title: TITLES[column] })),
    rows: rows.map((row) =>
      body.columns.map((column) => (column === 'requestList' ? (lists.get(row.id) ?? '') : cellOf(row, column))),
    ),
  };
}

const figures = (day: string) => day.split('-').toReversed().join('.');

function cellOf(row: MenteeRow | MentorRow, column: Column): string {
  switch (column) {
    case 'name':
      return row.person.name;
    case 'place':
      return row.person.place ?? '';
    case 'age':
      return row.person.age === null ? '' : String(row.person.age);
    case 'form':
      return row.form ?? '';
    case 'state':
      return STATES[row.state];
    case 'since':
      return figures(row.since);
    case 'confirmed':
      return row.confirmedOn ? figures(row.confirmedOn) : 'нет';
    case 'consents':
      return CONSENTS[row.consents];
    default:
      return 'themes' in row ? ofMentee(row, column) : ofMentor(row, column);
  }
}

function ofMentee(row: MenteeRow, column: Column): string {
  if (column === 'categories') return row.categories.flatMap(categoryWords).join('; ');
  if (column === 'themes') return row.themes.join('; ');
  if (column === 'answeredBy') return row.answeredBy?.join('; ') ?? '';
  return column === 'urgency' && row.urgency ? URGENCY[row.urgency] : '';
}

/** Whoever struggles does not leave the school with a name (glossary 47). */
function categoryWords(category: string): string[] {
  if (category === 'withDifficulties') return [];
  return [isKnownCategory(category) ? CATEGORIES[category] : category];
}

function ofMentor(row: MentorRow, column: Column): string {
  const yes = (value: boolean) => (value ? 'да' : 'нет');
  switch (column) {
    case 'competences':
      return row.competences.map((id) => COMPETENCES.get(id) ?? id).join('; ');
    case 'capacity':
      return String(row.capacity);
    case 'accepting':
      return yes(row.accepting);
    case 'trained':
      return yes(row.trained);
    case 'cleared':
      return yes(row.cleared);
    case 'recommended':
      return yes(row.recommended);
    case 'answers':
      return row.answers?.join('; ') ?? '';
    default:
      return '';
  }
}
