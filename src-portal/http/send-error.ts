import type { FastifyReply } from 'fastify';
import type { DeskError } from '../../src-shared/errors.ts';
import { errorStatus } from './error-status.ts';

/** Answers a failure: `{error}`, its status, and `Retry-After` in seconds where it says when to come back. */
export function sendError(reply: FastifyReply, error: DeskError, status = errorStatus(error.code)): FastifyReply {
  if (status === 429 && error.retryAfterMs !== undefined) {
    void reply.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  }
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply.code(status).send({ error });
}
