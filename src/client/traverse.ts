/** The inventory as a tree: up, down and sideways, a call each. */
import type { ObjectContent, PropertyFilterSpec, TraversalSpec } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { SteadyCaller } from './caller.ts';
import type { CallOptions } from './options.ts';
import { type Found, foundOf, pages, valuesOf } from './property-reads.ts';
import type { Path } from './types.ts';
import { VsphereError } from './vsphere-error.ts';

export interface Ancestor {
  readonly ref: Ref<'ManagedEntity'>;
  readonly name: string;
}

/** From one type to another by a property. */
type Way = readonly [name: string, type: string, path: string];

const UP: readonly Way[] = [
  ['parent', 'ManagedEntity', 'parent'],
  ['vApp', 'VirtualMachine', 'parentVApp'],
  ['folder', 'VirtualApp', 'parentFolder'],
];

/** What stands in what, the way inventory paths go. */
const DOWN: readonly Way[] = [
  ['folder', 'Folder', 'childEntity'],
  ['machines', 'Datacenter', 'vmFolder'],
  ['hosts', 'Datacenter', 'hostFolder'],
  ['datastores', 'Datacenter', 'datastoreFolder'],
  ['networks', 'Datacenter', 'networkFolder'],
  ['host', 'ComputeResource', 'host'],
  ['pool', 'ComputeResource', 'resourcePool'],
  ['pools', 'ResourcePool', 'resourcePool'],
  ['members', 'VirtualApp', 'vm'],
];

/** What an object stands in, the nearest first, the root folder last. */
export async function ancestors(caller: SteadyCaller, of: Ref, options: CallOptions = {}): Promise<Ancestor[]> {
  return (await lineage(caller, of, options)).slice(1);
}

/** Names from an object up to the root, the way inventory paths are written: `/DC0/vm/web`. */
export async function inventoryPath(caller: SteadyCaller, of: Ref, options: CallOptions = {}): Promise<string> {
  const names = (await lineage(caller, of, options)).map(({ ref, name }) => (isRoot(caller, ref) ? '' : name));
  const path = names.toReversed().join('/');
  return path.startsWith('/') ? path : `/${path}`;
}

/** What stands directly in an object. `type` keeps those that are of it. */
export async function* children<T extends string, const P extends Path<T>>(
  caller: SteadyCaller,
  of: Ref,
  type: T,
  properties: readonly P[],
  options: CallOptions = {},
): AsyncGenerator<Found<T, P>, void, undefined> {
  const selectSet = DOWN.map((way) => step(way));
  const spec: PropertyFilterSpec = {
    propSet: [{ type, all: false, pathSet: properties }],
    objectSet: [{ obj: of, skip: true, selectSet }],
  };
  for await (const contents of contentsOf(caller, spec, options)) {
    for (const content of contents) yield foundOf<T, P>(content);
  }
}

/** What stands beside an object, itself left out. */
export async function* siblings<T extends string, const P extends Path<T>>(
  caller: SteadyCaller,
  of: Ref,
  type: T,
  properties: readonly P[],
  options: CallOptions = {},
): AsyncGenerator<Found<T, P>, void, undefined> {
  const [above] = await ancestors(caller, of, options);
  if (!above) return;
  for await (const found of children<T, P>(caller, above.ref, type, properties, options)) {
    if (found.ref.value !== of.value) yield found;
  }
}

/** The object and all above it. */
async function lineage(caller: SteadyCaller, of: Ref, options: CallOptions): Promise<Ancestor[]> {
  const known = new Map<string, Record<string, unknown>>();
  const names = UP.map(([name]) => ({ name }));
  const selectSet = UP.map((way) => step(way, names));
  const spec: PropertyFilterSpec = {
    propSet: [
      { type: 'ManagedEntity', pathSet: ['name', 'parent'] },
      { type: 'VirtualMachine', pathSet: ['parentVApp'] },
      { type: 'VirtualApp', pathSet: ['parentFolder'] },
    ],
    objectSet: [{ obj: of, skip: false, selectSet }],
  };
  for await (const contents of contentsOf(caller, spec, options)) {
    for (const content of contents) known.set(content.obj.value, valuesOf(content));
  }
  const line: Ancestor[] = [];
  for (let at: Ref | undefined = of; at; ) {
    const ref: Ref = at;
    const values = known.get(ref.value);
    if (line.some((passed) => passed.ref.value === ref.value)) {
      throw new VsphereError('ERR_CLIENT', 'the server has it stand in itself', { object: ref });
    }
    // Of what one may not see there is nothing to tell.
    if (!values) break;
    line.push({ ref, name: (values.name as string | undefined) ?? '' });
    if (isRoot(caller, ref)) break;
    at = (values.parentFolder ?? values.parent ?? values.parentVApp) as Ref | undefined;
  }
  return line;
}

function isRoot({ content }: SteadyCaller, { value }: Ref): boolean {
  return value === content.rootFolder.value;
}

function step([name, type, path]: Way, selectSet?: readonly { readonly name: string }[]): TraversalSpec {
  return { _typeName: 'TraversalSpec', name, type, path, skip: false, ...(selectSet && { selectSet }) };
}

async function* contentsOf(
  caller: SteadyCaller,
  spec: PropertyFilterSpec,
  options: CallOptions,
): AsyncGenerator<readonly ObjectContent[], void, undefined> {
  for (let tries = 1, begun = false; ; tries += 1) {
    const since = caller.cookie;
    try {
      for await (const contents of pages(caller, spec, options)) {
        begun = true;
        yield contents;
      }
      return;
    } catch (error) {
      if (begun || !(await caller.recover(error, { since, tries, signal: options.signal }))) throw error;
    }
  }
}
