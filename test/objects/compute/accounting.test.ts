import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

const MIB = 2 ** 20;
const MANUAL = { kind: 'manual' } as const;
const options = { clock: MANUAL, inventory: { host: 2, vm: 6, pool: 1 } } as const;

const total = (all: readonly Answer[], of: (one: Answer) => number) => all.reduce((sum, one) => sum + of(one), 0);

class Books {
  readonly ep: Endpoint;

  constructor(ep: Endpoint) {
    this.ep = ep;
  }

  async stats(ref: Ref): Promise<Answer> {
    return (await this.ep.read(ref, 'summary')).quickStats;
  }

  async vmsOf(ref: Ref): Promise<Answer[]> {
    return Promise.all(((await this.ep.read(ref, 'vm')) ?? []).map((vm: Ref) => this.stats(vm)));
  }

  async hosts(cluster: Ref): Promise<Ref[]> {
    return this.ep.read(cluster, 'host');
  }

  /** A machine in the cluster's root pool, running. */
  async machine(name: string, spec: object = {}, on = true): Promise<Ref> {
    const { ep } = this;
    const folder = await ep.at('DC0/vm');
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    const config = { name, files: { vmPathName: '[LocalDS_0]' }, numCPUs: 1, memoryMB: 512, ...spec };
    const vm = await ep.run(folder, 'CreateVM_Task', { config, pool });
    if (on) await ep.run(vm, 'PowerOnVM_Task');
    return vm;
  }
}

async function books(more: object = {}): Promise<Books> {
  return new Books(await Endpoint.open({ ...options, ...more }));
}

describe('what machines use', () => {
  it('adds up to what their pool, their host and their cluster use, at every tick', async () => {
    const b = await books();
    await using ep = b.ep;
    const cluster = await ep.at('DC0/host/DC0_C0');
    const root = await ep.at('DC0/host/DC0_C0/Resources');
    const pool = await ep.at('DC0/host/DC0_C0/Resources/DC0_C0_RP1');
    await ep.call(root, 'MoveIntoResourcePool', { list: [await ep.at('DC0/vm/DC0_C0_RP1_VM1')] });
    await ep.run(await ep.at('DC0/vm/DC0_C0_RP1_VM0'), 'PowerOffVM_Task');
    for (let tick = 0; tick < 5; tick++) {
      await ep.sim.clock.advance(20_000);
      const here = await b.vmsOf(root);
      const below = await b.vmsOf(pool);
      const all = [...here, ...below];
      const ofPool = await b.stats(pool);
      const ofRoot = await b.stats(root);
      expect(ofPool.overallCpuUsage).toBe(total(below, (vm) => vm.overallCpuUsage));
      expect(ofRoot.overallCpuUsage).toBe(total(all, (vm) => vm.overallCpuUsage));
      expect(ofRoot.overallCpuDemand).toBe(total(all, (vm) => vm.overallCpuDemand));
      expect(ofRoot.guestMemoryUsage).toBe(total(all, (vm) => vm.guestMemoryUsage));
      expect(ofRoot.hostMemoryUsage).toBe(total(all, (vm) => vm.hostMemoryUsage));
      expect(ofRoot.staticCpuEntitlement).toBe(total(all, (vm) => vm.staticCpuEntitlement));
      const runtime = await ep.read(root, 'runtime');
      expect(runtime.cpu.overallUsage).toBe(ofRoot.overallCpuUsage);
      expect(runtime.memory.overallUsage).toBe(ofRoot.hostMemoryUsage * MIB);
      const own: number[] = [];
      for (const host of await b.hosts(cluster)) {
        const on = await b.vmsOf(host);
        const { overallCpuUsage, overallMemoryUsage } = await b.stats(host);
        own.push(overallCpuUsage - total(on, (vm) => vm.overallCpuUsage));
        expect(overallMemoryUsage - total(on, (vm) => vm.hostMemoryUsage)).toBeGreaterThan(1_400);
      }
      for (const mhz of own) expect(mhz).toBeGreaterThan(0);
      const { usageSummary } = await ep.read(cluster, 'summary');
      expect(usageSummary.cpuDemandMhz).toBe(total(all, (vm) => vm.overallCpuDemand));
      expect(usageSummary.memDemandMB).toBe(total(all, (vm) => vm.activeMemory));
    }
  });

  it('is its own for each machine, moves with the clock and repeats with the seed', async () => {
    const run = async (seed: string) => {
      const b = await books({ seed });
      await using ep = b.ep;
      const seen: number[][] = [];
      for (let tick = 0; tick < 3; tick++) {
        await ep.sim.clock.advance(20_000);
        seen.push((await b.vmsOf(await ep.at('DC0/host/DC0_C0/Resources/DC0_C0_RP1'))).map((vm) => vm.overallCpuUsage));
      }
      return seen;
    };
    const [first, again, other] = [await run('a'), await run('a'), await run('b')];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(new Set(first[0]).size).toBeGreaterThan(3);
    expect(first[1]).not.toEqual(first[0]);
  });

  it('is nothing while it is off, most while it starts, and no more than its limit', async () => {
    const b = await books();
    await using ep = b.ep;
    const disk = { _typeName: 'VirtualDisk', key: -2, controllerKey: -1, unitNumber: 0, capacityInKB: 1_024 };
    const deviceChange = [
      {
        operation: 'add',
        device: { _typeName: 'ParaVirtualSCSIController', key: -1, busNumber: 0, sharedBus: 'noSharing' },
      },
      {
        operation: 'add',
        fileOperation: 'create',
        device: {
          ...disk,
          backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: '', diskMode: 'persistent' },
        },
      },
    ];
    const vm = await b.machine('boots', { deviceChange }, false);
    expect((await b.stats(vm)).overallCpuUsage).toBe(0);
    expect((await b.stats(vm)).hostMemoryUsage).toBe(0);
    await ep.run(vm, 'PowerOnVM_Task');
    const { overallCpuUsage: starting, consumedOverheadMemory } = await b.stats(vm);
    expect(consumedOverheadMemory * MIB).toBeCloseTo((await ep.read(vm, 'runtime')).memoryOverhead, -6);
    const { cpuMhz } = (await ep.read((await ep.read(vm, 'runtime')).host, 'summary')).hardware;
    expect(starting).toBeGreaterThan(0.6 * cpuMhz);
    await ep.sim.clock.advance(600_000);
    expect((await b.stats(vm)).overallCpuUsage).toBeLessThan(starting);
    await ep.run(vm, 'ReconfigVM_Task', { spec: { cpuAllocation: { limit: 20 } } });
    await ep.sim.clock.advance(20_000);
    expect((await b.stats(vm)).overallCpuUsage).toBeLessThanOrEqual(20);
  });

  it('is told to those who watch, once a tick', async () => {
    const b = await books();
    await using ep = b.ep;
    const root = await ep.at('DC0/host/DC0_C0/Resources');
    const ofPool = await Updates.of(ep, root, 'runtime.cpu.overallUsage', 'config');
    const ofVm = await Updates.of(ep, await ep.at('DC0/vm/DC0_C0_RP1_VM0'), 'summary.quickStats', 'config');
    const ofCluster = await Updates.of(ep, await ep.at('DC0/host/DC0_C0'), 'summary', 'configurationEx');
    await ep.sim.clock.advance(20_000);
    expect(await ofPool.next()).toEqual(['runtime.cpu.overallUsage']);
    expect(await ofVm.next()).toEqual(['summary.quickStats']);
    expect(await ofCluster.next()).toEqual(['summary']);
    expect(await ofPool.next()).toEqual([]);
  });
});
