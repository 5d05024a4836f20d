import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

const PLACE = 'button[data-place-button]';

export type OneTabStop<Element extends HTMLElement> = {
  readonly ref: RefObject<Element | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: { target: EventTarget }) => void;
};

/**
 * Hundreds of places are one stop of the Tab key; the arrows, Home and End go from place to place. The stop is where the
 * focus was last, and moves to the place that is lit from outside. It is set on the elements themselves: a long document
 * must not be drawn anew for every press of a key.
 * @param lit the key of the place that is lit now
 */
export function useOneTabStop<Element extends HTMLElement>(lit: string | undefined): OneTabStop<Element> {
  const ref = useRef<Element>(null);
  const places = () => [...(ref.current?.querySelectorAll<HTMLButtonElement>(PLACE) ?? [])];

  useEffect(() => {
    const all = places();
    const chosen = all.find((each) => each.dataset['placeButton'] === lit) ?? all.find((each) => each.tabIndex === 0);
    stopAt(all, chosen ?? all[0]);
  });

  return {
    ref,
    onFocus: ({ target }) => {
      const all = places();
      const here = all.find((each) => each === target);
      if (here) stopAt(all, here);
    },
    onKeyDown: (event) => {
      // With Alt the arrows walk through the remarks.
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const all = places();
      const at = all.findIndex((each) => each === document.activeElement);
      if (at < 0) return;
      const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
    },
  };
}

function stopAt(all: readonly HTMLButtonElement[], chosen: HTMLButtonElement | undefined): void {
  for (const each of all) each.tabIndex = each === chosen ? 0 : -1;
}
