import { canonical, ENGINE_VERSION } from '../input/digest.ts';
import { readSnapshot } from '../input/read-snapshot.ts';
import type { Id, Snapshot } from '../input/snapshot.ts';
import { fromUtf8, toUtf8 } from '../input/utf8.ts';
import type { ChainState } from './chain.ts';
import type { SessionMode } from './live-round.ts';

export interface SavedSession {
  snapshot: Snapshot;
  mode: SessionMode;
  pairs: Record<Id, Id>;
  chain?: ChainState;
}

/** The bytes are damaged, of another kind, or of another version of the engine. */
export class SavedSessionError extends Error {}

/** UTF-8 JSON with sorted keys: equal sessions are equal bytes. */
export function encodeSession(saved: SavedSession): Uint8Array {
  return toUtf8(canonical({ engine: ENGINE_VERSION, ...saved }));
}

export function decodeSession(bytes: Uint8Array): SavedSession {
  let value: SavedSession & { engine?: unknown };
  try {
    value = JSON.parse(fromUtf8(bytes)) as typeof value;
  } catch (cause) {
    throw new SavedSessionError('not a saved session', { cause });
  }
  if (value.engine !== ENGINE_VERSION) throw new SavedSessionError(`saved by another engine: ${String(value.engine)}`);
  const read = readSnapshot(value.snapshot);
  if ('faults' in read) throw new SavedSessionError(`damaged at ${read.faults[0]?.path}`);
  const { mode, pairs, chain } = value;
  return { snapshot: read.snapshot, mode, pairs, ...(chain ? { chain } : {}) };
}
