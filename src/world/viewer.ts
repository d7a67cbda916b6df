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
}
