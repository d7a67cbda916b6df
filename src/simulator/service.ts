/**
 * What one endpoint speaks: an API table, the objects that stand there, and what they do. `/sdk` is one; others build their
 * table on its own and share its world, its sessions and its tasks.
 */
import type { Schema } from '../vim25/schema.ts';
import type { Cell } from '../world/cell.ts';
import type { Dialects } from './dialect.ts';
import type { Registry } from './registry.ts';

export interface Service {
  readonly schema: Schema;
  readonly registry: Registry;
  readonly dialects: Dialects;
  /** Type of the object that a call is made on whose client names none. */
  readonly root: string;
  /** An object by its id, which is unique within the service. */
  find(id: string): Cell | undefined;
}
