/** A client that sends exactly the bytes a test writes, for tests of the wire itself. */
import { request } from 'node:https';
import { type Simulator, type StartOptions, startSimulator } from '../../src/server/start.ts';

export interface Reply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

export class Raw implements AsyncDisposable {
  readonly sim: Simulator;
  cookie: string | undefined;

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  /** A fresh simulator and a client to it. Errors nobody foresaw are kept and make `close` fail. */
  static async start(options: StartOptions = {}): Promise<Raw> {
    return new Raw(await startSimulator(options));
  }

  send(body: string | Buffer, headers: Record<string, string> = {}, path = '/sdk', method = 'POST'): Promise<Reply> {
    const url = new URL(path, this.sim.url);
    const all = { ...(this.cookie === undefined ? {} : { cookie: this.cookie }), ...headers };
    return new Promise((resolve, reject) => {
      const req = request(url, { method, headers: all, ca: this.sim.ca }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (c: Buffer) => chunks.push(c));
        res.on('end', () =>
          resolve({ status: res.statusCode!, headers: res.headers, text: Buffer.concat(chunks).toString('utf8') }),
        );
        res.on('error', reject);
      });
      req.on('error', reject);
      req.end(body);
    });
  }

  /** Sends a method element inside an envelope. */
  call(method: string, soapAction = '"urn:vim25/8.0.2.0"'): Promise<Reply> {
    return this.send(envelope(method), {
      'content-type': 'text/xml',
      ...(soapAction === '' ? {} : { soapaction: soapAction }),
    });
  }

  async login(user = this.sim.credentials.user, password = this.sim.credentials.password): Promise<Reply> {
    const reply = await this.call(
      `<Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>${user}</userName><password>${password}</password></Login>`,
    );
    this.cookie = /vmware_soap_session="?[^";]+"?/.exec(String(reply.headers['set-cookie'] ?? ''))?.[0];
    return reply;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const unforeseen = [...this.sim.unforeseen];
    await this.sim.close();
    if (unforeseen.length > 0) throw unforeseen[0];
  }
}

export function envelope(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

/** `type` of the fault in a reply's detail. */
export function faultType(reply: Reply): string | undefined {
  return /<detail><\w+ xmlns="[^"]*" xsi:type="(\w+)"/.exec(reply.text)?.[1];
}
