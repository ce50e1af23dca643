import { PassThrough } from 'node:stream';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { DeskError } from '../../../src-shared/errors.ts';
import { changeRoutes } from '../../../src-shared/portal-api/changes.ts';
import type { Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { sendError } from '../../http/send-error.ts';
import { followHints } from './account-hints.ts';
import type { HintHub } from './hint-hub.ts';

export interface HintStreamOptions {
  readonly context: PortalContext;
  readonly hub: HintHub;
  /** The signed-in caller of a request, as for every other route with a session. */
  readonly authenticate: (request: FastifyRequest) => Promise<Result<Caller>>;
  /** The HTTP status of a failure. */
  readonly statusOf: (error: DeskError) => number;
  readonly keepAliveMs?: number;
}

const streamsPerAccount = 20;
const unreadMaxBytes = 8 * 1024;
const retryWhenFullMs = 15_000;

/**
 * The server-sent hints of an account: one data line each, a comment every 15 seconds. The stream ends within a moment
 * of its session, when hints may have been missed, when its reader does not keep up, and with the service. A new
 * stream of a session takes the place of its old one; beyond 20 streams of one account: `rate_limited`.
 */
export const hintStream: FastifyPluginAsync<HintStreamOptions> = (app, options) => {
  const { context, hub, authenticate, statusOf, keepAliveMs = 15_000 } = options;
  const streams = new Map<string, Map<string, OpenStream>>();

  app.get(changeRoutes.hints.path, async (request, reply) => {
    const caller = await authenticate(request);
    if (!caller.ok) return sendError(reply, caller.error, statusOf(caller.error));
    const ofAccount = streams.get(caller.value.accountId) ?? new Map<string, OpenStream>();
    ofAccount.get(caller.value.sessionId)?.end();
    if (ofAccount.size >= streamsPerAccount && !ofAccount.has(caller.value.sessionId)) {
      const error: DeskError = { code: 'rate_limited', retryAfterMs: retryWhenFullMs };
      return sendError(reply, error, statusOf(error));
    }
    const opened = openStream(context, hub, caller.value, keepAliveMs);
    streams.set(caller.value.accountId, ofAccount.set(caller.value.sessionId, opened));
    opened.stream.once('close', () => {
      if (ofAccount.get(caller.value.sessionId) === opened) ofAccount.delete(caller.value.sessionId);
      if (ofAccount.size === 0) streams.delete(caller.value.accountId);
    });
    return reply
      .headers({
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // the connection ends with the stream; kept alive it would hold up the service's end
        connection: 'close',
      })
      .send(opened.stream);
  });

  // before the server waits for its connections, which these would never let it finish
  app.addHook('preClose', (done) => {
    for (const ofAccount of streams.values()) for (const stream of ofAccount.values()) stream.end();
    done();
  });
  return Promise.resolve();
};

interface OpenStream {
  readonly stream: PassThrough;
  end(): void;
}

function openStream(context: PortalContext, hub: HintHub, caller: Caller, keepAliveMs: number): OpenStream {
  const stream = new PassThrough();
  const hints = followHints(context, hub, caller, {
    hint: (hint) => write(`data: ${JSON.stringify(hint)}\n\n`),
    end,
  });
  const keepAlive = setInterval(() => {
    write(': still here\n\n');
    hints.recheck();
  }, keepAliveMs);

  const isStalled = (): boolean => stream.readableLength > unreadMaxBytes;

  function write(text: string): void {
    if (isStalled()) end();
    else if (!stream.writableEnded && !stream.destroyed) stream.write(text);
  }

  function end(): void {
    clearInterval(keepAlive);
    hints.close();
    // an orderly end would wait for a reader that does not come
    if (isStalled()) stream.destroy();
    else stream.end();
  }

  stream.once('close', end);
  write(': listening\n\n');
  return { stream, end };
}
