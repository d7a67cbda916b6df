/** Calls in a session that stays alive, tried again where that is safe. */
import type { Agent } from 'node:http';
import { type DataObject, ref, type ServiceContent } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { CallArguments, Doors, SteadyCaller, StreamOptions, Trouble } from './caller.ts';
import type { ClientClock } from './clock.ts';
import { asNoise } from './lost.ts';
import { observed } from './observe.ts';
import type { OpIds } from './op-ids.ts';
import type { CallOptions, ConnectOptions } from './options.ts';
import { isPassing, isRepeatable, type Retry } from './retry.ts';
import { lacksSession, Session } from './session.ts';
import { agentFor } from './trust.ts';
import type { MethodName, Result } from './types.ts';
import { isVsphereError, VsphereError, type VsphereErrorParts } from './vsphere-error.ts';
import { type Message, methodOf, type Reply, type Wire } from './wire.ts';

export const DEFAULT_TIMEOUT = 120_000;
export const SERVICE_INSTANCE: Ref<'ServiceInstance'> = ref('ServiceInstance', 'ServiceInstance');

export interface Means {
  readonly wire: Wire;
  readonly clock: ClientClock;
  readonly retry: Retry;
  readonly opIds: OpIds;
}

export class Calls implements SteadyCaller, Doors {
  readonly content: ServiceContent;
  readonly session: Session;
  readonly #means: Means;
  readonly #options: ConnectOptions;
  /** Of servers that are not the vCenter, by their thumbprint. */
  readonly #agents = new Map<string, Agent>();
  #closing: Promise<void> | undefined;

