import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from './official-document.ts';
import { squareCodeSvg } from './square-code.ts';
import { fontFiles, type Typeface, typefaceFor } from './typefaces.ts';
import { typesetDocument } from './typeset-document.ts';
import { wholeCells } from './whole-cells.ts';

const TEMPLATE = readFileSync(new URL('./official-document.typ', import.meta.url), 'utf8');

let compiler: NodeCompiler | undefined;

/**
 * A4 pages with embedded fonts, tagged for screen readers. The words are handed over as data, so nothing that a person
 * has typed is ever run as Typst code. The same document gives the same bytes: no date goes in.
 */
export function drawPdf(document: OfficialDocument, wanted: Typeface): Uint8Array {
  const typeset = typesetDocument(document);
  const words = JSON.stringify(typeset);
  const typeface = typefaceFor(words, wanted);
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: [...fontFiles('Tinos'), ...fontFiles('PT Serif')] }],
  });
  const compiled = compiler.compile({
    mainFileContent: TEMPLATE,
    inputs: {
      document: JSON.stringify({ ...typeset, typeface, blocks: drawnBlocks(typeset), mark: markWithPicture(typeset) }),
    },
  });
  if (!compiled.result) throw new Error(`the document cannot be drawn: ${diagnostics(compiler, compiled)}`);
  const bytes = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
  // Typst remembers every layout it made; without this a server that prints all day would only grow. The document itself
  // is freed by the next turn of the event loop: print in jobs of their own, not in one loop.
  compiler.evictCache(0);
  return new Uint8Array(bytes);
}

/** Millimetres of text across an upright and a lying page. */
const ROOM = { portrait: 170, landscape: 257 };

function drawnBlocks({ blocks, orientation }: OfficialDocument) {
  const room = ROOM[orientation];
  return blocks.map((block) => (block.kind === 'table' ? { ...block, room, rows: wholeCells(block, room) } : block));
}

function markWithPicture({ mark }: OfficialDocument) {
  return mark && { label: mark.label, picture: squareCodeSvg(mark.link) };
}

function diagnostics(from: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeDiagnostics();
  return error ? JSON.stringify(from.fetchDiagnostics(error)) : 'no diagnostics';
}
