import type { ConsentTemplate, DisseminationChoice } from './consent-template.ts';

/** What a signed document allows: its closed lists, and the purposes that the person ticked. */
export type ConsentScope = {
  readonly template: Pick<ConsentTemplate, 'purposes' | 'dataItems' | 'receivers'>;
  /** Codes of ticked purposes. */
  readonly ticked: readonly string[];
};

export type ScopeRefusal = 'scope.purpose-not-allowed' | 'scope.data-not-listed' | 'scope.receiver-not-named';

/** What is about to be done with somebody's data. */
export type Processing = {
  readonly purpose: string;
  readonly dataItems: readonly string[];
  /** The body or firm that gets the data, by the name in the document; null inside the school. */
  readonly receiver: string | null;
};

/**
 * RULE-13: a purpose, an item or a receiver that the signed document does not name is not allowed, whatever the template
 * says today. `undefined`: allowed.
 */
export function outsideScope(scope: ConsentScope, processing: Processing): ScopeRefusal | undefined {
  const isListed = scope.template.purposes.some(({ code }) => code === processing.purpose);
  if (!isListed || !scope.ticked.includes(processing.purpose)) return 'scope.purpose-not-allowed';
  const listed = new Set<string>(scope.template.dataItems.map(({ code }) => code));
  if (processing.dataItems.some((item) => !listed.has(item))) return 'scope.data-not-listed';
  const receivers = scope.template.receivers.filter(({ gets }) => gets !== 'aggregates').map(({ name }) => name);
  const isNamed = processing.receiver === null || receivers.includes(processing.receiver);
  return isNamed ? undefined : 'scope.receiver-not-named';
}

/** Required purposes that are not ticked: a signed document without them is no consent to mentoring. */
export function untickedRequired({ template, ticked }: ConsentScope): readonly string[] {
  return template.purposes.filter(({ code, required }) => required && !ticked.includes(code)).map(({ code }) => code);
}

/** RULE-20, G-DISS for one thing in one place: the ticked line with its condition; nothing ticked allows nothing. */
export function choiceFor(
  choices: readonly DisseminationChoice[],
  item: string,
  resourceId: string,
): DisseminationChoice | undefined {
  return choices.find((choice) => choice.item === item && choice.resourceId === resourceId);
}
