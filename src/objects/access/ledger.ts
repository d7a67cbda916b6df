/** Which privileges were asked for: per user, per privilege, by which calls, of what, and how often in vain. */
import type { Logger } from '../../kernel/logger.ts';
import type { Cell } from '../../world/cell.ts';
import type { Checks } from '../../world/viewer.ts';
import { entityOf } from './authority.ts';

export type PermissionMode = Checks['mode'];

/** The calls of one method that needed a privilege. */
export interface Asking {
  readonly method: string;
  /** Types of the objects it was needed on. */
  readonly on: readonly string[];
  readonly count: number;
  /** How many of them the user did not have it for. */
  readonly refused: number;
}

/** Every user has these by any role; they are noted only where they were missing. */
const SYSTEM = 'System.';

/** Users remembered; where anybody may log in there is no end of them. */
const MOST_USERS = 1_000;

interface Count {
  readonly on: Set<string>;
  count: number;
  refused: number;
}

type ByMethod = Map<string, Count>;

export class PrivilegeLedger implements Checks {
  readonly mode: PermissionMode;
  doing = '';
  readonly #users = new Map<string, Map<string, ByMethod>>();
  readonly #logger: Logger;

  constructor(mode: PermissionMode, logger: Logger) {
    this.mode = mode;
    this.#logger = logger;
  }

  asked(user: string, cell: Cell, privilege: string, granted: boolean): void {
    const asked = this.#of(user);
    if (!granted && this.mode === 'log') {
      this.#logger.warn(`${user} lacks ${privilege} on ${entityOf(cell)?.id ?? cell.id} for ${this.doing}`);
    }
    if (granted && privilege.startsWith(SYSTEM)) return;
    let byMethod = asked.get(privilege);
    if (!byMethod) {
      byMethod = new Map();
      asked.set(privilege, byMethod);
    }
    let count = byMethod.get(this.doing);
    if (!count) {
      count = { on: new Set(), count: 0, refused: 0 };
      byMethod.set(this.doing, count);
    }
    count.count++;
    if (!granted) count.refused++;
    count.on.add((entityOf(cell) ?? cell).type);
  }

  /** Everybody who called, in the order of their first calls. */
  get users(): string[] {
    return [...this.#users.keys()];
  }

  /** Privilege -> who asked for it. */
  of(user: string): ReadonlyMap<string, readonly Asking[]> {
    const found = new Map<string, readonly Asking[]>();
    for (const [privilege, byMethod] of this.#users.get(user) ?? []) {
      const list = Array.from(byMethod, ([method, { on, count, refused }]) => {
        return { method, on: [...on].sort(), count, refused };
      });
      found.set(privilege, list);
    }
    return found;
  }

  clear(): void {
    this.#users.clear();
  }

  #of(user: string): Map<string, ByMethod> {
    const known = this.#users.get(user);
    if (known) return known;
    const oldest = this.#users.size >= MOST_USERS ? this.#users.keys().next().value : undefined;
    if (oldest !== undefined) this.#users.delete(oldest);
    const made = new Map<string, ByMethod>();
    this.#users.set(user, made);
    return made;
  }
}
