import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { StartupError } from './startup-error.ts';

describe('settings', () => {
  test('nothing set starts with an embedded database in ./data on port 8080', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: undefined,
      dataDir: 'data',
      databaseUrl: undefined,
      databaseAppUrl: undefined,
      smtpUrl: undefined,
      mailFrom: undefined,
      logLevel: 'info',
    });
  });

  test('an empty value is the same as none', () => {
    const names = [
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'DATA_DIR',
      'DATABASE_URL',
      'DATABASE_APP_URL',
      'SMTP_URL',
      'LOG_LEVEL',
    ];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
  });

  test('what is set is taken, and a public address loses its closing slash', () => {
    const config = readConfig({
      PORT: '9000',
      PUBLIC_URL: 'https://school.example/',
      DATABASE_URL: 'postgresql://owner:secret@db.example/nastavnik',
      SMTP_URL: 'smtps://robot:secret@mail.example',
    });
    expect(config).toMatchObject({ port: 9000, publicUrl: 'https://school.example' });
    expect(config.databaseUrl).toBe('postgresql://owner:secret@db.example/nastavnik');
  });

  test('a database behind a socket has no host in its address', () => {
    const url = 'postgresql:///nastavnik?host=/var/run/postgresql';
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'lyceum.local'],
    ['DATABASE_URL', 'mysql://user:hidden@db.example/x'],
    ['SMTP_URL', 'mail.example:hidden'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by name in both languages, without showing the value', (name, value) => {
    const error = refusal({ [name]: value });
    expect(error.code).toBe('settings-invalid');
    expect(error.ru).toContain(name);
    expect(error.en).toContain(name);
    expect(`${error.ru} ${error.en}`).not.toContain(value);
  });

  test('all wrong settings are named at once', () => {
    expect(refusal({ PORT: 'x', SMTP_URL: 'y' }).en).toMatch(/PORT.*SMTP_URL/);
  });

  test('whatever stands in the environment, the answer is settings or a refusal', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('PORT', 'DATABASE_URL', 'SMTP_URL', 'LOG_LEVEL'), fc.string()),
        (env) => {
          try {
            expect(readConfig(env).port).toBeGreaterThanOrEqual(0);
          } catch (error) {
            expect(error).toBeInstanceOf(StartupError);
          }
        },
      ),
    );
  });
});

function refusal(env: Record<string, string>): StartupError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof StartupError) return error;
  }
  throw new Error('these settings should have been refused');
}
