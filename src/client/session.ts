/** The session of one client: logged in once, kept alive, and renewed once however many callers find it gone. */
import { type DataObject, type RetrieveResult, ref, type ServiceContent, type UserSession } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import { type ClientClock, unlessAborted } from './clock.ts';
import { isVsphereError, VsphereError } from './vsphere-error.ts';
import type { Reply } from './wire.ts';

/** Sends one call as it is, with or without a cookie, whether or not the client is closing. */
export type Send = (
  self: Ref,
  method: string,
  params: DataObject,
  cookie: string | undefined,
  signal?: AbortSignal | undefined,
) => Promise<Reply>;

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly keepAlive?: number | false | undefined;
  readonly relogin?: boolean | undefined;
}

const SERVICE_INSTANCE = ref('ServiceInstance', 'ServiceInstance');
/** vCenter lets go of a session after half an hour. */
const KEEP_ALIVE = 5 * 60_000;

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
  readonly #clock: ClientClock;
  #user: UserSession | undefined;
  #cookie: string | undefined;
  #renewing: Promise<void> | undefined;
  #used = 0;
  #alarm: { cancel(): void } | undefined;
  #ended = false;

  constructor(content: ServiceContent | undefined, credentials: Credentials, send: Send, clock: ClientClock) {
    if (!content?.sessionManager) throw new VsphereError('ERR_CLIENT', 'the server has no SessionManager');
    this.#manager = content.sessionManager;
    this.#credentials = credentials;
    this.#send = send;
    this.#clock = clock;
  }

  /** Changes with every login: whoever used an older one need only try again. */
  get cookie(): string | undefined {
    return this.#cookie;
  }

  get user(): UserSession {
    if (!this.#user) throw new VsphereError('ERR_CLIENT', 'nobody is logged in');
    return this.#user;
  }

  async login(signal?: AbortSignal | undefined): Promise<void> {
    const { username, password } = this.#credentials;
    const params = { userName: username, password };
    const { value, cookie } = await this.#send(this.#manager, 'Login', params, undefined, signal);
    this.#user = value as UserSession;
    this.#cookie = cookie;
    this.used();
    this.#alarm ??= this.#nextLook(this.#interval);
  }

  /** The session was made use of, which keeps it for as long as the server says. */
  used(): void {
    this.#used = this.#clock.now();
  }

  /** Waits for a login that is under way: with the cookie of before there is no use in calling. */
  async settled(signal: AbortSignal | undefined): Promise<void> {
    if (this.#renewing) await unlessAborted(this.#renewing, signal);
  }

  /** Logs in again unless somebody has done so since `stale` was the cookie. */
  async renew(stale: string | undefined, signal?: AbortSignal | undefined): Promise<void> {
    if (this.#cookie !== stale && !this.#renewing) return;
    this.#renewing ??= this.login().finally(() => {
      this.#renewing = undefined;
    });
    await unlessAborted(this.#renewing, signal);
  }

  /** Ends the session. A session that is gone already is as good. */
  async logout(): Promise<void> {
    this.#ended = true;
    this.#alarm?.cancel();
    if (this.#cookie === undefined) return;
    const cookie = this.#cookie;
    this.#cookie = undefined;
    try {
      await this.#send(this.#manager, 'Logout', {}, cookie);
    } catch (error) {
      if (!(error instanceof VsphereError)) throw error;
    }
  }

  get #interval(): number {
    const { keepAlive = KEEP_ALIVE } = this.#credentials;
    return keepAlive === false ? Number.POSITIVE_INFINITY : (keepAlive ?? KEEP_ALIVE);
  }

  #nextLook(duration: number): { cancel(): void } | undefined {
    if (this.#ended || !Number.isFinite(duration)) return undefined;
    return this.#clock.after(Math.min(duration, 0x7fffffff), () => void this.#look(), { background: true });
  }

  async #look(): Promise<void> {
    const left = this.#used + this.#interval - this.#clock.now();
    if (left <= 0) await this.#touch();
    this.#alarm = this.#nextLook(left > 0 ? left : this.#interval);
  }

  /** A sign of life. When it finds the session gone, the next caller need not. */
  async #touch(): Promise<void> {
    const cookie = this.#cookie;
    try {
      await this.#send(SERVICE_INSTANCE, 'CurrentTime', {}, cookie);
      this.used();
    } catch (error) {
      if (this.#ended || this.#credentials.relogin === false || !isVsphereError(error, 'NotAuthenticated')) return;
      // Who calls next is told why, should this fail too.
      await this.renew(cookie).catch(() => {});
    }
  }
}
