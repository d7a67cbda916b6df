import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkSink, createEncoder, decodeParams, encodeRequest, parseXml, readEnvelope } from '../../src/soap/index.ts';
import type { DataType, Method, Property } from '../../src/vim25/schema.ts';
import { arrayTypeName } from '../../src/vim25/value.ts';
import { schema } from '../soap/table.ts';

/** How deep random objects go; below it only what is required. */
const DEPTH = 3;
const newest = schema.versions.length - 1;
const encoder = createEncoder(schema, newest);

const text = fc.oneof(
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((s) => s.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')),
  fc.constantFrom('', ' ', '<&>"\'', ']]>', '\r\n\t', 'Größe', '雪🦊'),
);
const time = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().replace(/0+Z$/, 'Z').replace('.Z', 'Z'));
const enumName = fc.constantFrom(...schema.enumNames);
const dataName = fc.constantFrom(...schema.dataNames);

function scalar(type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'int':
      return fc.integer();
    case 'short':
      return fc.integer({ min: -0x8000, max: 0x7fff });
    case 'byte':
      return fc.integer({ min: -0x80, max: 0x7f });
    case 'long':
      return fc.oneof(fc.maxSafeInteger(), fc.constantFrom(2 ** 63, -(2 ** 63), 2 ** 53, 2 ** 62)).map((n) => n + 0);
    case 'float':
    case 'double':
      return fc.double();
    case 'dateTime':
      return time;
    case 'base64Binary':
      return fc.uint8Array({ maxLength: 9 }).map((b) => Buffer.from(b).toString('base64'));
    default:
      return text;
  }
}

const reference = fc.constantFrom(...schema.managedNames).chain((type) => {
  return fc.nat(99).map((n) => ({ type, value: `${type}-${n}` }));
});

const box = (type: string, value: fc.Arbitrary<unknown>) => value.map((v) => ({ _typeName: type, _value: v }));

/** Values for an xsd:anyType, by depth: each in the one form it decodes to. */
const anyByDepth: fc.Arbitrary<unknown>[] = [];

function any(depth: number): fc.Arbitrary<unknown> {
  const at = Math.max(0, depth);
  anyByDepth[at] ??= makeAny(at);
  return anyByDepth[at];
}

function makeAny(depth: number): fc.Arbitrary<unknown> {
  const flat: fc.Arbitrary<unknown>[] = [
    text,
    fc.boolean(),
    fc.integer(),
    reference,
    ...['long', 'short', 'byte', 'float', 'double', 'dateTime', 'base64Binary'].map((t) => box(t, scalar(t))),
    enumName.chain((name) => box(name, enumValue(name))),
    box('ArrayOfString', fc.array(text, { maxLength: 3 })),
    box('ArrayOfInt', fc.array(fc.integer(), { maxLength: 3 })),
    box('ArrayOfDateTime', fc.array(time, { maxLength: 3 })),
    box('ArrayOfManagedObjectReference', fc.array(reference, { maxLength: 3 })),
  ];
  if (depth > 0) {
    flat.push(dataName.chain((n) => object(schema.data(n)!, depth - 1)));
    flat.push(dataName.chain((n) => box(arrayTypeName(n), fc.array(object(schema.data(n)!, 0), { maxLength: 2 }))));
    flat.push(box('ArrayOfAnyType', fc.array(any(0), { maxLength: 2 })));
  }
  return fc.oneof(...flat);
}

function enumValue(name: string): fc.Arbitrary<string> {
  return fc.constantFrom(...schema.enum(name)!.values.keys());
}

function one(p: Property, depth: number): fc.Arbitrary<unknown> {
  switch (p.kind) {
    case 'builtin':
      return scalar(p.type);
    case 'enum':
      return enumValue(p.type);
    case 'ref':
      return fc.nat(99).map((n) => ({ type: p.type, value: `x-${n}` }));
    case 'any':
      return any(depth - 1);
    case 'data':
      return derived(p.type, depth);
  }
}

