/** What a step found. Tests count one by one; any other check counts as one. */
export type StepResult = { passed: number; failed: number; output: string };

export type Step = {
  name: string;
  /** Shown by `--list` and chosen by `--only`. */
  summary: string;
  /** Steps that have to be through before: those without stand first and run two at a time. */
  after?: readonly string[];
  /** Takes the machine for itself: its own programs use every core. */
  alone?: boolean;
  /** Stands back behind whatever else runs, so it takes no room and even those that want the machine for themselves may run. */
  beside?: boolean;
  run(): Promise<StepResult>;
};

/** A check that is a single yes or no. */
export function verdict(run: { code: number; output: string }): StepResult {
  return run.code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output: run.output };
}
