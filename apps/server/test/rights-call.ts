import type { Ids } from './rights-ids.ts';

/** How an endpoint is called so that the rights answer and not the shape, and who comes through. */
export type Call = {
  /** Which thing stands in the address for a parameter, where it is not called so itself. */
  readonly at?: Readonly<Record<string, string>>;
  readonly query?: (ids: Ids) => string;
  readonly body?: (ids: Ids) => unknown;
  /** A multipart form with a file; the answer gives its other fields. */
  readonly file?: (ids: Ids) => Readonly<Record<string, string>>;
  /** Who comes through to own objects and to others': names of `rights-cast.ts`, or `everybody`, or `anonymous`. */
  readonly may: string;
  /** Who comes through to own objects alone. */
  readonly own?: string;
  /**
   * Many at once: the answer is a 200 that says of each why it was left out. Passed is where nothing was left out by the
   * rights.
   */
  readonly leftOut?: RegExp;
  /** A thing that is not one's own is not told to exist (404 in one's own school as well). */
  readonly hidden?: true;
  /** The code of a part that is not there, said after the rights were asked: who hears it has come through. */
  readonly gap?: string;
  /** Writes in one transaction and reads in the next; here the first is forgotten, so the second finds nothing. */
  readonly inTwoSteps?: true;
};

/** `METHOD /path` without the prefix `/api/v1`; several calls where the answer depends on what is named. */
export type Calls = Readonly<Record<string, Call | readonly Call[]>>;

export const OFFICE = 'curator deputy director';
export const EMPLOYEES = `${OFFICE} administrator group head teacher psychologist personnel editor officer municipal regional staff`;
export const NOBODY = '';
export const EVERYBODY = 'everybody';
