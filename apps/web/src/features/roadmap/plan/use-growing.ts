import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** More than a screen holds. */
const AT_ONCE = 40;
const FASTER = 3;

/**
 * How many rows of a long plan stand by now. What a screen holds comes first, so that work can begin; the rest follows
 * within the second, in pieces that give way to whoever types or clicks. In the end every row is there, for the browser's
 * own search, for screen readers and on paper: this is why the rows that are out of sight are not left out.
 */
export function useGrowing(total: number): number {
  const [shown, setShown] = useState(AT_ONCE);
  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => startTransition(() => setShown(shown * FASTER)), 0);
    return () => clearTimeout(timer);
  }, [shown, total]);
  useEffect(() => {
    const showAll = () => flushSync(() => setShown(Number.POSITIVE_INFINITY));
    window.addEventListener('beforeprint', showAll);
    return () => window.removeEventListener('beforeprint', showAll);
  }, []);
  return shown;
}
