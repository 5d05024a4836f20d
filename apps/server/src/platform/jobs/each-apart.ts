/**
 * Does the work for each, one after another. One that fails does not keep the others from theirs: an organisation must
 * not wait for another's trouble. At the end the failures are thrown, so that the job is known to have failed.
 */
export async function eachApart<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} of ${all.length} have failed`);
}
