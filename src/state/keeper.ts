/** What stands beside the objects of the world and comes along when the world is kept. */
export interface Keeper<T = unknown> {
  /** Moves whenever `save` would tell something else; one that has none is asked each time. */
  readonly revision?: number;
  /** How it is now, as plain data that later changes leave alone. */
  save(): unknown;
  /** Called in a turn whose changes need not be looked at, for `restore` follows. */
  pass?(): void;
  /** Takes back what was saved, here or by another simulator. */
  restore(saved: T): void;
}
