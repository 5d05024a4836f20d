import type { PaperMarks } from '@nastavnik/contracts/consents';
import type { ConsentTemplate, DisseminationChoice } from '@nastavnik/domain/consents/consent-template';
import { Refusal } from '../../platform/refusal.ts';
import type { StoredConsent } from './consent.queries.ts';
import { demandKnownChoices, demandRequired, knownTicks } from './sign-consent.ts';

/** What whoever files a paper has read off its boxes; undefined: nobody has looked. */
export type MarksOnPaper = {
  readonly purposes?: PaperMarks | undefined;
  /** DOC-15: what may stand where. */
  readonly choices?: readonly DisseminationChoice[] | undefined;
};

/** Ticked lines in the order of the document; `choices` null: the document has no such boxes. */
export type MarksRead = { readonly ticks: string[]; readonly choices: readonly DisseminationChoice[] | null };

/**
 * RULE-20: silence is never consent, so a paper that nobody has read is not filed.
 * @throws consent.marks-unread, consent.nothing-chosen, consent.purposes-missing, consent.choice-unknown
 */
export function marksRead(template: ConsentTemplate, stored: StoredConsent, paper: MarksOnPaper): MarksRead {
  const ticks = knownTicks(template, saidOf(template, paper.purposes));
  demandRequired(template, ticks);
  if (template.kind !== 'dissemination') return { ticks, choices: null };
  if (paper.choices === undefined) throw new Refusal('consent.marks-unread');
  demandKnownChoices(template, paper.choices);
  const choices =
    stored.consent.state === 'partiallySigned' ? inBoth(stored.choices, paper.choices) : [...paper.choices];
  // A signature under an empty matrix allows nothing, and must not be counted as a consent to publish.
  if (choices.length === 0) throw new Refusal('consent.nothing-chosen');
  return { ticks, choices };
}

function saidOf({ purposes }: ConsentTemplate, said: PaperMarks | undefined): readonly string[] {
  if (said === undefined) throw new Refusal('consent.marks-unread');
  if (said === 'all') return purposes.map(({ code }) => code);
  return said === 'required' ? purposes.filter(({ required }) => required).map(({ code }) => code) : said;
}

/** Two papers of two signers: what both have ticked, under the conditions of both. */
function inBoth(one: readonly DisseminationChoice[], other: readonly DisseminationChoice[]): DisseminationChoice[] {
  return one.flatMap((mine) => {
    const theirs = other.find(({ item, resourceId }) => item === mine.item && resourceId === mine.resourceId);
    if (!theirs) return [];
    const conditions = new Set([mine.condition, theirs.condition].filter((each) => each !== null));
    return [{ ...mine, condition: conditions.size === 0 ? null : [...conditions].join('; ') }];
  });
}
