import type { ConsentTemplate } from './consent-template.ts';

/** What a change of a template gives to the school beyond what was signed, or takes away. */
export type ScopeChange = {
  readonly field: 'purposes' | 'dataItems' | 'actions' | 'receivers' | 'term' | 'resources' | 'processing';
  /** `wider`: asks for new consents. `narrower`: the old ones still allow more than is done, nobody signs anew. */
  readonly direction: 'wider' | 'narrower';
  /** Code of a purpose or an item, name of a receiver, the words of a term. */
  readonly what: string;
};

/**
 * RULE-13: purposes, data, actions, receivers, term and places are the scope; all other words are wording. Purposes and
 * items are known by their codes: another text under the same code is wording, unless an own one is renamed.
 */
export function scopeChanges(before: ConsentTemplate, after: ConsentTemplate): readonly ScopeChange[] {
  const compare = (
    field: ScopeChange['field'],
    keys: (template: ConsentTemplate) => readonly string[],
  ): readonly ScopeChange[] => {
    const [old, now] = [new Set(keys(before)), new Set(keys(after))];
    return [
      ...[...now].filter((key) => !old.has(key)).map((what) => ({ field, direction: 'wider' as const, what })),
      ...[...old].filter((key) => !now.has(key)).map((what) => ({ field, direction: 'narrower' as const, what })),
    ];
  };
  return [
    ...compare('purposes', ({ purposes }) => purposes.map(meaning)),
    ...compare('dataItems', ({ dataItems }) => dataItems.map(meaning)),
    ...compare('actions', ({ actions }) => actions.map(plain)),
    ...compare('processing', ({ processing }) => (processing === null ? [] : [processing])),
    // Numbers that become data are a new receiver in all but the name.
    ...compare('receivers', ({ receivers }) => receivers.map(({ name, gets }) => `${plain(name)} (${gets})`)),
    ...compare('term', ({ term }) => (term === null ? [] : [`${term.kind} ${term.yearsAfter} ${plain(term.text)}`])),
    ...compare('resources', ({ resources }) => resources.map(({ address }) => plain(address))),
  ];
}

/** True when people have to be asked anew before anything new is done; a new term counts, in whichever direction. */
export function needsNewConsents(before: ConsentTemplate, after: ConsentTemplate): boolean {
  return scopeChanges(before, after).some(({ direction }) => direction === 'wider');
}

/** The edited template with its numbers: `version` counts every edit, `scopeVersion` those that ask for new consents. */
export function nextVersion(before: ConsentTemplate, after: ConsentTemplate): ConsentTemplate {
  const scopeVersion = before.scopeVersion + (needsNewConsents(before, after) ? 1 : 0);
  return { ...after, version: before.version + 1, scopeVersion };
}

/** A code of ours fixes what is meant; a purpose or an item of the school's own means its words. */
function meaning({ code, text }: { readonly code: string; readonly text: string }): string {
  return code.startsWith('own:') ? `${code} ${plain(text)}` : code;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/[.;,]+$/u, '')
    .trim();
}
