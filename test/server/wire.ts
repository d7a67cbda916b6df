/** The simulator's doors as a plain HTTP client meets them: no SOAP library, nothing retried. */
import { request } from 'node:http';
import type { Simulator } from '../../src/server/start.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** A list goes out in chunks, one after the other. */
  readonly body?: string | Buffer | readonly Buffer[];
}

/** Rejects with the socket's error when the answer does not come whole. */
export function http(url: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    // The path as written: a URL would tidy it up.
    const path = url.slice(url.indexOf('/', 'http://'.length));
    const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const whole = Buffer.concat(parts);
        resolve({ status: answer.statusCode!, headers: answer.headers, body: whole, text: whole.toString() });
      });
    });
    sent.on('error', reject);
    if (Array.isArray(body)) for (const chunk of body) sent.write(chunk);
    else if (body !== undefined) sent.write(body);
    sent.end();
  });
}

export class Wire {
  readonly sim: Simulator;
  cookie = '';

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  get origin(): string {
    return new URL(this.sim.url).origin;
  }

  async login(
    user: string = this.sim.credentials.user,
    password: string = this.sim.credentials.password,
  ): Promise<this> {
    const reply = await this.soap(
      'Login',
      'SessionManager',
      'SessionManager',
      `<userName>${user}</userName><password>${password}</password>`,
    );
    if (reply.status !== 200) throw new Error(reply.text);
    this.cookie = String(reply.headers['set-cookie']).split(';')[0]!;
    return this;
  }

  soap(method: string, type: string, id: string, inner: string = ''): Promise<Reply> {
    const call = `<${method} xmlns="urn:vim25"><_this type="${type}">${id}</_this>${inner}</${method}>`;
    const body = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>${call}</Body></Envelope>`;
    const headers = { SOAPAction: 'urn:vim25/8.0.2.0', 'content-type': 'text/xml', cookie: this.cookie };
    return http(this.sim.url, { method: 'POST', headers, body });
  }

  /** Id of the object at an inventory path. */
  async find(path: string): Promise<string> {
    const reply = await this.soap(
      'FindByInventoryPath',
      'SearchIndex',
      'SearchIndex',
      `<inventoryPath>${path}</inventoryPath>`,
    );
    return />([^<>]+)<\/returnval>/.exec(reply.text)?.[1] ?? '';
  }

  /** Calls a method of a VM that starts a task; the task's id. */
  async vmTask(method: string, path: string): Promise<string> {
    const reply = await this.soap(method, 'VirtualMachine', await this.find(path));
    const task = />(task-\d+)<\/returnval>/.exec(reply.text)?.[1];
    if (task === undefined) throw new Error(reply.text);
    return task;
  }

  /** TaskInfo as the world has it. */
  task(id: string): {
    readonly state: string;
    readonly progress?: number;
    readonly error?: { fault: { _typeName: string }; localizedMessage: string };
  } {
    return this.sim.simulation.site.world.find(id)?.get('info') as never;
  }

  async control(method: string, route: string, body?: unknown): Promise<{ status: number; json: unknown }> {
    const headers = { 'content-type': 'application/json' };
    const reply = await http(`${this.sim.controlUrl}${route}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: reply.status, json: reply.text === '' ? undefined : JSON.parse(reply.text) };
  }

  file(method: string, path: string, more: Ask = {}, datastore = 'LocalDS_0'): Promise<Reply> {
    const headers = { cookie: this.cookie, ...more.headers };
    return http(`${this.origin}/folder/${path}?dcPath=DC0&dsName=${datastore}`, { ...more, method, headers });
  }
}
