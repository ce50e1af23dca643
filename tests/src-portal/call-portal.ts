import type { PortalFixture } from './portal-fixture.ts';

export interface PortalAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

interface CallOptions {
  readonly token?: string;
  readonly body?: object;
  readonly address?: string;
}

/** Calls a route of the CCA portal, as the desktop would. */
export async function callPortal(
  { app }: Pick<PortalFixture, 'app'>,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { token, body, address = '192.0.2.1' }: CallOptions = {},
): Promise<PortalAnswer> {
  const reply = await app.inject({
    method,
    url: `/portals/cca${path}`,
    remoteAddress: address,
    ...(body === undefined ? {} : { payload: body }),
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  const isJson = String(reply.headers['content-type']).startsWith('application/json');
  return {
    status: reply.statusCode,
    body: isJson ? reply.json<Record<string, unknown>>() : {},
    headers: reply.headers,
    text: reply.body,
  };
}
