/** What fault rules may ask of a call or of a task, worked out only when one asks. */
import type { Subject } from '../faults/match.ts';
import { parsePrincipal } from '../objects/access/accounts/principal.ts';
import { type Call, nameOf } from '../objects/call.ts';
import type { Cell } from '../world/cell.ts';
import type { TaskFacets } from '../world/task.ts';
import { propertyAt } from './property-at.ts';

export function subjectOfCall(call: Call, self: Cell, path: string | undefined): Subject {
  return new CellSubject(call.method, self, call.user, call.opId, call.session?.state.identity.ordinal ?? 0, path);
}

/** A task that another service than the vSphere API began goes by the method that was called there. */
export function subjectOfTask(task: Cell<TaskFacets>): Subject {
  const { name, verb, target, user, opId, args } = task.state.request;
  const method = args['vslm'] === undefined ? (name ?? verb) : String(args['vslm']);
  return new CellSubject(method, task.world.find(target.value), user, opId, 0, undefined);
}

class CellSubject implements Subject {
  readonly method: string;
  readonly opId: string;
  readonly session: number;
  readonly #cell: Cell | undefined;
  readonly #user: string;
  readonly #path: string | undefined;

  constructor(
    method: string,
    cell: Cell | undefined,
    user: string,
    opId: string,
    session: number,
    path: string | undefined,
  ) {
    this.method = method;
    this.opId = opId;
    this.session = session;
    this.#cell = cell;
    this.#user = user;
    this.#path = path;
  }

  is(type: string): boolean {
    return this.#cell?.is(type) ?? false;
  }

  get name(): string {
    return this.#cell ? nameOf(this.#cell) : '';
  }

  property(path: string): unknown {
    return this.#cell && propertyAt(this.#cell, path);
  }

  nameOf(id: string): string | undefined {
    const cell = this.#cell?.world.find(id);
    return cell && nameOf(cell);
  }

  get paths(): readonly string[] {
    const own = this.#path === undefined ? [] : [this.#path];
    return this.#cell ? [...own, inventoryPath(this.#cell)] : own;
  }

  get users(): readonly string[] {
    if (this.#user === '') return [];
    const { domain, name } = parsePrincipal(this.#user, '');
    return [this.#user, name, `${name}@${domain}`];
  }
}

/** `/DC0/vm/DC0_H0_VM0`; `/` for the root folder. */
export function inventoryPath(cell: Cell): string {
  const names: string[] = [];
  for (let at: Cell | undefined = cell; at; ) {
    const above: Cell | undefined = at.kind.relationByName.has('parent') ? at.one('parent') : undefined;
    if (above) names.unshift(nameOf(at));
    at = above;
  }
  return `/${names.join('/')}`;
}
