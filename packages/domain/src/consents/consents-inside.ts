import type { ConsentKind } from './consent-kinds.ts';

/** Who says so gives a consent. */
const AGREE = String.raw`(?:соглас(?:ен|на|ны)|(?:даю|да[её]м|выража(?:ю|ем|ют)|подтверждаю)(?:\s+[а-яё]+){0,3}\s+согласие|согласие|разреша(?:ю|ем)|не\s+возражаю)`;
/** By which words another consent is known. Its mere mention («подписывается отдельно») is none. */
const SPEAKS_OF: readonly { readonly kind: ConsentKind; readonly words: RegExp }[] = [
  {
    kind: 'dissemination',
    words: new RegExp(
      `${AGREE}[^.;]{0,80}(?:распростран|публикац|опубликов|размещен[а-яё]*\\s+(?:фото|видео|на\\s+сайт|в\\s+сети)|неограниченн[а-яё]+\\s+круг)`,
      'iu',
    ),
  },
  { kind: 'processing', words: new RegExp(`${AGREE}[^.;]{0,60}обработк[а-яё]*(?![^.;]{0,60}распростран)`, 'iu') },
  { kind: 'participation', words: new RegExp(`${AGREE}[^.;]{0,40}(?:на\\s+участие|участвовать)`, 'iu') },
  {
    kind: 'mentoringDuty',
    words: new RegExp(`${AGREE}[^.;]{0,60}(?:возложени[а-яё]+|дополнительн[а-яё]+\\s+(?:работ|обязанност))`, 'iu'),
  },
];
/** «Согласие … оформляется отдельно» tells of another document and is no consent. */
const ELSEWHERE = /(?:отдельн|самостоятельн|не\s+является\s+соглас)/iu;
/** The bare word is a title or a box to tick; with a verb of its own the sentence tells of a consent. */
const BARE = /^согласие/iu;
const TELLS = /(?:нужн|требу|можн|оформля|подписыва|отзыв|отозва|да[её]тся|действу|означа|разрешает)/iu;

/** RULE-02: which other consents the words of a text contain. Also for questionnaires, agreements and applications. */
export function consentsInside(text: string): readonly { readonly kind: ConsentKind; readonly found: string }[] {
  return text
    .replaceAll('\u00a0', ' ')
    .split(/(?<=[.;!?\n])\s+/u)
    .filter((sentence) => !ELSEWHERE.test(sentence))
    .flatMap((sentence) =>
      SPEAKS_OF.flatMap(({ kind, words }) => {
        const found = words.exec(sentence)?.[0];
        const isTold = found !== undefined && BARE.test(found) && TELLS.test(sentence);
        return found && !isTold ? [{ kind, found }] : [];
      }),
    );
}
