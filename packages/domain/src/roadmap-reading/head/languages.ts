/** Languages of the republics whose schools write their names twice, with what tells them apart: letters and common words. */
const LANGUAGES: readonly (readonly [code: string, letters: RegExp, words: RegExp])[] = [
  [
    'kv',
    /[іӧөӦӨІ]/u,
    /(?:кытш|юк[өӧ]н|вел[өӧ]д|веськ[өӧ]д|т[өӧ]дӧм|т[өӧ]д[өӧ]м|сиктс|грезд|челядь|сетан|[йj][өӧ]з[өӧ]с|каръюк|школаса)/iu,
  ],
  ['tt', /[әөүҗңһ]/iu, /(?:мәктәб|мәгариф|бел[еә]м|муниципаль|гомуми|районы|шәһәр|урта|башлангыч|балалар)/iu],
  ['ba', /[ҡғҙҫәөүһң]/iu, /(?:мәктәб|мәғариф|белем|дөйөм|ҡала|урта|балалар)/iu],
  ['cv', /[ӑӗҫӳ]/iu, /(?:шкул|вӗрентӳ|пӗтӗмӗшле|ача|хула)/iu],
  ['udm', /[ӝӟӥӧӵ]/iu, /(?:школаез|дышетон|ёрос|юрт|огъя|нылпи)/iu],
  ['mhr', /[ӧӱҥ]/iu, /(?:школ|туныктымо|шинчымаш|рӱдер|йоча)/iu],
  ['sah', /[ҕҥөүһ]/iu, /(?:оскуола|үөрэх|улууһа|орто|дьиэ|оҕо)/iu],
  ['bua', /[өүһ]/iu, /(?:һургуули|болбосорол|дунда|юрэнхы|эмхи)/iu],
  ['tyv', /[ңөү]/iu, /(?:школа|өөредилге|кожуун|ортумак|албан|черин|чери)/iu],
  ['xal', /[әҗңөүһ]/iu, /(?:сурһуль|школ|дундын|эрдм)/iu],
  ['alt', /[јҥӧӱ]/iu, /(?:школ|ӱредӱ|аймак|орто)/iu],
  ['kjh', /[ғіҷңӧӱ]/iu, /(?:школ|ӱгредіг|ортымах)/iu],
  ['os', /[ӕӔ]/u, /(?:скъола|ахуырад|рӕстӕмбис)/iu],
  ['be', /[ўі]/iu, /(?:школ|адукацы|сярэдн|дырэктар|зацвярдж)/iu],
];

/** ISO 639 code of the language of an organisation's name; `ru` unless letters that Russian has not say otherwise. */
export function languageOf(text: string): string {
  let best: { code: string; score: number } = { code: 'ru', score: 0 };
  const strange = text.match(/[^\u0400-\u044f\u0451ЁЂ\P{Script=Cyrillic}]|[іІјЈўЎӕ]/gu) ?? [];
  const odd = strange.filter((letter) => !/[а-яёА-ЯЁ]/u.test(letter));
  if (odd.length === 0) return 'ru';
  for (const [code, letters, words] of LANGUAGES) {
    const known = odd.filter((letter) => letters.test(letter)).length / odd.length;
    const score = known + 2 * (text.match(new RegExp(words, 'giu')) ?? []).length;
    if (score > best.score) best = { code, score };
  }
  return best.code;
}
