import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { Auth } from './platform/auth/auth.ts';
import type { Clock } from './platform/clock.ts';
import type { Pool } from './platform/db/pool.ts';
import type { FileStore } from './platform/files/store.ts';
import type { Mailer } from './platform/mail/mailer.ts';

/** What features are given of the outside world. */
export type Deps = {
  readonly pool: Pool;
  readonly auth: Auth;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly log: Logger;
  /** Where people open the application; undefined: the address of the request. */
  readonly publicUrl: string | undefined;
  readonly demo: boolean;
};

/** The HTTP application that features add their routes to. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
