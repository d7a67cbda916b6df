/** A simulator whose methods are called directly, as an administrator, on a clock the test steps. */
import { Call } from '../../../src/objects/call.ts';
import type { SimulatorOptions } from '../../../src/simulator/options.ts';
import { registry } from '../../../src/simulator/rooms.ts';
import { Simulation } from '../../../src/simulator/simulator.ts';
import type { TaskInfo } from '../../../src/vim25/generated/index.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { VimFault } from '../../../src/world/fault.ts';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);

export class Inventory {
  readonly sim: Simulation;

  constructor(options: SimulatorOptions = {}) {
    this.sim = new Simulation({ clock: { kind: 'manual' }, start: START, ...options });
  }

  get world(): Simulation['site']['world'] {
    return this.sim.site.world;
  }

  /** The entity of that name and type. */
  named(type: string, name: string): Cell {
    for (const cell of this.world.ofType(type)) if (cell.get('name') === name) return cell;
    throw new Error(`no ${type} ${name}`);
  }

  has(type: string, name: string): boolean {
    return [...this.world.ofType(type)].some((cell) => cell.get('name') === name);
  }

  names(refs: unknown): string[] {
    return (refs as Ref[]).map((ref) => String(this.world.find(ref.value)?.get('name')));
  }

  /** Calls a method and runs what is due; returns its result. */
  call<T = unknown>(self: Cell, method: string, args: object = {}): T {
    const bound = registry.find(self.kind, method);
    if (!bound?.run) throw new Error(`${self.type}.${method} is not built`);
    const { site } = this.sim;
    const call = new Call({
      site,
      arrival: {} as never,
      method,
      version: site.version,
      opId: '',
      viewer: {
        user: 'VSPHERE.LOCAL\\Administrator',
        session: undefined,
        address: 'vc',
        unrestricted: true,
        can: () => true,
      },
      session: undefined,
      self: self.ref,
    } as never);
    const result = (bound.run as (call: Call, self: Cell, args: object) => T)(call, self, args);
    site.clock.drain();
    return result;
  }

  /** Calls a method that returns a task; returns the task's info once what is due has run. */
  task(self: Cell, method: string, args: object = {}): TaskInfo {
    return this.info(this.call<Ref>(self, method, args));
  }

  info(task: Ref): TaskInfo {
    return this.world.find(task.value)!.get('info') as TaskInfo;
  }

  /** A task that must succeed; returns its result. */
  done(self: Cell, method: string, args: object = {}): unknown {
    const info = this.task(self, method, args);
    if (info.state !== 'success') throw new Error(`${method} ended as ${info.state}: ${JSON.stringify(info.error)}`);
    return info.result;
  }

  /** The fault of a call or of its task. */
  fault(
    self: Cell,
    method: string,
    args: object = {},
  ): { readonly _typeName?: string | undefined; readonly [p: string]: unknown } {
    try {
      const result = this.call<Partial<Ref> | undefined>(self, method, args);
      if (result?.type !== 'Task') throw new Error(`${method} did not refuse`);
      const info = this.info(result as Ref);
      if (info.state !== 'error') throw new Error(`${method} ended as ${info.state}`);
      return info.error!.fault as never;
    } catch (error) {
      if (error instanceof VimFault) return error.detail;
      throw error;
    }
  }

  events(): string[] {
    return this.sim.site.events.kept.map((e) => e._typeName);
  }
}
