/** From here on the engine makes a slice of a string hold on to the whole string. */
const HOLDS = 13;
/** Longer texts are rarely the same twice. */
const SHARED = 64;
const MOST = 4_096;

/** Strings cut from a long text, made to stand alone. Those that come again and again are one. */
export class Texts {
  readonly #known = new Map<string, string>();

  kept(slice: string): string {
    if (slice.length < HOLDS) return slice;
    if (slice.length > SHARED) return alone(slice);
    const known = this.#known.get(slice);
    if (known !== undefined) return known;
    const made = alone(slice);
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(made, made);
    return made;
  }
}

/** Joined to something it becomes a text of its own, of which it is all but one character. */
function alone(slice: string): string {
  return ` ${slice}`.slice(1);
}
