import type { PlainDate } from '../calendar/plain-date.ts';
import { age } from './age.ts';
import { TEACHER_MENTEE_CATEGORIES, type TeacherMenteeCategory } from './teacher-facts.ts';
import { type TeacherFacts, teachingYears, YOUNG_SPECIALIST_RULE, youngSpecialist } from './young-specialist.ts';

export type CategoryFacts = TeacherFacts & {
  readonly employedOn: PlainDate | null;
  readonly posts: readonly {
    readonly title: string;
    readonly startedOn: PlainDate | null;
    readonly endedOn: PlainDate | null;
  }[];
  /** What somebody has marked: ids of categories, or the school's own words. */
  readonly marked: readonly string[];
};

/** Why somebody is of a category: the rule says so with the figure it rests on, or a person has marked it. */
export type TeacherCategory =
  | { readonly category: 'youngSpecialist'; readonly by: 'rule'; readonly years: number }
  | { readonly category: 'newlyHired'; readonly by: 'rule'; readonly years: number }
  | { readonly category: 'newPost'; readonly by: 'rule'; readonly post: string }
  | { readonly category: string; readonly by: 'mark' };

/**
 * ACTIVITIES PB1, each category once. New in the school, and new in a post, one is for the first full year; who is new in
 * the school is a teacher of experience, since the young specialist is a category of its own. Difficulties are told by
 * nobody's rule: somebody marks them.
 */
export function teacherCategories(facts: CategoryFacts, on: PlainDate): TeacherCategory[] {
  const ruled = [young(facts, on), newlyHired(facts, on), newPost(facts, on)].filter((each) => each !== undefined);
  const known = new Set(ruled.map(({ category }): string => category));
  return [
    ...ruled,
    ...[...new Set(facts.marked)]
      .filter((category) => !known.has(category))
      .toSorted(inOrder)
      .map((category) => ({ category, by: 'mark' as const })),
  ];
}

/** One of the four, or the school's own words. */
export function isKnownCategory(category: string): category is TeacherMenteeCategory {
  return (TEACHER_MENTEE_CATEGORIES as readonly string[]).includes(category);
}

function young(facts: CategoryFacts, on: PlainDate): TeacherCategory | undefined {
  const found = youngSpecialist(facts, on);
  return found.young ? { category: 'youngSpecialist', by: 'rule', years: found.years } : undefined;
}

function newlyHired({ isTeacher, experience, employedOn }: CategoryFacts, on: PlainDate): TeacherCategory | undefined {
  if (!isTeacher || experience === null || !isFirstYear(employedOn, on)) return undefined;
  const years = teachingYears(experience, on);
  return years > YOUNG_SPECIALIST_RULE.atMostYears ? { category: 'newlyHired', by: 'rule', years } : undefined;
}

/** A post that began within the year, of somebody who was here before it. */
function newPost({ employedOn, posts }: CategoryFacts, on: PlainDate): TeacherCategory | undefined {
  const post = posts.find(
    ({ startedOn, endedOn }) =>
      isFirstYear(startedOn, on) &&
      (endedOn === null || endedOn >= on) &&
      ((employedOn !== null && employedOn < startedOn!) ||
        posts.some((other) => other.startedOn === null || other.startedOn < startedOn!)),
  );
  return post && { category: 'newPost', by: 'rule', post: post.title };
}

function isFirstYear(since: PlainDate | null, on: PlainDate): boolean {
  return since !== null && since <= on && age(since, on) < 1;
}

/** The four in their order, then the school's own by the alphabet. */
function inOrder(one: string, other: string): number {
  const place = (category: string) => {
    const at = (TEACHER_MENTEE_CATEGORIES as readonly string[]).indexOf(category);
    return at === -1 ? TEACHER_MENTEE_CATEGORIES.length : at;
  };
  return place(one) - place(other) || (one < other ? -1 : 1);
}
