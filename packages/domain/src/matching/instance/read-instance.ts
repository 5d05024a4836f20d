import type { Fault } from '../input/fault.ts';
import type { Instance } from './instance.ts';

/** What is wrong with the arrays of an instance, with the place of the fault; undefined for a sound one. O(E). */
export function instanceFault({ rowPtr, col, w, cap }: Instance): Fault | undefined {
  if (rowPtr.length === 0 || rowPtr[0] !== 0) return { path: 'rowPtr[0]', code: 'out-of-range' };
  for (let i = 1; i < rowPtr.length; i++) {
    if (rowPtr[i]! < rowPtr[i - 1]!) return { path: `rowPtr[${i}]`, code: 'out-of-range' };
  }
  const edges = rowPtr[rowPtr.length - 1]!;
  if (col.length !== edges) return { path: 'col', code: 'out-of-range' };
  if (w.length !== edges) return { path: 'w', code: 'out-of-range' };
  for (let j = 0; j < cap.length; j++) if (cap[j]! < 0) return { path: `cap[${j}]`, code: 'out-of-range' };
  const seenBy = new Int32Array(cap.length).fill(-1);
  for (let i = 0; i + 1 < rowPtr.length; i++) {
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e++) {
      const j = col[e]!;
      if (j < 0 || j >= cap.length) return { path: `col[${e}]`, code: 'unknown-mentor' };
      if (seenBy[j] === i) return { path: `col[${e}]`, code: 'duplicate' };
      seenBy[j] = i;
      if (w[e]! < 0 || w[e]! > 1000) return { path: `w[${e}]`, code: 'out-of-range' };
    }
  }
  return undefined;
}
