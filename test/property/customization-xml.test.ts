import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/objects/customization/xml-read.ts';
import { writeConfig } from '../../src/objects/customization/xml-write.ts';
import type { DataType, Property } from '../../src/vim25/schema.ts';
import type { DataObject } from '../../src/vim25/value.ts';
import { vim25 as schema } from '../../src/vim25/vim25.ts';

const newest = schema.versions.length - 1;
const ITEM = 'CustomizationSpecItem';

const text = fc.oneof(
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((s) => s.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')),
  fc.constantFrom('', ' ', '<&>"\'', ']]>', '\r\n\t', '  two\n', 'Größe', '雪🦊'),
);

function scalar(type: string): fc.Arbitrary<unknown> {
  if (type === 'boolean') return fc.boolean();
  if (type === 'int') return fc.integer();
  if (type === 'byte') return fc.integer({ min: -128, max: 127 });
  return text;
}

const any = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double().map((n) => ({ _typeName: 'double', _value: n })),
  fc.maxSafeInteger().map((n) => ({ _typeName: 'long', _value: n + 0 })),
  fc.array(text, { maxLength: 3 }).map((list) => ({ _typeName: 'ArrayOfString', _value: list })),
  fc.nat(9).map((n) => ({ type: 'VirtualMachine', value: `vm-${n}` })),
  fc.constant({ _typeName: 'CustomizationFixedIp', ipAddress: '10.0.0.1' }),
);

function one(p: Property): fc.Arbitrary<unknown> {
  if (p.kind === 'any') return any;
  if (p.kind === 'enum') return fc.constantFrom(...schema.enum(p.type)!.values.keys());
  return p.kind === 'data' ? derived(p.type) : scalar(p.type);
}

/** Types of specifications that stand where `declared` is wanted. */
function kinds(declared: string): DataType[] {
  return schema.dataNames.filter((name) => schema.isData(name, declared)).map((name) => schema.data(name)!);
}

function derived(declared: string): fc.Arbitrary<DataObject> {
  return fc.oneof(...kinds(declared).map(object));
}

function object(type: DataType): fc.Arbitrary<DataObject> {
  const model: Record<string, fc.Arbitrary<unknown>> = { _typeName: fc.constant(type.name) };
  for (const p of type.allProperties) {
    model[p.name] = p.array ? fc.array(one(p), { minLength: p.optional ? 1 : 0, maxLength: 2 }) : one(p);
  }
  const optional = new Set(type.allProperties.filter((p) => p.optional).map((p) => p.name));
  return fc.record(model, {
    requiredKeys: Object.keys(model).filter((name) => !optional.has(name)),
    noNullPrototype: true,
  }) as fc.Arbitrary<DataObject>;
}

describe('a specification', () => {
  it('comes back from its export as it went, whatever it says', () => {
    const item = derived(ITEM);
    fc.assert(
      fc.property(item, (value) => {
        const back = readConfig(schema, newest, ITEM, writeConfig(schema, ITEM, value));
        if (!isDeepStrictEqual(back, value)) expect(back).toEqual(value);
      }),
      { numRuns: 400 },
    );
  });

  it('may have any type of its family anywhere such a type may stand', () => {
    const family = schema.dataNames.filter((name) => /^Customization/.test(name));
    const parts = family.filter((name) => !schema.isData(name, 'Event') && !schema.isData(name, 'MethodFault'));
    expect(parts.length).toBeGreaterThan(40);
    for (const name of parts) {
      fc.assert(
        fc.property(object(schema.data(name)!), (value) => {
          expect(readConfig(schema, newest, name, writeConfig(schema, name, value))).toEqual(value);
        }),
        { numRuns: 10 },
      );
    }
  });
});

describe('a document that is none', () => {
  it('is refused as CustomizationFault, however it is broken', () => {
    const good = writeConfig(schema, 'CustomizationFixedIp', { ipAddress: '10.0.0.1' });
    const broken = (bad: string) => () => readConfig(schema, newest, 'CustomizationFixedIp', bad);
    fc.assert(
      fc.property(fc.nat(good.length - 2), (cut) => {
        expect(broken(good.slice(0, cut))).toThrow(expect.objectContaining({ type: 'CustomizationFault' }));
      }),
    );
  });
});
