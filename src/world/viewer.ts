/** Who looks at the world, as far as what they see depends on it. */
import type { Cell } from './cell.ts';

export interface Viewer {
  readonly user: string;
  /** Key of the session, when there is one. */
  readonly session: string | undefined;
  /** `host:port` under which the client reached the server; every URL in an answer is made of it. */
  readonly address: string;
  /** True when nothing anywhere is hidden from this viewer: the common case, and the fast one. */
  readonly unrestricted: boolean;
  can(cell: Cell, privilege: string): boolean;
  /** The same, of what a call cannot do without: it is noted for who asks later what was needed. */
  demand?(cell: Cell, privilege: string): boolean;
  /** Ids of the roles it has on an object. */
  roles?(cell: Cell): readonly number[];
}

/** Whether a caller may, where the call cannot do without: noted for the report, unlike what only `can` is asked. */
export function demand(viewer: Viewer, cell: Cell, privilege: string): boolean {
  return viewer.demand ? viewer.demand(cell, privilege) : viewer.can(cell, privilege);
}

/** What becomes of the question whether somebody may: whether a no counts, and who is told that it was asked. */
export interface Checks {
  /** `log` and `off` let everybody do everything; `off` does not even look. */
  readonly mode: 'enforce' | 'log' | 'off';
  /** What is being done, as the report calls it: a method, `PUT /folder`. */
  doing: string;
  /** `granted` is what the user has, also where a mode lets everybody in. */
  asked(user: string, cell: Cell, privilege: string, granted: boolean): void;
}
