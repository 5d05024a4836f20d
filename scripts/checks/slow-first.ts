import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first, so that no processor waits for one of them in the end. Vitest goes by size, and two of these have three lines. */
const SLOW = [
  // Its processes end in order and so leave the compiled application for those that are killed.
  'test/startup',
  'test/rights-programme',
  'test/rights-school',
  'test/crash',
  'test/backup',
  'list-imports/list-imports',
  'postgres/embedded-server',
  'consents/split-scan',
  'bin/install',
  'reading/read-in-worker',
];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = SLOW.findIndex((part) => moduleId.includes(part));
      return at < 0 ? SLOW.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
