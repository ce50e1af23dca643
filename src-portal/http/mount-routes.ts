import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { fieldProblems, invalidInput, type DeskError } from '../../src-shared/errors.ts';
import type { Route } from '../../src-shared/portal-api/route.ts';
import { routes, type RouteName } from '../../src-shared/portal-api/routes.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { Call, Handler, Handlers } from '../handler.ts';
import { authenticate } from './authenticate.ts';
import { sendError } from './send-error.ts';

/**
 * Makes the contract's routes of these handlers: input is parsed (`invalid_input` with a problem per field), the portal
 * has to be hosted here (`not_found`), the caller signed in where the route says so. With `checkAnswers` an answer that
 * does not keep to the contract is a bug; without, it goes out as it is.
 */
export function mountRoutes(
  app: FastifyInstance,
  context: PortalContext,
  handlers: Partial<Handlers>,
  checkAnswers: boolean,
): void {
  for (const name of Object.keys(handlers) as (keyof Handlers & RouteName)[]) {
    const handler = handlers[name];
    if (handler !== undefined) mountRoute(app, context, routes[name], handler as Handler<Route>, checkAnswers);
  }
}

function mountRoute(
  app: FastifyInstance,
  context: PortalContext,
  route: Route,
  handle: Handler<Route>,
  checkAnswers: boolean,
): void {
  app.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const call = await callOf(context, route, request);
      if (!call.ok) return sendError(reply, call.error);
      const result = await handle(call.value);
      if (!result.ok) return sendError(reply, result.error);
      const answer: unknown = checkAnswers ? route.answer.parse(result.value) : result.value;
      return reply.code(route.status).send(answer);
    },
  });
}

/** The order matters: whoever is not signed in learns nothing about the rest of the request. */
async function callOf(context: PortalContext, route: Route, request: FastifyRequest): Promise<Result<Call<Route>>> {
  const params = parse(route.params, request.params);
  if (!params.ok) return params;
  const portalId = portalIdOf(params.value);
  if (portalId !== null && findPortal(portalId) === undefined) return fail({ code: 'not_found' });
  const caller = route.auth === 'session' ? await authenticate(context, request) : ok(null);
  if (!caller.ok) return caller;
  const query = parse(route.query, request.query);
  if (!query.ok) return query;
  const body = parse(route.body, request.body ?? {});
  if (!body.ok) return body;
  return ok({
    params: params.value,
    query: query.value,
    body: body.value,
    // a session route's caller is never null here
    caller: caller.value as Call<Route>['caller'],
    address: request.ip,
  });
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): Result<z.output<Schema>, DeskError> {
  const parsed = schema.safeParse(input);
  return parsed.success ? ok(parsed.data) : fail(invalidInput(fieldProblems(parsed.error)));
}

const portalIdOf = (params: unknown): string | null =>
  typeof params === 'object' && params !== null && 'portalId' in params && typeof params.portalId === 'string'
    ? params.portalId
    : null;
