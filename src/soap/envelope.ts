import { DecodeError } from './decode-error.ts';
import type { XmlElement } from './element.ts';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** One SOAP message, taken apart but not yet decoded. */
export interface Message {
  /** The first element of the Body: the method called, its response, or `Fault`. */
  readonly payload: XmlElement;
  /** `operationID` of the header: the id a client gives its call. */
  readonly operationId: string | undefined;
  /** `vcSessionCookie` of the header: how clients of pbm and its kin show their vCenter session. */
  readonly sessionCookie: string | undefined;
  readonly headers: readonly XmlElement[];
}

/** Finds the parts of an envelope, whatever prefixes it uses. */
export function readEnvelope(root: XmlElement): Message {
  if (root.name !== 'Envelope' || root.uri !== ENVELOPE) {
    throw new DecodeError('InvalidRequest', '', `expected a SOAP 1.1 Envelope, found ${describe(root)}`);
  }
  let body: XmlElement | undefined;
  let headers: readonly XmlElement[] = [];
  for (const part of root.children) {
    if (part.uri !== ENVELOPE) continue;
    if (part.name === 'Body') body ??= part;
    else if (part.name === 'Header') headers = part.children;
  }
  if (!body) throw new DecodeError('InvalidRequest', '', 'the SOAP Envelope has no Body');
  const payload = body.children[0];
  if (!payload) throw new DecodeError('InvalidRequest', '', 'the SOAP Body is empty');
  return {
    payload,
    operationId: headerText(headers, 'operationID'),
    // Clients copy the cookie's value as they got it, in its quotes.
    sessionCookie: headerText(headers, 'vcSessionCookie')?.replace(/^"(.*)"$/, '$1'),
    headers,
  };
}

function headerText(headers: readonly XmlElement[], name: string): string | undefined {
  for (const header of headers) if (header.name === name) return header.text.trim() || undefined;
  return undefined;
}

function describe(element: XmlElement): string {
  return element.uri === '' ? `<${element.name}>` : `<${element.name}> of ${element.uri}`;
}
