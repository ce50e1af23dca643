import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routes } from '../../../src-shared/portal-api/routes.ts';

describe.each(Object.entries(routes))('route %s', (_name, route) => {
  it('names in its path exactly the parameters that its schema reads', () => {
    const inPath = [...route.path.matchAll(/:([a-zA-Z]+)/gu)].map((match) => match[1]);
    expect(Object.keys((route.params as z.ZodObject).shape).sort()).toEqual(inPath.sort());
  });
  it('can be described as JSON Schema', () => {
    for (const schema of [route.params, route.query, route.body])
      expect(() => z.toJSONSchema(schema, { io: 'input' })).not.toThrow();
    expect(() => z.toJSONSchema(route.answer, { io: 'input' })).not.toThrow();
  });
  it('takes a body with POST and PUT only', () => {
    if (route.method !== 'POST' && route.method !== 'PUT')
      expect(Object.keys((route.body as z.ZodObject).shape)).toEqual([]);
  });
});

it('no two routes share method and path', () => {
  const all = Object.values(routes).map((route) => `${route.method} ${route.path}`);
  expect(new Set(all).size).toBe(all.length);
});
