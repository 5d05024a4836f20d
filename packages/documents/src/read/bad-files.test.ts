import { readFile } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { rawCompound } from './fixtures/raw-compound.testing.ts';
import { p, rawDocx, tbl, tc, tr } from './fixtures/raw-docx.testing.ts';
import { rawOdt } from './fixtures/raw-odt.testing.ts';
import { rawPdf } from './fixtures/raw-pdf.testing.ts';
import { readSource } from './read-source.ts';
import { ReadingRefusal } from './refusal.ts';

// These take a second alone, and more beside everything else on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const DOCX = rawDocx({ body: p('Приказ') + tbl(tr(tc(p('Май')), tc(p('Июнь')))) });
const fixture = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`./fixtures/files/${name}`, import.meta.url)));

/** The code of the refusal, or «read»; anything else that is thrown fails the test. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readSource(bytes, name);
    return 'read';
  } catch (error) {
    if (error instanceof ReadingRefusal) return error.code;
    throw error;
  }
}

test.each<[string, Uint8Array, string, string]>([
  ['nothing', new Uint8Array(), 'a.docx', 'file.empty'],
  ['nothing but spaces', Buffer.from(' \n\n '), 'a.txt', 'file.empty'],
  ['a document without text', rawDocx({ body: '<w:p/>' }), 'a.docx', 'file.empty'],
  ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'a.pdf', 'file.too-large'],
  ['an encrypted DOCX', rawCompound({ EncryptedPackage: Buffer.alloc(9) }), 'a.docx', 'file.encrypted'],
  ['an old sheet', rawCompound({ Workbook: Buffer.alloc(9) }), 'a.xls', 'file.type-unsupported'],
  ['an old sheet under another name', rawCompound({ Workbook: Buffer.alloc(9) }), 'a.doc', 'file.type-lies'],
  [
    'a document of Word 95',
    rawCompound({ WordDocument: Buffer.from('dca56500', 'hex') }),
    'a.doc',
    'file.type-unsupported',
  ],
  ['a DOCX named .doc', DOCX, 'a.doc', 'file.type-lies'],
  ['a picture named .docx', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'a.docx', 'file.type-lies'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'a.png', 'file.type-unsupported'],
  ['RTF', Buffer.from('{\\rtf1 план}'), 'a.rtf', 'file.type-unsupported'],
  ['a zip of something', zipSync({ 'a.txt': strToU8('а') }), 'a.zip', 'file.type-unsupported'],
  ['noise named .docx', Buffer.from([0, 1, 2, 3, 4, 5, 250, 0, 0, 9]), 'a.docx', 'file.damaged'],
  ['a PDF without text', rawPdf('0 0 m 100 100 l S'), 'a.pdf', 'file.scan-without-text'],
  ['half a PDF', Buffer.from('%PDF-1.4\n1 0 obj<<'), 'a.pdf', 'file.damaged'],
])('%s is refused', async (_what, bytes, name, code) => {
  expect(await outcome(bytes, name)).toBe(code);
});

test.each(['план.txt', 'план.csv', 'план.html', 'план', 'план.bin'])('text named %s is no lie', async (name) => {
  expect(await outcome(Buffer.from('Этап\tСрок'), name)).toBe('read');
});

test('a PDF that wants a password is encrypted, whatever else it holds', async () => {
  const key = `(${'x'.repeat(32)})`;
  const encryption = `<</Filter/Standard/V 1/R 2/O ${key}/U ${key}/P -4>>`;
  const trailer = '/Encrypt 6 0 R/ID[(0123456789abcdef)(0123456789abcdef)]';
  expect(await outcome(rawPdf('BT /F 12 Tf (x) Tj ET', { trailer, objects: [encryption] }), 'a.pdf')).toBe(
    'file.encrypted',
  );
});

/** A zip of one deflated entry whose directory may lie about its size. */
function bomb(name: string, content: Buffer, declared = content.length): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

test.each([undefined, 100])('a zip bomb is refused, also when it declares %s bytes', async (declared) => {
  const content = Buffer.alloc(40 * 1024 * 1024, ' ');
  expect(await outcome(bomb('[Content_Types].xml', content, declared), 'a.docx')).toBe('file.zip-bomb');
});

test('entities are never expanded: a document that declares them is refused', async () => {
  const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('');
  const xml = (body: string, doctype: string): string =>
    `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:body></w:document>`;
  const withXml = (content: string): Uint8Array => rawDocx({ body: '', parts: { 'word/document.xml': content } });
  expect(await outcome(withXml(xml('&a20;', `<!DOCTYPE x [<!ENTITY a0 "ха">${laughs}]>`)), 'a.docx')).toBe(
    'file.damaged',
  );
  const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>';
  expect(await outcome(withXml(xml('&e;', outside)), 'a.docx')).toBe('file.damaged');
  expect(await outcome(withXml(xml('&e;', '<!DOCTYPE x SYSTEM "http://x.invalid/x.dtd">')), 'a.docx')).toBe(
    'file.damaged',
  );
});

test('endless nesting is refused in every format of tags', async () => {
  const deep = (open: string, close: string): string => open.repeat(20_000) + close.repeat(20_000);
  const inDocx = rawDocx({ body: deep('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>') });
  const inOdt = rawOdt({ body: deep('<text:section>', '</text:section>') });
  expect(await outcome(inDocx, 'a.docx')).toBe('file.too-complex');
  expect(await outcome(inOdt, 'a.odt')).toBe('file.too-complex');
  expect(await outcome(Buffer.from(deep('<div>', '</div>')), 'a.html')).toBe('file.too-complex');
});

test.each(['other-producer.docx', 'other-producer.odt', 'other-producer.doc', 'other-producer.pdf'])(
  '%s cut anywhere is refused or read, never anything else',
  async (name) => {
    const whole = await fixture(name);
    const step = Math.ceil(whole.length / (name.endsWith('pdf') ? 12 : 60));
    for (let length = 1; length < whole.length; length += step) {
      const result = await outcome(whole.slice(0, length), name);
      // A zip has its directory at the end; the others may have lost nothing that is text.
      if (/docx|odt/.test(name)) expect(result).not.toBe('read');
    }
  },
);

test.each(['other-producer.docx', 'other-producer.odt', 'other-producer.doc'])(
  '%s with wrong bytes is refused or read, never anything else',
  async (name) => {
    const whole = await fixture(name);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const spoiled = Uint8Array.from(whole);
        for (const [at, byte] of changes) spoiled[at] = byte;
        await outcome(spoiled, name);
      }),
      { numRuns: Number(process.env['READ_RUNS'] ?? 80) },
    );
  },
);

test('random bytes under any name are refused or read as text', async () => {
  const names = fc.constantFrom('a.docx', 'a.doc', 'a.pdf', 'a.xlsx', 'a.odt', 'a.html', 'a.txt', 'a');
  const heads = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xfe]);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 700 }), heads, names, async (bytes, head, name) => {
      await outcome(Uint8Array.from([...head, ...bytes]), name);
    }),
    { numRuns: Number(process.env['READ_RUNS'] ?? 150) },
  );
});
