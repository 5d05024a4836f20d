import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { squareCodeSvg } from '../write/square-code.ts';
import { fontFiles, typefaceFor } from '../write/typefaces.ts';
import { composeConsent } from './compose-consent.ts';
import type { ConsentPrint } from './consent-print.ts';

const TEMPLATE = readFileSync(new URL('./consent.typ', import.meta.url), 'utf8');

let compiler: NodeCompiler | undefined;

/**
 * Any number of consents in one PDF (a class in one go), in the order given: A4, tagged (PDF/UA-1), each beginning on a
 * sheet of its own, its code on every page. The same prints give the same bytes.
 * @param prints      at least one; a RangeError otherwise
 * @param doubleSided each begins on an odd page, so that a printer that uses both sides keeps the papers apart
 */
export function renderConsentPdf(
  prints: readonly ConsentPrint[],
  { doubleSided }: { readonly doubleSided: boolean },
): Uint8Array {
  const [first] = prints;
  if (!first) throw new RangeError('there is no consent to print');
  const consents = prints.map(composeConsent);
  const words = JSON.stringify(consents);
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fontFiles('Tinos'), ...fontFiles('PT Serif')] }] });
  const compiled = compiler.compile({
    mainFileContent: TEMPLATE,
    inputs: {
      document: JSON.stringify({
        name: prints.length === 1 ? first.template.title : 'Согласия',
        typeface: typefaceFor(words, first.typeface),
        doubleSided,
        consents: consents.map((one) => ({ ...one, mark: { ...one.mark, picture: squareCodeSvg(one.mark.link) } })),
      }),
    },
  });
  if (!compiled.result) {
    const error = compiled.takeDiagnostics();
    throw new Error(
      `the consents cannot be drawn: ${error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no diagnostics'}`,
    );
  }
  const bytes = new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
  // See draw-pdf.ts: a server that prints all day would only grow.
  compiler.evictCache(0);
  return bytes;
}
