/** Why a snapshot is refused, and where: `path` is a JSON path such as `mentors[3].capacity`. */
export interface Fault {
  path: string;
  code: FaultCode;
}

export type FaultCode =
  | 'not-an-object'
  | 'not-a-list'
  | 'not-a-text'
  | 'empty-text'
  | 'not-a-flag'
  | 'not-a-whole-number'
  | 'out-of-range'
  | 'not-one-of'
  | 'duplicate'
  | 'unknown-mentor'
  | 'unknown-request'
  | 'missing'
  | 'too-large';

/** A reader collects faults instead of throwing, so that a person sees them all at once. */
export class Faults {
  readonly list: Fault[] = [];

  add(path: string, code: FaultCode): void {
    if (this.list.length < 100) this.list.push({ path, code });
  }
}
