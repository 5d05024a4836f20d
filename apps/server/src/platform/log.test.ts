import { expect, test } from 'vitest';
import { openLog } from './log.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  let text = '';
  write(openLog('info', { write: (line) => (text += line) }));
  return text;
}

test('the address that a mail server complains of is not logged, in the message or in the stack', () => {
  const text = logged((log) =>
    log.error({ err: new Error('450 4.2.0 <anna.perova@школа.рф>: greylisted') }, 'job failed'),
  );
  expect(text).toContain('greylisted');
  expect(text).not.toContain('perova');
  expect(text).not.toContain('школа.рф');
});

test('what a database tells of the values it refused is not logged', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint "user_email_key"'), {
    code: '23505',
    detail: 'Key (email)=(anna@school.example) already exists.',
    parameters: ['anna@school.example', 'Перова'],
  });
  const text = logged((log) => log.error({ err: error }, 'defect'));
  expect(text).toContain('23505');
  expect(text).not.toMatch(/anna@|Перова/);
});

test('a value that could not be read is not quoted, be it the database or JSON that could not', () => {
  const refused = Object.assign(new Error('invalid input syntax for type date: "Перова Анна"'), { code: '22007' });
  const read = (() => {
    try {
      return JSON.parse('Перова Анна');
    } catch (error) {
      return error as Error;
    }
  })();
  const text = logged((log) => {
    log.error({ err: refused }, 'defect');
    log.error({ err: read }, 'defect');
  });
  expect(text).toContain('invalid input syntax for type date');
  expect(text).toContain('is not valid JSON');
  expect(text).not.toMatch(/Перова|'П'/);
});

test('the folders of packages in a stack stay readable', () => {
  const error = new Error('no');
  error.stack = 'Error: no\n    at file:///srv/node_modules/@fastify/helmet/index.js:1:1';
  expect(logged((log) => log.error({ err: error }, 'defect'))).toContain('@fastify/helmet/index.js');
});
