/** Reads through the PropertyCollector: one object, or as many as a view holds. */
import {
  isBoxed,
  type ManagedEntityProperties,
  type ObjectContent,
  type PropertyFilterSpec,
  type RetrieveResult,
  type TraversalSpec,
} from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { Caller } from './caller.ts';
import type { CallOptions } from './options.ts';
import { TIDY, tidied } from './tidy.ts';
import type { Path, Read } from './types.ts';
import { VsphereError } from './vsphere-error.ts';

/** One object of a bulk read. */
export interface Found<T extends string, P extends string> {
  readonly ref: Ref<T>;
  /** Value by path; a path whose property is unset is not there. */
  readonly properties: { readonly [K in P]?: Read<T, K> };
  /** Paths the user may not read, with the type of the fault. */
  readonly missing: Readonly<Record<string, string>>;
}

export interface Retrieval<T extends string, P extends string> extends CallOptions {
  readonly type: T;
  readonly properties: readonly P[];
  /** Where to look, with all below. Default: the root folder. */
  readonly container?: Ref | undefined;
  /** Objects per answer of the server. Default 500. */
  readonly pageSize?: number | undefined;
}

/** The value as its property declares it: what tells its type inside an anyType is taken off. */
export function opened(value: unknown): unknown {
  return isBoxed(value) ? value._value : value;
}

/** Reads properties of one object. A property that is unset is undefined; one that may not be read throws its fault. */
export async function readProperties(
  caller: Caller,
  ref: Ref,
  paths: readonly string[],
  options: CallOptions,
): Promise<Record<string, unknown>> {
  const { propertyCollector } = caller.content;
  const result = await caller.call(
    propertyCollector,
    'RetrievePropertiesEx',
    { specSet: [filterOf(ref, paths)], options: {} },
    options,
  );
  const [content] = result?.objects ?? [];
  const [missing] = content?.missingSet ?? [];
  if (!content) throw new VsphereError('ERR_CLIENT', 'the server answered without the object', { object: ref });
  if (missing) {
    const { fault, localizedMessage } = missing.fault;
    throw new VsphereError('ERR_CLIENT', localizedMessage ?? `${missing.path} cannot be read`, {
      fault: { ...fault },
      faultType: fault._typeName,
      object: ref,
      method: `property ${missing.path}`,
    });
  }
  return values(content);
}

/** Reads objects of a type page by page. The view and the server's cursor are given up however the reading ends. */
export async function* retrieve<T extends string, const P extends Path<T>>(
  caller: Caller,
  wanted: Retrieval<T, P>,
): AsyncGenerator<Found<T, P>, void, undefined> {
  const container = (wanted.container ?? caller.content.rootFolder) as Ref<'ManagedEntity'>;
  const view = await caller.view(container, [wanted.type], wanted);
  try {
    yield* pages<T, P>(caller, view.ref, wanted);
  } finally {
    // Not `await using`, which the oldest Node we run on does not read.
    await view[Symbol.asyncDispose]();
  }
}

async function* pages<T extends string, const P extends Path<T>>(
  caller: Caller,
  view: Ref<'ContainerView'>,
  wanted: Retrieval<T, P>,
): AsyncGenerator<Found<T, P>, void, undefined> {
  const { propertyCollector } = caller.content;
  const specSet = [filterOfView(view, wanted.type, wanted.properties)];
  const options = { maxObjects: wanted.pageSize ?? 500 };
  let page: RetrieveResult | undefined = await caller.call(
    propertyCollector,
    'RetrievePropertiesEx',
    { specSet, options },
    wanted,
  );
  try {
    while (page) {
      for (const content of page.objects) yield found<T, P>(content);
      const token: string | undefined = page.token;
      if (token !== undefined && page.objects.length === 0)
        throw new VsphereError('ERR_CLIENT', 'the server answered with an empty page and promises more');
      page = undefined;
      if (token === undefined) return;
      page = await caller.call(propertyCollector, 'ContinueRetrievePropertiesEx', { token }, wanted);
    }
  } finally {
    if (page?.token !== undefined) await cancel(caller, page.token);
  }
}

/** A filter on one object. No paths: all properties. */
export function filterOf(ref: Ref, paths: readonly string[]): PropertyFilterSpec {
  const chosen = paths.length === 0 ? { all: true } : { pathSet: paths };
  return { propSet: [{ type: ref.type, ...chosen }], objectSet: [{ obj: ref, skip: false }] };
}

/** A filter on everything of a type in a view. */
export function filterOfView(view: Ref, type: string, paths: readonly string[]): PropertyFilterSpec {
  const into: TraversalSpec = { _typeName: 'TraversalSpec', name: 'view', type: view.type, path: 'view', skip: false };
  const chosen = paths.length === 0 ? { all: true } : { pathSet: paths };
  return { propSet: [{ type, ...chosen }], objectSet: [{ obj: view, skip: true, selectSet: [into] }] };
}

/** Names from an object up to the root, the way inventory paths are written: `/DC0/vm/web`. */
export async function inventoryPath(caller: Caller, ref: Ref, options: CallOptions): Promise<string> {
  const names: string[] = [];
  const seen = new Set<string>();
  let at: Ref | undefined = ref;
  while (at && at.value !== caller.content.rootFolder.value) {
    if (seen.has(at.value)) throw new VsphereError('ERR_CLIENT', 'the server has it stand in itself', { object: at });
    seen.add(at.value);
    const read = (await readProperties(caller, at, ['name', 'parent'], options)) as Partial<ManagedEntityProperties>;
    names.unshift(read.name ?? '');
    at = read.parent;
  }
  return `/${names.join('/')}`;
}

function found<T extends string, P extends string>(content: ObjectContent): Found<T, P> {
  const missing = (content.missingSet ?? []).map(({ path, fault }) => [path, fault.fault._typeName ?? 'MethodFault']);
  return {
    ref: content.obj as Ref<T>,
    properties: values(content) as Found<T, P>['properties'],
    missing: Object.fromEntries(missing),
  };
}

function values(content: ObjectContent): Record<string, unknown> {
  return Object.fromEntries((content.propSet ?? []).map(({ name, val }) => [name, opened(val)]));
}

/** The server forgets an unread page by itself; what made the reader stop is what matters. */
function cancel(caller: Caller, token: string): Promise<void> {
  return tidied(
    caller.call(caller.content.propertyCollector, 'CancelRetrievePropertiesEx', { token }, { timeout: TIDY }),
  );
}
