/** The connections that stand open, as far as the world acts on them: whoever serves them says how they are ended. */
import type { Doors } from '../objects/site.ts';

export class OpenDoors implements Doors {
  readonly #cuts = new Set<() => void>();

  onCut(cut: () => void): void {
    this.#cuts.add(cut);
  }

  cut(): void {
    for (const cut of this.#cuts) cut();
  }
}
