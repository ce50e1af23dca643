import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../../src-shared/portal-api/routes.ts';
import { urlOf } from '../../../../src-main/connectors/service/portal-client.ts';
import { maxAnswerBytes } from '../../../../src-main/connectors/service/read-answer.ts';
import { organizationId, token } from '../../support/fixtures.ts';
import { clientOf, sendJson, standIn } from '../../support/http-stand-in.ts';

const health = { status: 'ok', version: '1', portals: ['cca'], database: 'embedded', mailboxUrl: null };
const nothing = { params: {}, query: {}, body: {} };

const answerOf = async (answer: (response: ServerResponse) => void, timeoutMs?: number) => {
  const portal = await standIn((_, response) => {
    answer(response);
  });
  return clientOf(portal.url, timeoutMs).callRoute(routes.health, nothing);
};

describe('a call', () => {
  it('is a request as the contract says, and its answer parsed', async () => {
    const portal = await standIn((_, response) => {
      sendJson(response, 200, { ...health, more: 'than the contract' });
    });
    expect(await clientOf(portal.url).callRoute(routes.health, nothing)).toEqual({ ok: true, value: health });
    expect(portal.requests).toMatchObject([{ method: 'GET', url: '/health', body: null }]);
    expect(portal.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('fills in path, query, body and token', async () => {
    const portal = await standIn((_, response) => {
      sendJson(response, 200, { changes: [], more: false });
    });
    const params = { portalId: 'cca', organizationId: organizationId(1) };
    const input = { params, query: { after: 7, limit: 3 }, body: {} };
    await clientOf(portal.url).callRoute(routes.changes, input, { accessToken: token('a') });
    expect(portal.requests[0]?.url).toBe(`/portals/cca/organizations/${organizationId(1)}/changes?after=7&limit=3`);
    expect(portal.requests[0]?.headers.authorization).toBe(`Bearer ${token('a')}`);
    await clientOf(portal.url).callRoute(routes.resendVerification, {
      params: { portalId: 'cca' },
      query: {},
      body: { email: 'a@example.com' },
    });
    expect(portal.requests[1]?.body).toEqual({ email: 'a@example.com' });
  });

  it('keeps a parameter within its place in the path', () => {
    const url = urlOf('https://portal.example/api', routes.account, { ...nothing, params: { portalId: '../x?y#z' } });
    expect(url).toBe('https://portal.example/api/portals/..%2Fx%3Fy%23z/account');
  });

  it('leaves out what the query does not have', () => {
    const params = { portalId: 'cca', organizationId: organizationId(1) };
    expect(urlOf('', routes.snapshot, { params, query: { after: undefined, limit: 5 }, body: {} })).toMatch(
      /\?limit=5$/u,
    );
  });
});

describe('a failure is a value:', () => {
  it.each([
    ['not JSON', 200, 'hello', 'unexpected_answer'],
    ['JSON of another shape', 200, '{"status":"fine"}', 'unexpected_answer'],
    ['an error of the contract', 403, '{"error":{"code":"not_permitted"}}', 'not_permitted'],
    ['an error of no contract', 403, '<h1>Proxy</h1>', 'unexpected_answer'],
    ['an unknown error code', 400, '{"error":{"code":"new_code"}}', 'unexpected_answer'],
    ['a code that only the desk can know', 400, '{"error":{"code":"keychain_unavailable"}}', 'unexpected_answer'],
    ['signed out by the portal’s word', 401, '{"error":{"code":"signed_out"}}', 'unexpected_answer'],
    ['the service’s own trouble', 500, '{"error":{"code":"internal"}}', 'portal_error'],
    ['a gateway’s trouble', 502, '<h1>Bad gateway</h1>', 'portal_error'],
  ])('%s', async (_, status, body, code) => {
    const answer = await answerOf((response) => response.writeHead(status).end(body));
    expect(answer).toEqual({ ok: false, error: { code } });
  });

  it('what an error tells comes along, and nothing else', async () => {
    const error = { code: 'rate_limited', retryAfterMs: 1500, stack: 'x' };
    const answer = await answerOf((response) => {
      sendJson(response, 429, { error });
    });
    expect(answer).toEqual({ ok: false, error: { code: 'rate_limited', retryAfterMs: 1500 } });
  });

  it('nobody there', async () => {
    const answer = await clientOf('http://127.0.0.1:9').callRoute(routes.health, nothing);
    expect(answer).toEqual({ ok: false, error: { code: 'offline' } });
  });

  it('a connection that breaks, before and within the answer', async () => {
    expect(await answerOf((response) => response.destroy())).toEqual({ ok: false, error: { code: 'offline' } });
    const within = await answerOf((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"sta', () => response.destroy());
    });
    expect(within).toEqual({ ok: false, error: { code: 'offline' } });
  });

  it('no answer in time, and an answer that does not end in time', async () => {
    expect(await answerOf(() => undefined, 50)).toEqual({ ok: false, error: { code: 'offline' } });
    const endless = await answerOf((response) => response.writeHead(200).write('{'), 50);
    expect(endless).toEqual({ ok: false, error: { code: 'offline' } });
  });

  it('an answer that is too large, whatever its headers say', async () => {
    const piece = Buffer.alloc(1024 * 1024, ' ');
    const answer = await answerOf((response) => {
      response.writeHead(200);
      let sent = 0;
      const more = (): void => {
        while (sent <= maxAnswerBytes && !response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    expect(answer).toEqual({ ok: false, error: { code: 'unexpected_answer' } });
  });

  it('a redirect, which no token follows', async () => {
    const elsewhere = await standIn((_, response) => {
      sendJson(response, 200, health);
    });
    const answer = await answerOf((response) => response.writeHead(302, { location: `${elsewhere.url}/health` }).end());
    expect(answer).toEqual({ ok: false, error: { code: 'offline' } });
    expect(elsewhere.requests).toEqual([]);
  });

  it('a call that is given up', async () => {
    const portal = await standIn(() => undefined);
    const giveUp = new AbortController();
    const call = clientOf(portal.url).callRoute(routes.health, nothing, { signal: giveUp.signal });
    giveUp.abort();
    expect(await call).toEqual({ ok: false, error: { code: 'offline' } });
  });
});
