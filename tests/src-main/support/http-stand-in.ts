import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createPortalClient, type PortalClient } from '../../../src-main/connectors/service/portal-client.ts';
import type { Schedule } from '../../../src-main/schedule.ts';

export interface Request {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export type Answer = (request: Request, response: ServerResponse) => void | Promise<void>;

export interface StandIn {
  readonly url: string;
  readonly requests: Request[];
}

/** A real HTTP server on the loopback that answers as a test says and ends with it. */
export async function standIn(answer: Answer): Promise<StandIn> {
  const requests: Request[] = [];
  const server = createServer((incoming, response) => {
    void readBody(incoming).then(async (body) => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body };
      requests.push(request);
      await answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

async function readBody(incoming: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return text === '' ? null : (JSON.parse(text) as unknown);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Real time, for what talks to a real server. */
export const realSchedule: Schedule = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => {
    clearTimeout(timer);
  };
};

export const clientOf = (portalUrl: string, timeoutMs = 5000): PortalClient =>
  createPortalClient({ portalUrl, fetch: (url, init) => fetch(url, init), schedule: realSchedule, timeoutMs });
