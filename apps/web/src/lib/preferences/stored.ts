/** One choice kept in this browser; anything unreadable counts as not chosen. */
export function readStored<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  try {
    const text = globalThis.localStorage?.getItem(key);
    const value: unknown = text ? JSON.parse(text) : undefined;
    return allowed.find((one) => one === value) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keeps the choice; a browser that forbids storing forgets it with the page. */
export function writeStored(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, JSON.stringify(value));
  } catch {
    // Private mode or a full storage: the choice lives as long as the page.
  }
}
