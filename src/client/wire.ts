/** Calls as SOAP: a request out, a typed value or a typed error back. Knows nothing of sessions but their cookie. */
import type { Agent } from 'node:http';
import {
  AnswerReader,
  createEncoder,
  decodeFault,
  decodeResult,
  type Encoder,
  encodeRequest,
  FETCH,
  parseXml,
  QuickReader,
  readEnvelope,
  soapActionFor,
  XmlError,
} from '../soap/index.ts';
import { type DataObject, type Method, vim25 } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { ClientClock } from './clock.ts';
import {
  aheadOf,
  bytesOf,
  endless,
  exchange,
  type HttpAnswer,
  type HttpRequest,
  LARGEST_ANSWER,
  readAll,
} from './http.ts';
import { asNoise } from './lost.ts';
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
  readonly #clock: ClientClock;
  readonly #quick = new QuickReader(vim25);
  /** For answers of many objects. */
  readonly #sharing = new QuickReader(vim25, true);
  /** Whether the server has shown that it knows what SOAP is: then what is none was spoiled on the way. */
  #speaks = false;

  constructor(url: URL, agent: Agent, version: number, userAgent: string, clock: ClientClock) {
    this.#clock = clock;
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

  /** Makes a call and reads its answer, as it comes and without a copy of the whole in between. */
  async send(message: Message): Promise<Reply> {
    const { method } = message;
    const gathered: unknown[] = [];
    const reading = this.stream(message);
    for (;;) {
      const { done, value } = await reading.next();
      if (!done) gathered.push(...value);
      else if (value.other) return value;
      else return { value: method.result?.array ? gathered : gathered[0], cookie: value.cookie };
    }
  }

  /**
   * Makes a call and gives the items of its answer as they come: those of the result's property `items`, or of the
   * result. At last it gives the result without its items; what of that stands before the items `onBegin` is told.
   */
  async *stream(
    message: Message,
    items?: string,
    onBegin?: ((result: unknown) => void) | undefined,
  ): AsyncGenerator<readonly unknown[], Reply & { other: boolean }> {
    const { self, method, params, opId, cookie, timeout, signal } = message;
    const parts: VsphereErrorParts = { method: method.name, object: self, opId };
    const body = Buffer.from(encodeRequest(this.#encoder, method, self, params, { operationId: opId }), 'utf8');
    const headers: Record<string, string> = { ...this.#headers, 'Content-Length': String(body.length) };
    if (cookie !== undefined) headers.Cookie = cookie;
    const wanted: HttpRequest = { method: 'POST', url: this.url, headers, body, timeout, clock: this.#clock, signal };
    try {
      const answer = await exchange(this.agent, wanted);
      const known = { ...parts, retryable: this.#speaks };
      const reader =
        method.result && new AnswerReader(method, vim25, items ? this.#sharing : this.#quick, items || undefined);
      if (!reader || answer.status !== 200) {
        const value = decode(answer, await readAll(answer, wanted), method, known);
        this.#speaks = true;
        return { value, cookie: sessionCookie(answer), other: true };
      }
      let [size, told] = [0, onBegin === undefined];
      for await (const bytes of bytesOf(aheadOf(answer), wanted)) {
        size += bytes.length;
        if (reader.isOther && size > LARGEST_ANSWER) throw endless(wanted);
        const found = read(() => reader.take(bytes), answer, known);
        if (found.length === 0) continue;
        if (!told) onBegin?.(reader.soFar);
        told = true;
        yield found;
      }
      const { items: last, result } = read(() => reader.end(), answer, known);
      const value = reader.isOther ? decode(answer, reader.whole, method, known) : result;
      this.#speaks = true;
      if (last.length > 0) yield last;
      return { value, cookie: sessionCookie(answer), other: reader.isOther };
    } catch (error) {
      throw placed(error, parts, this.#speaks);
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
    throw spoiled(answer, `no SOAP: ${JSON.stringify(bytes.subarray(0, 80).toString('latin1'))}`, parts, cause);
  }
  const { retryable: _, ...call } = parts;
  const soap = decodeFault(payload, vim25);
  if (soap) throw new VsphereError('ERR_CLIENT', soap.text, { ...call, fault: soap.fault, faultType: soap.typeName });
  if (payload.name !== `${method.name}Response`) {
    throw new VsphereError('ERR_CLIENT', `the answer is a ${payload.name}`, call);
  }
  return read(() => decodeResult(method, payload, vim25), answer, parts);
}

/** What goes wrong while an answer is read, as the client's own error. */
function read<T>(work: () => T, answer: HttpAnswer, { retryable, ...call }: VsphereErrorParts): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof XmlError)
      throw spoiled(answer, `no whole SOAP: ${cause.message}`, { ...call, retryable }, cause);
    const why = `the answer does not fit the API: ${(cause as Error).message}`;
    throw new VsphereError('ERR_CLIENT', why, { ...call, cause });
  }
}

/** An answer that is none: of somebody who speaks no SOAP, or of a server on whose way it was spoiled. */
function spoiled(
  { status, statusText }: HttpAnswer,
  what: string,
  parts: VsphereErrorParts,
  cause: unknown,
): VsphereError {
  const gateway = status === 502 || status === 504;
  return new VsphereError('ERR_CLIENT', `HTTP ${status} ${statusText}, and ${what}`, {
    ...parts,
    cause,
    retryable: status === 503 || gateway || (parts.retryable === true && status < 300),
    maybeDone: status < 300 || gateway,
    hint: status < 500 ? 'is this the URL of the SDK? It ends in /sdk' : undefined,
  });
}

/** Tells a lost exchange which call it was. A server that has spoken HTTP before was only spoiled on the way. */
function placed(error: unknown, parts: VsphereErrorParts, hasSpoken: boolean): unknown {
  if (!(error instanceof VsphereError) || error.code !== 'ERR_UNREACHABLE') return error;
  return (hasSpoken ? asNoise(error) : error).with(parts);
}

function sessionCookie({ headers }: HttpAnswer): string | undefined {
  const pairs = (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]!.trim());
  return pairs.find((pair) => pair.toLowerCase().startsWith(`${COOKIE}=`));
}
