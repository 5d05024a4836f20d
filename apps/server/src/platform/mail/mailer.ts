import { createTransport } from 'nodemailer';

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Given once per letter, so that a repeated attempt is recognised as the same letter. */
  readonly messageId: string;
};

export type Mailer = { readonly configured: boolean; send(letter: Letter): Promise<void>; close(): void };

/**
 * @param url `smtp://user:password@host:port` or `smtps://…`; undefined when the school has no mail server
 * @param from the sender's address
 */
export function openMailer(url: string | undefined, from: string): Mailer {
  if (!url) {
    return {
      configured: false,
      send: () => Promise.reject(new Error('mail is not configured')),
      close: () => undefined,
    };
  }
  const transport = createTransport(url, { from });
  return {
    configured: true,
    async send(letter) {
      await transport.sendMail({
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
        messageId: letter.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
        // Whatever stands in the text, nothing is fetched or attached from elsewhere.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}
