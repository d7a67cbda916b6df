/** What a turn is made of, and who else takes part. */
import type { Cell } from './cell.ts';
import type { Facets } from './kind.ts';

/** One step of a turn, kept so that the turn can be taken back. Undefined stands for "not there". */
export interface Done {
  readonly cell: Cell;
  readonly before: Facets | undefined;
  readonly after: Facets | undefined;
}

/** Something beside the objects that a turn changes, and that must stand or fall with it. */
export interface Participant {
  begin(): void;
  commit(): void;
  rollback(): void;
}

/** Everybody who takes part in turns, and what else is to be undone should the one under way be taken back. */
export class Company implements Participant {
  readonly #participants: Participant[] = [];
  #undo: (() => void)[] = [];

  enlist(participant: Participant): void {
    this.#participants.push(participant);
  }

  orElse(undo: () => void): void {
    this.#undo.push(undo);
  }

  begin(): void {
    for (const p of this.#participants) p.begin();
  }

  commit(): void {
    this.#undo.length = 0;
    for (const p of this.#participants) p.commit();
  }

  rollback(): void {
    for (const undo of this.#undo.splice(0)) undo();
    for (const p of this.#participants) p.rollback();
  }
}
