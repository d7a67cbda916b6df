/** The client: typed calls in a session that stays alive. */
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  type AboutInfo,
  type DataObject,
  type PropertyFilterSpec,
  ref,
  type ServiceContent,
  type TaskInfo,
  type UpdateSet,
  type UserSession,
  vim25,
} from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import { sdkUrl } from './address.ts';
import type { CallArguments, Caller } from './caller.ts';
import { download, type FileDoor, type FileOptions, type UploadOptions, upload } from './datastore-files.ts';
import type { CallOptions, ConnectOptions } from './options.ts';
import { type Found, inventoryPath, type Retrieval, readProperties, retrieve } from './property-reads.ts';
import { lacksSession, Session } from './session.ts';
import { type TaskOptions, waitForTask } from './task.ts';
import { agentFor } from './trust.ts';
import type { MethodName, Path, Read, Result, TaskMethod, TaskResult } from './types.ts';
import { namedVersion, negotiateVersion } from './version.ts';
import { openView, type View } from './view.ts';
import { isVsphereError, VsphereError, type VsphereErrorParts } from './vsphere-error.ts';
import { type WatchOptions, watch } from './watch.ts';
import { methodOf, type Reply, Wire } from './wire.ts';

const SERVICE_INSTANCE = ref('ServiceInstance', 'ServiceInstance');
const DEFAULT_TIMEOUT = 120_000;

/** A logged-in client. Made by {@link connect}; safe for any number of concurrent callers. */
export class Client implements Caller, AsyncDisposable {
  readonly content: ServiceContent;
  readonly #wire: Wire;
  readonly #options: ConnectOptions;
  readonly #session: Session;
  readonly #opIds: OpIds;
  #closing: Promise<void> | undefined;

