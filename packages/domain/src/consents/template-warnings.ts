import type { ConsentTemplate, TemplateFault } from './consent-template.ts';

/** A promise that nobody else sees the data, which no school can keep. */
const ONLY_THEY = /(?:больше\s+никто|никто\s+(?:больше|другой|кроме))/iu;

/**
 * RULE-10: what whoever looks after the texts is told, though the template may be used: a wording a school has had for
 * long is not taken out of use by a newer programme.
 */
export function templateWarnings({ summary }: ConsentTemplate): readonly TemplateFault[] {
  const found = ONLY_THEY.exec(summary)?.[0];
  return found ? [{ code: 'template.nobody-else', field: 'summary', found }] : [];
}
