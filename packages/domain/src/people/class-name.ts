/** A school class: year of study 1–11 and its letter or profile («А», «тех», `` when the year has one class). */
export type ClassName = { readonly grade: number; readonly letter: string };

export const FIRST_GRADE = 1;
export const LAST_GRADE = 11;
/** After it a pupil has basic general education and may leave or go on to the 10th (273-ФЗ art. 66). */
export const BASIC_GRADE = 9;
