import { startTestServer } from '../apps/server/test/server.ts';
import { generateDatabaseTypes } from './generate-db-types.ts';

/** Writes every generated file anew, from a database that the migrations have just made. */
const { server, stop } = await startTestServer();
try {
  generateDatabaseTypes(server.ownerUrl);
} finally {
  await stop();
}
