const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/**
 * A login that its owner can remember: «Петров Пётр Ильич» → `petrov.p`. Latin letters, digits, dots and hyphens, 3 to 40
 * characters; whether it is free is asked elsewhere.
 */
export function suggestLogin(name: string): string {
  const [family = '', given = ''] = name.trim().split(/\s+/).map(latin);
  const login = [family, given.slice(0, 1)].filter(Boolean).join('.').slice(0, 40);
  return login.length >= 3 ? login : `${login || 'user'}.0`.padEnd(3, '0');
}

function latin(word: string): string {
  return Array.from(word.toLowerCase(), (letter) => LETTERS[letter] ?? (/[a-z0-9-]/.test(letter) ? letter : '')).join(
    '',
  );
}
