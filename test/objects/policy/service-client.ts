/** Calls to a service beside `/sdk`, as its clients make them: a session shown in the SOAP header. */
import {
  createEncoder,
  decodeFault,
  decodeResult,
  encodeRequest,
  parseXml,
  readEnvelope,
} from '../../../src/soap/index.ts';
import { ref } from '../../../src/vim25/index.ts';
import type { Schema } from '../../../src/vim25/schema.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import type { Answer, Endpoint } from '../endpoint.ts';

export interface ServiceFault {
  readonly _typeName: string;
  readonly [property: string]: unknown;
}

export class ServiceClient {
  readonly #schema: Schema;
  readonly #url: string;
  readonly #session: Readonly<Record<string, string>>;
  readonly #header: string | undefined;

  constructor(ep: Endpoint, schema: Schema, path: string, by: 'header' | 'cookie' | 'nothing' = 'header', secret = '') {
    this.#schema = schema;
    this.#url = new URL(path, ep.sim.url).href;
    this.#header = by === 'header' ? secret : undefined;
    this.#session = by === 'cookie' ? { cookie: `vmware_soap_session="${secret}"` } : {};
  }

  /** As the administrator of the endpoint's simulator. */
  static async open(ep: Endpoint, schema: Schema, path: string, by?: 'header' | 'cookie'): Promise<ServiceClient> {
    return new ServiceClient(ep, schema, path, by, await login(ep));
  }

  /** The bytes of the answer to a call. */
  async text(self: Ref, name: string, args: object = {}): Promise<string> {
    const method = this.#schema.managed(self.type)!.methods.get(name)!;
    const encoder = createEncoder(this.#schema, this.#schema.versionIndex('8.0.2.0'));
    const options = this.#header === undefined ? {} : { sessionCookie: this.#header };
    const body = encodeRequest(encoder, method, self, args as never, options);
    const soapaction = `"${this.#schema.namespace}/8.0.2.0"`;
    const answer = await fetch(this.#url, { method: 'POST', body, headers: { soapaction, ...this.#session } });
    return answer.text();
  }

  async call(self: Ref, name: string, args: object = {}): Promise<Answer> {
    const { payload } = readEnvelope(parseXml(Buffer.from(await this.text(self, name, args))));
    const failed = decodeFault(payload, this.#schema);
    if (failed) throw Object.assign(new Error(`${name}: ${failed.typeName} ${failed.text}`), { fault: failed.fault });
    return decodeResult(this.#schema.managed(self.type)!.methods.get(name)!, payload, this.#schema);
  }

  /** The fault a call ends in. */
  async fault(self: Ref, name: string, args: object = {}): Promise<ServiceFault> {
    const failed = await this.call(self, name, args).then(
      () => undefined,
      (error: { fault?: ServiceFault }) => error,
    );
    if (!failed?.fault) throw failed ?? new Error(`${name} did not refuse`);
    return failed.fault;
  }
}

/** Value of the cookie of a new session. */
async function login(ep: Endpoint): Promise<string> {
  const { user, password } = ep.sim.credentials;
  const manager = (ep.manager('sessionManager') as Ref).value;
  const args = `<_this type="SessionManager">${manager}</_this><userName>${user}</userName><password>${password}</password>`;
  const answer = await fetch(ep.sim.url, {
    method: 'POST',
    headers: { soapaction: '"urn:vim25/8.0.2.0"' },
    body: `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><Login xmlns="urn:vim25">${args}</Login></Body></Envelope>`,
  });
  await answer.text();
  return /vmware_soap_session="?([^";]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
}

export const PROFILES = ref('PbmProfileProfileManager', 'ProfileManager');
export const SOLVER = ref('PbmPlacementSolver', 'placementSolver');
export const COMPLIANCE = ref('PbmComplianceManager', 'complianceManager');
