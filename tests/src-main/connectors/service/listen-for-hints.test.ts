import type { ServerResponse } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import type { Hint } from '../../../../src-shared/portal-api/changes.ts';
import { ok } from '../../../../src-shared/result.ts';
import { listenForHints } from '../../../../src-main/connectors/service/listen-for-hints.ts';
import type { PortalClient } from '../../../../src-main/connectors/service/portal-client.ts';
import type { SessionKeeper } from '../../../../src-main/connectors/service/session-keeper.ts';
import { createFakeSchedule } from '../../support/fake-schedule.ts';
import { organizationId, token } from '../../support/fixtures.ts';
import { clientOf, realSchedule, sendJson, standIn } from '../../support/http-stand-in.ts';

const keeper = { withAccess: (call: (accessToken: string) => unknown) => call(token('access')) } as SessionKeeper;

const listen = async (stream: (response: ServerResponse) => void) => {
  const portal = await standIn((_, response) => {
    stream(response);
  });
  const hints: Hint[] = [];
  const stop = new AbortController();
  const onOpen = vi.fn<() => void>();
  const line = { client: clientOf(portal.url), keeper, schedule: realSchedule, portalId: 'cca', silenceMs: 60_000 };
  const onHint = (hint: Hint): void => {
    hints.push(hint);
  };
  const ended = listenForHints(line, onHint, stop.signal, onOpen);
  return { portal, hints, stop, onOpen, ended };
};

const eventStream = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });

const organizationHint = { about: 'organization', organizationId: organizationId(1), position: 7 } as const;

describe('the stream of hints', () => {
  it('tells hints as they come, past comments and what it does not know', async () => {
    const { portal, hints, onOpen, ended } = await listen((response) => {
      eventStream(response).write(': listening\n\ndata: {"about":"weather"}\n\ndata: not JSON\n\n');
      response.write(`data: ${JSON.stringify(organizationHint)}\n\ndata: {"about":"linked-accounts"}\n\n`);
      response.end();
    });
    expect(await ended).toEqual({ ok: false, error: { code: 'offline' } });
    expect(hints).toEqual([organizationHint, { about: 'linked-accounts' }]);
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(portal.requests[0]?.url).toBe('/portals/cca/hints');
    expect(portal.requests[0]?.headers).toMatchObject({
      accept: 'text/event-stream',
      authorization: `Bearer ${token('access')}`,
    });
  });

  it('puts characters together that were cut in two', async () => {
    const bytes = Buffer.from('data: {"about":"linked-accounts","note":"é"}\n\n');
    const { hints, ended } = await listen((response) => {
      eventStream(response).write(bytes.subarray(0, bytes.length - 5), () => response.end(bytes.subarray(-5)));
    });
    await ended;
    expect(hints).toHaveLength(1);
  });

  it('ends without a failure when it is stopped', async () => {
    const { ended, stop, onOpen } = await listen((response) => eventStream(response).write(': listening\n\n'));
    await vi.waitFor(() => {
      expect(onOpen).toHaveBeenCalled();
    });
    stop.abort();
    expect(await ended).toEqual({ ok: true, value: undefined });
  });

  it.each([
    [
      'a refusal',
      (response: ServerResponse) => sendJson(response, 403, { error: { code: 'not_permitted' } }),
      'not_permitted',
    ],
    ['a service in trouble', (response: ServerResponse) => sendJson(response, 503, {}), 'portal_error'],
    ['something else than a stream', (response: ServerResponse) => sendJson(response, 200, {}), 'unexpected_answer'],
    ['a broken connection', (response: ServerResponse) => response.destroy(), 'offline'],
  ])('is not open after %s', async (_, answer, code) => {
    const { ended, onOpen } = await listen(answer);
    expect(await ended).toEqual({ ok: false, error: { code } });
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('ends when a line does not', async () => {
    const { ended } = await listen((response) => {
      eventStream(response).write('x'.repeat(100_000));
    });
    expect(await ended).toEqual({ ok: false, error: { code: 'offline' } });
  });
});

describe('silence', () => {
  /** A stream that says something when a test does, on a clock that a test moves. */
  const open = () => {
    const time = createFakeSchedule();
    let say = (): void => undefined;
    const openStream = (_: unknown, __: unknown, { signal }: { signal: AbortSignal }) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          say = () => {
            controller.enqueue(new TextEncoder().encode(': still here\n\n'));
          };
          signal.addEventListener('abort', () => {
            controller.error(new Error('aborted'));
          });
        },
      });
      return Promise.resolve(ok(body));
    };
    const client = { openStream } as unknown as PortalClient;
    const ended = vi.fn<(result: unknown) => void>();
    const line = { client, keeper, schedule: time.schedule, portalId: 'cca', silenceMs: 45_000 };
    void listenForHints(line, () => undefined, new AbortController().signal).then(ended);
    return {
      time,
      ended,
      say: () => {
        say();
      },
    };
  };

  it('for too long is a broken stream', async () => {
    const { time, ended } = open();
    await time.pass(44_999);
    expect(ended).not.toHaveBeenCalled();
    await time.pass(1);
    expect(ended).toHaveBeenCalledWith({ ok: false, error: { code: 'offline' } });
    expect(time.pending()).toEqual([]);
  });

  it('is broken by anything that the portal says', async () => {
    const { time, ended, say } = open();
    for (let beat = 0; beat < 8; beat += 1) {
      await time.pass(44_000);
      say();
    }
    await time.pass(44_999);
    expect(ended).not.toHaveBeenCalled();
    await time.pass(1);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
