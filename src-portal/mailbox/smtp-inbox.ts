import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { MessageStore } from './stored-message.ts';

/** Mailboxes of this domain do not exist: for trying what a refused email looks like. */
const bouncingDomain = 'bounces.example.com';

const mostBytes = 1024 * 1024;

export interface SmtpInbox {
  /** `smtp://127.0.0.1:port` */
  readonly url: string;
  close(): Promise<void>;
}

/** A real SMTP server on this machine alone that keeps what it is given and delivers it nowhere. */
export async function openSmtpInbox(store: MessageStore, now: () => Date): Promise<SmtpInbox> {
  async function keep(stream: SMTPServerDataStream, to: string[]): Promise<Error | null> {
    const mail = await simpleParser(stream, { skipTextToHtml: true, skipTextLinks: true });
    if (stream.sizeExceeded) return smtpError(552, '5.3.4 Message too large');
    const text = mail.text ?? '';
    store.add({
      from: mail.from?.text ?? '',
      to,
      subject: mail.subject ?? '(no subject)',
      text,
      links: linksOf(text),
      receivedAt: now().toISOString(),
    });
    return null;
  }

  const server = new SMTPServer({
    banner: 'mailbox of the demonstration',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: mostBytes,
    closeTimeout: 1_000,
    onRcptTo(recipient, _session, done) {
      const isBouncing = recipient.address.toLowerCase().endsWith(`@${bouncingDomain}`);
      done(isBouncing ? smtpError(550, '5.1.1 No such mailbox here') : null);
    },
    onData(stream, { envelope }, answer) {
      const recipients = envelope.rcptTo.map(({ address }) => address);
      void keep(stream, recipients).then(answer, () => answer(smtpError(451, '4.3.0 The message could not be read')));
    },
  });
  // a client that breaks off is its own affair
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const smtpError = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** Every http and https address in a text. */
export const linksOf = (text: string): string[] => text.match(/https?:\/\/[^\s<>"']+/gu) ?? [];
