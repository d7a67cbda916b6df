import type { Schema } from '../vim25/schema.ts';
import type { DataObject } from '../vim25/value.ts';
import { decodeData } from './decode-data.ts';
import type { DecodeError } from './decode-error.ts';
import { Decoding } from './decoding.ts';
import type { XmlElement } from './element.ts';
import type { Encoder } from './encode.ts';
import { escapeText } from './escape.ts';
import { ENVELOPE_CLOSE, ENVELOPE_OPEN } from './response.ts';
import { ChunkSink } from './sink.ts';
import type { XmlError } from './xml-error.ts';

/** A fault of the API as a value: a data object whose type descends from MethodFault. */
export interface FaultObject extends DataObject {
  readonly _typeName: string;
}

/** A SOAP fault as a client finds it. */
export interface SoapFault {
  readonly code: string;
  readonly text: string;
  /** The API's fault inside, when there is one of a type the table knows. */
  readonly fault: FaultObject | undefined;
  /** Name of the fault's type as the server told it. */
  readonly typeName: string | undefined;
}

/** The body of a fault answer (HTTP status 500). A fault younger than the client goes out as its nearest known base. */
export function encodeFault(encoder: Encoder, namespace: string, fault: FaultObject, text: string): string {
  const sink = new ChunkSink();
  const element = encoder.faultName(encoder.dataName(fault._typeName));
  sink.write(`${ENVELOPE_OPEN}<soapenv:Fault><faultcode>ServerFaultCode</faultcode>`);
  sink.write(
    `<faultstring>${escapeText(text)}</faultstring><detail><${element} xmlns="${namespace}"${encoder.bindings}`,
  );
  encoder.dynamicData(sink, fault);
  sink.write(`</${element}></detail></soapenv:Fault>${ENVELOPE_CLOSE}`);
  return sink.text();
}

/** The fault for bytes that are not a document, or a document that is not a request of the API. */
export function syntaxFault(error: XmlError | DecodeError): { readonly fault: FaultObject; readonly text: string } {
  if (error.name === 'XmlError') {
    const text = `${error.message}\nwhile parsing SOAP envelope\nat line ${error.line}, column ${error.column}`;
    return { fault: { _typeName: 'InvalidRequest' }, text };
  }
  const where = error.path === '' ? '' : `\nwhile parsing property "${error.path}"`;
  if (error.kind === 'InvalidArgument') {
    const text = `A specified parameter was not correct: ${error.path}`;
    return { fault: { _typeName: 'InvalidArgument', invalidProperty: error.path }, text };
  }
  return { fault: { _typeName: error.kind }, text: `${error.message}${where}` };
}

/** Reads a SOAP fault from the payload of an answer; undefined when the payload is none. */
export function decodeFault(payload: XmlElement, schema: Schema): SoapFault | undefined {
  if (payload.name !== 'Fault') return undefined;
  const detail = payload.child('detail')?.children[0];
  const typeName = detail && (detail.xsiType ?? detail.name.replace(/Fault$/, ''));
  const known = detail && typeName !== undefined && schema.isData(typeName, 'MethodFault');
  const decoding = new Decoding(schema, schema.versions.length - 1, true);
  return {
    code: payload.child('faultcode')?.text.trim() ?? '',
    text: payload.child('faultstring')?.text ?? '',
    fault: known ? (decodeData(decoding, detail, typeName) as FaultObject) : undefined,
    typeName,
  };
}
