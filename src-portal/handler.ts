import type { z } from 'zod';
import type { Result } from '../src-shared/result.ts';
import type { Route, RouteAnswer } from '../src-shared/portal-api/route.ts';
import type { routes, RouteName } from '../src-shared/portal-api/routes.ts';

/** The signed-in caller of a route with `auth: 'session'`. */
export interface Caller {
  readonly sessionId: string;
  readonly accountId: string;
  readonly portalId: string;
  /** First and last name, as audit and feed show them. */
  readonly name: string;
  readonly email: string;
}

/** One parsed request. `caller` is null exactly where the route's `auth` is `none`. */
export interface Call<R extends Route> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
  readonly caller: R['auth'] extends 'none' ? Caller | null : Caller;
  /** The peer's address, for rate limits. */
  readonly address: string;
}

export type Handler<R extends Route> = (call: Call<R>) => Promise<Result<RouteAnswer<R>>>;

/** Every route of the contract but `hints`, which streams. */
export type Handlers = { readonly [Name in Exclude<RouteName, 'hints'>]: Handler<(typeof routes)[Name]> };
