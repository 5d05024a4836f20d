import type { DocumentBlock, OfficialDocument } from '../write/official-document.ts';
import { adoptedMark, agreementStamp, approvalStamp } from '../write/stamps.ts';
import { shortDay } from '../write/words-of-days.ts';
import type { PrintExecution, RoadmapPrint } from './roadmap-print.ts';
import { roadmapTable } from './roadmap-table.ts';

/** Text width of an upright A4 page with the office margins of 30 and 10 mm. */
const UPRIGHT_WIDTH = 170;

/** The roadmap in its official form: header, stamps, title, foreword, table, signature (DOC-09). */
export function composeRoadmap(print: RoadmapPrint): OfficialDocument {
  const table = roadmapTable(print);
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  return {
    name: [print.kind, ...print.titleLines].join(' '),
    orientation: width > UPRIGHT_WIDTH ? 'landscape' : 'portrait',
    organizations: print.organizations,
    stamps: [
      ...print.adopted.map(adoptedMark),
      ...print.agreed.map(agreementStamp),
      ...(print.approved ? [approvalStamp(print.approved, print.kindGender)] : []),
    ],
    title: [print.kind, ...print.titleLines],
    blocks: [...print.sections.flatMap(section), ...(print.execution ? [executionLine(print.execution)] : []), table],
    signatures: print.signature ? [print.signature] : [],
    mark: print.mark,
  };
}

/** Paragraphs that begin with a dash are points of one list; the dash is drawn by the writer. */
function section({ heading, paragraphs }: RoadmapPrint['sections'][number]): DocumentBlock[] {
  const blocks: DocumentBlock[] = heading ? [{ kind: 'heading', text: heading }] : [];
  let items: string[] = [];
  const close = () => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  for (const paragraph of paragraphs) {
    const point = /^[-–—•]\s+(.*)$/su.exec(paragraph);
    if (point) {
      items.push(point[1] ?? '');
    } else {
      close();
      blocks.push({ kind: 'paragraph', text: paragraph });
    }
  }
  close();
  return blocks;
}

/** IND-01 with its numerator and denominator; without a denominator there is no percentage to tell. */
function executionLine({ numerator, denominator, asOf }: PrintExecution): DocumentBlock {
  const share = denominator === 0 ? '' : ` (${percent(numerator, denominator)})`;
  return {
    kind: 'paragraph',
    text: `По состоянию на ${shortDay(asOf)} выполнено ${numerator} из ${denominator}${share}.`,
  };
}

/** One decimal place, halves up, as in INDICATORS: 17 of 19 are «89,5 %». */
function percent(numerator: number, denominator: number): string {
  return `${(Math.round((1000 * numerator) / denominator) / 10).toFixed(1).replace('.', ',')} %`;
}
