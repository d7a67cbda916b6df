/** Calls as SOAP: a request out, a typed value or a typed error back. Knows nothing of sessions but their cookie. */
import type { Agent } from 'node:http';
import {
  createEncoder,
  decodeFault,
  decodeResult,
  type Encoder,
  encodeRequest,
  FETCH,
  parseXml,
  readEnvelope,
  soapActionFor,
} from '../soap/index.ts';
import { type DataObject, type Method, vim25 } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import { exchange, type HttpAnswer, type HttpRequest, LARGEST_ANSWER, readAll } from './http.ts';
import { VsphereError, type VsphereErrorParts } from './vsphere-error.ts';

const COOKIE = 'vmware_soap_session';

export interface Message {
  readonly self: Ref;
  readonly method: Method;
  readonly params: DataObject;
  readonly opId: string;
  readonly cookie: string | undefined;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

export interface Reply {
  readonly value: unknown;
  /** `name=value`, when the server gave a session cookie. */
  readonly cookie: string | undefined;
}

export class Wire {
  readonly url: URL;
  readonly agent: Agent;
  readonly #encoder: Encoder;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: URL, agent: Agent, version: number, userAgent: string) {
    this.url = url;
    this.agent = agent;
    this.#encoder = createEncoder(vim25, version);
    this.#headers = {
      'Content-Type': 'text/xml; charset=utf-8',
      SOAPAction: soapActionFor(this.#encoder),
      'User-Agent': userAgent,
    };
  }

  /** Index of the version spoken. */
  get version(): number {
    return this.#encoder.version;
  }

  async send(message: Message): Promise<Reply> {
    const { self, method, params, opId, cookie, timeout, signal } = message;
    const parts: VsphereErrorParts = { method: method.name, object: self, opId };
    const body = Buffer.from(encodeRequest(this.#encoder, method, self, params, { operationId: opId }), 'utf8');
    const headers: Record<string, string> = { ...this.#headers, 'Content-Length': String(body.length) };
    if (cookie !== undefined) headers.Cookie = cookie;
    const wanted: HttpRequest = { method: 'POST', url: this.url, headers, body, timeout, signal };
    try {
      const answer = await exchange(this.agent, wanted);
      return { value: decode(answer, await readAll(answer, wanted), method, parts), cookie: sessionCookie(answer) };
    } catch (error) {
      throw placed(error, parts);
    }
  }
}

/** The method of a managed type by its wire name. Throws when the table has none. */
export function methodOf(type: string, name: string): Method {
  if (name === FETCH.name) return FETCH;
  const method = vim25.managed(type)?.methods.get(name);
  if (method) return method;
  throw new VsphereError('ERR_CLIENT', `the API has no method ${name} of ${type}`, { method: name });
}

function decode(answer: HttpAnswer, bytes: Buffer, method: Method, parts: VsphereErrorParts): unknown {
  let payload: ReturnType<typeof readEnvelope>['payload'];
  try {
    payload = readEnvelope(parseXml(bytes, { maxSize: LARGEST_ANSWER })).payload;
  } catch (cause) {
    const started = JSON.stringify(bytes.subarray(0, 80).toString('latin1'));
    throw new VsphereError('ERR_CLIENT', `HTTP ${answer.status} ${answer.statusText}, and no SOAP: ${started}`, {
      ...parts,
      cause,
      retryable: answer.status === 503,
    });
  }
  const soap = decodeFault(payload, vim25);
  if (soap) throw new VsphereError('ERR_CLIENT', soap.text, { ...parts, fault: soap.fault, faultType: soap.typeName });
  if (payload.name !== `${method.name}Response`) {
    throw new VsphereError('ERR_CLIENT', `the answer is a ${payload.name}`, parts);
  }
  try {
    return decodeResult(method, payload, vim25);
  } catch (cause) {
    throw new VsphereError('ERR_CLIENT', `the answer does not fit the API: ${(cause as Error).message}`, {
      ...parts,
      cause,
    });
  }
}

/** Tells a lost exchange which call it was. */
function placed(error: unknown, parts: VsphereErrorParts): unknown {
  if (!(error instanceof VsphereError) || error.code !== 'ERR_UNREACHABLE') return error;
  const { retryable, cause, hint } = error;
  return new VsphereError('ERR_UNREACHABLE', error.message, { ...parts, retryable, cause, hint });
}

function sessionCookie({ headers }: HttpAnswer): string | undefined {
  const pairs = (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]!.trim());
  return pairs.find((pair) => pair.toLowerCase().startsWith(`${COOKIE}=`));
}
