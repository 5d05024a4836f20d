import type { Asker } from './rights-cast.ts';
import { CLASSMATE, MARKS, OTHERS } from './rights-world.ts';

type Mark = { readonly word: string; readonly what: string; readonly read: readonly Asker[] };

const OFFICE = ['curator', 'deputy', 'director'] as const;

/**
 * Words that stand in the records of the world, and who may read them anywhere: PRIVACY §3, RULE-25, RULE-43, RULE-46. An
 * answer that shows one to anybody else is a leak, whatever its status.
 */
const READERS: readonly Mark[] = [
  { word: OTHERS[0], what: 'the pupil of another class', read: [...OFFICE, 'group', 'officer'] },
  { word: OTHERS[1], what: 'the mother of the pupil of another class', read: [...OFFICE, 'group', 'officer'] },
  { word: CLASSMATE, what: 'a pupil of the own class', read: [...OFFICE, 'group', 'officer', 'teacher'] },
  // The officer and the deputy read them in the consent itself, as the paper names them.
  {
    word: MARKS.phoneOfMinor,
    what: 'the contacts of a minor',
    read: ['curator', 'deputy', 'officer', 'teacher', 'mentee', 'parent'],
  },
  {
    word: MARKS.passportOfMinor,
    what: 'the identity document',
    read: ['officer', 'curator', 'deputy', 'teacher', 'mentee', 'parent'],
  },
  {
    word: MARKS.authorityPaper,
    what: 'the proof of authority of a representative',
    read: ['curator', 'deputy', 'officer', 'teacher', 'mentee', 'parent'],
  },
  { word: MARKS.certificate, what: 'the certificate behind the clearance flag', read: ['personnel'] },
  { word: MARKS.personnelNumber, what: 'personnel data', read: ['personnel', 'director', 'mentor'] },
  {
    word: MARKS.support,
    what: 'the recommendation of special support',
    read: ['curator', 'psychologist', 'teacher', 'mentee', 'parent'],
  },
];

/** Which of these words this asker reads in the answer without the right to. */
export function leaksIn(text: string, who: string): string[] {
  return READERS.filter(({ word, read }) => text.includes(word) && !(read as readonly string[]).includes(who)).map(
    ({ what }) => what,
  );
}
