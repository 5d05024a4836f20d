import { existsSync } from 'node:fs';
import { fromRoot } from './say.mjs';

/** From here on Node runs TypeScript by itself, without a flag and without a warning. */
const OLDEST_WITHOUT_PIN = 24;

/**
 * The Node that came with the dependencies. Where none is published for the system (macOS), the Node that runs us,
 * if it is new enough. Undefined if neither will do.
 */
export function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = fromRoot(`node_modules/node-${platform}-${process.arch}/bin/${file}`);
  if (existsSync(pinned)) return pinned;
  const major = Number(process.versions.node.split('.')[0]);
  return major >= OLDEST_WITHOUT_PIN ? process.execPath : undefined;
}
