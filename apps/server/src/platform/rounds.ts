/**
 * Questions that ask the same at the same time share one answer, and nobody is told what was true before they asked:
 * a round serves those who had come before it began, the next begins when it has ended. So however many ask, there is
 * one at work and at most one waiting, and after a write was acknowledged nobody is answered without it.
 */
export class Rounds<Answer> {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, Promise<Answer>>();

  /** @param ask begins the work; who comes before it has begun shares it, a failure too */
  join(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting;
    const before = this.#running.get(key);
    if (!before) return this.#begin(key, ask);
    const next = before
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        this.#waiting.delete(key);
        return this.#begin(key, ask);
      });
    this.#waiting.set(key, next);
    return next;
  }

  #begin(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const round = ask().finally(() => {
      if (this.#running.get(key) === round) this.#running.delete(key);
    });
    this.#running.set(key, round);
    return round;
  }
}
