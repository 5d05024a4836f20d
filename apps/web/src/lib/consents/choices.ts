import type { ConsentTemplateShape } from '@nastavnik/contracts/consent-templates';

/** DOC-15: one item of data in one place; a condition still without words is open in the form and never sent. */
export type Choice = { readonly item: string; readonly resourceId: string; readonly condition: string | null };

/** What a person may choose from. */
export type Choosable = Pick<ConsentTemplateShape, 'dataItems' | 'resources'>;

/** As the server takes them: a condition says something or is none. */
export function worded(choices: readonly Choice[]): Choice[] {
  return choices.map((choice) => ({ ...choice, condition: choice.condition?.trim() || null }));
}

/** The places in which anything may stand, each with what may; in the order of the document. */
export function byPlace({ dataItems, resources }: Choosable, choices: readonly Choice[]) {
  return resources.flatMap(({ id, name, address }) => {
    const items = dataItems.flatMap(({ code, text }) => {
      const choice = choices.find((each) => each.item === code && each.resourceId === id);
      return choice ? [{ code, text, condition: choice.condition }] : [];
    });
    return items.length > 0 ? [{ id, name, address, items }] : [];
  });
}
