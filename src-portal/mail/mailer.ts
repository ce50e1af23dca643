import { createTransport } from 'nodemailer';
import type { LaidOutLetter } from './lay-out-letter.ts';

export interface OutgoingEmail extends LaidOutLetter {
  /** The same for each try, so that a receiver can tell a repeat. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
}

/** `words` are the mail server's own; they may name the recipient, so they are for the sender's eyes and never logged. */
export type Delivery =
  | { readonly status: 'accepted' }
  /** The server will not take it for this recipient, now or later. */
  | { readonly status: 'refused'; readonly reason: string; readonly words: string }
  /** Worth another try. */
  | { readonly status: 'postponed'; readonly reason: string; readonly words: string };

/** Hands emails to a mail server. Never throws for what a server or a network does. */
export interface Mailer {
  send(email: OutgoingEmail): Promise<Delivery>;
  close(): void;
}

/** Over SMTP: `smtp://host:port`, `smtps://user:password@host`. All waits together stay below a job's lease. */
export function createMailer(smtpUrl: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, from, to, subject, text, html }) {
      try {
        // an address object is never split into several recipients
        await transport.sendMail({ messageId, from, to: { name: '', address: to }, subject, text, html });
        return { status: 'accepted' };
      } catch (error) {
        return failedDelivery(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Stages in which a 5xx concerns this message or recipient, and not our own sign-in at the server. */
const messageStages: ReadonlySet<unknown> = new Set(['EENVELOPE', 'EMESSAGE']);

function failedDelivery(error: unknown): Delivery {
  const { code, responseCode, response } = describe(error);
  const words = response ?? (error instanceof Error ? error.message : 'The mail server could not be reached');
  const reason = [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown';
  const isPermanent = messageStages.has(code) && (responseCode === undefined || responseCode >= 500);
  return { status: isPermanent ? 'refused' : 'postponed', reason, words };
}

interface MailFailure {
  readonly code: string | undefined;
  readonly responseCode: number | undefined;
  readonly response: string | undefined;
}

function describe(error: unknown): MailFailure {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const [code, responseCode, response] = [field('code'), field('responseCode'), field('response')];
  return {
    code: typeof code === 'string' ? code : undefined,
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    response: typeof response === 'string' ? response : undefined,
  };
}

/** For a service without a mail server: everything is postponed, and in the end told as undeliverable. */
export const mailerWithoutServer: Mailer = {
  send: () => Promise.resolve({ status: 'postponed', reason: 'no mail server', words: 'No mail server is set up' }),
  close: () => undefined,
};
