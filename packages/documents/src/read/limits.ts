/** Bounds of reading. They are far above any school's roadmap and far below what hurts a small server. */
export const LIMITS = {
  /** Bytes of the file itself (20 MB). */
  fileBytes: 20 * 1024 * 1024,
  /** Bytes of all parts of a container that we unpack, together. */
  unpackedBytes: 200 * 1024 * 1024,
  /** A part above `ratioFrom` bytes may not grow more than this many times; text XML stays under 40. */
  ratio: 100,
  ratioFrom: 4 * 1024 * 1024,
  zipEntries: 5_000,
  /** Elements inside one another, in XML and HTML: the walkers are recursive. */
  depth: 300,
  /** Elements of one XML or HTML part. */
  elements: 1_500_000,
  /** Cells of all tables: a sheet may name a million empty rows. */
  cells: 500_000,
  pages: 2_000,
} as const;
