import type { Route, RouteAnswer, RouteInput } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Schedule } from '../../schedule.ts';
import { createDeadline } from './deadline.ts';
import { discard, readAnswer } from './read-answer.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface CallOptions {
  /** For routes with `auth: 'session'`. */
  readonly accessToken?: string | undefined;
  /** Gives the call up; it is then answered with `offline`. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Speaks HTTP to one portal service. Every failure is a value; whether a call that failed with `offline` took effect is unknown. */
export interface PortalClient {
  readonly portalUrl: string;
  callRoute<R extends Route>(route: R, input: RouteInput<R>, options?: CallOptions): Promise<Result<RouteAnswer<R>>>;
  /** Opens a route whose answer goes on and on; the time-out covers the time until its headers are there. */
  openStream<R extends Route>(
    route: R,
    input: RouteInput<R>,
    options: CallOptions,
  ): Promise<Result<ReadableStream<Uint8Array>>>;
}

export interface PortalClientSettings {
  /** As `parsePortalUrl` gives it. */
  readonly portalUrl: string;
  readonly fetch: Fetch;
  readonly schedule: Schedule;
  readonly timeoutMs?: number;
}

/** Without a setting, calls are given up after 20 s. */
export function createPortalClient({
  portalUrl,
  fetch,
  schedule,
  timeoutMs = 20_000,
}: PortalClientSettings): PortalClient {
  return {
    portalUrl,

    async callRoute(route, input, options = {}) {
      const deadline = createDeadline(schedule, options.timeoutMs ?? timeoutMs, options.signal);
      try {
        const init = requestOf(route, input, 'application/json', options.accessToken);
        const response = await fetch(urlOf(portalUrl, route, input), { ...init, signal: deadline.signal });
        return await readAnswer(route, response);
      } catch {
        return fail({ code: 'offline' });
      } finally {
        deadline.release();
      }
    },

    async openStream(route, input, options) {
      const deadline = createDeadline(schedule, options.timeoutMs ?? timeoutMs);
      const giveUp = new AbortController();
      const abort = (): void => {
        giveUp.abort();
      };
      deadline.signal.addEventListener('abort', abort);
      if (options.signal?.aborted === true) abort();
      // stays for the life of the stream: its signal is made for this one stream
      options.signal?.addEventListener('abort', abort);
      try {
        const init = requestOf(route, input, 'text/event-stream', options.accessToken);
        const response = await fetch(urlOf(portalUrl, route, input), { ...init, signal: giveUp.signal });
        if (response.ok && response.body !== null && isEventStream(response)) return ok(response.body);
        if (!response.ok) return await refusalOf(route, response);
        await discard(response);
        return fail({ code: 'unexpected_answer' });
      } catch {
        return fail({ code: 'offline' });
      } finally {
        deadline.release();
      }
    },
  };
}

const isEventStream = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/event-stream') === true;

async function refusalOf(route: Route, response: Response): Promise<Result<never>> {
  const refusal = await readAnswer(route, response);
  return refusal.ok ? fail({ code: 'unexpected_answer' }) : refusal;
}

function requestOf(
  route: Route,
  input: RouteInput<Route>,
  accept: string,
  accessToken: string | undefined,
): RequestInit {
  return {
    method: route.method,
    headers: {
      accept,
      ...(hasBody(route) && { 'content-type': 'application/json' }),
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    },
    ...(hasBody(route) && { body: JSON.stringify(input.body) }),
    // a token must not follow a redirect to somewhere else, and no answer belongs on the disk
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
  };
}

const hasBody = ({ method }: Route): boolean => method === 'POST' || method === 'PUT';

/** Every `:name` of the path filled in, the query behind it. */
export function urlOf(portalUrl: string, route: Route, input: RouteInput<Route>): string {
  const params = input.params as Readonly<Record<string, string>>;
  const path = route.path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query as Readonly<Record<string, string | number | undefined>>)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const search = query.toString();
  return portalUrl + path + (search === '' ? '' : `?${search}`);
}
