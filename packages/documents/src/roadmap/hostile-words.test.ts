import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pdfPages } from '../write/read-pdf.testing.ts';
import { anActivity, aRoadmap, aStage } from './a-roadmap.testing.ts';
import { renderRoadmapDocx } from './render-roadmap-docx.ts';
import { renderRoadmapHtml } from './render-roadmap-html.ts';
import { renderRoadmapPdf } from './render-roadmap-pdf.ts';
import { renderRoadmapXlsx } from './render-roadmap-xlsx.ts';
import { usualColumns } from './roadmap-headings.ts';

/** What would be a formula of a spreadsheet. */
const FORMULAS = ["=cmd|' /C calc'!A0", '=HYPERLINK("http://a.example")', '+7 911 000', '-2+3', '@SUM(A1)', '\t=1+1'];
/** What would be code or mark-up of Typst, of HTML or of a document of Word. */
const MARKUP = [
  '#read("/etc/passwd")',
  '#import "@preview/x:1.0.0": *',
  '#set page(width: 1pt)',
  '*звёзды* _черта_ `код`',
  '$x^2$ и \\ и ~',
  '= Заголовок',
  '/ слово: смысл',
  '[скобка] ] #{',
  '// и /* и */',
  '<метка> @ссылка',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</w:t><w:instrText>DDEAUTO c:\\\\windows</w:instrText>',
  '&amp; &#x41; ]]>',
  '{{x}} ${x} %s',
];
const HOSTILE = [...FORMULAS, ...MARKUP];

/** A roadmap with each of them in each of its fields. */
function hostileRoadmap() {
  const word = (at: number) => HOSTILE[at % HOSTILE.length]!;
  const activities = HOSTILE.map((title, at) =>
    anActivity({
      number: '1',
      title,
      items: [word(at + 1)],
      deadline: word(at + 2),
      responsible: { text: word(at + 3), parties: [] },
      result: word(at + 4),
      note: word(at + 5),
    }),
  );
  return aRoadmap({
    organizations: HOSTILE.map((text) => ({ text, language: 'ru' })),
    titleLines: HOSTILE,
    sections: HOSTILE.map((text) => ({ heading: text, paragraphs: [text] })),
    columns: usualColumns(['number', 'content', 'deadline', 'responsible', 'result', 'note']),
    stages: [
      ...HOSTILE.map((title) => ({ ...aStage('1', title, activities.slice(0, 3)), notes: [title] })),
      aStage('2', 'Все', activities),
    ],
    signature: { post: HOSTILE.join(' '), name: '<script>' },
  });
}

/** Lines are broken anywhere, with a hyphen that is not the author's. */
const squeezed = (text: string) => text.replace(/[\s\u00ad\u200b\u2060-]/gu, '');

describe('what would be code somewhere is printed as it was typed', () => {
  test('in PDF', async () => {
    const { pages, sizes } = await pdfPages(renderRoadmapPdf(hostileRoadmap()));
    const text = squeezed(pages.join(''));
    for (const word of HOSTILE) expect(text, word).toContain(squeezed(word));
    expect(text).not.toContain('root:x:0');
    expect(new Set(sizes.map(String)).size).toBe(1);
  });

  test('in Word: as text of the document, with no field but the number of the page', async () => {
    const files = unzipSync(await renderRoadmapDocx(hostileRoadmap()));
    const body = strFromU8(files['word/document.xml']!);
    const texts = unescaped([...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''));
    for (const word of HOSTILE) expect(squeezed(texts), word).toContain(squeezed(word));
    expect([...body.matchAll(/<w:instrText[^>]*>([^<]*)/gu)].map(([, code]) => code)).toEqual([]);
  });

  test('in a page: nothing of it is an element or an attribute', () => {
    const page = new TextDecoder().decode(renderRoadmapHtml(hostileRoadmap()));
    const texts = unescaped(page.slice(page.indexOf('<body>')).replace(/<[^>]*>/gu, ''));
    for (const word of HOSTILE) expect(squeezed(texts), word).toContain(squeezed(word));
    const elements = new Set([...page.matchAll(/<([a-z0-9]+)/giu)].map(([, name]) => name));
    expect([...elements].filter((name) => ['script', 'img', 'w'].includes(name!))).toEqual([]);
    expect(page).not.toMatch(/<[^>]* on\w+=/u);
  });

  test('in a sheet: every cell is text, and one that begins like a formula stays so when a person edits it', async () => {
    const files = unzipSync(await renderRoadmapXlsx(hostileRoadmap()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    const shared = [...strFromU8(files['xl/sharedStrings.xml']!).matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/gu)].map(
      ([, text]) => unescaped(text!),
    );
    for (const word of HOSTILE) expect(shared.map(squeezed), word).toContain(squeezed(word));
    expect(sheet).not.toContain('<f>');
    const styles = strFromU8(files['xl/styles.xml']!);
    const asText = /<numFmt numFmtId="(\d+)" formatCode="@"/u.exec(styles)?.[1] ?? '49';
    const textual = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf [^>]*>/gu)].map(([style]) =>
      style.includes(`numFmtId="${asText}"`),
    );
    for (const [cell, attributes, index] of sheet.matchAll(/<c ([^>]*)>(?:<v>(\d+)<\/v>)?<\/c>/gu)) {
      if (index === undefined) continue;
      expect(attributes).toContain('t="s"');
      const style = Number(/ s="(\d+)"/u.exec(` ${attributes}`)?.[1] ?? 0);
      if (/^\s*[=+\-@]/u.test(shared[Number(index)]!)) expect(textual[style], cell).toBe(true);
    }
  });
});

function unescaped(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/giu, (_, decimal, hex, name) =>
    name ? signs[name.toLowerCase()]! : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}
