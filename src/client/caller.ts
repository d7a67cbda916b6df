/** The parts of the client that its helpers build on. */
import type { Agent } from 'node:http';
import type { DataObject, ServiceContent } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { ClientClock } from './clock.ts';
import type { CallOptions } from './options.ts';
import type { MethodName, Params, Result } from './types.ts';

export interface Caller {
  readonly content: ServiceContent;
  readonly clock: ClientClock;
  call<T extends string, M extends MethodName<T>>(
    self: Ref<T>,
    method: M,
    ...rest: CallArguments<T, M>
  ): Promise<Result<T, M>>;
}

/** For work of several calls that lean on what the session holds: views, cursors, collectors. */
export interface SteadyCaller extends Caller {
  /** Another one than before means that the session is another, and what the old one held is gone. */
  readonly cookie: string | undefined;
  /**
   * As `call`; the items of one property of the result come as they are read, then the result without them. No property:
   * the result is the items.
   */
  stream(
    self: Ref,
    method: string,
    params: DataObject,
    items: string,
    options: StreamOptions,
  ): AsyncGenerator<readonly unknown[], unknown>;
  /** As `call`, sent once: not again after a bad moment or a new login. */
  callOnce(self: Ref, method: string, params: DataObject, options: CallOptions): Promise<unknown>;
  /** An opID that no call has had. */
  nextOpId(): string;
  /** Whether what ended in `error` may be begun anew, now: there is a session again, or what was in the way has passed. */
  recover(error: unknown, trouble: Trouble): Promise<boolean>;
}

export interface StreamOptions extends CallOptions {
  /** Told of what stands before the first item. */
  readonly onBegin?: ((result: unknown) => void) | undefined;
}

export interface Trouble {
  /** The cookie when the work was begun. */
  readonly since: string | undefined;
  /** How often it was begun without getting any further. */
  readonly tries: number;
  readonly signal: AbortSignal | undefined;
}

/** Where files come and go. */
export interface Doors {
  readonly url: URL;
  readonly clock: ClientClock;
  readonly timeout: number;
  readonly userAgent: string;
  /** For a server that is not the vCenter itself: trusted by the thumbprint that vCenter told of it. */
  agent(url: URL, thumbprint?: string | undefined): Agent;
  /** Does something that takes a session's cookie; again, when it is `repeatable`, after a new login or a bad moment. */
  throughDoor<R>(
    use: (cookie: string | undefined) => Promise<R>,
    repeatable: boolean,
    options?: CallOptions,
  ): Promise<R>;
}

/** Parameters may be left out where the method needs none. */
export type CallArguments<T extends string, M extends string> =
  object extends Params<T, M>
    ? [params?: Params<T, M>, options?: CallOptions]
    : [params: Params<T, M>, options?: CallOptions];
