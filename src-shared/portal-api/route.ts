import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One route of the portal service's HTTP contract. Path parameters stand as `:name`; query values arrive as text and are
 * coerced by their schema. `body` and `query` are object schemas. Answers are JSON; an error is `{error: DeskError}`.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Auth extends 'none' | 'session' = 'none' | 'session',
> {
  readonly method: Method;
  readonly path: string;
  /** In the OpenAPI document. */
  readonly summary: string;
  /** `session` wants `Authorization: Bearer <access token>`. */
  readonly auth: Auth;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /** The HTTP status of a success. */
  readonly status: 200 | 201 | 202 | 204;
}

/** Keeps the exact schema types of a route. */
export const defineRoute = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Auth extends 'none' | 'session',
>(
  route: Route<Params, Query, Body, Answer, Auth>,
): Route<Params, Query, Body, Answer, Auth> => route;

/** What a caller gives for a route. */
export interface RouteInput<R extends Route> {
  readonly params: z.input<R['params']>;
  readonly query: z.input<R['query']>;
  readonly body: z.input<R['body']>;
}

export type RouteAnswer<R extends Route> = z.output<R['answer']>;
