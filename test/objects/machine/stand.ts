/** A vCenter without doors whose machines stand in one state, one machine for each method that is tried on it. */
import type { Session } from '../../../src/objects/access/sessions/session.ts';
import { openSession } from '../../../src/objects/access/sessions/sessions.ts';
import { Call } from '../../../src/objects/call.ts';
import { clusterKind } from '../../../src/objects/compute/cluster/cluster.ts';
import { hostKind } from '../../../src/objects/compute/host/host.ts';
import { twinOf } from '../../../src/objects/machine/fault-tolerance/tolerance.ts';
import type { Machine } from '../../../src/objects/machine/machine.ts';
import { vmKind } from '../../../src/objects/machine/virtual-machine.ts';
import { registry } from '../../../src/simulator/rooms.ts';
import { Simulation } from '../../../src/simulator/simulator.ts';
import { worldEffects } from '../../../src/simulator/world-effects.ts';
import type { DataObject, Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { VimFault } from '../../../src/world/fault.ts';
import type { TaskFacets } from '../../../src/world/task.ts';
import { withTools } from '../guest.ts';

type Vm = Cell<Machine>;
type Arguments = Readonly<Record<string, unknown>>;

/** How a machine comes to stand in a state, from one that runs. */
const WAYS: { readonly [state: string]: (stand: Stand, vm: Vm) => Promise<unknown> | unknown } = {
  on: () => {},
  off: (stand, vm) => stand.call(vm, 'PowerOffVM_Task'),
  suspended: (stand, vm) => stand.call(vm, 'SuspendVM_Task'),
  template: async (stand, vm) => {
    await WAYS['off']!(stand, vm);
    await stand.call(vm, 'MarkAsTemplate');
  },
  snapshot: async (stand, vm) => {
    await WAYS['off']!(stand, vm);
    await stand.snapshot(vm);
  },
  onWithSnapshot: (stand, vm) => stand.snapshot(vm),
  suspendedWithSnapshot: async (stand, vm) => {
    await stand.snapshot(vm);
    await WAYS['suspended']!(stand, vm);
  },
  templateWithSnapshot: async (stand, vm) => {
    await WAYS['snapshot']!(stand, vm);
    await stand.call(vm, 'MarkAsTemplate');
  },
  asking: (stand, vm) => stand.befall('vm.ask', vm.state.name),
  orphaned: async (stand, vm) => {
    await WAYS['off']!(stand, vm);
    stand.befall('vm.orphan', vm.state.name);
  },
  away: () => {},
  awayWhileOff: (stand, vm) => WAYS['off']!(stand, vm),
  awayAsTemplate: (stand, vm) => WAYS['template']!(stand, vm),
  primary: (stand, vm) => stand.call(vm, 'CreateSecondaryVM_Task'),
  secondary: (stand, vm) => stand.call(vm, 'CreateSecondaryVM_Task'),
  inaccessible: (stand, vm) => WAYS['off']!(stand, vm),
};

/** What then happens to all of them at once. */
const ALL: { readonly [state: string]: readonly [verb: string, name: string] | undefined } = {
  away: ['host.disconnect', '*'],
  awayWhileOff: ['host.disconnect', '*'],
  awayAsTemplate: ['host.disconnect', '*'],
  inaccessible: ['datastore.inaccessible', 'LocalDS_0'],
};

const PAIRED: ReadonlySet<string> = new Set(['primary', 'secondary']);

export class Stand {
  /** A field that users may write to. */
  static readonly FIELD = 'owner';
  readonly simulation: Simulation;
  readonly #vms: Vm[];
  readonly #session: Cell<Session>;
  #next = 0;

  private constructor(machines: number, paired: boolean) {
    this.simulation = new Simulation({
      clock: { kind: 'manual' },
      inventory: { host: paired ? 3 : 2, standaloneHost: 0, vm: machines, ds: 2 },
      furnish: withTools,
    });
    const { site } = this.simulation;
    const me = { principal: 'me', fullName: 'me', groups: [] };
    const newcomer = { remoteAddress: '', userAgent: '', locale: 'en' };
    this.#session = openSession(site, 'SessionManager', me, newcomer);
    this.#vms = [...this.simulation.site.world.every<Machine>(vmKind)];
    this.#age();
    if (paired) this.#pair();
  }

  static async in(state: string, machines: number): Promise<Stand> {
    const stand = new Stand(machines, PAIRED.has(state));
    const { site } = stand.simulation;
    site.world.turn(() => {
      for (const cell of site.world.ofType('CustomFieldsManager')) {
        const field = { key: 101, name: Stand.FIELD, type: 'string' };
        site.world.update(cell as Cell<object>, { fields: Object.freeze([Object.freeze(field)]) });
      }
    });
    for (const vm of stand.#vms) await WAYS[state]!(stand, vm);
    if (state === 'secondary') stand.#vms.splice(0, machines, ...stand.#vms.map((vm) => twinOf(vm)!));
    const [verb, name] = ALL[state] ?? [];
    if (verb !== undefined) stand.befall(verb, name!);
    return stand;
  }

  snapshot(vm: Vm): Promise<unknown> {
    return this.call(vm, 'CreateSnapshot_Task', { name: 'one', description: '', memory: false, quiesce: false });
  }

  /** A machine that nothing was tried on yet. */
  next(): Vm {
    return this.#vms[this.#next++]!;
  }

  at(path: string): Ref {
    const { world } = this.simulation.site;
    for (const type of ['Folder', 'Datastore', 'ResourcePool']) {
      for (const cell of world.ofType(type)) if (cell.get('name') === path) return cell.ref;
    }
    throw new Error(`nothing is called ${path}`);
  }

  /** A host of the cluster that is neither the machine's nor its twin's. */
  otherHost(vm: Vm): Ref {
    const taken = [vm, twinOf(vm)].map((one) => one?.state.place.host);
    for (const host of this.simulation.site.world.ofType('HostSystem')) {
      if (!taken.includes(host.id)) return host.ref;
    }
    throw new Error('there is one host only');
  }

  befall(verb: string, name: string): void {
    worldEffects.get(verb)!.run(this.simulation.site, { name }, undefined);
  }

  /** `done`, or the type of the fault it is refused with. */
  async outcome(vm: Vm, method: string, args: Arguments = {}): Promise<string> {
    try {
      await this.call(vm, method, args);
      return 'done';
    } catch (error) {
      if (error instanceof VimFault) return error.type;
      throw error;
    }
  }

  /** Calls a method; a task is seen to its end, and its fault thrown. */
  async call(vm: Vm, method: string, args: Arguments = {}): Promise<unknown> {
    const { site, engine } = this.simulation;
    const call = new Call({
      site,
      arrival: {} as never,
      method,
      version: site.version,
      opId: '',
      viewer: { user: 'me', session: undefined, address: '', unrestricted: true, can: () => true },
      session: this.#session,
      self: vm.ref,
    });
    const run = registry.find(vm.kind, method)!.run!;
    const answer = (await run(call, vm as never, args as never)) as Ref | undefined;
    site.clock.drain();
    await site.clock.settled();
    site.clock.drain();
    if (engine.unforeseen.length > 0) throw engine.unforeseen[0];
    const task = answer?.type === 'Task' ? (site.world.find(answer.value) as unknown as Cell<TaskFacets>) : undefined;
    const error = task?.state.progress.error;
    if (error) throw new VimFault((error['fault'] as DataObject)._typeName!);
    return answer;
  }

  /** HA, with no limit to the pairs of a host, and hosts that carry what pairs need. */
  #pair(): void {
    const { world } = this.simulation.site;
    const option = ['das.maxFtVmsPerHost', 'das.maxFtVCpusPerHost'].map((key) => ({ key, value: '0' }));
    world.turn(() => {
      for (const cluster of world.every(clusterKind)) {
        world.update(cluster, {
          das: Object.freeze({ enabled: true, admissionControlEnabled: false, option }) as never,
        });
      }
      for (const host of world.every(hostKind)) {
        const vmkNics = host.state.vmkNics.map((nic) => ({
          ...nic,
          traffic: [...nic.traffic, 'faultToleranceLogging'],
        }));
        world.update(host, { vmkNics: Object.freeze(vmkNics) });
      }
    });
  }

  /** Hardware that can be upgraded, and a guest that can be customized. */
  #age(): void {
    const { world } = this.simulation.site;
    world.turn(() => {
      for (const vm of this.#vms) {
        const config = { ...vm.state.config, version: 'vmx-15', guestId: 'rhel7_64Guest' };
        world.update(vm, { config: Object.freeze(config) });
      }
    });
  }
}
