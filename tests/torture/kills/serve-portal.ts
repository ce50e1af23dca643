import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commandSchema } from '../../../src-shared/domain/command.ts';
import { account } from '../../src-main/cache/records.ts';
import type { Random } from './seeded-random.ts';
import type { StandInPortal } from './stand-in-portal.ts';

export interface ServedPortal {
  readonly url: string;
  close(): Promise<void>;
}

/** Puts the portal behind HTTP on the loopback. Some answers are lost, before the effect or after it, or are a 503. */
export async function servePortal(portal: StandInPortal, random: Random): Promise<ServedPortal> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      answer(portal, random, request, body, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Null for a body that was cut off: its sender was killed. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  try {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return text;
  } catch {
    return null;
  }
}

function answer(
  portal: StandInPortal,
  random: Random,
  request: IncomingMessage,
  body: string | null,
  response: ServerResponse,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://portal');
  const organizationId = /organizations\/([^/]+)/u.exec(pathname)?.[1] ?? '';
  const limit = Number(searchParams.get('limit'));
  if (body === null) return;
  if (pathname.endsWith('/account')) send(response, 200, account(1));
  else if (pathname.endsWith('/linked-accounts')) send(response, 200, { linkedAccounts: portal.linkedAccounts });
  else if (pathname.endsWith('/snapshot')) {
    send(response, 200, portal.snapshot(organizationId, searchParams.get('after') ?? '', limit));
  } else if (pathname.endsWith('/changes')) {
    const page = portal.changes(organizationId, Number(searchParams.get('after')), limit);
    if (page === 'truncated') send(response, 410, { error: { code: 'feed_truncated' } });
    else send(response, 200, page);
  } else if (pathname.endsWith('/commands')) submit(portal, random(), body, response);
  else send(response, 404, { error: { code: 'not_found' } });
}

function submit(portal: StandInPortal, chance: number, body: string, response: ServerResponse): void {
  if (chance < 0.05) {
    response.destroy();
    return;
  }
  const outcome = portal.submit(commandSchema.parse(JSON.parse(body)));
  if (chance < 0.15) response.destroy();
  else if (chance < 0.2) send(response, 503, { error: { code: 'internal' } });
  else send(response, 200, outcome);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
