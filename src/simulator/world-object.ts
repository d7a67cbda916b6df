/** One object of the world as a test sees it. */
import { SimError } from '../kernel/errors.ts';
import { nameOf } from '../objects/call.ts';
import { follow, isValidPath, parsePath } from '../objects/query/path.ts';
import type { Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { inventoryPath } from './subject.ts';

interface Caller {
  call(where: { readonly value: string }, method: string, args?: object): Promise<unknown>;
  run(where: { readonly value: string }, method: string, args?: object): Promise<unknown>;
}

export class WorldObject {
  /** The object itself, for who knows the house. */
  readonly cell: Cell;
  readonly #caller: Caller;

  constructor(cell: Cell, caller: Caller) {
    this.cell = cell;
    this.#caller = caller;
  }

  get ref(): Ref {
    return this.cell.ref;
  }

  get type(): string {
    return this.cell.type;
  }

  /** `vm-12`. */
  get id(): string {
    return this.cell.id;
  }

  /** Empty for what has none. */
  get name(): string {
    return nameOf(this.cell);
  }

  /** `/DC0/vm/web`. */
  get path(): string {
    return inventoryPath(this.cell);
  }

  /** False once it is gone. */
  get exists(): boolean {
    return this.cell.alive;
  }

  /**
   * A property as the API has it, by path: `get('runtime.powerState')`, `get('config.hardware.device[4000]')`. Undefined
   * where it is unset. Throws SimError ERR_USAGE for a path that the type does not have.
   */
  get<T = unknown>(path: string): T | undefined {
    const { cell } = this;
    const { schema } = cell.world.model;
    const parsed = parsePath(path);
    if (!parsed || !isValidPath(schema, cell.type, parsed)) {
      throw new SimError('ERR_USAGE', `${cell.type} has no property '${path}'`, {
        hint: 'paths are those of the API, such as summary.config.name',
      });
    }
    const row = schema.managed(cell.type)!.properties.get(parsed.top)!;
    const value = cell.get(parsed.top);
    return follow(schema, value, row, parsed.steps)?.value as T | undefined;
  }

  /** Calls a method as the administrator; see `WorldAccess.call`. */
  call(method: string, args?: object): Promise<unknown> {
    return this.#caller.call(this.cell.ref, method, args);
  }

  /** Calls a method that starts a task and waits for its end; see `WorldAccess.run`. */
  run(method: string, args?: object): Promise<unknown> {
    return this.#caller.run(this.cell.ref, method, args);
  }
}
