/** The client: typed calls in a session that stays alive, and what is built of them. */
import type { Readable } from 'node:stream';
import {
  type AboutInfo,
  type PropertyFilterSpec,
  type ServiceContent,
  type TaskInfo,
  type UpdateSet,
  type UserSession,
  vim25,
} from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { CallArguments, Caller } from './caller.ts';
import { Calls, type Means } from './calls.ts';
import type { ClientClock } from './clock.ts';
import { download, type FileOptions, type UploadOptions, upload } from './datastore-files.ts';
import { type Lease, type LeaseOptions, openLease } from './lease.ts';
import type { CallOptions, ConnectOptions } from './options.ts';
import { exportOvf, type OvfExport, type OvfPackage } from './ovf-export.ts';
import { importOvf, type OvfImport } from './ovf-import.ts';
import { type Found, type Retrieval, readProperties, retrieve } from './property-reads.ts';
import { datastoresFor, type StoragePolicy, storagePolicies } from './storage-policies.ts';
import { type TaskOptions, waitForTask } from './task.ts';
import type { Source } from './transfer.ts';
import { type Ancestor, ancestors, children, inventoryPath, siblings } from './traverse.ts';
import type { MethodName, Path, Read, Result, TaskMethod, TaskResult } from './types.ts';
import { openView, View, type ViewOptions } from './view.ts';
import { VsphereError } from './vsphere-error.ts';
import { type WatchOptions, watch } from './watch.ts';

/** A logged-in client. Made by {@link connect}; safe for any number of concurrent callers. */
export class Client implements Caller, AsyncDisposable {
  readonly content: ServiceContent;
  readonly #calls: Calls;

  /** @internal */
  constructor(means: Means, options: ConnectOptions, content: ServiceContent) {
    this.content = content;
    this.#calls = new Calls(means, options, content);
  }

  get about(): AboutInfo {
    return this.content.about;
  }

