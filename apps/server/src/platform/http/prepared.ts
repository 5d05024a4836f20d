import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Coding = 'br' | 'gzip';

/** Bytes of an answer that is given more than once: packed when somebody first takes them so, known by their digest. */
export class Prepared {
  readonly text: string;
  readonly tag: string;
  readonly #bytes: Buffer;
  readonly #packed = new Map<Coding, Promise<Buffer>>();

  /** @param text JSON that was checked by the contract of its address */
  constructor(text: string) {
    this.text = text;
    this.#bytes = Buffer.from(text);
    // Weak: the same answer packed in another way has it too. Every process makes the same of the same bytes.
    this.tag = `W/"${createHash('sha256').update(this.#bytes).digest('base64url').slice(0, 27)}"`;
  }

  bytes(coding: Coding | undefined): Promise<Buffer> {
    if (coding === undefined) return Promise.resolve(this.#bytes);
    const known = this.#packed.get(coding) ?? pack(this.#bytes, coding);
    this.#packed.set(coding, known);
    return known;
  }
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

function pack(bytes: Buffer, coding: Coding): Promise<Buffer> {
  return coding === 'br' ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : zip(bytes);
}

/** 304 where the asker says that it has these very bytes, else the bytes, packed as it takes them. */
export async function answerPrepared(
  request: FastifyRequest,
  reply: FastifyReply,
  prepared: Prepared,
): Promise<FastifyReply> {
  reply.header('etag', prepared.tag).header('vary', 'accept-encoding');
  if (names(request.headers['if-none-match'], prepared.tag)) return reply.code(304).send();
  const coding = codingOf(request.headers['accept-encoding']);
  if (coding) reply.header('content-encoding', coding);
  return reply.type('application/json; charset=utf-8').send(await prepared.bytes(coding));
}

function names(tags: string | undefined, tag: string): boolean {
  return tags?.split(',').some((each) => each.trim() === tag) ?? false;
}

/** What is refused by `;q=0` is rare enough to be sent plain. */
function codingOf(accepted: string | undefined): Coding | undefined {
  if (!accepted || /;\s*q=0(\.0*)?\s*(,|$)/.test(accepted)) return undefined;
  if (/(^|,)\s*br\b/.test(accepted)) return 'br';
  return /(^|,)\s*gzip\b/.test(accepted) ? 'gzip' : undefined;
}
