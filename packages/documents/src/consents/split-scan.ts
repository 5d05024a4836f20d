import { openPile } from './cut-pages.ts';
import { type GroupedPages, groupPages, type HomelessReason, type PagePlace } from './group-pages.ts';
import { lookForMark, type PageMarks } from './look-for-mark.ts';
import { eachScanPage } from './scan-pages.ts';
import { SCAN_LIMITS, ScanRefusal } from './scan-refusal.ts';

export type SplitScan = {
  /** One PDF for each document found, its pages in the order of the pile. The id may be unknown: another school's. */
  readonly documents: readonly {
    readonly id: string;
    readonly pages: readonly PagePlace[];
    readonly pdf: Uint8Array;
  }[];
  /** Pages that found no home, each with its reason, and all of them in one PDF; null where there are none. */
  readonly homeless: {
    readonly pages: readonly (PagePlace & { readonly reason: HomelessReason })[];
    readonly pdf: Uint8Array | null;
  };
  readonly foreign: GroupedPages['foreign'];
  /** Pages looked at, of all files. */
  readonly pages: number;
};

export type SplitOptions = {
  /** Told after each page, for a bar with numbers. */
  readonly onPage?: (looked: number) => void;
};

/**
 * A pile of scanned papers (PDF, JPEG, PNG) parted by the square codes of our own prints. Heavy: half a second a page
 * or so; run it in a process of its own. Throws a ScanRefusal where a file cannot be read at all.
 */
export async function splitScan(files: readonly Uint8Array[], { onPage }: SplitOptions = {}): Promise<SplitScan> {
  const marks: PageMarks[][] = [];
  let looked = 0;
  for (const bytes of files) {
    const ofFile: PageMarks[] = [];
    marks.push(ofFile);
    await eachScanPage(bytes, async (page) => {
      if (looked >= SCAN_LIMITS.pages) throw new ScanRefusal('scan.too-many-pages');
      ofFile.push(await lookForMark(page));
      looked += 1;
      onPage?.(looked);
    });
  }
  const { documents, homeless, foreign } = groupPages(marks);
  const pile = await openPile(files);
  const cut: { id: string; pages: readonly PagePlace[]; pdf: Uint8Array }[] = [];
  for (const { id, pages } of documents) cut.push({ id, pages, pdf: await pile.cut(pages) });
  const rest = homeless.length > 0 ? await pile.cut(homeless) : null;
  return { documents: cut, homeless: { pages: homeless, pdf: rest }, foreign, pages: looked };
}
