import type { Span } from '../text/span.ts';
import type { LayoutBlock } from './grid.ts';

export function looseCells(_lines: readonly Span[]): LayoutBlock[] | null {
  return null;
}
