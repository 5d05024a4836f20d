import type { PageMarks } from './look-for-mark.ts';

/** Where a page lies: the number of the file in the order given, and the page in it; both from 0. */
export type PagePlace = { readonly file: number; readonly page: number };

export type GroupedPages = {
  /** In the order in which the documents come first. */
  readonly documents: readonly { readonly id: string; readonly pages: readonly PagePlace[] }[];
  /** Pages before the first mark of a file, after a foreign code, or with the marks of two documents. */
  readonly homeless: readonly (PagePlace & { readonly reason: HomelessReason })[];
  /** Codes that are not ours, with their place; the text is cut to 200 characters. */
  readonly foreign: readonly (PagePlace & { readonly text: string })[];
};

export type HomelessReason = 'nothing-before' | 'foreign-code' | 'two-documents';

/**
 * A page with a mark belongs to its document, wherever it lies in the pile; a page without any to the document of the
 * page before it, within one file. Every page is in exactly one place of the result.
 */
export function groupPages(files: readonly (readonly PageMarks[])[]): GroupedPages {
  const documents = new Map<string, PagePlace[]>();
  const homeless: (PagePlace & { reason: HomelessReason })[] = [];
  const foreign: (PagePlace & { text: string })[] = [];
  files.forEach((pages, file) => {
    // A file begins anew: its first page does not go on from another scan.
    let before: { id: string } | { reason: HomelessReason } = { reason: 'nothing-before' };
    pages.forEach((marks, page) => {
      for (const text of marks.foreign) foreign.push({ file, page, text: text.slice(0, 200) });
      before = homeOf(marks) ?? before;
      if ('reason' in before) homeless.push({ file, page, reason: before.reason });
      else documents.set(before.id, [...(documents.get(before.id) ?? []), { file, page }]);
    });
  });
  return { documents: [...documents].map(([id, pages]) => ({ id, pages })), homeless, foreign };
}

/** Undefined for a page that goes on from the one before it. */
function homeOf({ ids, foreign }: PageMarks): { id: string } | { reason: HomelessReason } | undefined {
  const [id, ...others] = ids;
  if (others.length > 0) return { reason: 'two-documents' };
  if (id !== undefined) return { id };
  return foreign.length > 0 ? { reason: 'foreign-code' } : undefined;
}
