import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { codes, show } from './fixtures/show.testing.ts';
import { wordsOfSource } from './plain-words.ts';
import { readText } from './read-text.ts';

const SENTENCE = 'Дорожная карта наставничества: приказ, опрос и отчёт до 13 мая — куратор «Маяка» №5.\n';

/** A one-byte encoding turned round, from the platform's own decoder. */
function encode(text: string, encoding: string): Uint8Array {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  return Uint8Array.from(Array.from(text).map((letter) => Math.max(letters.indexOf(letter), 0)));
}

test('every line is a paragraph, tabs stay, an empty line is an empty paragraph', () => {
  expect(show(readText(Buffer.from('Этап\tСрок\r\n\r\n1.\tмай\n')))).toEqual(['¶ Этап\tСрок', '¶ ', '¶ 1.\tмай']);
});

test.each(['windows-1251', 'koi8-r', 'ibm866'])('Russian text in %s is recognised by its letters', (encoding) => {
  const text = encoding === 'windows-1251' ? SENTENCE : SENTENCE.replace(/[—«»№]/g, '-');
  const document = readText(encode(text, encoding));
  expect(show(document)).toEqual([`¶ ${text.trim()}`]);
  expect(codes(document)).toEqual(['encoding-guessed']);
});

test('UTF-16 is recognised with and without its mark', () => {
  const le = Buffer.from(SENTENCE, 'utf16le');
  const be = Buffer.from(le).swap16();
  expect(decodeText(le)).toMatchObject({ text: SENTENCE, encoding: 'utf-16le' });
  expect(decodeText(be)).toMatchObject({ text: SENTENCE, encoding: 'utf-16be' });
  expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), le])).text).toBe(SENTENCE);
});

test('text in UTF-8 is read back line by line, whatever the words', () => {
  const line = fc.stringMatching(/^[а-яё0-9.,«»\t-]{0,20}$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), (written, end) => {
      const document = readText(Buffer.from(`${written.join(end)}${end}`));
      expect(document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : block))).toEqual(written);
      const words = written.flatMap((text) => text.split(/\s+/).filter((word) => word !== ''));
      expect(wordsOfSource(document).map(({ word }) => word)).toEqual(words);
    }),
  );
});
