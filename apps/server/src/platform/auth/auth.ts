import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import pg from 'pg';
import type { DatabaseAddress } from '../db/pool.ts';

export type AuthSettings = {
  readonly database: DatabaseAddress;
  /** Signs cookies and encrypts second-factor secrets; at least 32 characters, kept in the data folder. */
  readonly secret: string;
  /** Where people open the application, when it stands behind a proxy; else the address of each request. */
  readonly publicUrl: string | undefined;
};

/** Half an hour without a request ends a session (RULE-33). */
const IDLE_SECONDS = 30 * 60;

/**
 * Accounts, passwords, second factor and sessions. Roles and rights are not its affair.
 * Nobody registers alone: accounts come from the first-run page and from invitations.
 */
export function openAuth(settings: AuthSettings) {
  const pool = new pg.Pool({ ...settings.database, options: '-c search_path=auth', max: 6 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const auth = betterAuth({
    appName: 'Наставник',
    database: pool,
    secret: settings.secret,
    basePath: '/api/auth',
    ...(settings.publicUrl ? { baseURL: settings.publicUrl } : {}),
    // The page and the API have one origin, whatever name or address the school uses for its server.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      expiresIn: IDLE_SECONDS,
      updateAge: 60,
      additionalFields: { activeTenantId: { type: 'string', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          // A new password opens a new session: one stays in the organisation that one has chosen.
          before: async ({ userId }, context) => {
            const former = context?.context.session?.session;
            return former?.userId === userId ? { data: { activeTenantId: former['activeTenantId'] } } : undefined;
          },
        },
      },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 60,
        // As the contract of logins says; the library's own rule has no hyphen.
        usernameValidator: (name) => /^[a-zA-Z0-9._-]+$/.test(name),
      }),
      twoFactor({ issuer: 'Наставник' }),
    ],
    // Sign-in is throttled by `throttle.ts`, which counts per login too: a whole school shares one address.
    rateLimit: { enabled: false },
    disabledPaths: [
      '/sign-up/email',
      '/change-email',
      '/delete-user',
      '/update-user',
      '/request-password-reset',
      '/reset-password',
      '/is-username-available',
    ],
    advanced: {
      cookiePrefix: 'nastavnik',
      useSecureCookies: settings.publicUrl?.startsWith('https://') ?? false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  return { auth, close: () => pool.end() };
}

export type Auth = ReturnType<typeof openAuth>['auth'];
