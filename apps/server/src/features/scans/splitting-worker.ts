import { openPile } from '@nastavnik/documents/consents/cut-pages';
import { groupPages } from '@nastavnik/documents/consents/group-pages';
import { lookForMark, type PageMarks } from '@nastavnik/documents/consents/look-for-mark';
import { pagePicture } from '@nastavnik/documents/consents/page-picture';
import { eachScanPage } from '@nastavnik/documents/consents/scan-pages';
import { ScanRefusal } from '@nastavnik/documents/consents/scan-refusal';
import type { PlacedPage, SplittingAnswer, SplittingTask } from './splitting-task.ts';

/** Along the longer side: names can be read, and forty of them weigh little. */
const PICTURE_POINTS = 1000;

/** The inside of the process: one task, a number after each page, one end. Anything but a refusal is a defect. */
async function answer(task: SplittingTask): Promise<SplittingAnswer> {
  try {
    switch (task.kind) {
      case 'look':
        return { pages: await look(task.bytes) };
      case 'cut':
        return { pieces: await cut(task) };
      case 'draw':
        return { picture: await pagePicture(task.bytes, task.page, PICTURE_POINTS) };
    }
  } catch (error) {
    if (error instanceof ScanRefusal) return { refusal: error.code };
    throw error;
  }
}

async function look(bytes: Uint8Array): Promise<PlacedPage[]> {
  const marks: PageMarks[] = [];
  await eachScanPage(bytes, async (page) => {
    marks.push(await lookForMark(page));
    process.send?.({ looked: marks.length } satisfies SplittingAnswer);
  });
  const { documents, homeless } = groupPages([marks]);
  return marks.map(({ ids }, at): PlacedPage => {
    const document = documents.find(({ pages }) => pages.some(({ page }) => page === at));
    const reason = homeless.find(({ page }) => page === at)?.reason ?? null;
    const documentId = document?.id ?? null;
    return { documentId, reason, by: documentId === null ? null : ids.includes(documentId) ? 'code' : 'neighbour' };
  });
}

async function cut({ bytes, pieces }: Extract<SplittingTask, { kind: 'cut' }>): Promise<Uint8Array[]> {
  const pile = await openPile([bytes]);
  const found: Uint8Array[] = [];
  for (const pages of pieces) found.push(await pile.cut(pages.map((page) => ({ file: 0, page }))));
  return found;
}

process.once('message', (task) => void answer(task as SplittingTask).then((end) => process.send?.(end)));
// Nobody waits for an answer any more: the server is gone.
process.once('disconnect', () => process.exit());
