/** The session of one client: logged in once, renewed once however many callers find it gone. */
import type { DataObject, RetrieveResult, ServiceContent, UserSession } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import { VsphereError } from './vsphere-error.ts';
import { methodOf, type Reply } from './wire.ts';

/** Sends one call as it is, with or without a cookie, whether or not the client is closing. */
export type Send = (
  self: Ref,
  method: string,
  params: DataObject,
  cookie: string | undefined,
  signal?: AbortSignal,
) => Promise<Reply>;

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Whether an answer of the PropertyCollector says that nobody is logged in: it may be called without a session, and
 * then tells so beside each property.
 */
export function lacksSession(value: unknown): boolean {
  const objects = (value as Partial<RetrieveResult> | undefined)?.objects;
  if (!Array.isArray(objects)) return false;
  const [missing] = (objects as RetrieveResult['objects'])[0]?.missingSet ?? [];
  return missing?.fault.fault._typeName === 'NotAuthenticated';
}

export class Session {
  readonly #manager: Ref<'SessionManager'>;
  readonly #credentials: Credentials;
  readonly #send: Send;
  #user: UserSession | undefined;
  #cookie: string | undefined;
  #renewing: Promise<void> | undefined;

  constructor(content: ServiceContent | undefined, credentials: Credentials, send: Send) {
    if (!content?.sessionManager) throw new VsphereError('ERR_CLIENT', 'the server has no SessionManager');
    this.#manager = content.sessionManager;
    this.#credentials = credentials;
    this.#send = send;
  }

  /** Changes with every login: whoever used an older one need only try again. */
  get cookie(): string | undefined {
    return this.#cookie;
  }

  get user(): UserSession {
    if (!this.#user) throw new VsphereError('ERR_CLIENT', 'nobody is logged in');
    return this.#user;
  }

  async login(signal?: AbortSignal): Promise<void> {
    const { username, password } = this.#credentials;
    const params = { userName: username, password };
    const { value, cookie } = await this.#send(this.#manager, 'Login', params, undefined, signal);
    this.#user = value as UserSession;
    this.#cookie = cookie;
  }

  /** Logs in again unless somebody has done so since `stale` was the cookie. */
  async renew(stale: string | undefined): Promise<void> {
    if (this.#cookie !== stale) return;
    this.#renewing ??= this.login().finally(() => {
      this.#renewing = undefined;
    });
    await this.#renewing;
  }

  /** Ends the session. A session that is gone already is as good. */
  async logout(): Promise<void> {
    if (this.#cookie === undefined) return;
    const cookie = this.#cookie;
    this.#cookie = undefined;
    try {
      await this.#send(this.#manager, methodOf('SessionManager', 'Logout').name, {}, cookie);
    } catch (error) {
      if (!(error instanceof VsphereError)) throw error;
    }
  }
}
