/** What a mentor can help with. The school edits the list; ids stay. */
export type Competence = { readonly id: string; readonly name: string; readonly group: CompetenceGroup };

export type CompetenceGroup = 'teaching' | 'upbringing' | 'organising' | 'subject' | 'profession' | 'personal';

const of = (group: CompetenceGroup, ...pairs: readonly (readonly [id: string, name: string])[]): Competence[] =>
  pairs.map(([id, name]) => ({ id, name, group }));

/** What the catalogue begins with: our own wording, so that it answers the themes of requests. */
export const DEFAULT_COMPETENCES: readonly Competence[] = [
  ...of(
    'teaching',
    ['lesson-design', 'Построение урока'],
    ['assessment', 'Оценивание'],
    ['digital-tools', 'Цифровые средства'],
    ['functional-literacy', 'Функциональная грамотность'],
    ['exam-preparation', 'Подготовка к экзаменам'],
    ['olympiad-preparation', 'Подготовка к олимпиадам'],
    ['project-leading', 'Руководство проектами'],
  ),
  ...of(
    'upbringing',
    ['class-teaching', 'Классное руководство'],
    ['discipline', 'Дисциплина и работа с классом'],
    ['parents', 'Работа с родителями'],
    ['conflicts', 'Разрешение конфликтов'],
    ['children-movement', 'Детские объединения и самоуправление'],
  ),
  ...of(
    'organising',
    ['documents', 'Программы, журнал, документы'],
    ['certification', 'Аттестация'],
    ['contests', 'Конкурсы и публикации'],
    ['events', 'Проведение мероприятий'],
  ),
  ...of(
    'subject',
    ['humanities', 'Гуманитарные предметы'],
    ['mathematics', 'Математика'],
    ['sciences', 'Естественные науки'],
    ['informatics', 'Информатика и программирование'],
    ['languages', 'Иностранные языки'],
    ['russian-as-second', 'Русский язык для неродного'],
    ['arts', 'Искусство и технология'],
    ['sport', 'Спорт'],
  ),
  ...of(
    'profession',
    ['engineering', 'Инженерное дело'],
    ['medicine', 'Медицина'],
    ['agriculture', 'Сельское хозяйство'],
    ['service', 'Сфера услуг'],
    ['public-service', 'Государственная служба'],
    ['enterprise', 'Предпринимательство'],
  ),
  ...of(
    'personal',
    ['communication', 'Общение и уверенность'],
    ['time-planning', 'Планирование времени'],
    ['public-speaking', 'Публичные выступления'],
    ['adaptation', 'Привыкание к новому месту'],
    ['volunteering', 'Волонтёрство'],
  ),
];

export type CompetenceIssue = 'competence.id' | 'competence.id-taken' | 'competence.name' | 'competence.name-taken';

/** What is wrong with a competence that the school adds. */
export function competenceIssues(added: Competence, others: readonly Competence[]): readonly CompetenceIssue[] {
  const issues: CompetenceIssue[] = [];
  const name = added.name.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(added.id)) issues.push('competence.id');
  if (others.some(({ id }) => id === added.id)) issues.push('competence.id-taken');
  if (name === '' || name.length > 120) issues.push('competence.name');
  if (others.some((other) => other.name.trim().toLowerCase() === name)) issues.push('competence.name-taken');
  return issues;
}
