import { DEFAULT_THEMES } from './request-themes.ts';

/** Which competences of the shipped catalogue answer a shipped theme. A school's own theme is compared by its words. */
const BY_THEME: Readonly<Record<string, readonly string[]>> = {
  'subject-help': ['humanities', 'mathematics', 'sciences', 'informatics', 'languages'],
  'learn-to-learn': ['time-planning'],
  exams: ['exam-preparation'],
  olympiads: ['olympiad-preparation'],
  motivation: ['communication', 'project-leading'],
  project: ['project-leading'],
  initiative: ['children-movement', 'volunteering', 'events'],
  profession: ['engineering', 'medicine', 'agriculture', 'service', 'public-service', 'enterprise'],
  'first-work': ['engineering', 'medicine', 'agriculture', 'service', 'public-service', 'enterprise'],
  'new-class': ['adaptation', 'communication'],
  friends: ['communication', 'conflicts'],
  confidence: ['communication', 'public-speaking'],
  language: ['russian-as-second', 'adaptation'],
  sport: ['sport'],
  arts: ['arts'],
  lesson: ['lesson-design', 'functional-literacy'],
  discipline: ['discipline', 'conflicts'],
  parents: ['parents'],
  documents: ['documents'],
  digital: ['digital-tools', 'informatics'],
  assessment: ['assessment'],
  'class-teaching': ['class-teaching', 'children-movement'],
  certification: ['certification'],
  contests: ['contests'],
  'new-post': ['documents', 'adaptation'],
  'school-life': ['adaptation'],
};

const IDS: ReadonlyMap<string, string> = new Map(DEFAULT_THEMES.map(({ id, name }) => [name.toLowerCase(), id]));

/** Competences (ids of the catalogue) that answer a theme known by its name; none for a theme of the school's own. */
export function competencesForTheme(name: string): readonly string[] {
  return BY_THEME[IDS.get(name.trim().toLowerCase()) ?? ''] ?? [];
}
