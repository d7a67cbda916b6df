import type { Method } from '../vim25/schema.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import type { Encoder } from './encode.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { ENVELOPE_CLOSE, ENVELOPE_OPEN } from './response.ts';
import { ChunkSink } from './sink.ts';

const BODY_OPEN = '<soapenv:Body>\n';
const HEAD = ENVELOPE_OPEN.slice(0, -BODY_OPEN.length);

export interface RequestOptions {
  /** Default: the table's namespace. */
  readonly namespace?: string | undefined;
  /** Sent as `operationID`; vCenter writes it into its logs and tasks. */
  readonly operationId?: string | undefined;
  /** Sent as `vcSessionCookie`, for pbm and its kin. */
  readonly sessionCookie?: string | undefined;
}

/** The body of a call, for clients. Parameters the encoder's version does not know are left out. */
export function encodeRequest(
  encoder: Encoder,
  method: Method,
  self: Ref,
  params: DataObject,
  options: RequestOptions = {},
): string {
  const sink = new ChunkSink();
  sink.write(HEAD);
  const header = headerItem('operationID', options.operationId) + headerItem('vcSessionCookie', options.sessionCookie);
  if (header !== '') sink.write(`<soapenv:Header>${header}</soapenv:Header>\n`);
  sink.write(
    `${BODY_OPEN}<${method.name} xmlns="${options.namespace ?? encoder.schema.namespace}"${encoder.bindings}>`,
  );
  sink.write(`<_this type="${escapeAttribute(self.type)}">${escapeText(self.value)}</_this>`);
  for (const p of method.params) if (p.version <= encoder.version) encoder.value(sink, p.name, params[p.name], p);
  sink.write(`</${method.name}>${ENVELOPE_CLOSE}`);
  return sink.text();
}

/** The SOAPAction that goes with a request at the encoder's version, quotes included. */
export function soapActionFor(encoder: Encoder): string {
  return `"${encoder.schema.namespace}/${encoder.schema.versions[encoder.version]}"`;
}

function headerItem(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeText(text)}</${name}>`;
}
