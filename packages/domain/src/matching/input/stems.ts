import type { Snapshot } from './snapshot.ts';

/** Endings of Russian nouns, adjectives, verbs and participles, longest first; enough to bring forms of a word together. */
const ENDINGS = [
  'ировать',
  'овать',
  'иями',
  'ями',
  'ами',
  'ого',
  'его',
  'ому',
  'ему',
  'ыми',
  'ими',
  'ать',
  'ять',
  'ить',
  'еть',
  'ешь',
  'ишь',
  'ает',
  'яет',
  'ует',
  'ией',
  'иях',
  'ям',
  'ам',
  'ах',
  'ях',
  'ов',
  'ев',
  'ей',
  'ой',
  'ий',
  'ый',
  'ая',
  'яя',
  'ое',
  'ее',
  'ые',
  'ие',
  'ом',
  'ем',
  'ым',
  'им',
  'ых',
  'их',
  'ую',
  'юю',
  'ия',
  'ию',
  'ии',
  'ет',
  'ит',
  'ут',
  'ют',
  'ат',
  'ят',
  'ть',
  'ся',
  'а',
  'я',
  'о',
  'е',
  'ы',
  'и',
  'у',
  'ю',
  'ь',
  'й',
]; // prettier-ignore
const LEAST_LETTERS = 3;
const EMPTY_WORDS = new Set([
  'для',
  'или',
  'что',
  'как',
  'при',
  'мне',
  'меня',
  'мой',
  'хочу',
  'хотел',
  'хотела',
  'нужно',
  'чтобы',
  'the',
  'and',
]);

/** The stems of a text: lower case, ё as е, without short and empty words and without endings. */
export function stemsOf(text: string | undefined): Set<string> {
  const stems = new Set<string>();
  for (const word of (text ?? '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)) {
    if (word.length >= LEAST_LETTERS && !EMPTY_WORDS.has(word)) stems.add(stem(word));
  }
  return stems;
}

function stem(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= LEAST_LETTERS);
  return ending ? word.slice(0, -ending.length) : word;
}

/**
 * Rare stems say more: the weight of a stem is 1 + the whole part of log2(texts / texts with the stem),
 * counted in integers, so that every machine gets the same.
 */
export function stemWeights(snapshot: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  let texts = 0;
  for (const { text } of [...snapshot.mentors, ...snapshot.requests]) {
    const stems = stemsOf(text);
    if (stems.size > 0) texts++;
    for (const one of stems) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return new Map([...counts].map(([one, count]) => [one, 32 - Math.clz32(Math.floor(texts / count))]));
}
