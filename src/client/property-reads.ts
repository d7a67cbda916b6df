/** Reads through the PropertyCollector: one object, or as many as a view holds. */
import { isBoxed, type ObjectContent, type PropertyFilterSpec, type TraversalSpec } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { Caller, SteadyCaller } from './caller.ts';
import type { CallOptions } from './options.ts';
import { Page } from './page.ts';
import { TIDY, tidied } from './tidy.ts';
import type { Path, Read } from './types.ts';
import { closeView, openView } from './view.ts';
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
  return valuesOf(content);
}

/**
 * Reads objects of a type as they come, page by page. The view and the server's cursor are given up however the reading
 * ends. When the session is lost on the way, or the connection, the rest is read anew: no object comes twice.
 */
export async function* retrieve<T extends string, const P extends Path<T>>(
  caller: SteadyCaller,
  wanted: Retrieval<T, P>,
): AsyncGenerator<Found<T, P>, void, undefined> {
  const told = new Set<string>();
  for (let tries = 1; ; tries += 1) {
    const [before, since] = [told.size, caller.cookie];
    try {
      for await (const contents of once(caller, wanted)) {
        for (const content of contents) {
          const { type, value } = content.obj;
          const id = `${type} ${value}`;
          if (told.has(id)) continue;
          told.add(id);
          yield foundOf<T, P>(content);
        }
      }
      return;
    } catch (error) {
      if (told.size > before) tries = 1;
      if (!(await caller.recover(error, { since, tries, signal: wanted.signal }))) throw error;
    }
  }
}

async function* once(
  caller: SteadyCaller,
  wanted: Retrieval<string, string>,
): AsyncGenerator<readonly ObjectContent[], void, undefined> {
  const container = (wanted.container ?? caller.content.rootFolder) as Ref<'ManagedEntity'>;
  const view = await openView(caller, container, [wanted.type], wanted);
  try {
    yield* pages(caller, filterOfView(view, wanted.type, wanted.properties), wanted);
  } finally {
    // Not `await using`, which the oldest Node we run on does not read.
    await tidied(closeView(caller, view));
  }
}

/**
 * What a filter selects, page by page and within each as it comes. Whoever has read one page to its end reads on: from
 * then on the server works on the next while one is read. Its cursor is given up however that ends.
 */
export async function* pages(
  caller: SteadyCaller,
  spec: PropertyFilterSpec,
  { signal, timeout, opId, pageSize }: CallOptions & { readonly pageSize?: number | undefined },
): AsyncGenerator<readonly ObjectContent[], void, undefined> {
  const options = { signal, timeout, opId };
  const following = ({ token }: Page): Page | undefined =>
    token === undefined ? undefined : new Page(caller, 'ContinueRetrievePropertiesEx', { token }, options);
  const first = { specSet: [spec], options: { maxObjects: pageSize ?? 500 } };
  let page: Page | undefined = new Page(caller, 'RetrievePropertiesEx', first, options);
  let next: Page | undefined;
  try {
    for (let number = 1; page; number += 1) {
      let isEmpty = true;
      for (let contents = await page.next(); contents; contents = await page.next()) {
        isEmpty = false;
        if (number > 1) next ??= following(page);
        yield contents;
      }
      if (isEmpty && page.token !== undefined) {
        throw new VsphereError('ERR_CLIENT', 'the server answered with an empty page and promises more');
      }
      next ??= following(page);
      page = next;
      next = undefined;
    }
  } finally {
    await page?.close();
    await next?.close();
    const held = (next ?? page)?.token;
    if (held !== undefined) await cancel(caller, held);
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

export function foundOf<T extends string, P extends string>(content: ObjectContent): Found<T, P> {
  const missing = (content.missingSet ?? []).map(({ path, fault }) => [path, fault.fault._typeName ?? 'MethodFault']);
  return {
    ref: content.obj as Ref<T>,
    properties: valuesOf(content) as Found<T, P>['properties'],
    missing: Object.fromEntries(missing),
  };
}

export function valuesOf(content: ObjectContent): Record<string, unknown> {
  return Object.fromEntries((content.propSet ?? []).map(({ name, val }) => [name, opened(val)]));
}

/** The server forgets an unread page by itself; what made the reader stop is what matters. */
function cancel(caller: Caller, token: string): Promise<void> {
  return tidied(
    caller.call(caller.content.propertyCollector, 'CancelRetrievePropertiesEx', { token }, { timeout: TIDY }),
  );
}
