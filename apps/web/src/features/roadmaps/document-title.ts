const TITLES: Readonly<Record<string, string>> = {
  'student-7': 'Дорожная карта внедрения целевой модели наставничества обучающихся',
  'teacher-7': 'Дорожная карта внедрения системы наставничества педагогических работников',
  'teacher-8': 'Дорожная карта внедрения системы наставничества педагогических работников',
};

/** The title a plan from this template begins with: it goes to the head of an official document, so it is Russian. */
export function documentTitle(template: string): string {
  return TITLES[template] ?? 'Дорожная карта наставничества';
}
