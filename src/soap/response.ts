import type { PropertyValue } from '../vim25/property-value.ts';
import type { Method, Property } from '../vim25/schema.ts';
import type { Encoder } from './encode.ts';
import type { Sink } from './sink.ts';

/** What stands before every payload, byte for byte as vCenter sends it. */
export const ENVELOPE_OPEN: string = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"
 xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:xsd="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<soapenv:Body>
`;

export const ENVELOPE_CLOSE: string = '\n</soapenv:Body>\n</soapenv:Envelope>';

/**
 * `Fetch`, which no table and no WSDL has: pyVmomi reads every property by it. As a method, so that its calls decode
 * like any other's; its answer is written by {@link encodeFetch}.
 */
export const FETCH: Method = fetchMethod();

/** Writes a method's whole answer. `namespace` is the one the request came in. */
export function encodeResponse(encoder: Encoder, method: Method, namespace: string, value: unknown, sink: Sink): void {
  sink.write(`${ENVELOPE_OPEN}<${method.name}Response xmlns="${namespace}"${encoder.bindings}>`);
  if (method.result) encoder.value(sink, 'returnval', value, method.result);
  sink.write(`</${method.name}Response>${ENVELOPE_CLOSE}`);
}

/**
 * As {@link encodeResponse}, object by object: pauses so that a long answer can be drained and the event loop served.
 *
 *     for (const _ of encodeResponseInSteps(encoder, method, ns, value, sink)) if (sink.full) await sink.drain();
 */
export function* encodeResponseInSteps(
  encoder: Encoder,
  method: Method,
  namespace: string,
  value: unknown,
  sink: Sink,
): Generator<undefined, void> {
  sink.write(`${ENVELOPE_OPEN}<${method.name}Response xmlns="${namespace}"${encoder.bindings}>`);
  if (method.result) yield* encoder.valueInSteps(sink, 'returnval', value, method.result);
  sink.write(`</${method.name}Response>${ENVELOPE_CLOSE}`);
}

/** Writes the answer to `Fetch`: the property's value with its type, or nothing when it is unset. */
export function encodeFetch(encoder: Encoder, namespace: string, value: PropertyValue | undefined, sink: Sink): void {
  sink.write(`${ENVELOPE_OPEN}<FetchResponse xmlns="${namespace}"${encoder.bindings}>`);
  if (value) encoder.typed(sink, 'returnval', value.property, value.value === undefined ? undefined : value);
  sink.write(`</FetchResponse>${ENVELOPE_CLOSE}`);
}

function fetchMethod(): Method {
  const base = { array: false, optional: false, link: false, secret: false, version: 0, privilege: undefined };
  const prop: Property = { ...base, name: 'prop', type: 'string', kind: 'builtin' };
  return {
    name: 'Fetch',
    owner: 'ManagedObject',
    version: 0,
    params: [prop],
    paramByName: new Map([['prop', prop]]),
    result: { ...base, name: 'returnval', type: 'anyType', kind: 'any', optional: true },
    taskResult: undefined,
    privilege: undefined,
    faults: [],
  };
}
