import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { type CategoryFacts, isKnownCategory, teacherCategories } from './teacher-categories.ts';
import { TEACHER_MENTEE_CATEGORIES } from './teacher-facts.ts';

const TODAY = plainDate('2026-10-20');
const since = (day: string) => ({ kind: 'since', day: plainDate(day) }) as const;
const post = (title: string, startedOn: string | null, endedOn: string | null = null) => ({
  title,
  startedOn: startedOn === null ? null : plainDate(startedOn),
  endedOn: endedOn === null ? null : plainDate(endedOn),
});
const teacher = (more: Partial<CategoryFacts> = {}): CategoryFacts => ({
  isTeacher: true,
  experience: since('2010-09-01'),
  birthDate: null,
  employedOn: plainDate('2012-09-01'),
  posts: [post('Учитель', '2012-09-01')],
  marked: [],
  ...more,
});
const of = (more: Partial<CategoryFacts>) => teacherCategories(teacher(more), TODAY);

describe('the category of a teacher', () => {
  test('is a young specialist by experience, with the years', () => {
    expect(of({ experience: since('2024-09-01') })).toEqual([{ category: 'youngSpecialist', by: 'rule', years: 2 }]);
  });

  test('is new in the school for the first year, if the teacher is experienced', () => {
    expect(of({ employedOn: plainDate('2026-09-01'), posts: [post('Учитель', '2026-09-01')] })).toEqual([
      { category: 'newlyHired', by: 'rule', years: 16 },
    ]);
    expect(of({ employedOn: plainDate('2025-10-20') })).toEqual([]);
    expect(of({ employedOn: plainDate('2026-09-01'), experience: since('2025-09-01') })).toMatchObject([
      { category: 'youngSpecialist' },
    ]);
  });

  test('is new in a post for the first year, if the person was here before it', () => {
    const became = [post('Учитель', '2012-09-01', '2026-08-31'), post('Заместитель директора', '2026-09-01')];
    expect(of({ posts: became })).toEqual([{ category: 'newPost', by: 'rule', post: 'Заместитель директора' }]);
    expect(of({ posts: [post('Заместитель директора', '2025-09-01')] })).toEqual([]);
    expect(of({ posts: [post('Методист', '2026-09-01', '2026-09-30')] })).toEqual([]);
  });

  test('is marked where no rule can tell, the school’s own words last', () => {
    expect(of({ marked: ['Вышел из отпуска', 'withDifficulties'] })).toEqual([
      { category: 'withDifficulties', by: 'mark' },
      { category: 'Вышел из отпуска', by: 'mark' },
    ]);
  });

  test('stands once, and what the rule says goes before the mark', () => {
    const days = fc.option(fc.integer({ min: -4000, max: 30 }).map((days) => addDays(TODAY, days)));
    const facts = fc.record({
      isTeacher: fc.boolean(),
      experience: fc.option(days.filter((day) => day !== null).map((day) => ({ kind: 'since', day: day! }) as const)),
      birthDate: fc.constant(null),
      employedOn: days,
      posts: fc.array(fc.record({ title: fc.constant('Учитель'), startedOn: days, endedOn: days }), { maxLength: 3 }),
      marked: fc.array(fc.constantFrom(...TEACHER_MENTEE_CATEGORIES, 'Свой'), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(facts, (each) => {
        const found = teacherCategories(each, TODAY);
        expect(new Set(found.map(({ category }) => category)).size).toBe(found.length);
        for (const marked of each.marked) expect(found.some(({ category }) => category === marked)).toBe(true);
        expect(found.every(({ category, by }) => by === 'mark' || isKnownCategory(category))).toBe(true);
      }),
    );
  });
});
