/** The objects there are, by id and by type. */
import type { Cell } from './cell.ts';
import { sort } from './links.ts';

export class Cells {
  readonly byId: Map<string, Cell> = new Map();
  /** In order of creation. */
  readonly byType: Map<string, Set<Cell>> = new Map();

  add(cell: Cell): void {
    this.byId.set(cell.id, cell);
    const peers = this.byType.get(cell.type);
    if (peers) peers.add(cell);
    else this.byType.set(cell.type, new Set([cell]));
  }

  remove(cell: Cell): void {
    this.byId.delete(cell.id);
    this.byType.get(cell.type)?.delete(cell);
  }

  /** Puts those that came back where they were. */
  sort(): void {
    for (const cells of this.byType.values()) sort(cells);
  }
}
