/** For whom a theme is offered: pupils and students, teachers, or both. */
export type ThemeAudience = 'pupil' | 'teacher';

/** A theme of requests. The school edits the list; what it switches off stays for the requests that have it. */
export type RequestTheme = {
  readonly id: string;
  readonly name: string;
  readonly audience: readonly ThemeAudience[];
  /** The area of DOC-21 (2) that it belongs to. */
  readonly area: 'learning' | 'project' | 'career' | 'adaptation' | 'creative' | 'professional';
};

const theme = (
  id: string,
  name: string,
  area: RequestTheme['area'],
  ...audience: readonly ThemeAudience[]
): RequestTheme => ({ id, name, area, audience });

/** What the catalogue begins with: our own wording, after the areas of DOC-21. Nothing in it tells about health (RULE-11). */
export const DEFAULT_THEMES: readonly RequestTheme[] = [
  theme('subject-help', 'Помощь по предмету', 'learning', 'pupil'),
  theme('learn-to-learn', 'Умение учиться и планировать время', 'learning', 'pupil'),
  theme('exams', 'Подготовка к экзаменам', 'learning', 'pupil'),
  theme('olympiads', 'Подготовка к олимпиадам', 'learning', 'pupil'),
  theme('motivation', 'Интерес к учёбе', 'learning', 'pupil'),
  theme('project', 'Учебный или исследовательский проект', 'project', 'pupil'),
  theme('initiative', 'Своя инициатива, волонтёрство, самоуправление', 'project', 'pupil'),
  theme('profession', 'Выбор профессии и места учёбы', 'career', 'pupil'),
  theme('first-work', 'Знакомство с предприятием, первая практика', 'career', 'pupil'),
  theme('new-class', 'Привыкание к новому классу или школе', 'adaptation', 'pupil'),
  theme('friends', 'Общение со сверстниками', 'adaptation', 'pupil'),
  theme('confidence', 'Уверенность в себе, выступления', 'adaptation', 'pupil'),
  theme('language', 'Русский язык и жизнь в новой среде', 'adaptation', 'pupil'),
  theme('sport', 'Спорт', 'creative', 'pupil'),
  theme('arts', 'Творчество', 'creative', 'pupil'),
  theme('lesson', 'Построение современного урока', 'professional', 'teacher'),
  theme('discipline', 'Дисциплина и работа с классом', 'professional', 'teacher'),
  theme('parents', 'Общение с родителями', 'professional', 'teacher'),
  theme('documents', 'Рабочие программы, журнал, документы', 'professional', 'teacher'),
  theme('digital', 'Цифровые средства', 'professional', 'teacher'),
  theme('assessment', 'Оценивание и работа с результатами', 'professional', 'teacher'),
  theme('class-teaching', 'Классное руководство', 'professional', 'teacher'),
  theme('certification', 'Подготовка к аттестации', 'professional', 'teacher'),
  theme('contests', 'Профессиональные конкурсы и публикации', 'professional', 'teacher'),
  theme('new-post', 'Вхождение в новую должность', 'professional', 'teacher'),
  theme('school-life', 'Знакомство со школой и её порядками', 'adaptation', 'teacher'),
];

export type ThemeIssue =
  | { readonly code: 'theme.id' }
  | { readonly code: 'theme.id-taken' }
  | { readonly code: 'theme.name' }
  | { readonly code: 'theme.name-taken' }
  | { readonly code: 'theme.audience' };

/** What is wrong with a theme that the school adds. */
export function themeIssues(added: RequestTheme, others: readonly RequestTheme[]): readonly ThemeIssue[] {
  const issues: ThemeIssue[] = [];
  const name = added.name.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(added.id)) issues.push({ code: 'theme.id' });
  if (others.some(({ id }) => id === added.id)) issues.push({ code: 'theme.id-taken' });
  if (name === '' || name.length > 120) issues.push({ code: 'theme.name' });
  if (others.some((other) => other.name.trim().toLowerCase() === name)) issues.push({ code: 'theme.name-taken' });
  if (added.audience.length === 0) issues.push({ code: 'theme.audience' });
  return issues;
}

/** A theme is offered to those it is meant for: a child is not asked about certification. Students are asked what pupils are. */
export function themeSuits(audience: string, standing: string): boolean {
  if (audience === 'any' || !['pupil', 'employee', 'student'].includes(standing)) return true;
  return audience === standing || (audience === 'pupil' && standing === 'student');
}
