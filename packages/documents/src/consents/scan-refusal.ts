/** Why a file of scans cannot be looked through at all. */
export type ScanRefusalCode =
  | 'scan.unknown-kind'
  | 'scan.not-readable'
  | 'scan.encrypted'
  | 'scan.too-large'
  | 'scan.too-many-pages';

export class ScanRefusal extends Error {
  readonly code: ScanRefusalCode;
  constructor(code: ScanRefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ScanRefusal';
    this.code = code;
  }
}

/** Bounds of one go: a class of 30 with five sheets each, both sides, and room besides. */
export const SCAN_LIMITS = {
  /** Of one file. */
  fileBytes: 200 * 1024 * 1024,
  pages: 400,
  /** Of a picture: 600 dpi of an A3 sheet are 70 million. */
  pixels: 100_000_000,
} as const;
