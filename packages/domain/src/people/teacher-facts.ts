/** Qualification of a teacher as staff lists have it. The last two are voluntary and stand beside the highest one (order № 196). */
export const QUALIFICATION_CATEGORIES = ['highest', 'first', 'conformity', 'none'] as const;
export type QualificationCategory = (typeof QUALIFICATION_CATEGORIES)[number];

export const EXTRA_CATEGORIES = ['mentorTeacher', 'methodologistTeacher'] as const;
export type ExtraCategory = (typeof EXTRA_CATEGORIES)[number];

/**
 * ACTIVITIES PB1, and glossary 47 for the last one, which is sensitive: it is never published and never leaves the
 * school with a name.
 */
export const TEACHER_MENTEE_CATEGORIES = ['youngSpecialist', 'newlyHired', 'newPost', 'withDifficulties'] as const;
export type TeacherMenteeCategory = (typeof TEACHER_MENTEE_CATEGORIES)[number];

/**
 * Forms of study (273-ФЗ art. 17). Teaching at home is not among them: it is given on a doctor's paper and would tell
 * about health (RULE-11).
 */
export const STUDY_FORMS = ['fullTime', 'mixed', 'extramural', 'family', 'selfEducation'] as const;
export type StudyForm = (typeof STUDY_FORMS)[number];
