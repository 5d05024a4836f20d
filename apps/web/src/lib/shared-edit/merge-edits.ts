/** What a form holds, field by field. */
export type Values = Readonly<Record<string, string | boolean | null>>;

export type Merged<Fields extends Values> = {
  readonly values: Fields;
  /** Changed by the other alone: it stands in the form now. */
  readonly taken: readonly (keyof Fields & string)[];
  /** Changed by both, each otherwise: what was typed stays until somebody chooses. */
  readonly both: readonly (keyof Fields & string)[];
};

/**
 * Two people edit one card: nothing that was typed is lost, and nothing that the other wrote is overwritten unseen.
 * @param base what the form was opened with @param mine what stands in it @param theirs what is saved by now
 */
export function mergeEdits<Fields extends Values>(base: Fields, mine: Fields, theirs: Fields): Merged<Fields> {
  const fields = Object.keys(base) as (keyof Fields & string)[];
  const taken = fields.filter((field) => mine[field] === base[field] && theirs[field] !== base[field]);
  const both = fields.filter(
    (field) => mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field],
  );
  const values = { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) };
  return { values, taken, both };
}