const children = new Map<string, DataType[]>();
for (const name of schema.dataNames) {
  for (let t = schema.data(name); t; t = t.base) {
    const list = children.get(t.name) ?? [];
    if (t.name !== name || !list.length) list.push(schema.data(name)!);
    children.set(t.name, list);
  }
}

/** An object of the declared type or of one derived from it. */
function derived(declared: string, depth: number): fc.Arbitrary<unknown> {
  const own = schema.data(declared)!;
  const types = depth > 0 ? [own, ...(children.get(declared) ?? [])] : [own];
  return fc.constantFrom(...types).chain((type) => object(type, depth - 1));
}

function object(type: DataType, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const required: Record<string, fc.Arbitrary<unknown>> = { _typeName: fc.constant(type.name) };
  const optional: Record<string, fc.Arbitrary<unknown>> = {};
  for (const p of type.allProperties) {
    // Required properties may lead back to their own type (a fault in a fault): the table has no endless ones.
    if (p.array && !p.optional)
      required[p.name] = depth > 0 ? fc.array(one(p, depth), { minLength: 1, maxLength: 2 }) : fc.constant([]);
    else if (!p.optional) required[p.name] = one(p, depth);
    else if (depth > 0 && !p.array) optional[p.name] = one(p, depth);
    else if (depth > 0) optional[p.name] = fc.array(one(p, depth), { minLength: 1, maxLength: 2 });
  }
  // Few optional properties at a time keep the objects small; over all runs each has its turn.
  const names = Object.keys(optional);
  const chosen =
    names.length === 0 ? fc.constant([] as string[]) : fc.subarray(names, { maxLength: Math.min(6, names.length) });
  return chosen.chain((some) =>
    fc.record({ ...required, ...Object.fromEntries(some.map((n) => [n, optional[n]!])) }, { noNullPrototype: true }),
  );
}

/** A method made for the test, that takes one value. */
function taking(p: Pick<Property, 'kind' | 'type'>): Method {
  const value = {
    name: 'value',
    array: false,
    optional: false,
    link: false,
    secret: false,
    version: 0,
    privilege: undefined,
    ...p,
  };
  return {
    name: 'Take',
    owner: 'ManagedObject',
    version: 0,
    params: [value],
    paramByName: new Map([['value', value]]),
    result: undefined,
    taskResult: undefined,
    privilege: undefined,
    faults: [],
  };
}

function carried(method: Method, value: unknown): unknown {
  const request = encodeRequest(encoder, method, { type: 'Folder', value: 'f' }, { value });
  return decodeParams(method, readEnvelope(parseXml(request)).payload, schema).params.value;
}

function comesBack(method: Method, value: unknown): void {
  const back = carried(method, value);
  // The words of a difference cost far more than finding that there is none.
  if (!isDeepStrictEqual(back, value)) expect(back).toEqual(value);
}

describe('every data type of the table', () => {
  it('comes back from the wire as it went, where it is declared', () => {
    for (const name of schema.dataNames) {
      const method = taking({ kind: 'data', type: name });
      fc.assert(
        fc.property(object(schema.data(name)!, DEPTH), (value) => {
          comesBack(method, value);
        }),
        { numRuns: 2, seed: 7 },
      );
    }
  });

  it('comes back from an anyType as it went', () => {
    const method = taking({ kind: 'any', type: 'anyType' });
    for (const name of schema.dataNames) {
      fc.assert(
        fc.property(object(schema.data(name)!, 1), (value) => {
          comesBack(method, value);
        }),
        { numRuns: 1, seed: 11 },
      );
    }
  });
});

describe('every value of an anyType', () => {
  it('comes back as it went', () => {
    const method = taking({ kind: 'any', type: 'anyType' });
    fc.assert(
      fc.property(any(2), (value) => {
        comesBack(method, value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('every text', () => {
  it('is written to well-formed XML at every version', () => {
    const type = schema.data('OptionValue')!.byName.get('key')!;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(newest), (key, version) => {
        const sink = new ChunkSink();
        createEncoder(schema, version).value(sink, 'k', key, type);
        const [bytes] = sink.finish();
        expect(parseXml(bytes!).text.length).toBe(key.length);
      }),
    );
  });
});
