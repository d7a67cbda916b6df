/** Storage policies, of which the service at `/pbm` speaks: what they are called, and which datastores suit one. */
import {
  createEncoder,
  decodeFault,
  decodeResult,
  encodeRequest,
  parseXml,
  readEnvelope,
  soapActionFor,
} from '../soap/index.ts';
import type { DataObject } from '../vim25/index.ts';
import type { Schema } from '../vim25/schema.ts';
import type { Ref } from '../vim25/value.ts';
import type { Caller, Doors } from './caller.ts';
import { exchange, type HttpRequest, readAll } from './http.ts';
import type { CallOptions } from './options.ts';
import { VsphereError, type VsphereErrorParts } from './vsphere-error.ts';

export interface StoragePolicy {
  /** As specs of machines and disks name it. */
  readonly id: string;
  readonly name: string;
}

/** Everything asked for here is as old. */
const VERSION = '6.0';

/** The policies of this vCenter. */
export async function storagePolicies(caller: Caller & Doors, options: CallOptions = {}): Promise<StoragePolicy[]> {
  const { profileManager } = await content(caller, options);
  const asked = { resourceType: { _typeName: 'PbmProfileResourceType', resourceType: 'STORAGE' } };
  const ids = await ask(caller, profileManager, 'PbmQueryProfile', asked, options);
  if (!Array.isArray(ids) || ids.length === 0) return [];
  const profiles = await ask(caller, profileManager, 'PbmRetrieveContent', { profileIds: ids }, options);
  return (profiles as readonly Profile[]).map(({ profileId, name }) => ({ id: profileId.uniqueId, name }));
}

/** Those of some datastores that can hold what follows a policy. */
export async function datastoresFor(
  caller: Caller & Doors,
  policy: string,
  datastores: readonly Ref<'Datastore'>[],
  options: CallOptions = {},
): Promise<Ref<'Datastore'>[]> {
  const { placementSolver } = await content(caller, options);
  const hubsToSearch = datastores.map(({ type, value }) => ({ hubType: type, hubId: value }));
  const asked = { hubsToSearch, profile: { _typeName: 'PbmProfileId', uniqueId: policy } };
  const hubs = (await ask(caller, placementSolver, 'PbmQueryMatchingHub', asked, options)) as
    | readonly Hub[]
    | undefined;
  const fit = new Set((hubs ?? []).map(({ hubId }) => hubId));
  return datastores.filter(({ value }) => fit.has(value));
}

interface Profile {
  readonly profileId: { readonly uniqueId: string };
  readonly name: string;
}

interface Hub {
  readonly hubId: string;
}

interface Content {
  readonly profileManager: Ref;
  readonly placementSolver: Ref;
}

async function content(caller: Caller & Doors, options: CallOptions): Promise<Content> {
  const service = { type: 'PbmServiceInstance', value: 'ServiceInstance' } as const;
  return (await ask(caller, service, 'PbmRetrieveServiceContent', {}, options)) as Content;
}

/** One call, in the session of the vCenter: the service knows it by the cookie's value in the header. */
async function ask(
  caller: Caller & Doors,
  self: Ref,
  name: string,
  params: object,
  options: CallOptions,
): Promise<unknown> {
  // The table is read when somebody first asks for policies.
  const { pbm } = await import('../vim25/pbm.ts');
  const send = (cookie: string | undefined) => transmit(caller, pbm, self, name, params as DataObject, cookie, options);
  return caller.throughDoor(send, true, options);
}

async function transmit(
  caller: Doors,
  pbm: Schema,
  self: Ref,
  name: string,
  params: DataObject,
  cookie: string | undefined,
  { signal, timeout }: CallOptions,
): Promise<unknown> {
  const method = pbm.managed(self.type)!.methods.get(name)!;
  const encoder = createEncoder(pbm, pbm.versionIndex(VERSION));
  const sessionCookie = cookie?.slice(cookie.indexOf('=') + 1).replace(/^"(.*)"$/, '$1');
  const url = new URL('/pbm', caller.url);
  const wanted: HttpRequest = {
    method: 'POST',
    url,
    headers: {
      'Content-Type': 'text/xml; charset=utf-8',
      SOAPAction: soapActionFor(encoder),
      'User-Agent': caller.userAgent,
      ...(cookie === undefined ? {} : { Cookie: cookie }),
    },
    body: Buffer.from(encodeRequest(encoder, method, self, params, { sessionCookie }), 'utf8'),
    timeout: timeout ?? caller.timeout,
    clock: caller.clock,
    signal,
  };
  const answer = await exchange(caller.agent(url), wanted);
  const parts: VsphereErrorParts = { method: name, object: self, retryable: answer.status === 503 };
  const bytes = await readAll(answer, wanted);
  try {
    const { payload } = readEnvelope(parseXml(bytes));
    const soap = decodeFault(payload, pbm);
    if (soap)
      throw new VsphereError('ERR_CLIENT', soap.text, { ...parts, fault: soap.fault, faultType: soap.typeName });
    return decodeResult(method, payload, pbm);
  } catch (cause) {
    if (cause instanceof VsphereError) throw cause;
    const why = `HTTP ${answer.status} ${answer.statusText}, and no answer of the policy service`;
    throw new VsphereError('ERR_CLIENT', why, { ...parts, cause });
  }
}
