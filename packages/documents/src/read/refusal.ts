/** Why a file is not read. The list is closed: the web words each of them. */
export const READING_REFUSALS = [
  'file.too-large',
  'file.empty',
  'file.encrypted',
  'file.damaged',
  'file.type-unsupported',
  'file.type-lies',
  'file.scan-without-text',
  'file.zip-bomb',
  'file.too-complex',
  'file.reading-timeout',
  'file.reading-memory',
] as const;

export type ReadingRefusalCode = (typeof READING_REFUSALS)[number];

/** What the sentence of the refusal may name: `says` is the type of the file's name, `is` the type of its bytes. */
export type ReadingRefusalDetails = { readonly says?: string; readonly is?: string; readonly part?: string };

export class ReadingRefusal extends Error {
  override readonly name = 'ReadingRefusal';
  readonly code: ReadingRefusalCode;
  readonly details: ReadingRefusalDetails;

  constructor(code: ReadingRefusalCode, details: ReadingRefusalDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

export const damaged = (part: string, cause?: unknown): ReadingRefusal =>
  new ReadingRefusal('file.damaged', { part }, cause === undefined ? undefined : { cause });
