/** Reads a stream piece by piece; `undefined` when it ends before the piece is whole. Zero bytes are always there. */
export type ByteReader = { read(bytes: number): Promise<Buffer | undefined> };

export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const from = source[Symbol.asyncIterator]();
  let chunks: Uint8Array[] = [];
  let size = 0;
  return {
    async read(bytes) {
      while (size < bytes) {
        const next = await from.next();
        if (next.done) return undefined;
        chunks.push(next.value);
        size += next.value.byteLength;
      }
      const all = chunks.length === 1 && chunks[0] instanceof Buffer ? chunks[0] : Buffer.concat(chunks);
      chunks = [all.subarray(bytes)];
      size -= bytes;
      return all.subarray(0, bytes);
    },
  };
}
