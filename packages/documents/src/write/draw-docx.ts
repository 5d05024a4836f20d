import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { docxTable } from './docx-table.ts';
import type { DocumentBlock, OfficialDocument, Stamp } from './official-document.ts';
import { coreProperties, settleZip } from './settle-zip.ts';
import { squareCodeBitmap } from './square-code.ts';
import { type Typeface, typefaceFor } from './typefaces.ts';
import { typesetDocument } from './typeset-document.ts';

/** Names as Word knows them: Times New Roman has the same widths as Tinos and is on every school's machine. */
const WORD_FONTS: Record<Typeface, string> = { Tinos: 'Times New Roman', 'PT Serif': 'PT Serif' };

/** Office custom, millimetres: the bound side gets 30; a sheet that lies is bound at its upper edge. */
const MARGINS = {
  portrait: { left: 30, right: 10, top: 20, bottom: 20 },
  landscape: { left: 20, right: 20, top: 30, bottom: 10 },
};
const A4 = { width: 210, height: 297 };
const LIST = 'points';

/** Millimetres in twentieths of a point, as Word itself rounds them. */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** An editable Word file of the document: A4, numbered from the second page on, in Russian, without the writer's name. */
export async function drawDocx(document: OfficialDocument, wanted: Typeface): Promise<Uint8Array> {
  const typeset = typesetDocument(document);
  const font = WORD_FONTS[typefaceFor(JSON.stringify(typeset), wanted)];
  const upright = document.orientation === 'portrait';
  const margin = MARGINS[document.orientation];
  const width = twips((upright ? A4.width : A4.height) - margin.left - margin.right);
  const file = new Document({
    title: document.name,
    creator: '',
    lastModifiedBy: '',
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    styles: {
      default: { document: { run: { font, size: 24, language: { value: 'ru-RU' } } }, ...headingStyles(font) },
    },
    numbering: { config: [{ reference: LIST, levels: [dashes] }] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: twips(A4.width),
              height: twips(A4.height),
              orientation: upright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
            },
            margin: Object.fromEntries(Object.entries(margin).map(([side, size]) => [side, twips(size)])),
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        footers: { first: markFooter(typeset) },
        children: body(typeset, width),
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  return settleZip(bytes, { 'docProps/core.xml': coreProperties(document.name) });
}

function body(document: OfficialDocument, width: number): FileChild[] {
  return [
    ...document.organizations.map(
      ({ text, language }) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text, language: { value: language === 'ru' ? 'ru-RU' : language } })],
        }),
    ),
    ...(document.stamps.length > 0 ? [new Paragraph({}), stampTable(document.stamps, width)] : []),
    new Paragraph({}),
    ...document.title.map(
      (text, at) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          ...(at === 0 ? { heading: HeadingLevel.TITLE } : {}),
          children: [new TextRun({ text, bold: true })],
        }),
    ),
    new Paragraph({}),
    ...document.blocks.flatMap((block) => drawBlock(block, width)),
    ...document.signatures.flatMap(({ post, name }) => [
      new Paragraph({ spacing: { before: 480 }, keepNext: true, children: [new TextRun(post)] }),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun(`________________ ${name ?? '________________'}`)],
      }),
    ]),
  ];
}

function drawBlock(block: DocumentBlock, width: number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: twips(12.5) },
          children: [new TextRun(block.text)],
        }),
      ];
    case 'list':
      return block.items.map(
        (text) => new Paragraph({ numbering: { reference: LIST, level: 0 }, children: [new TextRun(text)] }),
      );
    case 'table':
      return [new Paragraph({}), docxTable(block, width)];
  }
}

/** Two columns without borders: approval at the right, agreement and adoption at the left. */
function stampTable(stamps: readonly Stamp[], width: number): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const half = Math.floor(width / 2);
  const column = (side: Stamp['side']) =>
    new TableCell({
      borders: { top: none, bottom: none, left: none, right: none },
      margins: { left: side === 'right' ? twips(8) : 0, right: 0, marginUnitType: WidthType.DXA },
      children: stampLines(stamps.filter((stamp) => stamp.side === side)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    borders,
    rows: [new TableRow({ cantSplit: true, children: [column('left'), column('right')] })],
  });
}

function stampLines(stamps: readonly Stamp[]): Paragraph[] {
  const paragraphs = stamps.flatMap(({ lines }, at) =>
    lines.map(
      (text, line) =>
        new Paragraph({ spacing: { before: at > 0 && line === 0 ? 200 : 0 }, children: [new TextRun(text)] }),
    ),
  );
  return paragraphs.length > 0 ? paragraphs : [new Paragraph({})];
}

function pageNumber(): Header {
  const number: ParagraphChild = new TextRun({ children: [PageNumber.CURRENT] });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

/** The mark of the document in the system: lower right corner of the first page. */
function markFooter({ mark }: OfficialDocument): Footer {
  if (!mark) return new Footer({ children: [new Paragraph({})] });
  const code = new ImageRun({
    type: 'bmp',
    data: squareCodeBitmap(mark.link),
    transformation: { width: MARK_SIZE, height: MARK_SIZE },
    altText: { name: 'QR', title: mark.label, description: mark.label },
  });
  const children = [new TextRun({ text: `${mark.label} `, size: 16 }), code];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

/** Pixels of 1/96 inch: 20 mm, so that a telephone reads it from paper. */
const MARK_SIZE = 76;

const dashes = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '–',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: twips(17.5), hanging: twips(5) } } },
} as const;

/** Headings that a screen reader finds and that look like the text around them. */
function headingStyles(font: string) {
  const run = { font, size: 24, bold: true, color: '000000' };
  return {
    title: { run, paragraph: { spacing: { before: 0, after: 0 } } },
    heading1: { run, paragraph: { spacing: { before: 200, after: 120 }, keepNext: true } },
  };
}
