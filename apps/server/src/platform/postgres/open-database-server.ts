import { startEmbeddedServer } from './embedded-server.ts';
import { openOwnServer } from './own-server.ts';

export type DatabaseServerSettings = {
  dataDir: string;
  /** A server of one's own; without it the embedded one. */
  databaseUrl?: string | undefined;
  databaseAppUrl?: string | undefined;
  /** Called when the embedded server keeps dying. */
  onLost?: (error: unknown) => void;
};

export type DatabaseServer = {
  kind: 'embedded' | 'own';
  /** Owner of the tables: migrations only. */
  ownerUrl: string;
  /** `nastavnik_app`: owns nothing, row-level security holds for it. */
  applicationUrl: string;
  /** Call it last, when the pools are closed. */
  stop: () => Promise<void>;
};

/** The database that the settings ask for, running and reachable, with both roles. Throws `StartupError`. */
export async function openDatabaseServer(settings: DatabaseServerSettings): Promise<DatabaseServer> {
  if (settings.databaseUrl !== undefined) {
    const { ownerUrl, applicationUrl } = await openOwnServer({
      databaseUrl: settings.databaseUrl,
      applicationUrl: settings.databaseAppUrl,
    });
    return { kind: 'own', ownerUrl, applicationUrl, stop: async () => {} };
  }
  const { dataDir, onLost } = settings;
  const { ownerUrl, applicationUrl, stop } = await startEmbeddedServer({ dataDir, ...(onLost ? { onLost } : {}) });
  return { kind: 'embedded', ownerUrl, applicationUrl, stop };
}
