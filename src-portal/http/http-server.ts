import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { DeskError } from '../../src-shared/errors.ts';
import { sendError } from './send-error.ts';

const bodyLimitBytes = 1024 * 1024;
const requestTimeoutMs = 30_000;

/**
 * A server that has no routes yet. Whatever a client sends wrongly is answered with a 4xx and `{error: {code}}`; what
 * fails here is logged and answered with 500 and `internal`.
 */
export function createHttpServer(log: FastifyBaseLogger): FastifyInstance {
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // requests say where they come from; only a proxy on this machine may say it for them
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors(error, request, reply) {
      void answerError(error, request, reply);
    },
  });
  acceptJson(app);
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(securityHeaders);
    done();
  });
  endConnectionsOnClose(app);
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((_request, reply) => sendError(reply, { code: 'not_found' }));
  return app;
}

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** A connection that was kept alive for more after its last answer would hold up the server's end for a minute. */
function endConnectionsOnClose(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) void reply.header('connection', 'close');
    done(null, payload);
  });
}

/** JSON alone, and an empty body as if there were none. `__proto__` in it is an error. */
function acceptJson(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, String(body), done);
  });
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return sendError(reply, clientError(status), status);
  request.log.error({ err: error }, 'request failed');
  return sendError(reply, { code: 'internal' }, 500);
}

function clientError(status: number): DeskError {
  if (status === 404) return { code: 'not_found' };
  if (status === 413) return { code: 'too_large' };
  return { code: 'invalid_input' };
}
