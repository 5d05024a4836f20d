/** Remembers changes while a trial runs, so that it can take them back without a copy of everything. */
export class Journal {
  private steps: (() => void)[] | undefined;

  /** Begins to remember; the returned function takes back all that has changed since. */
  begin(): () => void {
    const outer = this.steps;
    const steps: (() => void)[] = [];
    this.steps = steps;
    return () => {
      this.steps = undefined;
      for (let step = steps.pop(); step; step = steps.pop()) step();
      this.steps = outer;
    };
  }

  note(step: () => void): void {
    this.steps?.push(step);
  }
}

/** A map whose changes a journal can take back. The order of its keys may be another one then. */
export class KeptMap<K, V> {
  /** To be read by others. */
  readonly entries: ReadonlyMap<K, V>;
  private readonly map: Map<K, V>;
  private readonly journal: Journal;

  constructor(journal: Journal, entries: Iterable<readonly [K, V]> = []) {
    this.journal = journal;
    this.map = new Map(entries);
    this.entries = this.map;
  }

  get(key: K): V | undefined {
    return this.map.get(key);
  }

  has(key: K): boolean {
    return this.map.has(key);
  }

  set(key: K, value: V): void {
    this.remember(key);
    this.map.set(key, value);
  }

  delete(key: K): void {
    this.remember(key);
    this.map.delete(key);
  }

  private remember(key: K): void {
    const { map } = this;
    if (!map.has(key)) this.journal.note(() => map.delete(key));
    else {
      const value = map.get(key)!;
      this.journal.note(() => map.set(key, value));
    }
  }
}
