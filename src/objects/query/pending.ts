/** What a filter has yet to tell: per object whether it came or went, and which paths changed. Merges as it grows. */
import type { Cell } from '../../world/cell.ts';
import type { ChangeOp } from './difference.ts';

export interface ObjectChange {
  readonly arrival: 'enter' | 'leave' | 'modify';
  /** Whether the client has the object from before. */
  readonly known: boolean;
  /** Changed paths of a `modify`; for `enter` every selected path is sent. */
  readonly paths: Map<string, ChangeOp>;
}

export class Pending {
  readonly objects: Map<Cell, ObjectChange> = new Map();

  get empty(): boolean {
    return this.objects.size === 0;
  }

  enter(cell: Cell): void {
    const before = this.objects.get(cell);
    const known = before ? before.known : false;
    this.objects.delete(cell);
    this.objects.set(cell, { arrival: 'enter', known, paths: new Map() });
  }

  /** Everything of an object the client has is to be told anew. */
  retell(cell: Cell): void {
    const before = this.objects.get(cell);
    if (before?.arrival !== 'enter') this.objects.set(cell, { arrival: 'enter', known: true, paths: new Map() });
  }

  leave(cell: Cell): void {
    const known = this.objects.get(cell)?.known ?? true;
    this.objects.delete(cell);
    if (known) this.objects.set(cell, { arrival: 'leave', known, paths: new Map() });
  }

  modify(cell: Cell, path: string, op: ChangeOp): void {
    const before = this.objects.get(cell);
    if (before?.arrival === 'enter') return;
    if (before?.arrival === 'modify') return merge(before.paths, path, op);
    this.objects.set(cell, { arrival: 'modify', known: true, paths: new Map([[path, op]]) });
  }

  /** Takes `later` into this one, as if both had been one. */
  absorb(later: Pending): void {
    for (const [cell, change] of later.objects) {
      if (change.arrival === 'leave') this.leave(cell);
      else if (change.arrival === 'modify') for (const [path, op] of change.paths) this.modify(cell, path, op);
      else if (change.known && !this.objects.has(cell)) this.retell(cell);
      else this.enter(cell);
    }
  }

  /** Splits off the first `limit` objects. */
  split(limit: number): Pending {
    const page = new Pending();
    for (const [cell, change] of this.objects) {
      if (page.objects.size >= limit) break;
      page.objects.set(cell, change);
      this.objects.delete(cell);
    }
    return page;
  }
}

/** A path under one that is already to be sent needs no mention; one above others replaces them. */
function merge(paths: Map<string, ChangeOp>, path: string, op: ChangeOp): void {
  for (const [known, knownOp] of paths) {
    if (isBelow(path, known) && knownOp !== 'remove') return;
    if (isBelow(known, path)) paths.delete(known);
  }
  const known = paths.get(path);
  paths.delete(path);
  paths.set(path, combine(known, op));
}

/** Two operations on one path, told as one. An element added and removed unseen is still said to be removed. */
function combine(first: ChangeOp | undefined, second: ChangeOp): ChangeOp {
  if (first === 'add' && second === 'assign') return 'add';
  return first === 'remove' && second === 'add' ? 'assign' : second;
}

function isBelow(path: string, above: string): boolean {
  return (
    path.length > above.length && path.startsWith(above) && (path[above.length] === '.' || path[above.length] === '[')
  );
}
