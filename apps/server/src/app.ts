import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { App, Deps } from './deps.ts';
import { accessCodesRoutes } from './features/access-codes/access-codes.routes.ts';
import { agreementsRoutes } from './features/agreements/agreements.routes.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { banksRoutes } from './features/banks/banks.routes.ts';
import { calendarFeedRoutes } from './features/calendar-feed/feed.routes.ts';
import { classesRoutes } from './features/classes/classes.routes.ts';
import { consentTemplatesRoutes } from './features/consent-templates/templates.routes.ts';
import { consentsRoutes } from './features/consents/consents.routes.ts';
import { demandsRoutes } from './features/demands/demands.routes.ts';
import { depersonalisationRoutes } from './features/depersonalisation/depersonalisation.routes.ts';
import { erasureRoutes } from './features/erasure/erasure.routes.ts';
import { filesRoutes } from './features/files/files.routes.ts';
import { impersonationRoutes } from './features/impersonation/impersonation.routes.ts';
import { importsRoutes } from './features/imports/imports.routes.ts';
import { indicatorsRoutes } from './features/indicators/indicators.routes.ts';
import { itemsRoutes } from './features/items/items.routes.ts';
import { listImportsRoutes } from './features/list-imports/list-imports.routes.ts';
import { mentoringFormsRoutes } from './features/mentoring-forms/forms.routes.ts';
import { mentorsRoutes } from './features/mentors/mentors.routes.ts';
import { myDataRoutes } from './features/my-data/my-data.routes.ts';
import { participantsRoutes } from './features/participants/participants.routes.ts';
import { personsRoutes } from './features/persons/persons.routes.ts';
import { policyRoutes } from './features/policy/policy.routes.ts';
import { printRoutes } from './features/print/print.routes.ts';
import { registerRoutes } from './features/register/register.routes.ts';
import { remindersRoutes } from './features/reminders/reminders.routes.ts';
import { requestsRoutes } from './features/requests/requests.routes.ts';
import { resourcesRoutes } from './features/resources/resources.routes.ts';
import { roadmapsRoutes } from './features/roadmaps/roadmaps.routes.ts';
import { rollOverRoutes } from './features/roll-over/roll-over.routes.ts';
import { scansRoutes } from './features/scans/scans.routes.ts';
import { searchRoutes } from './features/search/search.routes.ts';
import { selectionRoutes } from './features/selection/selection.routes.ts';
import { sessionRoutes } from './features/session/session.routes.ts';
import { settingsRoutes } from './features/settings/settings.routes.ts';
import { signUpsRoutes } from './features/sign-ups/sign-ups.routes.ts';
import { staffRoutes } from './features/staff/staff.routes.ts';
import { todayRoutes } from './features/today/today.routes.ts';
import { demandDeclaredAccess } from './platform/http/access.ts';
import { authRoutes } from './platform/http/auth-routes.ts';
import { healthRoutes } from './platform/http/health.ts';
import { openApi } from './platform/http/open-api.ts';
import { answerProblems } from './platform/http/problems.ts';
import { knowCallers } from './platform/http/session.ts';
import { refuseBrokenText } from './platform/http/well-formed-text.ts';
import { newId } from './platform/ids.ts';

const MEGABYTE = 1024 * 1024;
/** Twenty megabytes over a slow line. */
const REQUEST_WITHIN_MS = 5 * 60_000;
const WEB = join(import.meta.dirname, '../../web/dist');

/** The whole application as a Fastify that never listens by itself, so that tests can inject requests. */
export async function buildApp(deps: Deps, options: { trustProxy?: boolean; web?: string } = {}): Promise<App> {
  const app: App = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    // The proxy is believed, and so the last entry, which is its own; those before are whatever the client has written.
    trustProxy: options.trustProxy ? (_address: string, hop: number) => hop === 0 : false,
    bodyLimit: 8 * MEGABYTE,
    // A request that trickles in for ever holds a connection, and the stop of the server.
    requestTimeout: REQUEST_WITHIN_MS,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(deps.clock.now()),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  answerProblems(app);
  demandDeclaredAccess(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // The component library writes its theme into style elements; scripts come from files alone.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    // A school's server in its own network often has no certificate; the proxy in front decides.
    hsts: false,
  });
  // Quality 4 packs an answer as it is sent; the built files are packed better, once, by the build.
  await app.register(compress, {
    threshold: 2048,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(multipart, {
    limits: { fileSize: 20 * MEGABYTE, files: 1, fields: 10 },
    throwFileSizeLimit: true,
  });
  await openApi(app);
  knowCallers(app, deps);
  refuseBrokenText(app);
  keepOutOfCaches(app);
  healthRoutes(app, deps);
  authRoutes(app, deps);
  sessionRoutes(app, deps);
  staffRoutes(app, deps);
  personsRoutes(app, deps);
  classesRoutes(app, deps);
  listImportsRoutes(app, deps);
  rollOverRoutes(app, deps);
  settingsRoutes(app, deps);
  importsRoutes(app, deps);
  roadmapsRoutes(app, deps);
  itemsRoutes(app, deps);
  filesRoutes(app, deps);
  todayRoutes(app, deps);
  searchRoutes(app, deps);
  remindersRoutes(app, deps);
  printRoutes(app, deps);
  indicatorsRoutes(app, deps);
  calendarFeedRoutes(app, deps);
  agreementsRoutes(app, deps);
  auditRoutes(app, deps);
  banksRoutes(app, deps);
  mentoringFormsRoutes(app, deps);
  mentorsRoutes(app, deps);
  selectionRoutes(app, deps);
  participantsRoutes(app, deps);
  registerRoutes(app, deps);
  requestsRoutes(app, deps);
  signUpsRoutes(app, deps);
  accessCodesRoutes(app, deps);
  impersonationRoutes(app, deps);
  myDataRoutes(app, deps);
  consentTemplatesRoutes(app, deps);
  resourcesRoutes(app, deps);
  policyRoutes(app, deps);
  consentsRoutes(app, deps);
  demandsRoutes(app, deps);
  scansRoutes(app, deps);
  erasureRoutes(app, deps);
  depersonalisationRoutes(app, deps);
  await serveWeb(app, options.web ?? WEB);
  return app;
}

/** Answers of the API speak of people: after the sign-out nothing of them is left in the browser of a shared computer. */
function keepOutOfCaches(app: App): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/v1/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
}

/** The built web application; every address that is not the API's is its. */
async function serveWeb(app: App, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(response, path) {
      const lasting = /[\\/]assets[\\/]/.test(path);
      response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.route({
    method: 'GET',
    url: '/*',
    config: { access: 'public' },
    schema: { hide: true },
    handler: (request, reply) => {
      if (request.url.startsWith('/api/')) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    },
  });
}
