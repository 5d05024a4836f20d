import type { ConsentPrint } from '@nastavnik/documents/consents/consent-print';
import { renderConsentPdf } from '@nastavnik/documents/consents/render-consent-pdf';

export const MEDIA = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type Format = keyof typeof MEDIA;

/** Many of them for a printer that uses both sides. */
export async function drawConsents(prints: readonly ConsentPrint[], format: Format): Promise<Uint8Array> {
  if (format === 'docx') throw new Error('not yet');
  return renderConsentPdf(prints, { doubleSided: prints.length > 1 });
}

export function consentText(print: ConsentPrint): string {
  const { template } = print;
  return [template.title, template.withdrawal, ...template.blocks.map(({ text }) => text)].join('\n');
}
