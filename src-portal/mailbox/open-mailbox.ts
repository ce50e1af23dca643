import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Chance } from '../context.ts';
import { mailboxPage, messageList } from './mailbox-page.ts';
import { mailboxScript, mailboxStyle } from './mailbox-style.ts';
import { openSmtpInbox } from './smtp-inbox.ts';
import { createMessageStore, type MessageStore } from './stored-message.ts';

export interface Mailbox {
  /** Where mail goes in. */
  readonly smtpUrl: string;
  /** Where it is read; `/messages` tells all of it as JSON, the oldest first. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A mailbox for every address, on this machine alone: a real SMTP server whose messages are shown on a page. They are
 * kept in memory, the newest 500.
 */
export async function openMailbox(chance: Pick<Chance, 'now' | 'randomBytes'>, port = 0): Promise<Mailbox> {
  const store = createMessageStore();
  const inbox = await openSmtpInbox(store, chance.now);
  const app = Fastify({ forceCloseConnections: true });
  serveMailbox(app, store, () => chance.randomBytes(16).toString('base64url'));
  await app.listen({ host: '127.0.0.1', port });
  const { port: listening } = app.server.address() as AddressInfo;
  return {
    smtpUrl: inbox.url,
    url: `http://127.0.0.1:${listening}`,
    async close() {
      await app.close();
      await inbox.close();
    },
  };
}

function serveMailbox(app: FastifyInstance, store: MessageStore, newNonce: () => string): void {
  // a page elsewhere must not read the messages through a name of its own that leads to this machine
  app.addHook('onRequest', async (request, reply) => {
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(request.headers.host ?? '')) {
      await reply.code(403).send({ error: { code: 'not_permitted' } });
    }
  });
  const show = (reply: FastifyReply, id: string | null): FastifyReply => {
    const selected = id === null ? undefined : store.find(id);
    const nonce = newNonce();
    const page = { messages: store.all(), selected, nonce, style: mailboxStyle, script: mailboxScript };
    return reply
      .code(id !== null && selected === undefined ? 404 : 200)
      .headers({ ...headers, 'content-security-policy': policy(nonce) })
      .send(mailboxPage(page));
  };
  app.get('/', (_request, reply) => show(reply, null));
  app.get<{ Params: { id: string } }>('/mail/:id', (request, reply) => show(reply, request.params.id));
  app.get<{ Querystring: { selected?: string } }>('/list', (request, reply) =>
    reply.headers(headers).send(messageList(store.all(), store.find(String(request.query.selected))).text),
  );
  app.get('/messages', () => store.all());
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const policy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
