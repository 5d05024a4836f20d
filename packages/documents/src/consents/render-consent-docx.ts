import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { coreProperties, settleZip } from '../write/settle-zip.ts';
import { squareCodeBitmap } from '../write/square-code.ts';
import { composeConsent } from './compose-consent.ts';
import type { ConsentPrint } from './consent-print.ts';
import type { ConsentPart, DrawnConsent, MatrixPart, SigningPlace } from './drawn-consent.ts';

/** Millimetres in twentieths of a point. */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

const MARGIN = { left: twips(25), right: twips(12), top: twips(15), bottom: twips(30) };
const WIDTH = twips(210 - 25 - 12);
const LABELS = twips(58);
/** Pixels of 1/96 inch: 20 mm. */
const CODE = 76;

/**
 * Consents as one editable Word file, each in a section of its own that begins on a new sheet (an odd page if
 * `doubleSided`), its code on every page. Without the writer's name; the same prints give the same bytes. A RangeError without prints.
 */
export async function renderConsentDocx(
  prints: readonly ConsentPrint[],
  { doubleSided }: { readonly doubleSided: boolean },
): Promise<Uint8Array> {
  const [first] = prints;
  if (!first) throw new RangeError('there is no consent to print');
  const title = prints.length === 1 ? first.template.title : 'Согласия';
  const font = first.typeface === 'Tinos' ? 'Times New Roman' : 'PT Serif';
  const run = { font, size: 22, color: '000000' };
  const file = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: { run: { font, size: 22, language: { value: 'ru-RU' } } },
        title: { run: { ...run, size: 26, bold: true } },
        heading1: { run: { ...run, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
      },
    },
    sections: prints.map((print, at) => section(composeConsent(print), at, doubleSided)),
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  return settleZip(bytes, { 'docProps/core.xml': coreProperties(title) });
}

function section(consent: DrawnConsent, at: number, doubleSided: boolean): ISectionOptions {
  return {
    properties: {
      type: doubleSided ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: { ...MARGIN, footer: twips(8) },
        pageNumbers: { start: 1 },
      },
    },
    footers: { default: foot(consent, at) },
    children: [
      ...(consent.registerLine === null
        ? []
        : [
            new Paragraph({
              alignment: AlignmentType.RIGHT,
              children: [new TextRun({ text: consent.registerLine, size: 18 })],
            }),
          ]),
      new Paragraph({
        heading: HeadingLevel.TITLE,
        alignment: AlignmentType.CENTER,
        children: [new TextRun(consent.title)],
      }),
      new Paragraph({
        spacing: { before: 160, after: 160 },
        border: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME },
        children: [new TextRun({ text: 'Коротко. ', bold: true }), new TextRun(consent.summary)],
      }),
      ...consent.parts.flatMap(drawPart),
      ...consent.places.flatMap(drawPlace),
    ],
  };
}

const FRAME = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 4 };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

function foot({ mark }: DrawnConsent, at: number): Footer {
  const code = new ImageRun({
    type: 'bmp',
    data: squareCodeBitmap(mark.link),
    transformation: { width: CODE, height: CODE },
    // The library counts its pictures over the life of the process; the same print is to give the same bytes.
    altText: { id: String(at + 1), name: 'QR', title: mark.label, description: mark.label },
  });
  const label = new TextRun({
    size: 16,
    children: [`${mark.label} · страница `, PageNumber.CURRENT, new Tab()],
  });
  return new Footer({
    children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }], children: [label, code] })],
  });
}

function drawPart(part: ConsentPart): FileChild[] {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(part.text)] })];
    case 'paragraph':
      return [new Paragraph({ alignment: AlignmentType.JUSTIFIED, children: [new TextRun(part.text)] })];
    case 'list':
      return part.items.map(
        (item) =>
          new Paragraph({ indent: { left: twips(5), hanging: twips(5) }, children: [new TextRun(`– ${item}`)] }),
      );
    case 'fields':
      return [
        table(
          [LABELS, WIDTH - LABELS],
          part.rows.map(({ label, value }) => [
            cell([new TextRun(label)]),
            value === null ? empty() : cell([new TextRun({ text: value, bold: true })]),
          ]),
          BARE,
        ),
        // Two tables that touch become one in Word.
        new Paragraph({ spacing: { line: 120 } }),
      ];
    case 'ticks':
      return part.lines.map(({ text, ticked }) => new Paragraph({ children: [box(ticked), new TextRun(` ${text}`)] }));
    case 'matrix':
      return [drawMatrix(part)];
  }
}

function drawMatrix({ columns, rows }: MatrixPart): Table {
  const share = Math.floor(WIDTH / (columns.length + 2));
  const bold = (text: string) => cell([new TextRun({ text, bold: true })]);
  return table(
    Array.from({ length: columns.length + 2 }, () => share),
    [
      [bold('Данные'), ...columns.map(bold), bold('Условия и запреты')],
      ...rows.map(({ text, ticked, conditions }) => [
        cell([new TextRun(text)]),
        ...ticked.map((on) => cell([box(on)], AlignmentType.CENTER)),
        cell([new TextRun(conditions ?? '')]),
      ]),
    ],
  );
}

function drawPlace({ who, fullName, choice, signed }: SigningPlace): FileChild[] {
  const lines =
    signed === null
      ? [
          [box(false), new TextRun(` ${choice.yes}        `), box(false), new TextRun(` ${choice.no}`)],
          [new TextRun('_______________________   ______________________________   «___» ____________ 20___ г.')],
        ]
      : [[new TextRun({ text: signed, bold: true })]];
  return [
    new Paragraph({ spacing: { before: 280 }, keepNext: true, children: [new TextRun(who)] }),
    new Paragraph({ keepNext: true, children: [new TextRun({ text: fullName, bold: true })] }),
    ...lines.map(
      (children, at) => new Paragraph({ spacing: { before: at * 240 }, keepNext: at < lines.length - 1, children }),
    ),
  ];
}

/** Times New Roman has no box; Word on every system finds one in these. */
function box(ticked: boolean): TextRun {
  return new TextRun({ text: ticked ? '☒' : '☐', font: 'Segoe UI Symbol' });
}

type Borders = ConstructorParameters<typeof TableCell>[0]['borders'];

function cell(
  children: TextRun[],
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
  borders?: Borders,
): TableCell {
  return new TableCell({ ...(borders ? { borders } : {}), children: [new Paragraph({ alignment, children })] });
}

/** A line to write on. */
function empty(): TableCell {
  return cell([], AlignmentType.LEFT, { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000' } });
}

function table(widths: readonly number[], rows: readonly TableCell[][], borders?: typeof BARE): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    ...(borders ? { borders } : {}),
    rows: rows.map(
      (children, at) => new TableRow({ cantSplit: true, tableHeader: borders === undefined && at === 0, children }),
    ),
  });
}
