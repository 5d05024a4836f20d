type Names = { familyName: string; givenName: string; patronymic: string | null };

/** «Иванова Мария Петровна», as lists say it. */
export function fullName({ familyName, givenName, patronymic }: Names): string {
  return [familyName, givenName, patronymic].filter(Boolean).join(' ');
}

/** A person as a list says it; initials never part from the family name at the end of a line. */
export function PersonName({ name }: { name: string }) {
  return <span translate="no">{name.replace(/\s+(?=[\p{Lu}]\.)/gu, '\u00A0')}</span>;
}
