import { setTimeout as pause } from 'node:timers/promises';
import { postgresHome } from './binaries.ts';
import { ensureCluster, SUPERUSER } from './cluster.ts';
import { connectionUrl } from './connection-url.ts';
import { prepareDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { stopOrphan } from './orphan.ts';
import { type Place, preparePlace } from './place.ts';
import { type Postmaster, type PostmasterOptions, startPostmaster } from './postmaster.ts';
import { APPLICATION_ROLE, DATABASE, ensureRolesAndDatabase, OWNER_ROLE } from './roles.ts';
import { forgetAddress, writeAddress } from './running-server.ts';
import { databaseSecrets } from './secrets.ts';
import { serverUser } from './server-user.ts';

/** A server that dies again and again within this time is not helped by another start. */
const RESTARTS_ALLOWED = 5;
const RESTARTS_WITHIN_MS = 60_000;

export type EmbeddedServer = {
  ownerUrl: string;
  applicationUrl: string;
  superuserUrl: string;
  /** Another database of the same server under the same roles: tests clone a template. */
  databaseUrl: (role: 'owner' | 'application' | 'superuser', database: string) => string;
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  dataDir: string;
  /** `durable` is how schools run; `throwaway` forgoes the disk for test databases that nobody will miss. */
  durability?: 'durable' | 'throwaway';
  /** Called when the server keeps dying; the application should stop. Restarts before that are silent to callers. */
  onLost?: (error: unknown) => void;
};

/** Starts the embedded server on a data folder that is locked for this process until `stop`. Throws `StartupError`. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = prepareDataFolder(options.dataDir);
  const unlock = await lockFolder(folder.lock);
  let place: Place | undefined;
  try {
    const user = serverUser(folder);
    const home = postgresHome(user);
    const secrets = databaseSecrets(folder);
    await stopOrphan(folder);
    const durability = options.durability ?? 'durable';
    ensureCluster(folder, { home, user, password: secrets.superuserPassword, durable: durability === 'durable' });
    place = preparePlace(folder, folder.cluster, user);
    const settings = serverSettings(durability);
    const server = await supervise({ home, folder, place, settings }, options.onLost ?? (() => {}));

    const { host, port, close } = place;
    const roles = {
      owner: [OWNER_ROLE, secrets.ownerPassword],
      application: [APPLICATION_ROLE, secrets.applicationPassword],
      superuser: [SUPERUSER, secrets.superuserPassword],
    } as const;
    const databaseUrl: EmbeddedServer['databaseUrl'] = (role, database) => {
      const [name, password] = roles[role];
      return connectionUrl({ host, port, name, password, database });
    };
    await ensureRolesAndDatabase(databaseUrl('superuser', 'postgres'), secrets);
    writeAddress(folder, { host, port });
    return {
      ownerUrl: databaseUrl('owner', DATABASE),
      applicationUrl: databaseUrl('application', DATABASE),
      superuserUrl: databaseUrl('superuser', 'postgres'),
      databaseUrl,
      async stop() {
        forgetAddress(folder);
        await server.stop();
        close();
        unlock();
      },
    };
  } catch (error) {
    place?.close();
    unlock();
    throw error;
  }
}

/** Keeps a server running: one that is killed under us is started again and recovers; the pool finds it by itself. */
async function supervise(
  options: PostmasterOptions,
  onLost: (error: unknown) => void,
): Promise<{ stop: () => Promise<void> }> {
  let current: Postmaster = await startPostmaster(options);
  let stopping = false;
  const restarts: number[] = [];

  async function watch(): Promise<void> {
    for (;;) {
      await current.ended;
      if (stopping) return;
      restarts.push(Date.now());
      if (restarts.filter((at) => at > Date.now() - RESTARTS_WITHIN_MS).length > RESTARTS_ALLOWED) {
        throw new Error('the embedded database server keeps ending');
      }
      await pause(50);
      current = await startPostmaster(options);
    }
  }

  watch().catch((error: unknown) => {
    if (!stopping) onLost(error);
  });
  return {
    async stop() {
      stopping = true;
      await current.stop();
    },
  };
}

function serverSettings(durability: 'durable' | 'throwaway'): string[] {
  const settings = [
    process.platform === 'win32' ? 'listen_addresses=127.0.0.1' : 'listen_addresses=',
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'log_timezone=UTC',
    // Details and statements carry what people typed, and a log is read by other eyes than the table.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'log_checkpoints=off',
    // A backend whose application was killed stops in the middle of a long query instead of finishing it for nobody.
    ...(process.platform === 'linux' ? ['client_connection_check_interval=5s'] : []),
    // Plans of our small queries cost less than compiling them.
    'jit=off',
  ];
  if (durability === 'throwaway') settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return settings;
}
