import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '../../src-shared/portal-api/routes.ts';
import { openApiDocument } from '../../src-portal/openapi.ts';

const contentSchema = z.record(z.string(), z.object({ schema: z.looseObject({}) }));
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string().min(10),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema: z.looseObject({}) }),
  ),
  requestBody: z.object({ required: z.literal(true), content: contentSchema }).optional(),
  responses: z.record(
    z.string().regex(/^(?:\d{3}|default)$/u),
    z.object({ description: z.string(), content: contentSchema }),
  ),
});
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(
    z.string().startsWith('/'),
    z.record(z.enum(['get', 'post', 'put', 'delete']), operationSchema.optional()),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

describe('the OpenAPI document', () => {
  const document = documentSchema.parse(JSON.parse(JSON.stringify(openApiDocument('1.2.3'))));
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation === undefined ? [] : [{ path, method, operation }],
    ),
  );

  test('describes every route once, under its name in the contract', () => {
    expect(operations.map(({ operation }) => operation.operationId).toSorted()).toEqual(Object.keys(routes).toSorted());
    expect(document.info.version).toBe('1.2.3');
  });

  test('names each parameter of a path, and no other', () => {
    for (const { path, operation } of operations) {
      const inPath = Array.from(path.matchAll(/\{(\w+)\}/gu), ([, name]) => name);
      const described = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(described.map(({ name }) => name)).toEqual(inPath);
      expect(described.every(({ required }) => required)).toBe(true);
    }
  });

  test('says who needs a session, and what a success is', () => {
    for (const { operation } of operations) {
      const route = routes[operation.operationId as keyof typeof routes];
      expect(operation.security).toEqual(route.auth === 'session' ? [{ session: [] }] : []);
      expect(Object.keys(operation.responses)).toEqual([String(route.status), 'default']);
    }
  });

  test('describes bodies as they are sent', () => {
    const body = document.paths['/portals/{portalId}/sign-ins']?.post?.requestBody?.content['application/json']?.schema;
    expect(body).toMatchObject({ type: 'object', required: ['username', 'password', 'device'] });
    const limit = document.paths['/portals/{portalId}/organizations/{organizationId}/changes']?.get?.parameters;
    expect(limit?.find(({ name }) => name === 'limit')).toMatchObject({ in: 'query', required: false });
  });

  test('has no reference that leads nowhere', () => {
    const references = JSON.stringify(document).match(/"\$ref":"([^"]+)"/gu) ?? [];
    expect(references.length).toBeGreaterThan(0);
    expect(new Set(references)).toEqual(new Set(['"$ref":"#/components/schemas/ErrorAnswer"']));
    expect(document.components.schemas['ErrorAnswer']).toMatchObject({ type: 'object', required: ['error'] });
  });
});
