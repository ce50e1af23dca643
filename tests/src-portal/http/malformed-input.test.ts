import fc from 'fast-check';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { healthPlanRoutes } from '../../../src-shared/portal-api/health-plans.ts';
import { routes } from '../../../src-shared/portal-api/routes.ts';
import type { Route } from '../../../src-shared/portal-api/route.ts';
import { errorAnswer } from '../../../src-shared/portal-api/shapes.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

const named: [string, Route][] = Object.entries(routes);
const runs = { numRuns: 25, seed: 20_260_302 };

/** Of a body, or of every form that it may have. */
const propertiesOf = (body: z.ZodType): string[] => {
  if (body instanceof z.ZodObject) return Object.keys(body.shape);
  return body instanceof z.ZodUnion
    ? body.options.flatMap((option) => (option instanceof z.ZodType ? propertiesOf(option) : []))
    : [];
};

describe('whatever a client sends', () => {
  let portal: PortalFixture;
  /** By portal: health plans are nowhere but at portals that have them. */
  let tokens: Readonly<Record<string, string>>;
  beforeAll(async () => {
    portal = await openPortalFixture();
    const tokenAt = async (portalId: string) => {
      const { id } = await portal.addAccount();
      await portal.context.database.updateTable('account').set({ portal_id: portalId }).where('id', '=', id).execute();
      return (await portal.session(id)).accessToken;
    };
    tokens = { cca: await tokenAt('cca'), 'carelon-mbm': await tokenAt('carelon-mbm') };
  });
  afterAll(() => portal.close());

  interface Sent {
    readonly payload?: string;
    readonly type?: string;
    readonly url: string;
  }
  const send = async (route: Route, { url, payload, type = 'application/json' }: Sent) => {
    const reply = await portal.app.inject({
      method: route.method,
      url,
      ...(payload === undefined ? {} : { payload }),
      headers: {
        ...(payload === undefined ? {} : { 'content-type': type }),
        ...(route.auth === 'session' ? { authorization: `Bearer ${tokens[portalOf(route)] ?? ''}` } : {}),
      },
    });
    return { status: reply.statusCode, text: reply.body };
  };
  const portalOf = (route: Route) => (Object.values<Route>(healthPlanRoutes).includes(route) ? 'carelon-mbm' : 'cca');
  const urlOf = (route: Route) =>
    route.path.replace(':portalId', portalOf(route)).replaceAll(/:\w+/gu, () => portal.chance.newId());
  /** A failure is a client's, and says which. */
  const expectOrderly = ({ status, text }: { status: number; text: string }, context: string) => {
    expect(status, `${context}: ${text}`).toBeLessThan(500);
    if (status >= 400) expect(errorAnswer.safeParse(JSON.parse(text)).success, `${context}: ${text}`).toBe(true);
  };
  const refusals = (sent: { status: number; text: string }) => {
    expectOrderly(sent, 'refusal');
    return [sent.status, errorAnswer.parse(JSON.parse(sent.text)).error.code];
  };

  const bodied = named.filter(([, route]) => route.method === 'POST' || route.method === 'PUT');
  const streamless = named.filter(([name]) => name !== 'hints');

  test.each(bodied)('%s takes any JSON without breaking', async (name, route) => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (payload) => {
        expectOrderly(await send(route, { url: urlOf(route), payload }), `${name} ${payload}`);
      }),
      runs,
    );
  });

  test.each(bodied)('%s takes its own body with strange values without breaking', async (name, route) => {
    const properties = propertiesOf(route.body);
    const strange = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.jsonValue(),
      fc.constant('\u0000'),
      fc.constant('x'.repeat(3000)),
    );
    const body = fc.record(Object.fromEntries(properties.map((property) => [property, strange])), { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const payload = JSON.stringify(value);
        expectOrderly(await send(route, { url: urlOf(route), payload }), `${name} ${payload}`);
      }),
      runs,
    );
  });

  test.each(streamless)('%s takes any path parameters and query without breaking', async (name, route) => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => encodeURIComponent(text));
    await fc.assert(
      fc.asyncProperty(word, word, word, async (parameter, key, value) => {
        const url = `${route.path.replaceAll(/:\w+/gu, () => parameter)}?${key}=${value}&after=${value}&limit=${value}&search=${value}`;
        expectOrderly(await send(route, { url }), `${name} ${url}`);
      }),
      runs,
    );
  });

  test.each(bodied)('%s refuses what is no JSON, no object, or too much of it', async (_name, route) => {
    const url = urlOf(route);
    for (const payload of ['{', '"', 'undefined', '{"a":1}}', '\u0000', '{"__proto__":{"isAdmin":true}}', '[]', '5']) {
      expect(refusals(await send(route, { url, payload }))).toEqual([400, 'invalid_input']);
    }
    expect(refusals(await send(route, { url, payload: `{"a":"${'x'.repeat(1024 * 1024)}"}` }))).toEqual([
      413,
      'too_large',
    ]);
    expect(refusals(await send(route, { url, payload: '<a/>', type: 'text/xml' }))).toEqual([415, 'invalid_input']);
    expect(refusals(await send(route, { url, payload: 'a=1', type: 'application/x-www-form-urlencoded' }))).toEqual([
      415,
      'invalid_input',
    ]);
  });

  test.each(named.filter(([, route]) => route.auth === 'session'))(
    '%s wants a session before anything else',
    async (_name, route) => {
      const token = tokens[portalOf(route)] ?? '';
      for (const authorization of [
        '',
        'Bearer',
        'Bearer x',
        `Basic ${token}`,
        `Bearer ${token}x`,
        `Bearer ${'y'.repeat(5000)}`,
      ]) {
        const reply = await portal.app.inject({ method: route.method, url: urlOf(route), headers: { authorization } });
        expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
          401,
          'session_ended',
        ]);
      }
    },
  );

  test.each(streamless.filter(([, route]) => route.path.includes(':portalId')))(
    '%s is of a hosted portal',
    async (_name, route) => {
      const url = urlOf(route).replace(`/${portalOf(route)}/`, '/elsewhere/');
      expect(refusals(await send(route, { url }))).toEqual([404, 'not_found']);
    },
  );

  test.each([
    ['GET', '/', 404],
    ['GET', '/portals', 404],
    ['PUT', '/health', 404],
    ['GET', '/portals/%E0%A4%A/account', 400],
    ['GET', '/%', 400],
    ['GET', `/portals/${'x'.repeat(300)}/account`, 414],
    ['GET', '/portals/cca/../../etc/passwd', 404],
  ] as const)('%s %s is answered as an error', async (method, url, status) => {
    const reply = await portal.app.inject({ method, url });
    expect(reply.statusCode, reply.body).toBe(status);
    expect(errorAnswer.safeParse(reply.json()).success, reply.body).toBe(true);
  });

  test('a problem names its field as the form does', async () => {
    const payload = JSON.stringify({ username: 'not@address', password: '', device: 'x'.repeat(200) });
    const { text } = await send(routes.startSignIn, { url: urlOf(routes.startSignIn), payload });
    expect(JSON.parse(text)).toEqual({
      error: {
        code: 'invalid_input',
        fields: [
          { path: 'username', code: 'email_format' },
          { path: 'password', code: 'required' },
          { path: 'device', code: 'too_long' },
        ],
      },
    });
  });
});
