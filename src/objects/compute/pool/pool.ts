/** What is said about a resource pool. */
import type { Entity } from '../../inventory/managed-entity.ts';
import type { Allocations } from '../allocation.ts';

export interface Pool extends Entity {
  /** Id of the compute resource, which is also the parent of the root pool. */
  readonly owner: string;
  readonly allocation: Allocations;
}

/** vCenter nests pools no deeper. */
export const DEEPEST = 8;

/** The pool a compute resource comes with. */
export function isRoot(s: Pool): boolean {
  return s.parent === s.owner;
}
