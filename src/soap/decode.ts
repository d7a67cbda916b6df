import type { Method, Schema } from '../vim25/schema.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import { decodeInto, decodeProperty, noText } from './decode-data.ts';
import { DecodeError } from './decode-error.ts';
import { decodeReference } from './decode-value.ts';
import { Decoding } from './decoding.ts';
import type { XmlElement } from './element.ts';

/** A decoded call: the object it is made on, and its arguments by name. */
export interface Arguments {
  readonly self: Ref;
  readonly params: DataObject;
}

/** The object a call is made on. Clients that know no better send no type with the ServiceInstance: then `type`. */
export function decodeThis(element: XmlElement, type: string): Ref {
  const self = element.child('_this');
  if (!self) throw new DecodeError('InvalidRequest', '_this', `${element.name} names no object: _this is missing`);
  return decodeReference(self, type);
}

/**
 * Decodes a call against the table. Throws {@link DecodeError} for anything the table does not allow: nothing is guessed
 * and nothing dropped. `presented` is the newest version whose types and properties exist here.
 */
export function decodeParams(
  method: Method,
  element: XmlElement,
  schema: Schema,
  presented: number = schema.versions.length - 1,
): Arguments {
  const self = decodeThis(element, method.owner);
  const decoding = new Decoding(schema, presented, false);
  const params: Record<string, unknown> = {};
  noText(decoding, element, method.name);
  decodeInto(decoding, element.children, method.name, method.paramByName, params, '_this');
  for (const p of method.params) {
    if (params[p.name] !== undefined || p.optional) continue;
    if (p.array) params[p.name] = [];
    else if (p.version <= method.version)
      decoding.fail('InvalidRequest', `Required parameter ${p.name} is missing from the call of ${method.name}`);
  }
  return { self, params };
}

/**
 * Decodes what a method returned from its response element. A server may be newer than the table: properties the table
 * does not know are passed over, an unknown type is read as the declared one.
 */
export function decodeResult(method: Method, element: XmlElement, schema: Schema): unknown {
  if (!method.result) return undefined;
  const decoding = new Decoding(schema, schema.versions.length - 1, true);
  const out: Record<string, unknown> = {};
  for (const child of element.children) {
    if (child.name === 'returnval') decodeProperty(decoding, child, method.result, out);
  }
  return out.returnval ?? (method.result.array ? [] : undefined);
}
