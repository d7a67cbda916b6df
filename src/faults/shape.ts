/**
 * Shapes of plain data, as data: rules are checked against one, and their JSON Schema is written from the same.
 *
 * Wire types have the API table and scenarios have zod; a rule comes in before either is needed, so that arming one
 * costs nothing at start.
 */
import { parseSize } from '../kernel/size.ts';
import { parseDuration } from '../kernel/time.ts';
import { meant, type Path, RuleError } from './rule-error.ts';

export type Shape =
  | { readonly kind: 'text'; readonly choices?: readonly string[]; readonly about?: string }
  | {
      readonly kind: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly whole?: boolean;
      readonly about?: string;
    }
  | { readonly kind: 'yes'; readonly about?: string }
  | { readonly kind: 'no'; readonly about?: string }
  | { readonly kind: 'duration'; readonly about?: string }
  | { readonly kind: 'size'; readonly about?: string }
  /** A text, a number, a boolean: whatever a value is compared with. */
  | { readonly kind: 'scalar'; readonly about?: string }
  | { readonly kind: 'list'; readonly of: Shape; readonly about?: string }
  /** Any names, each with a value of the shape. */
  | { readonly kind: 'map'; readonly of: Shape; readonly about?: string }
  | ObjectShape
  | { readonly kind: 'either'; readonly of: readonly Shape[]; readonly about?: string };

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
  /** Exactly one of these must stand. */
  readonly oneOf?: readonly string[];
  /** Fields beside those named may stand. */
  readonly open?: boolean;
  readonly about?: string;
}

/** Throws RuleError at the first thing that does not fit. */
export function checkShape(value: unknown, shape: Shape, path: Path): void {
  switch (shape.kind) {
    case 'text':
      checkText(value, shape.choices, path);
      break;
    case 'number':
      checkNumber(value, shape, path);
      break;
    case 'yes':
      expect(value === true, value, 'true', path);
      break;
    case 'no':
      expect(value === false, value, 'true or false', path);
      break;
    case 'duration':
      expect(isDuration(value), value, 'a duration such as 500ms, 30s or 2h', path);
      break;
    case 'size':
      expect(isSize(value), value, 'a size such as 512KiB, 10MiB or 2GiB', path);
      break;
    case 'scalar':
      expect(/^(string|number|boolean)$/.test(typeof value), value, 'a text, a number, true or false', path);
      break;
    case 'list':
      expect(Array.isArray(value), value, 'a list', path);
      for (const [i, item] of (value as unknown[]).entries()) checkShape(item, shape.of, [...path, i]);
      break;
    case 'map':
      expect(isMapping(value), value, 'an object', path);
      for (const [name, item] of Object.entries(value as object)) checkShape(item, shape.of, [...path, name]);
      break;
    case 'object':
      checkObject(value, shape, path);
      break;
    case 'either':
      checkEither(value, shape.of, path);
      break;
  }
}

function expect(fits: boolean, value: unknown, wanted: string, path: Path): void {
  if (!fits) throw new RuleError(path, `expected ${wanted}, found ${found(value)}`);
}

function isSize(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && parseSize(value) >= 0;
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDuration(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && parseDuration(value) >= 0;
}

function checkText(value: unknown, choices: readonly string[] | undefined, path: Path): void {
  expect(typeof value === 'string' && value !== '', value, choices ? `one of ${choices.join(', ')}` : 'a text', path);
  if (!choices || choices.includes(value as string)) return;
  throw new RuleError(
    path,
    `expected one of ${choices.join(', ')}, found '${value}'${meant(value as string, choices)}`,
  );
}

function checkNumber(value: unknown, shape: Shape & { kind: 'number' }, path: Path): void {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole } = shape;
  const fits = typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
  const range = Number.isFinite(max) ? ` from ${min} to ${max}` : Number.isFinite(min) ? ` of at least ${min}` : '';
  expect(fits, value, `a ${whole ? 'whole ' : ''}number${range}`, path);
}

function checkObject(value: unknown, shape: ObjectShape, path: Path): void {
  expect(isMapping(value), value, 'an object', path);
  const given = value as Record<string, unknown>;
  const names = Object.keys(shape.fields);
  for (const [name, field] of Object.entries(given)) {
    const known = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (known && field !== undefined) checkShape(field, known, [...path, name]);
    if (!known && !shape.open) {
      throw new RuleError([...path, name], `unknown word${meant(name, names) || `; known here: ${names.join(', ')}`}`);
    }
  }
  for (const name of shape.required ?? []) {
    if (given[name] === undefined) throw new RuleError(path, `'${name}' is missing`);
  }
  if (!shape.oneOf) return;
  const present = shape.oneOf.filter((name) => given[name] !== undefined);
  if (present.length === 1) return;
  const list = shape.oneOf.join(', ');
  throw new RuleError(path, present.length === 0 ? `needs one of ${list}` : `takes only one of ${present.join(', ')}`);
}

/** Of several shapes, the complaint of the last is told unless one fits. */
function checkEither(value: unknown, shapes: readonly Shape[], path: Path): void {
  let complaint: unknown;
  for (const shape of shapes) {
    try {
      checkShape(value, shape, path);
      return;
    } catch (error) {
      complaint = error;
    }
  }
  throw complaint;
}

function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `'${String(value)}'`;
}

/** The shape as JSON Schema, for editors. */
export function jsonSchema(shape: Shape): Record<string, unknown> {
  const about = shape.about === undefined ? {} : { description: shape.about };
  switch (shape.kind) {
    case 'text':
      return { type: 'string', ...(shape.choices ? { enum: shape.choices } : {}), ...about };
    case 'number':
      return {
        type: shape.whole ? 'integer' : 'number',
        ...(shape.min === undefined ? {} : { minimum: shape.min }),
        ...(shape.max === undefined ? {} : { maximum: shape.max }),
        ...about,
      };
    case 'yes':
      return { const: true, ...about };
    case 'no':
      return { const: false, ...about };
    case 'duration':
      return { type: ['string', 'number'], ...about };
    case 'size':
      return { type: ['string', 'number'], ...about };
    case 'scalar':
      return { type: ['string', 'number', 'boolean'], ...about };
    case 'list':
      return { type: 'array', items: jsonSchema(shape.of), ...about };
    case 'map':
      return { type: 'object', additionalProperties: jsonSchema(shape.of), ...about };
    case 'either':
      return { anyOf: shape.of.map(jsonSchema), ...about };
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, jsonSchema(field)])),
        ...(shape.required?.length ? { required: shape.required } : {}),
        ...(shape.oneOf ? { oneOf: shape.oneOf.map((name) => ({ required: [name] })) } : {}),
        additionalProperties: shape.open === true,
        ...about,
      };
  }
}
