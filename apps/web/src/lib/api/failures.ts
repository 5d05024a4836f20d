import type { RefusalCode } from '@nastavnik/contracts/refusals';

type Details = Readonly<Record<string, unknown>>;
type WrongField = { readonly path: string; readonly code: string };

/** The server said no on purpose; the code is one of the list. */
export class RefusalError extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly fields: readonly WrongField[];
  readonly details: Details;
  /** Seconds to wait before asking again, when the server named them. */
  readonly retryAfter: number | undefined;

  constructor(
    code: RefusalCode,
    answer: { status: number; fields?: readonly WrongField[]; details?: Details; retryAfter?: number | undefined },
  ) {
    super(code);
    this.name = 'RefusalError';
    this.code = code;
    this.status = answer.status;
    this.fields = answer.fields ?? [];
    this.details = answer.details ?? {};
    this.retryAfter = answer.retryAfter;
  }
}

/** `offline`: no answer at all; `timeout`: too slow; `defect`: an answer that nobody meant, or of an unknown shape. */
export type FailureKind = 'offline' | 'timeout' | 'defect';

export class FailureError extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, cause?: unknown) {
    super(kind, { cause });
    this.name = 'FailureError';
    this.kind = kind;
  }
}
