/**
 * Whatever is asked of a cluster, and whatever its machines want: reservations fit, DRS breaks no rule that binds it, and
 * what runs, runs on one host that is there.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/objects/compute/cluster/cluster-config.ts';
import { bindsDrs, breaks, runningIn, settledIn, tiesOf } from '../../src/objects/compute/drs/rules.ts';
import { type Host, isEffective } from '../../src/objects/compute/host/host.ts';
import { usableCpu, usableMemory } from '../../src/objects/compute/host/host-profile.ts';
import type { Machine } from '../../src/objects/machine/machine.ts';
import { vmKind } from '../../src/objects/machine/virtual-machine.ts';
import type { Cell } from '../../src/world/cell.ts';
import { VimFault } from '../../src/world/fault.ts';
import { Inventory } from '../objects/inventory/harness.ts';

const HOSTS = 4;
const PERIOD = 300_000;

const nth = fc.nat(30);
const some = fc.uniqueArray(nth, { minLength: 2, maxLength: 4 });
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('create'),
      cpus: fc.constantFrom(1, 2, 4, 16),
      gib: fc.constantFrom(1, 4, 16, 48),
      reserves: fc.constantFrom(0, 0.5, 1),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('on'), vms: fc.uniqueArray(nth, { maxLength: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('off'), at: nth }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('destroy'), at: nth }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('migrate'), at: nth, host: fc.nat(HOSTS - 1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('load'), at: nth, mhz: fc.nat(60_000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rule'),
      sort: fc.constantFrom('together', 'apart', 'on', 'off'),
      mandatory: fc.boolean(),
      vms: some,
      hosts: fc.uniqueArray(fc.nat(HOSTS - 1), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unrule'), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('enter'), host: fc.nat(HOSTS - 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('exit'), host: fc.nat(HOSTS - 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('level'),
      level: fc.constantFrom('manual', 'partiallyAutomated', 'fullyAutomated'),
      rate: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('apply'), at: fc.nat(5) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('wait'), for: fc.constantFrom(1_000, 20_000, PERIOD) }) },
);
const acts = fc.array(act, { minLength: 5, maxLength: 60, size: 'max' });
const latency = fc.constantFrom('instant', 'realistic') as fc.Arbitrary<'instant' | 'realistic'>;
const begin = fc.array(fc.record({ host: fc.nat(HOSTS - 1), mhz: fc.nat(9_000) }), { minLength: 4, maxLength: 12 });

// biome-ignore lint/suspicious/noExplicitAny: each act has parts of its own
type Act = any;

class Scene {
  readonly inventory: Inventory;
  readonly cluster: Cell<Cluster>;
  readonly hosts: Cell<Host>[];
  /** Where DRS was to take machines, and what bound it there when they came. */
  readonly broken: string[] = [];
  #rules = 0;

  /** `latency`: whether work takes its time, so that much of it is under way at once. */
  constructor(latency: 'instant' | 'realistic') {
    this.inventory = new Inventory({ latency, inventory: { host: HOSTS, vm: 0, standaloneHost: 0 } as never });
    const { world } = this.inventory;
    this.cluster = this.inventory.named('ClusterComputeResource', 'DC0_C0') as unknown as Cell<Cluster>;
    this.hosts = [...this.cluster.back<Host>('host')];
    this.inventory.sim.site.events.listeners.add((event) => {
      if (event._typeName !== 'DrsVmMigratedEvent') return;
      const { value } = (event['vm'] as { vm: { value: string } }).vm;
      this.#judge(world.find(value) as unknown as Cell<Machine>, latency === 'realistic');
    });
  }

  /** While it was on its way somebody else may have come whom only a rule that binds nobody but DRS keeps from it. */
  #judge(vm: Cell<Machine>, busy: boolean): void {
    const where = runningIn(this.inventory.world);
    for (const tie of tiesOf(this.cluster)) {
      if (!tie.vms.includes(vm.id) || !(busy ? tie.mandatory && tie.sort !== 'apart' : bindsDrs(tie))) continue;
      const host = vm.state.place.host!;
      const breach = tie.sort === 'together' ? this.#strays(tie.vms, vm.id, host) : breaks(tie, vm.id, host, where);
      if (breach) this.broken.push(`${vm.id} ${tie.rule.name}`);
    }
  }

  /** Machines that are to be together come one by one: it must come to one of those that stay where they are. */
  #strays(vms: readonly string[], vm: string, host: string): boolean {
    const where = settledIn(this.inventory.world);
    const others = vms.flatMap((id) => (id === vm ? [] : (where(id) ?? [])));
    return others.length > 0 && !others.includes(host);
  }

  get vms(): Cell<Machine>[] {
    return [...this.inventory.world.every(vmKind)];
  }

  async run(first: readonly Act[], acts: readonly Act[]): Promise<void> {
    await this.#furnish(first);
    for (const a of acts) {
      try {
        await this.#act(a);
      } catch (error) {
        if (!(error instanceof VimFault)) throw error;
      }
      this.check();
    }
  }

  /** Machines that run where nobody would have put them. */
  async #furnish(first: readonly Act[]): Promise<void> {
    const { site } = this.inventory.sim;
    for (const { host, mhz } of first) {
      await this.#act({ kind: 'create', cpus: 4, gib: 2, reserves: 0 });
      await site.clock.advance(10_000);
      const at = this.vms.length - 1;
      await this.#act({ kind: 'load', at, mhz });
      await site.clock.advance(10_000);
      this.inventory.call(this.vms[at]! as never, 'PowerOnVM_Task', { host: this.hosts[host]!.ref });
      await site.clock.advance(10_000);
    }
  }

  async #act(a: Act): Promise<void> {
    const { inventory, cluster, hosts, vms } = this;
    const vm = vms[a.at % Math.max(1, vms.length)];
    const on = (self: unknown, method: string, args: object = {}) => void inventory.call(self as Cell, method, args);
    const reconfigure = (spec: object) => on(cluster, 'ReconfigureComputeResource_Task', { spec, modify: true });
    switch (a.kind) {
      case 'create':
        return on(inventory.named('Folder', 'vm'), 'CreateVM_Task', {
          config: {
            name: `vm${inventory.world.numbers.next('#test')}`,
            files: { vmPathName: '[LocalDS_0]' },
            numCPUs: a.cpus,
            memoryMB: a.gib * 1024,
            memoryAllocation: { reservation: Math.floor(a.gib * 1024 * a.reserves) },
            cpuAllocation: { reservation: Math.floor(a.cpus * 1_000 * a.reserves) },
          },
          pool: cluster.get('resourcePool'),
        });
      case 'on': {
        const chosen = [...new Set((a.vms as number[]).flatMap((n) => vms[n % Math.max(1, vms.length)] ?? []))];
        return on(inventory.named('Datacenter', 'DC0'), 'PowerOnMultiVM_Task', { vm: chosen.map((c) => c.ref) });
      }
      case 'off':
        return vm && on(vm, 'PowerOffVM_Task');
      case 'destroy':
        return vm && on(vm, 'Destroy_Task');
      case 'migrate':
        return vm && on(vm, 'MigrateVM_Task', { host: hosts[a.host]!.ref, priority: 'defaultPriority' });
      case 'load': {
        const value = String(a.mhz);
        const extraConfig = [{ key: 'SET.summary.quickStats.overallCpuUsage', value }];
        return vm && on(vm, 'ReconfigVM_Task', { spec: { extraConfig } });
      }
      case 'rule':
        return reconfigure(this.#rule(a));
      case 'unrule': {
        const rules = cluster.state.rules?.rule ?? [];
        const rule = rules[a.at % Math.max(1, rules.length)];
        return rule && reconfigure({ rulesSpec: [{ operation: 'remove', removeKey: rule.key }] });
      }
      case 'enter':
        return on(hosts[a.host], 'EnterMaintenanceMode_Task', { timeout: 600, evacuatePoweredOffVms: true });
      case 'exit':
        return on(hosts[a.host], 'ExitMaintenanceMode_Task', { timeout: 0 });
      case 'level':
        return reconfigure({ drsConfig: { defaultVmBehavior: a.level, vmotionRate: a.rate } });
      case 'apply': {
        const advice = cluster.state.drsAdvice?.recommendations ?? [];
        const one = advice[a.at % Math.max(1, advice.length)];
        return one && on(cluster, 'ApplyRecommendation', { key: one.key });
      }
      default:
        return this.inventory.sim.site.clock.advance(a.for) as never;
    }
  }

  #rule({ sort, mandatory, vms, hosts }: Act): object {
    const n = ++this.#rules;
    const refs = [...new Set((vms as number[]).flatMap((i) => this.vms[i % Math.max(1, this.vms.length)]?.ref ?? []))];
    if (sort === 'together' || sort === 'apart') {
      const _typeName = sort === 'apart' ? 'ClusterAntiAffinityRuleSpec' : 'ClusterAffinityRuleSpec';
      return { rulesSpec: [{ operation: 'add', info: { _typeName, name: `rule${n}`, mandatory, vm: refs } }] };
    }
    const host = (hosts as number[]).map((i) => this.hosts[i]!.ref);
    const affinity = sort === 'on' ? { affineHostGroupName: `h${n}` } : { antiAffineHostGroupName: `h${n}` };
    return {
      groupSpec: [
        { operation: 'add', info: { _typeName: 'ClusterVmGroup', name: `v${n}`, vm: refs } },
        { operation: 'add', info: { _typeName: 'ClusterHostGroup', name: `h${n}`, host } },
      ],
      rulesSpec: [
        {
          operation: 'add',
          info: { _typeName: 'ClusterVmHostRuleInfo', name: `rule${n}`, mandatory, vmGroupName: `v${n}`, ...affinity },
        },
      ],
    };
  }

  check(): void {
    for (const host of this.hosts) {
      expect(host.sum('vmCpuReservation')).toBeLessThanOrEqual(usableCpu(host.state.profile));
      expect(host.sum('vmMemoryReservation')).toBeLessThanOrEqual(usableMemory(host.state.profile));
      if (host.state.runtime.maintenance) expect(host.sum('vmPoweredOn')).toBe(0);
    }
    for (const vm of this.vms) {
      if (vm.state.power.state !== 'poweredOn') continue;
      const host = vm.one<Host>('host');
      expect(host && (isEffective(host.state) || host.state.runtime.connection === 'connected')).toBe(true);
      expect(this.hosts.filter((h) => [...h.back('vm')].includes(vm as never))).toEqual([host]);
    }
    expect(this.broken).toEqual([]);
  }
}

describe('a cluster under DRS', () => {
  it('overbooks no host, breaks no rule by itself and loses no machine', async () => {
    await fc.assert(
      fc.asyncProperty(latency, begin, acts, async (took, first, then) => {
        const scene = new Scene(took);
        try {
          await scene.run(first, then);
        } finally {
          scene.inventory.sim.close();
        }
      }),
      { numRuns: 20 },
    );
  });
});
