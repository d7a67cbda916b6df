/** The control API as an OpenAPI 3.1 document, written from its table of routes. */
import { z } from 'zod';
import { ruleShape } from '../../faults/rule-shape.ts';
import { jsonSchema } from '../../faults/shape.ts';
import type { AnswerShape, Route } from './route.ts';

type Json = Record<string, unknown>;

const ERROR = {
  type: 'object',
  description: 'why a request was refused; nothing has changed',
  required: ['code', 'message', 'hint'],
  properties: {
    code: { type: 'string', description: 'stable: ERR_USAGE, ERR_RULE, ERR_NOT_FOUND, ...' },
    message: { type: 'string' },
    hint: { type: 'string', description: 'what to do' },
    path: { type: 'string', description: 'where in the request the wrong word stands' },
  },
};

/** Whatever the route, these may come instead. */
const REFUSALS: Json = Object.fromEntries(
  [
    ['400', 'the request is wrong'],
    ['401', 'the control token is missing or wrong'],
    ['403', 'the control API is open to loopback only'],
    ['404', 'there is nothing of that name'],
  ].map(([status, description]) => [
    status!,
    { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
  ]),
);

export function openApi(routes: readonly Route[], version: string): Json {
  const schemas: Json = { Error: ERROR, Rule: spelledOut(jsonSchema(ruleShape)) };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    paths[route.path]![route.verb] = operation(route, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'simsphere control API',
      version,
      description: 'The running simulator, controlled from any language.',
    },
    servers: [{ url: '/_simsphere' }],
    security: [{}, { token: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'needed by callers that are not on loopback' },
      },
    },
  };
}

function operation(route: Route, schemas: Json): Json {
  const { name, about, params, query, body, bodyOptional } = route;
  const content =
    body === 'bytes'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : body && { 'application/json': { schema: schemaOf(body, schemas, 'input') } };
  return {
    operationId: name,
    summary: about,
    parameters: [...parameters(params, 'path', schemas), ...parameters(query, 'query', schemas)],
    ...(content && { requestBody: { required: bodyOptional !== true, content } }),
    responses: {
      ...REFUSALS,
      ...Object.fromEntries(Object.entries(route.answers).map(([status, a]) => [status, answer(status, a, schemas)])),
    },
  };
}

function parameters(shape: z.ZodType | undefined, place: 'path' | 'query', schemas: Json): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, schemas, 'input') as {
    readonly properties?: Record<string, Json>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function answer(status: string, { about, schema, type }: AnswerShape, schemas: Json): Json {
  if (type !== undefined) return { description: about, content: { [type]: { schema: { type: 'string' } } } };
  if (schema) {
    return { description: about, content: { 'application/json': { schema: schemaOf(schema, schemas, 'output') } } };
  }
  return Number(status) < 400 ? { description: about } : { ...(REFUSALS['400'] as Json), description: about };
}

/** A schema as JSON Schema; those that have a name go among the components. */
function schemaOf(schema: z.ZodType, schemas: Json, io: 'input' | 'output'): Json {
  const {
    $schema: _$schema,
    $defs = {},
    ...made
  } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as {
    readonly $schema?: string;
    readonly $defs?: Json;
  } & Json;
  for (const [name, defined] of Object.entries($defs)) schemas[name] ??= tidied(defined as Json);
  const { id, ...rest } = tidied(made);
  if (typeof id !== 'string') return rest;
  schemas[id] ??= rest;
  return { $ref: `#/components/schemas/${id}` };
}

/** A choice among words is written as objects that have them: readers of the document do not all know it otherwise. */
function spelledOut(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    const { required, ...rest } = (value ?? {}) as { readonly required?: readonly string[] };
    if (!Array.isArray(required) || Object.keys(rest).length > 0) return value;
    return { type: 'object', required, properties: Object.fromEntries(required.map((name) => [name, {}])) };
  }) as Json;
}

/** References lead to the components; numbers that came of text are numbers to a caller. */
function tidied(schema: Json): Json {
  const text = JSON.stringify(schema, (key, value) => (key === '$schema' ? undefined : value));
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
