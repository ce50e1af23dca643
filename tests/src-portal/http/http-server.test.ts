import { request, Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createHttpServer } from '../../../src-portal/http/http-server.ts';
import { createServiceLog } from '../../../src-portal/http/service-log.ts';

test('a server that is closed while it works answers first, and does not wait for more on that connection', async () => {
  const app = createHttpServer(createServiceLog({ write: () => undefined }));
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  app.get('/slow', async () => {
    begin();
    await finished;
    return { done: true };
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const answer = new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/slow', agent }, (response) => {
      response.resume();
      response.once('end', () => {
        resolve({ status: response.statusCode, connection: response.headers.connection });
      });
    })
      .once('error', reject)
      .end();
  });
  await begun;
  const closed = app.close();
  await expect.poll(() => app.server.listening).toBe(false);
  finish();
  expect(await answer).toEqual({ status: 200, connection: 'close' });
  await closed;
  agent.destroy();
});
