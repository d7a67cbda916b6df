import { VmdkError } from './bytes.ts';

/** How much of a file its own tables may point to: each part once, so no more than there is. */
export class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new VmdkError('the tables point to more than the file holds');
  }
}
