import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mediaTypeOf } from './media-type.ts';
import { safeName } from './upload.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what a file is', () => {
  test.each([
    ['akt.pdf', '%PDF-1.7', 'application/pdf'],
    ['photo.JPG', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['scan.png', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['plan.docx', 'PK\x03\x04rest', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['plan.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/msword'],
    ['list.csv', 'a;b', 'text/plain'],
  ])('%s is told by its bytes', (name, text, type) => {
    expect(mediaTypeOf(bytes(text), name)).toEqual({ type });
  });

  test.each([
    ['photo.jpg', '%PDF-1.7', 'file.type-lies'],
    ['plan.docx', 'hello', 'file.type-lies'],
    ['archive.zip', 'PK\x03\x04', 'file.type-unsupported'],
    ['page.html', '<html>', 'file.type-unsupported'],
    ['picture.svg', '<svg/>', 'file.type-unsupported'],
    ['noending', 'words', 'file.type-unsupported'],
    ['zero.txt', 'a\0b', 'file.type-unsupported'],
  ])('%s is refused', (name, text, refusal) => {
    expect(mediaTypeOf(bytes(text), name)).toEqual({ refusal });
  });

  test('whatever the bytes and the name, a page with scripts is never kept as something a browser runs', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (some, name) => {
        const media = mediaTypeOf(some, name);
        if ('type' in media) expect(media.type).not.toMatch(/html|svg|xml$|javascript/);
      }),
    );
  });
});

describe('the name of an upload', () => {
  test.each([
    ['C:\\Users\\Ирина\\Акт.pdf', 'Акт.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\u202ecod.pdf', 'abcod.pdf'],
    ['', 'файл'],
    [`${'д'.repeat(300)}.pdf`, `${'д'.repeat(196)}.pdf`],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeName(given)).toBe(kept);
  });
});
