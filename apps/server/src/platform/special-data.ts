import { specialDataWarning } from '@nastavnik/domain/participants/special-data';
import { Refusal } from './refusal.ts';

/**
 * RULE-11: a free text about a person that smells of health, faith or convictions is refused until its writer has read why
 * and says that there is none (`evenSo`). @throws text.special-data with the words found
 */
export function demandNoSpecialData(texts: readonly (string | null | undefined)[], evenSo: boolean): void {
  if (evenSo) return;
  const words = specialDataWarning(texts.filter(Boolean).join('\n')).map(({ word }) => word);
  if (words.length > 0) throw new Refusal('text.special-data', { words });
}
