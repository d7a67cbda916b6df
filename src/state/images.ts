/**
 * Named images: moments to come back to, any number of times and in any order. One costs what has changed since, bytes of
 * datastores included, for they are shared.
 */
import { didYouMean, SimError } from '../kernel/errors.ts';
import type { Image } from '../world/image.ts';

/** An image as lists show it. */
export interface ListedImage {
  readonly name: string;
  /** Milliseconds of the simulator's clock when it was taken. */
  readonly time: number;
}

/** A moment: what stood in the world, and what stood beside it. */
export interface Moment extends ListedImage {
  readonly image: Image;
  readonly beside: ReadonlyMap<string, unknown>;
}

/** How a moment is taken and come back to. */
export interface Moments {
  take(name: string): Moment;
  returnTo(moment: Moment): void;
  giveUp(moment: Moment): void;
}

/** Each costs a look at every change, so their number has an end. */
const MOST = 100;
const LONGEST_NAME = 100;

export class Images {
  readonly #moments: Moments;
  readonly #named = new Map<string, Moment>();

  constructor(moments: Moments) {
    this.#moments = moments;
  }

  /** Takes one under a name; one of the same name gives way. Throws ERR_IMAGE. */
  save(name: string): ListedImage {
    if (name === '' || name.length > LONGEST_NAME) {
      throw new SimError('ERR_IMAGE', `the name of an image has 1 to ${LONGEST_NAME} characters, not ${name.length}`);
    }
    if (!this.#named.has(name) && this.#named.size >= MOST) {
      throw new SimError('ERR_IMAGE', `there are ${MOST} images already`, { hint: 'drop one that is not needed' });
    }
    const moment = this.#moments.take(name);
    this.drop(name);
    this.#named.set(name, moment);
    return shown(moment);
  }

  /** Returns to one, which stays. Throws ERR_IMAGE where there is none of the name. */
  restore(name: string): void {
    const moment = this.#named.get(name);
    if (!moment) throw new SimError('ERR_IMAGE', `there is no image '${name}'${this.#meant(name)}`);
    this.#moments.returnTo(moment);
  }

  /** Gives one up. False when there is none of the name. */
  drop(name: string): boolean {
    const moment = this.#named.get(name);
    if (!moment) return false;
    this.#named.delete(name);
    this.#moments.giveUp(moment);
    return true;
  }

  /** In the order they were taken. */
  list(): ListedImage[] {
    return Array.from(this.#named.values(), shown);
  }

  get all(): Iterable<Moment> {
    return this.#named.values();
  }

  find(name: string): Moment | undefined {
    return this.#named.get(name);
  }

  /** One that was read back. */
  put(moment: Moment): void {
    this.#named.set(moment.name, moment);
  }

  #meant(name: string): string {
    const near = didYouMean(name, this.#named.keys());
    return near === undefined ? '' : `; did you mean '${near}'?`;
  }
}

function shown({ name, time }: Moment): ListedImage {
  return { name, time };
}
