/** What was seen on the wire, case by case. */
import { isVsphereError, type ObservedCall, type Observer } from '../client/index.ts';
import type { AboutInfo, ObjectContent } from '../vim25/index.ts';
import type { ContractTarget } from './contract-case.ts';
import type { Ground } from './ground.ts';
import { type Json, Names, Normaliser } from './normaliser.ts';

export interface Recording {
  readonly simsphereContract: 1;
  readonly target: { readonly product: string; readonly apiVersion: string };
  readonly cases: readonly RecordedCase[];
}

export interface RecordedCase {
  readonly name: string;
  readonly outcome: string;
  readonly exchanges: readonly RecordedExchange[];
}

/** One call and its answer; ids, uuids, times and the target's own names stand as what they are the n-th of. */
export interface RecordedExchange {
  readonly on: string;
  readonly method: string;
  readonly params?: Json;
  readonly answer?: Json;
  /** Answer of a property read: values by path, or the fault that stood in their place. */
  readonly read?: readonly { readonly object: string; readonly properties: Json; readonly missing?: Json }[];
  readonly fault?: Json;
}

interface Seen extends ObservedCall {
  outcome?: { readonly value?: unknown; readonly error?: unknown };
}

export class Recorder {
  readonly #cases: RecordedCase[] = [];
  #names = new Names();
  #seen: Seen[] | undefined;

  readonly observe: Observer = (call) => {
    if (this.#seen === undefined) return undefined;
    const seen: Seen = { ...call };
    this.#seen.push(seen);
    return (outcome) => {
      seen.outcome = outcome;
    };
  };

  /** Tells what the target calls the things that every target has. */
  meet(ground: Ground, run: string | undefined, target: ContractTarget): void {
    this.#names = new Names()
      .add('run', run)
      .add('cluster', ground.cluster.name)
      .add('datacenter', ground.datacenterPath)
      .add('datacenter', ground.datacenter.name)
      .add('server', serverOf(target.url))
      .add('user', target.username)
      .add('user', target.username.split('@')[0])
      .add('reader', target.readOnlyUser?.username);
    for (const { name } of ground.hosts) this.#names.add('host', name);
    for (const { name } of ground.datastores) this.#names.add('datastore', name);
  }

  begin(): void {
    this.#seen = [];
  }

  /** What comes after, as the clearing away of what the case made, is not kept. */
  end(name: string, outcome: string): void {
    const normaliser = new Normaliser(this.#names);
    const exchanges = withoutWaiting(this.#seen ?? []).map((seen) => recorded(seen, normaliser));
    this.#cases.push({ name, outcome, exchanges });
    this.#seen = undefined;
  }

  recording({ fullName, apiVersion }: AboutInfo): Recording {
    return { simsphereContract: 1, target: { product: fullName, apiVersion }, cases: this.#cases };
  }
}

/** `vc.example.com:8443`, as urls in answers name it. */
function serverOf(url: string): string | undefined {
  const full = url.includes('://') ? url : `https://${url}`;
  return URL.canParse(full) ? new URL(full).host : undefined;
}

function recorded({ self, method, params, outcome }: Seen, normaliser: Normaliser): RecordedExchange {
  const call = { on: normaliser.ref(self), method, params: normaliser.value(params) };
  if (!outcome) return { ...call, fault: 'no answer yet' };
  const { error, value } = outcome;
  if (error !== undefined) {
    const known = isVsphereError(error) ? error : undefined;
    return {
      ...call,
      fault: normaliser.value(known?.fault ?? { _typeName: known?.faultType ?? known?.code ?? 'Error' }),
    };
  }
  const objects = objectsOf(method, value);
  if (!objects)
    return {
      ...call,
      ...(value !== undefined && {
        answer: normaliser.value(value, method === 'AddAuthorizationRole' ? 'roleId' : ''),
      }),
    };
  return { ...call, read: objects.map((object) => objectRead(object, normaliser)) };
}

function objectRead({ obj, propSet = [], missingSet = [] }: ObjectContent, normaliser: Normaliser) {
  const sorted = propSet.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const properties = Object.fromEntries(
    sorted.map(({ name, val }) => [name, normaliser.value(val, name.slice(name.lastIndexOf('.') + 1))]),
  );
  const missing = Object.fromEntries(
    missingSet.map(({ path, fault }) => [path, fault.fault._typeName ?? 'MethodFault']),
  );
  return { object: normaliser.ref(obj), properties, ...(missingSet.length > 0 && { missing }) };
}

function objectsOf(method: string, value: unknown): readonly ObjectContent[] | undefined {
  if (/^(Continue)?RetrieveProperties(Ex)?$/.test(method)) {
    return (Array.isArray(value) ? value : ((value as { objects?: [] } | undefined)?.objects ?? [])) as ObjectContent[];
  }
  return undefined;
}

/**
 * How often a waiting client looks depends on how fast the target is: of each task only the last look stands, and a
 * collector that only followed tasks is left out.
 */
function withoutWaiting(seen: readonly Seen[]): readonly Seen[] {
  const waiters = new Set(seen.filter(followsTask).map(({ self }) => self.value));
  const lastLook = new Map<string, Seen>();
  for (const one of seen) {
    const task = taskLookedAt(one);
    if (task !== undefined) lastLook.set(task, one);
  }
  return seen.filter((one) => {
    const made =
      one.method === 'CreatePropertyCollector' ? (one.outcome?.value as { value?: string })?.value : undefined;
    if (waiters.has(one.self.value) || (made !== undefined && waiters.has(made))) return false;
    if (one.method === 'WaitForUpdatesEx' && one.outcome && !one.outcome.error && one.outcome.value === undefined)
      return false;
    const task = taskLookedAt(one);
    return task === undefined || lastLook.get(task) === one;
  });
}

interface SpecParams {
  readonly spec?: {
    readonly objectSet?: readonly { readonly obj: { readonly type: string; readonly value: string } }[];
  };
  readonly specSet?: readonly NonNullable<SpecParams['spec']>[];
}

function followsTask({ method, params }: Seen): boolean {
  return method === 'CreateFilter' && (params as SpecParams).spec?.objectSet?.[0]?.obj.type === 'Task';
}

function taskLookedAt({ method, params }: Seen): string | undefined {
  if (method !== 'RetrievePropertiesEx') return undefined;
  const obj = (params as SpecParams).specSet?.[0]?.objectSet?.[0]?.obj;
  return obj?.type === 'Task' ? obj.value : undefined;
}