  constructor(means: Means, options: ConnectOptions, content: ServiceContent) {
    this.content = content;
    this.#means = means;
    this.#options = options;
    const send = (
      self: Ref,
      name: string,
      params: DataObject,
      cookie: string | undefined,
      signal?: AbortSignal | undefined,
    ) => means.retry.run(() => this.#transmit(self, name, params, cookie, { signal }), isRepeatable(name), signal);
    this.session = new Session(content, options, send, means.clock);
  }

  get clock(): ClientClock {
    return this.#means.clock;
  }

  get cookie(): string | undefined {
    return this.session.cookie;
  }

  get url(): URL {
    return this.#means.wire.url;
  }

  get version(): number {
    return this.#means.wire.version;
  }

  get timeout(): number {
    return this.#options.timeout ?? DEFAULT_TIMEOUT;
  }

  get userAgent(): string {
    return this.#options.userAgent ?? 'simsphere-client';
  }

  agent(url: URL, thumbprint?: string | undefined): Agent {
    const { wire, clock } = this.#means;
    if (thumbprint === undefined || url.host === wire.url.host) return wire.agent;
    const agent = this.#agents.get(thumbprint) ?? agentFor(url, { thumbprint }, this.timeout, clock);
    this.#agents.set(thumbprint, agent);
    return agent;
  }

  async call<T extends string, M extends MethodName<T>>(
    self: Ref<T>,
    method: M,
    ...[given, options = {}]: CallArguments<T, M>
  ): Promise<Result<T, M>> {
    const params = (given ?? {}) as DataObject;
    const send = (cookie: string | undefined): Promise<Reply> => this.#send(self, method, params, cookie, options);
    const { value } = await this.#inSession(send, ({ value }) => lacksSession(value), isRepeatable(method), options);
    return value as Result<T, M>;
  }

  async *stream(
    self: Ref,
    method: string,
    params: DataObject,
    items: string,
    options: StreamOptions,
  ): AsyncGenerator<readonly unknown[], unknown> {
    this.#guardOpen({ method, object: self });
    await this.session.settled(options.signal);
    if (this.#options.observe) return yield* this.#gathered(self, method, params, items, options);
    const message = this.#message(self, method, params, this.cookie, options);
    const reading = this.#means.wire.stream(message, items, options.onBegin);
    let begun = false;
    try {
      for (;;) {
        const { done, value } = await reading.next();
        if (done) {
          this.session.used();
          return value.value;
        }
        if (!begun && lacksSession({ objects: value })) throw nobody(method, self);
        begun = true;
        yield value;
      }
    } finally {
      // Whoever has read enough lets go of the rest of the answer.
      await reading.return({ value: undefined, cookie: undefined, other: true });
    }
  }

  async callOnce(self: Ref, method: string, params: DataObject, options: CallOptions): Promise<unknown> {
    await this.session.settled(options.signal);
    return (await this.#send(self, method, params, this.cookie, options)).value;
  }

  nextOpId(): string {
    return this.#means.opIds.next();
  }

  async recover(error: unknown, { since, tries, signal }: Trouble): Promise<boolean> {
    const { retry } = this.#means;
    if (signal?.aborted || this.#closing || !isVsphereError(error) || tries >= retry.attempts) return false;
    if (error.faultType === 'NotAuthenticated') {
      if (this.#options.relogin === false) return false;
      await this.session.renew(since, signal);
      return true;
    }
    if (error.faultType !== undefined) return this.cookie !== since;
    if (!isPassing(error)) return false;
    await retry.pause(tries, signal);
    return true;
  }

  throughDoor<R>(
    use: (cookie: string | undefined) => Promise<R>,
    repeatable: boolean,
    options: CallOptions = {},
  ): Promise<R> {
    const guarded = async (cookie: string | undefined): Promise<R> => {
      this.#guardOpen();
      try {
        return await use(cookie);
      } catch (error) {
        throw isVsphereError(error) ? asNoise(error) : error;
      }
    };
    return this.#inSession(guarded, () => false, repeatable, options, !repeatable);
  }

  /** Logs out and closes the connections. */
  close(): Promise<void> {
    this.#closing ??= this.session.logout().finally(() => {
      this.#means.wire.agent.destroy();
      for (const agent of this.#agents.values()) agent.destroy();
    });
    return this.#closing;
  }

  /** Nothing was done for a caller who was not known, so what was refused for that is safe to do again. */
  async #inSession<R>(
    send: (cookie: string | undefined) => Promise<R>,
    isRefused: (answer: R) => boolean,
    repeatable: boolean,
    { signal }: CallOptions,
    once = false,
  ): Promise<R> {
    const { retry } = this.#means;
    await this.session.settled(signal);
    const { cookie } = this.session;
    try {
      // What can be sent once only is sent once only.
      const answer = await (once ? send(cookie) : retry.run(() => send(cookie), repeatable, signal));
      this.session.used();
      if (this.#options.relogin === false || !isRefused(answer)) return answer;
    } catch (error) {
      if (once || this.#closing || this.#options.relogin === false) throw error;
      if (!isVsphereError(error, 'NotAuthenticated') || error.method === 'Logout') throw error;
    }
    await this.session.renew(cookie, signal);
    return retry.run(() => send(this.session.cookie), repeatable, signal);
  }

  #guardOpen(call: VsphereErrorParts = {}): void {
    if (this.#closing) throw new VsphereError('ERR_CLIENT', 'the client is closed', call);
  }

  async #send(
    self: Ref,
    name: string,
    params: DataObject,
    cookie: string | undefined,
    options: CallOptions,
  ): Promise<Reply> {
    this.#guardOpen({ method: name, object: self });
    return this.#transmit(self, name, params, cookie, options);
  }

  async #transmit(
    self: Ref,
    name: string,
    params: DataObject,
    cookie: string | undefined,
    options: CallOptions,
  ): Promise<Reply> {
    const message = this.#message(self, name, params, cookie, options);
    const { wire } = this.#means;
    const call = { self, method: name, params, opId: message.opId };
    return observed(this.#options.observe, call, () => wire.send(message));
  }

  #message(
    self: Ref,
    name: string,
    params: DataObject,
    cookie: string | undefined,
    { opId, timeout, signal }: CallOptions,
  ): Message {
    return {
      self,
      method: methodOf(self.type, name),
      params,
      cookie,
      opId: opId ?? this.#means.opIds.next(),
      timeout: timeout ?? this.timeout,
      signal,
    };
  }

  /** An observer is shown whole answers. */
  async *#gathered(
    self: Ref,
    method: string,
    params: DataObject,
    items: string,
    options: CallOptions,
  ): AsyncGenerator<readonly unknown[], unknown> {
    const result = (await this.call<string, string>(self, method, params, options)) as DataObject | undefined;
    if (Array.isArray(result)) {
      yield result;
      return undefined;
    }
    yield (result?.[items] ?? []) as readonly unknown[];
    return result && { ...result, [items]: [] };
  }
}

/** What the PropertyCollector says beside each property to somebody who is not logged in. */
function nobody(method: string, object: Ref): VsphereError {
  return new VsphereError('ERR_CLIENT', 'nobody is logged in', { faultType: 'NotAuthenticated', method, object });
}
