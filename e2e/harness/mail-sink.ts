import { SMTPServer } from 'smtp-server';

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };
export type MailSink = { readonly url: string; readonly letters: readonly Letter[]; close(): Promise<void> };

/** A real mail server that takes every letter and keeps it. */
export async function openMailSink(): Promise<MailSink> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
        letters.push({ to, ...read(Buffer.concat(chunks).toString('utf8')) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** Subject and text of a letter with one part, as nodemailer writes it. */
function read(raw: string): { subject: string; text: string } {
  const border = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, border).replaceAll(/\r\n[ \t]+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = raw.slice(border + 4);
  const encoding = field('Content-Transfer-Encoding').toLowerCase();
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? quoted(body)
        : body;
  return { subject: words(field('Subject')), text };
}

/** RFC 2047; the white space between two encoded words is not part of them. */
function words(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, content: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(content, 'base64').toString('latin1')
        : bytes(content.replaceAll('_', ' ')),
    )
    .replace(/^[\s\S]*$/, (all) => (/[\u0080-\u00ff]/.test(all) ? Buffer.from(all, 'latin1').toString('utf8') : all));
}

function quoted(text: string): string {
  return Buffer.from(bytes(text.replaceAll(/=\r?\n/g, '')), 'latin1').toString('utf8');
}

function bytes(text: string): string {
  return text.replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
