import type { ConsentKind } from './consent-kinds.ts';
import type { ConsentTemplate, TemplateFault } from './consent-template.ts';
import { consentsInside } from './consents-inside.ts';
import { openEnding } from './open-ending.ts';
import { resourceKey } from './resource-catalogue.ts';

/** A summary is read on a telephone before the text; longer ones are skipped. Characters. */
const SUMMARY_LIMIT = 900;

type Field = 'purposes' | 'dataItems' | 'actions' | 'processing' | 'receivers' | 'term' | 'withdrawal' | 'resources';

/** ★ fields of DOC-12…17 by kind. Names, addresses and papers of people are asked for when the document is made. */
const OBLIGATORY: Record<ConsentKind, readonly Field[]> = {
  processing: ['purposes', 'dataItems', 'actions', 'processing', 'receivers', 'term', 'withdrawal'],
  special: ['purposes', 'dataItems', 'actions', 'processing', 'receivers', 'term', 'withdrawal'],
  employeeThirdParty: ['purposes', 'dataItems', 'actions', 'processing', 'receivers', 'term', 'withdrawal'],
  dissemination: ['purposes', 'dataItems', 'resources', 'term', 'withdrawal'],
  participation: ['purposes', 'term', 'withdrawal'],
  mentoringDuty: ['purposes', 'term', 'withdrawal'],
};

/** Consents to something other than data have no list of data: with one they would be two consents in one (RULE-02). */
const WITHOUT_DATA: readonly ConsentKind[] = ['participation', 'mentoringDuty'];

/**
 * RULE-02, RULE-04, RULE-10, RULE-11, RULE-24: what keeps a template from being used. Empty: it may be.
 * Faults stand in the order of the document.
 * @param allowedPlaces addresses the catalogue of the school allows; a place that is not among them may not be offered
 */
export function lintTemplate(
  template: ConsentTemplate,
  allowedPlaces: readonly string[] = [],
): readonly TemplateFault[] {
  return [
    ...emptyFields(template),
    ...openLists(template),
    ...repeated(template),
    ...otherConsents(template),
    ...unsaid(template),
    ...data(template),
    ...resources(template, allowedPlaces),
    ...tone(template),
  ];
}

function emptyFields(template: ConsentTemplate): TemplateFault[] {
  const blank = (['title', 'summary'] as const).filter((field) => template[field].trim() === '');
  const missing = OBLIGATORY[template.kind].filter((field) => isEmpty(template[field]));
  const parts = lists(template).filter(({ text }) => text.trim() === '');
  return [...blank, ...missing, ...parts.map(({ field }) => field)].map((field) => ({
    code: 'template.field-empty',
    field,
    found: null,
  }));
}

function isEmpty(value: ConsentTemplate[Field]): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return 'text' in value ? value.text.trim() === '' : value.length === 0;
}

/** Every text of a list that has to be closed, with its place. A receiver without an address is not named. */
function lists({ purposes, dataItems, actions, receivers }: ConsentTemplate): { field: string; text: string }[] {
  return [
    ...purposes.map(({ text }, at) => ({ field: `purposes[${at}].text`, text })),
    ...dataItems.map(({ text }, at) => ({ field: `dataItems[${at}].text`, text })),
    ...actions.map((text, at) => ({ field: `actions[${at}]`, text })),
    ...receivers.flatMap(({ name, address }, at) => [
      { field: `receivers[${at}].name`, text: name },
      { field: `receivers[${at}].address`, text: address },
    ]),
  ];
}

function openLists(template: ConsentTemplate): TemplateFault[] {
  const texts = [...lists(template), ...template.blocks.map(({ text }, at) => ({ field: `blocks[${at}].text`, text }))];
  return texts.flatMap(({ field, text }) => {
    const found = openEnding(text);
    return found === null ? [] : [{ code: 'template.list-open' as const, field, found }];
  });
}

