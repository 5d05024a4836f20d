import { randomInt } from 'node:crypto';
import { chmodSync, chownSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import type { ServerUser } from './server-user.ts';

/** The address field of a unix socket holds 108 bytes with the closing zero (104 on macOS). */
const LONGEST_SOCKET_PATH = process.platform === 'linux' ? 107 : 103;
/** Part of the socket's file name only: nothing listens on the network. */
const SOCKET_PORT = 5432;

/**
 * Where the server lives and how it is told. Root may keep its data under `/root`, where the unprivileged server
 * cannot walk; there it is handed the open folders themselves and names them `/proc/self/fd/3` and `…/4`.
 */
export type Place = {
  /** How the server names the cluster and the socket folder. */
  clusterForServer: string;
  socketForServer: string;
  /** How the application names the socket folder; on Windows the driver knows no such sockets and uses the loopback. */
  socketFolder: string;
  host: string;
  port: number;
  /** How a child process is started so that these names hold. */
  spawn: { uid?: number; gid?: number; cwd: string; inherited: number[] };
  close: () => void;
};

export function preparePlace(folder: DataFolder, cluster: string, user: ServerUser | undefined): Place {
  const socket = socketFolder(folder);
  belongTo(cluster, user);
  belongTo(socket.path, user);
  const windows = process.platform === 'win32';
  const handed = user !== undefined && process.platform === 'linux';
  const inherited = handed ? [openSync(cluster, 'r'), openSync(socket.path, 'r')] : [];
  return {
    clusterForServer: handed ? '/proc/self/fd/3' : cluster,
    socketForServer: handed ? '/proc/self/fd/4' : socket.path,
    socketFolder: socket.path,
    host: windows ? '127.0.0.1' : socket.path,
    port: windows ? randomInt(20_000, 50_000) : SOCKET_PORT,
    spawn: { ...user, cwd: handed ? '/' : cluster, inherited },
    close() {
      for (const fd of inherited) closeSync(fd);
      if (socket.temporary) rmSync(socket.path, { recursive: true, force: true });
    },
  };
}

/** In the data folder, unless its path is too long for a socket: then a private folder of its own in the temporary one. */
function socketFolder(folder: DataFolder): { path: string; temporary: boolean } {
  const longest = join(folder.run, `.s.PGSQL.${SOCKET_PORT}.lock`);
  if (process.platform === 'win32' || Buffer.byteLength(longest) <= LONGEST_SOCKET_PATH) {
    return { path: folder.run, temporary: false };
  }
  return { path: mkdtempSync(join(tmpdir(), 'nastavnik-')), temporary: true };
}

function belongTo(path: string, user: ServerUser | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (user) chownSync(path, user.uid, user.gid);
}
