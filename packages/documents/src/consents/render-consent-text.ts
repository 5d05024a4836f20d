import { composeConsent } from './compose-consent.ts';
import type { ConsentPrint } from './consent-print.ts';
import type { ConsentPart } from './drawn-consent.ts';

/** The words of the document one under another: what is read out, searched and hashed before it is signed. */
export function renderConsentText(print: ConsentPrint): string {
  const { registerLine, title, summary, parts, places } = composeConsent(print);
  const signatures = places.map(
    ({ who, fullName, signed }) => `${who}: ${fullName}. ${signed ?? 'Подпись: ____________'}`,
  );
  const lines = [registerLine, title, `Коротко. ${summary}`, ...parts.flatMap(part), ...signatures];
  return lines
    .filter((line) => line !== null)
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

function part(one: ConsentPart): string[] {
  switch (one.kind) {
    case 'heading':
      return ['', one.text];
    case 'paragraph':
      return [one.text];
    case 'list':
      return one.items.map((item) => `– ${item}`);
    case 'fields':
      return one.rows.map(({ label, value }) => `${label}: ${value ?? '____________'}`);
    case 'ticks':
      return one.lines.map(({ text, ticked }) => `${ticked ? '[x]' : '[ ]'} ${text}`);
    case 'matrix':
      return one.rows.map(({ text, ticked, conditions }) => {
        const places = one.columns.map((name, at) => `${ticked[at] ? '[x]' : '[ ]'} ${name}`).join('; ');
        return `${text}: ${places}; условия и запреты: ${conditions ?? '____________'}`;
      });
  }
}