function repeated({ purposes, dataItems }: ConsentTemplate): TemplateFault[] {
  const twice = (items: readonly { code: string }[], code: TemplateFault['code'], name: string) =>
    items.flatMap((item, at) =>
      items.findIndex((other) => other.code === item.code) < at
        ? [{ code, field: `${name}[${at}].code`, found: item.code }]
        : [],
    );
  return [
    ...twice(purposes, 'template.purpose-twice', 'purposes'),
    ...twice(dataItems, 'template.item-twice', 'dataItems'),
  ];
}

/** A document of `special` or `employeeThirdParty` is a consent to processing too, of its own. */
const OWN_WORDS: Record<ConsentKind, readonly ConsentKind[]> = {
  processing: ['processing'],
  special: ['processing'],
  employeeThirdParty: ['processing'],
  // Its name by order № 18: «на обработку персональных данных, разрешённых для распространения».
  dissemination: ['dissemination', 'processing'],
  participation: ['participation'],
  mentoringDuty: ['mentoringDuty', 'participation'],
};

function otherConsents(template: ConsentTemplate): TemplateFault[] {
  const texts = [
    { field: 'title', text: template.title },
    ...template.purposes.map(({ text }, at) => ({ field: `purposes[${at}].text`, text })),
    ...template.blocks.map(({ text, heading }, at) => ({
      field: `blocks[${at}].text`,
      text: `${heading ?? ''}\n${text}`,
    })),
  ];
  return texts.flatMap(({ field, text }) =>
    consentsInside(text)
      .filter(({ kind }) => !OWN_WORDS[template.kind].includes(kind))
      .map(({ found }) => ({ code: 'template.other-consent-inside' as const, field, found })),
  );
}

/** RULE-10: somewhere the document says in so many words that the signer agrees; the boxes alone would not. */
function unsaid({ kind, blocks }: ConsentTemplate): TemplateFault[] {
  const said = blocks.flatMap(({ text }) => consentsInside(text)).some((each) => OWN_WORDS[kind].includes(each.kind));
  return said ? [] : [{ code: 'template.field-empty', field: 'blocks', found: 'statement' }];
}

function data({ kind, dataItems, resources }: ConsentTemplate): TemplateFault[] {
  const faults: TemplateFault[] = [];
  if (WITHOUT_DATA.includes(kind) && dataItems.length > 0) {
    faults.push({ code: 'template.kind-has-no-such-field', field: 'dataItems', found: null });
  }
  if (kind !== 'dissemination' && resources.length > 0) {
    faults.push({ code: 'template.kind-has-no-such-field', field: 'resources', found: null });
  }
  dataItems.forEach(({ category, text }, at) => {
    if (category === 'special' && kind === 'processing') {
      faults.push({ code: 'template.special-data-needs-own-document', field: `dataItems[${at}]`, found: text });
    }
  });
  return faults;
}

/** RULE-20 wants the full address of each place, RULE-24 that the catalogue allows it. */
function resources({ resources: all }: ConsentTemplate, allowedPlaces: readonly string[]): TemplateFault[] {
  const allowed = new Set(allowedPlaces.map(resourceKey));
  return all.flatMap(({ address, name }, at): TemplateFault[] => {
    const field = `resources[${at}].address`;
    if (!/^https?:\/\/[^\s/]+\.[^\s/]+/u.test(address.trim())) {
      return [{ code: 'template.resource-without-address', field, found: name }];
    }
    return allowed.has(resourceKey(address)) ? [] : [{ code: 'template.resource-not-allowed', field, found: name }];
  });
}

/** Boxes that come ticked: ☑, ☒, [x]. RULE-10. */
const TICKED = /[☑☒✅✔]|\[[xх✓v]\]/iu;

function tone(template: ConsentTemplate): TemplateFault[] {
  const texts = [
    ...template.purposes.map(({ text }, at) => ({ field: `purposes[${at}].text`, text })),
    ...template.blocks.map(({ text }, at) => ({ field: `blocks[${at}].text`, text })),
  ];
  const ticked = texts.flatMap(({ field, text }) => {
    const found = TICKED.exec(text)?.[0];
    return found ? [{ code: 'template.tick-not-asked' as const, field, found }] : [];
  });
  const isLong = template.summary.length > SUMMARY_LIMIT;
  return isLong ? [...ticked, { code: 'template.summary-too-long', field: 'summary', found: null }] : ticked;
}
