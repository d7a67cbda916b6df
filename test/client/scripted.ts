/** A server that speaks just enough to let a client in, and then says what a test tells it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, type ConnectOptions, connect } from '../../src/client/index.ts';

export const soap = (payload: string): string =>
  `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body>${payload}</Body></Envelope>`;
export const reply = (method: string, value = ''): string =>
  soap(`<${method}Response xmlns="urn:vim25">${value}</${method}Response>`);
export const fault = (type: string, inside = ''): string =>
  soap(
    `<Fault><faultcode>ServerFaultCode</faultcode><faultstring>no</faultstring><detail><${type}Fault xmlns="urn:vim25" xsi:type="${type}">${inside}</${type}Fault></detail></Fault>`,
  );

const CONTENT = `<returnval><rootFolder type="Folder">group-d1</rootFolder>
  <propertyCollector type="PropertyCollector">pc</propertyCollector><viewManager type="ViewManager">vm</viewManager>
  <sessionManager type="SessionManager">sm</sessionManager><fileManager type="FileManager">fm</fileManager>
  <searchIndex type="SearchIndex">si</searchIndex></returnval>`;

export interface Visit {
  readonly method: string;
  readonly text: string;
  readonly cookie: string | undefined;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** How often the method was called before. */
  readonly before: number;
}

// biome-ignore lint/suspicious/noConfusingVoidType: a script may answer by itself, and then says nothing
export type Said = string | undefined | void;
/** What is inside an answer; nothing when the visit was answered, or left without an answer. */
export type Script = Readonly<Record<string, (visit: Visit) => Said>>;

export class Scripted implements AsyncDisposable {
  /** Methods in the order they were called, `PUT /folder/x` among them. */
  readonly seen: string[] = [];
  readonly opIds: (string | undefined)[] = [];
  readonly #server: Server;
  readonly #script: Script;
  #sessions = 0;

  private constructor(script: Script) {
    this.#script = script;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async open(script: Script = {}): Promise<Scripted> {
    const made = new Scripted(script);
    await new Promise<void>((resolve) => made.#server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  connect(options: Partial<ConnectOptions> = {}): Promise<Client> {
    return connect({ url: this.url, username: 'u', password: 'p', timeout: 5_000, ...options });
  }

  count(method: string): number {
    return this.seen.filter((one) => one === method).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    try {
      for await (const chunk of request) text += (chunk as Buffer).toString();
    } catch {
      return;
    }
    if (request.url?.endsWith('vimServiceVersions.xml')) return void response.writeHead(404).end();
    const method =
      request.method === 'POST' && request.url === '/sdk'
        ? (/<(?:\w+:)?Body[^>]*>\s*<(\w+)/.exec(text)?.[1] ?? '')
        : `${request.method} ${request.url?.split('?')[0]}`;
    const before = this.count(method);
    this.seen.push(method);
    this.opIds.push(/<operationID>([^<]*)</.exec(text)?.[1]);
    const { cookie } = request.headers;
    const visit: Visit = { method, text, cookie, request, response, before };
    const said = this.#script[method];
    const inside = said ? said(visit) : this.#usual(visit);
    if (typeof inside === 'string') response.end(inside.startsWith('<Envelope') ? inside : reply(method, inside));
  }

  #usual({ method, response }: Visit): string | undefined {
    switch (method) {
      case 'RetrieveServiceContent':
        return CONTENT;
      case 'Login':
        this.#sessions += 1;
        response.setHeader('Set-Cookie', `vmware_soap_session="s${this.#sessions}"; Path=/`);
        return `<returnval><key>s${this.#sessions}</key><userName>u</userName></returnval>`;
      case 'CurrentTime':
        return '<returnval>2026-01-01T00:00:00Z</returnval>';
      case 'CreateContainerView':
        return '<returnval type="ContainerView">view</returnval>';
      case 'CreatePropertyCollector':
        return '<returnval type="PropertyCollector">pc2</returnval>';
      case 'CreateFilter':
        return '<returnval type="PropertyFilter">filter</returnval>';
      default:
        return '';
    }
  }
}

/** A clock on which every wait is over at once, and how long the waits would have been. */
export class Hurried {
  readonly waits: number[] = [];

  now(): number {
    return performance.now();
  }

  after(duration: number, run: () => void, { background = false } = {}): { cancel(): void } {
    // Time-outs of calls are no waits.
    if (background || duration >= 1_250) return { cancel: () => {} };
    this.waits.push(duration);
    const timer = setImmediate(run);
    return { cancel: () => clearImmediate(timer) };
  }
}

/** What CurrentTime answers. */
export const TIME: string = '<returnval>2026-01-01T00:00:00Z</returnval>';