  /** @internal */
  constructor(wire: Wire, options: ConnectOptions, content: ServiceContent, opIds: OpIds) {
    this.content = content;
    this.#wire = wire;
    this.#options = options;
    this.#opIds = opIds;
    this.#session = new Session(content, options, (self, method, params, cookie, signal) =>
      this.#transmit(self, method, params, cookie, { signal }),
    );
  }

  get about(): AboutInfo {
    return this.content.about;
  }

  /** The API version spoken, as the wire names it. */
  get version(): string {
    return vim25.versions[this.#wire.version]!;
  }

  /** The session as the server told it at the last login. */
  get session(): UserSession {
    return this.#session.user;
  }

  /** @internal */
  async login(): Promise<void> {
    await this.#session.login(this.#options.signal);
  }

  /**
   * Calls any method of the API.
   *
   * @example
   * const task = await client.call(vm, 'PowerOnVM_Task', { host });
   */
  async call<T extends string, M extends MethodName<T>>(
    self: Ref<T>,
    method: M,
    ...[given, options = {}]: CallArguments<T, M>
  ): Promise<Result<T, M>> {
    const params = (given ?? {}) as DataObject;
    const cookie = this.#session.cookie;
    try {
      const { value } = await this.#send(self, method, params, cookie, options);
      if (this.#options.relogin === false || !lacksSession(value)) return value as Result<T, M>;
    } catch (error) {
      if (!this.#mayRenew(error, method)) throw error;
    }
    await this.#session.renew(cookie);
    // Nothing was done for a caller who was not known, so the same call is safe.
    return (await this.#send(self, method, params, this.#session.cookie, options)).value as Result<T, M>;
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
    return retrieve(this, wanted);
  }

  /** A container view, closed by `await using`. */
  view(container: Ref<'ManagedEntity'>, types: readonly string[], options?: CallOptions): Promise<View> {
    return openView(this, container, types, options);
  }

  /** Waits for a task, however it was started. Throws its fault when it failed. */
  waitForTask(task: Ref<'Task'>, options?: TaskOptions): Promise<TaskInfo> {
    return waitForTask(this, task, options);
  }

  /** Update sets of a filter, or of several, until the loop is left. */
  watch(
    filter: PropertyFilterSpec | readonly PropertyFilterSpec[],
    options?: WatchOptions,
  ): AsyncGenerator<UpdateSet, void, undefined> {
    return watch(this, Array.isArray(filter) ? filter : [filter as PropertyFilterSpec], options);
  }

  /** The object at a path such as `DC0/vm/web`; undefined when there is none. */
  async findByInventoryPath(inventoryPath: string, options?: CallOptions): Promise<Ref<'ManagedEntity'> | undefined> {
    const { searchIndex } = this.content;
    if (!searchIndex) throw new VsphereError('ERR_CLIENT', 'the server has no SearchIndex');
    return this.call(searchIndex, 'FindByInventoryPath', { inventoryPath }, options);
  }

  /** Where an object stands: `/DC0/vm/web`. */
  inventoryPath(object: Ref, options: CallOptions = {}): Promise<string> {
    return inventoryPath(this, object, options);
  }

  /** Writes a file of a datastore: `[LocalDS_0] iso/tools.iso`. */
  async upload(path: string, body: Uint8Array | Readable, options: UploadOptions): Promise<void> {
    // A stream can be read once only: make sure of the session first.
    if (!(body instanceof Uint8Array)) await this.call(SERVICE_INSTANCE, 'CurrentTime', {}, options);
    await this.#withDoor((door) => upload(door, path, body, options), body instanceof Uint8Array);
  }

  /** Reads a file of a datastore. */
  download(path: string, options: FileOptions): Promise<Readable> {
    return this.#withDoor((door) => download(door, path, options));
  }

  /** Logs out and closes the connections. */
  close(): Promise<void> {
    this.#closing ??= this.#session.logout().finally(() => this.#wire.agent.destroy());
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #withDoor<R>(use: (door: FileDoor) => Promise<R>, repeatable = true): Promise<R> {
    this.#guardOpen();
    const { url, agent } = this.#wire;
    const userAgent = userAgentOf(this.#options);
    const cookie = this.#session.cookie;
    try {
      return await use({ url, agent, cookie, userAgent });
    } catch (error) {
      if (!repeatable || !this.#mayRenew(error, 'GET')) throw error;
      await this.#session.renew(cookie);
      return use({ url, agent, cookie: this.#session.cookie, userAgent });
    }
  }

  #mayRenew(error: unknown, method: string): boolean {
    if (this.#closing || this.#options.relogin === false) return false;
    return isVsphereError(error, 'NotAuthenticated') && method !== 'Logout';
  }

  #guardOpen(call: VsphereErrorParts = {}): void {
    if (this.#closing) throw new VsphereError('ERR_CLIENT', 'the client is closed', call);
  }

  #send(self: Ref, name: string, params: DataObject, cookie: string | undefined, options: CallOptions): Promise<Reply> {
    this.#guardOpen({ method: name, object: self });
    return this.#transmit(self, name, params, cookie, options);
  }

  #transmit(
    self: Ref,
    name: string,
    params: DataObject,
    cookie: string | undefined,
    options: CallOptions,
  ): Promise<Reply> {
    return this.#wire.send({
      self,
      method: methodOf(self.type, name),
      params,
      cookie,
      opId: options.opId ?? this.#opIds.next(),
      timeout: options.timeout ?? this.#options.timeout ?? DEFAULT_TIMEOUT,
      signal: options.signal,
    });
  }
}

/**
 * Logs in to a vCenter or an ESXi host.
 *
 * Throws {@link VsphereError}: ERR_UNREACHABLE when nobody answers or the certificate is not trusted, faultType
 * `InvalidLogin` for wrong credentials; SimError ERR_USAGE for options that cannot be meant.
 *
 * @example
 * await using client = await connect({ url: sim.url, ca: sim.ca, username: 'administrator@vsphere.local', password: 'simsphere' });
 * for await (const { properties } of client.retrieve({ type: 'VirtualMachine', properties: ['name'] })) console.log(properties.name);
 */
export async function connect(options: ConnectOptions): Promise<Client> {
  const url = sdkUrl(options.url);
  const timeout = options.timeout ?? DEFAULT_TIMEOUT;
  const agent = agentFor(url, options, timeout);
  const { signal } = options;
  try {
    const version =
      options.version === undefined
        ? await negotiateVersion(agent, url, timeout, signal)
        : namedVersion(options.version);
    const wire = new Wire(url, agent, version, userAgentOf(options));
    const opIds = new OpIds(options.opIdPrefix);
    const content = await wire.send({
      self: SERVICE_INSTANCE,
      method: methodOf('ServiceInstance', 'RetrieveServiceContent'),
      params: {},
      opId: opIds.next(),
      cookie: undefined,
      timeout,
      signal,
    });
    const client = new Client(wire, options, content.value as ServiceContent, opIds);
    await client.login();
    return client;
  } catch (error) {
    agent.destroy();
    throw error;
  }
}

function userAgentOf({ userAgent }: ConnectOptions): string {
  return userAgent ?? 'simsphere-client';
}

/** An id for each call: the client's own part, then a number. */
class OpIds {
  readonly #prefix: string;
  #count = 0;

  constructor(prefix: string = `sc-${randomBytes(4).toString('hex')}`) {
    this.#prefix = prefix;
  }

  next(): string {
    this.#count += 1;
    return `${this.#prefix}-${this.#count}`;
  }
}
