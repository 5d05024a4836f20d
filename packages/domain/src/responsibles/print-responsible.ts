import type { Party, Responsible } from '../roadmap-reading/roadmap-draft.ts';

/** A party as it stands in the printed roadmap: «Куратор Малинина Е. А.», «Рабочая группа». Reads back as the same party. */
export function printParty({ name, post }: Party): string {
  if (name === null) return post ?? '';
  if (post === null) return name;
  // Two posts of one person are written round the name: «руководитель – Лугова И. Ю. – ЗДУВР».
  const comma = /^([^,]+), (?!курирующ|отвечающ)(.+)$/.exec(post);
  if (comma) return `${capital(comma[2] ?? '')} – ${name} – ${comma[1]}`;
  return `${capital(post)} ${name}`;
}

/** All parties of a cell, separated so that they read back apart. */
export function printResponsible({ parties }: Pick<Responsible, 'parties'>): string {
  return parties.map(printParty).join('; ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
