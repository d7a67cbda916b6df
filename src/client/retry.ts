/** What is tried again, how often, and after how long. */
import type { Random } from '../kernel/random.ts';
import { type ClientClock, sleep } from './clock.ts';
import { isVsphereError, type VsphereError } from './vsphere-error.ts';

export interface RetryOptions {
  /** How often a call is sent at the most. Default 4. */
  readonly attempts?: number | undefined;
  /** Longest pause before the second attempt, in milliseconds; twice as long before each further one. Default 200. */
  readonly delay?: number | undefined;
  /** No pause is longer, in milliseconds. Default 5 000. */
  readonly longest?: number | undefined;
}

/** Methods that change nothing, or nothing more the second time. A wait for updates names the version it goes on from, so it is told the same again. */
const READS =
  /^(Retrieve|Query|Find|Get|Fetch|Current|Has|List|Lookup|Validate|WaitForUpdates|CheckForUpdates|SessionIsActive|HttpNfcLease(Progress|GetManifest|Abort)$)/;
/** Methods that make what ends with the session, of which one too many is nobody's concern, and those that end it before. */
const PASSING =
  /^(Create(PropertyCollector|ContainerView|ListView|CollectorFor)|Destroy(PropertyCollector|View|Collector)$)/;
/** A cursor that moves on is no read. */
const MOVING = /_Task$|^QueryNext$|^FetchSoap$/;

/** Whether a method may be called twice where once was meant. */
export function isRepeatable(method: string): boolean {
  return (READS.test(method) || PASSING.test(method)) && !MOVING.test(method);
}

export class Retry {
  readonly #options: { readonly attempts: number; readonly delay: number; readonly longest: number };
  readonly #clock: ClientClock;
  readonly #dice: Random;

  constructor(options: RetryOptions | false | undefined, clock: ClientClock, dice: Random) {
    const { attempts, delay, longest }: RetryOptions = options === false ? { attempts: 1 } : (options ?? {});
    this.#options = { attempts: attempts ?? 4, delay: delay ?? 200, longest: longest ?? 5_000 };
    this.#clock = clock;
    this.#dice = dice;
  }

  /** How often anything is begun at the most. */
  get attempts(): number {
    return this.#options.attempts;
  }

  /**
   * Makes an attempt, and others while what went wrong passes and it is safe to. What may have been done is not done
   * again unless it is `repeatable`; who waited for a whole timeout is told rather than made to wait again.
   */
  async run<T>(attempt: () => Promise<T>, repeatable: boolean, signal?: AbortSignal | undefined): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (signal?.aborted || tries >= this.#options.attempts || !isSafe(error, repeatable)) throw error;
      }
      await this.pause(tries, signal);
    }
  }

  /** Before the next attempt, of which there have been `tries`: between half the pause and all of it, so that many do not come at once. */
  pause(tries: number, signal?: AbortSignal | undefined): Promise<void> {
    const { delay, longest } = this.#options;
    const most = Math.min(delay * 2 ** (tries - 1), longest);
    return sleep(this.#clock, most * (0.5 + this.#dice.fraction() / 2), signal);
  }
}

function isSafe(error: unknown, repeatable: boolean): boolean {
  return isVsphereError(error) && isPassing(error) && (repeatable || !error.maybeDone);
}

/** Trouble on the way; a fault of the API, even one that passes, is the caller's to judge. */
export function isPassing({ retryable, faultType, timedOut }: VsphereError): boolean {
  return retryable && faultType === undefined && !timedOut;
}
