import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { PagePixels } from './scan-pages.ts';

const require = createRequire(import.meta.url);
let prepared = false;

/** The library would fetch its own part from a foreign server (RULE-32): it gets it from the disk. */
function prepare(): void {
  if (prepared) return;
  const file = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } });
  prepared = true;
}

/** What the square codes of a page hold, turned, upside down and askew as it may lie. */
export async function findCodes({ data, width, height }: PagePixels): Promise<readonly string[]> {
  prepare();
  const found = await readBarcodes(
    { data, width, height, colorSpace: 'srgb', pixelFormat: 'rgba-unorm8' },
    { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: 8 },
  );
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
