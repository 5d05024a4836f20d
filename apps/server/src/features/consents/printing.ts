import type { ConsentPrint } from '@nastavnik/documents/consents/consent-print';
import { renderConsentDocx } from '@nastavnik/documents/consents/render-consent-docx';
import { renderConsentPdf } from '@nastavnik/documents/consents/render-consent-pdf';

export const MEDIA = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type Format = keyof typeof MEDIA;

/** Many at a time are for a printer that uses both sides: each begins on a sheet of its own. */
export async function drawConsents(prints: readonly ConsentPrint[], format: Format): Promise<Uint8Array> {
  const doubleSided = prints.length > 1;
  return format === 'pdf' ? renderConsentPdf(prints, { doubleSided }) : renderConsentDocx(prints, { doubleSided });
}