  /** The API version spoken, as the wire names it. */
  get version(): string {
    return vim25.versions[this.#calls.version]!;
  }

  /** The session as the server told it at the last login. */
  get session(): UserSession {
    return this.#calls.session.user;
  }

  get clock(): ClientClock {
    return this.#calls.clock;
  }

  /** @internal */
  async login(signal: AbortSignal | undefined): Promise<void> {
    await this.#calls.session.login(signal);
  }

  /**
   * Calls any method of the API.
   *
   * @example
   * const task = await client.call(vm, 'PowerOnVM_Task', { host });
   */
  call<T extends string, M extends MethodName<T>>(
    self: Ref<T>,
    method: M,
    ...rest: CallArguments<T, M>
  ): Promise<Result<T, M>> {
    return this.#calls.call(self, method, ...rest);
  }

  /** Calls a method that starts a task, waits for it and gives the task's result. */
  async run<T extends string, M extends TaskMethod<T> & MethodName<T>>(
    self: Ref<T>,
    method: M,
    ...[params, options]: CallArguments<T, M>
  ): Promise<TaskResult<T, M>> {
    const task = await this.call(self, method, ...([params, options] as unknown as CallArguments<T, M>));
    return (await this.waitForTask(task as Ref<'Task'>, options)).result as TaskResult<T, M>;
  }

  /** Reads one property, or several at once. A property that is unset is undefined. */
  get<T extends string, const P extends Path<T>>(object: Ref<T>, path: P, options?: CallOptions): Promise<Read<T, P>>;
  get<T extends string, const P extends Path<T>>(
    object: Ref<T>,
    paths: readonly P[],
    options?: CallOptions,
  ): Promise<{ readonly [K in P]: Read<T, K> }>;
  async get(object: Ref, path: string | readonly string[], options: CallOptions = {}): Promise<unknown> {
    if (typeof path !== 'string') return readProperties(this, object, path, options);
    return (await readProperties(this, object, [path], options))[path];
  }

  /** Reads properties of every object of a type below a container, as they come. */
  retrieve<T extends string, const P extends Path<T>>(
    wanted: Retrieval<T, P>,
  ): AsyncGenerator<Found<T, P>, void, undefined> {
    return retrieve(this.#calls, wanted);
  }

  /** A container view, closed by `await using`, or by `using` without waiting for it. */
  async view(container: Ref<'ManagedEntity'>, types: readonly string[], options?: ViewOptions): Promise<View> {
    return new View(this.#calls, await openView(this.#calls, container, types, options));
  }

  /** Waits for a task, however it was started. Throws its fault when it failed. */
  waitForTask(task: Ref<'Task'>, options?: TaskOptions): Promise<TaskInfo> {
    return waitForTask(this.#calls, task, options);
  }

  /** Update sets of a filter, or of several, until the loop is left. */
  watch(
    filter: PropertyFilterSpec | readonly PropertyFilterSpec[],
    options?: WatchOptions,
  ): AsyncGenerator<UpdateSet, void, undefined> {
    return watch(this.#calls, Array.isArray(filter) ? filter : [filter as PropertyFilterSpec], options);
  }

  /** The object at a path such as `DC0/vm/web`; undefined when there is none. */
  async findByInventoryPath(inventoryPath: string, options?: CallOptions): Promise<Ref<'ManagedEntity'> | undefined> {
    const { searchIndex } = this.content;
    if (!searchIndex) throw new VsphereError('ERR_CLIENT', 'the server has no SearchIndex');
    return this.call(searchIndex, 'FindByInventoryPath', { inventoryPath }, options);
  }

  /** Where an object stands: `/DC0/vm/web`. */
  inventoryPath(object: Ref, options?: CallOptions): Promise<string> {
    return inventoryPath(this.#calls, object, options);
  }

  /** What an object stands in, the nearest first, the root folder last. */
  ancestors(object: Ref, options?: CallOptions): Promise<Ancestor[]> {
    return ancestors(this.#calls, object, options);
  }

  /** Everything of a type below an object, however deep. */
  descendants<T extends string, const P extends Path<T>>(
    container: Ref,
    type: T,
    properties: readonly P[],
    options: CallOptions = {},
  ): AsyncGenerator<Found<T, P>, void, undefined> {
    return retrieve(this.#calls, { ...options, container, type, properties });
  }

  /** What stands directly in an object and is of a type. */
  children<T extends string, const P extends Path<T>>(
    object: Ref,
    type: T,
    properties: readonly P[],
    options?: CallOptions,
  ): AsyncGenerator<Found<T, P>, void, undefined> {
    return children(this.#calls, object, type, properties, options);
  }

  /** What stands beside an object and is of a type. */
  siblings<T extends string, const P extends Path<T>>(
    object: Ref,
    type: T,
    properties: readonly P[],
    options?: CallOptions,
  ): AsyncGenerator<Found<T, P>, void, undefined> {
    return siblings(this.#calls, object, type, properties, options);
  }

  /** Writes a file of a datastore: `[LocalDS_0] iso/tools.iso`. What fails leaves no half of it. */
  upload(path: string, source: Source, options: UploadOptions): Promise<void> {
    return upload(this.#calls, path, source, options);
  }

  /** Reads a file of a datastore as it comes. Destroy the stream to give up early. */
  download(path: string, options: FileOptions): Promise<Readable> {
    return download(this.#calls, path, options);
  }

  /** Storage policies by id and name. */
  storagePolicies(options?: CallOptions): Promise<StoragePolicy[]> {
    return storagePolicies(this.#calls, options);
  }

  /** Those of some datastores that can hold what follows a storage policy. */
  datastoresFor(
    policy: string,
    datastores: readonly Ref<'Datastore'>[],
    options?: CallOptions,
  ): Promise<Ref<'Datastore'>[]> {
    return datastoresFor(this.#calls, policy, datastores, options);
  }

  /** Waits for a lease to be ready and keeps it: `client.lease(await client.call(vm, 'ExportVm'))`. */
  lease(lease: Ref<'HttpNfcLease'>, options?: LeaseOptions): Promise<Lease> {
    return openLease(this.#calls, lease, options);
  }

  /** Brings a package in and gives the machine or vApp that was made. What fails leaves nothing. */
  importOvf(wanted: OvfImport): Promise<Ref<'ManagedEntity'>> {
    return importOvf(this.#calls, wanted);
  }

  /** Takes a machine, a vApp or a snapshot out as a package. */
  exportOvf(object: Ref, wanted: OvfExport): Promise<OvfPackage> {
    return exportOvf(this.#calls, object, wanted);
  }

  /** Logs out and closes the connections. */
  close(): Promise<void> {
    return this.#calls.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
