import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Route } from '../src-shared/portal-api/route.ts';
import { routes } from '../src-shared/portal-api/routes.ts';
import { errorAnswer } from '../src-shared/portal-api/shapes.ts';

/** Serves the contract as an OpenAPI document. */
export function openApiRoute(app: FastifyInstance, version: string): void {
  const document = openApiDocument(version);
  app.get('/openapi.json', () => document);
}

/** The OpenAPI 3.1 document of every route, made from the schemas that the service itself uses. */
export const openApiDocument = (version: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Provider portal service',
    version,
    description:
      'Hosts health-plan provider portals. Every failure is `{error: {code}}`; docs/errors.md explains each code.',
  },
  paths: pathsOf(Object.entries(routes)),
  components: {
    securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'An access token of a session' } },
    schemas: { ErrorAnswer: schemaOf(errorAnswer, 'output') },
  },
});

function pathsOf(named: readonly (readonly [string, Route])[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of named) {
    const path = route.path.replaceAll(/:(\w+)/gu, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return paths;
}

const failure = { description: 'Failed', content: jsonContent({ $ref: '#/components/schemas/ErrorAnswer' }) };

function operationOf(name: string, route: Route): object {
  const type = name === 'hints' ? 'text/event-stream' : 'application/json';
  const body = schemaOf(route.body, 'input');
  return {
    operationId: name,
    summary: route.summary,
    security: route.auth === 'session' ? [{ session: [] }] : [],
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(hasProperties(body) ? { requestBody: { required: true, content: jsonContent(body) } } : {}),
    responses: {
      [route.status]: { description: 'Done', content: jsonContent(schemaOf(route.answer, 'output'), type) },
      default: failure,
    },
  };
}

function jsonContent(schema: object, type = 'application/json'): object {
  return { [type]: { schema } };
}

/** Schemas that transform their input (as `trim`) are described as they are sent. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema => {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
};

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): object[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}

const hasProperties = ({ properties, anyOf, oneOf }: z.core.JSONSchema.BaseSchema): boolean =>
  Object.keys(properties ?? {}).length > 0 || anyOf !== undefined || oneOf !== undefined;
