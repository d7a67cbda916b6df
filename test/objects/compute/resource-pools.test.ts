import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

const MIB = 2 ** 20;

/** A cluster of one host, 16 cores of 2294 MHz: some 35,000 MHz and 124 GB to reserve. */
class Pools {
  readonly ep: Endpoint;
  readonly root: Ref;

  private constructor(ep: Endpoint, root: Ref) {
    this.ep = ep;
    this.root = root;
  }

  static async open(): Promise<Pools> {
    const ep = await Endpoint.open({ clock: { kind: 'manual' }, inventory: { host: 1, vm: 0, standaloneHost: 0 } });
    return new Pools(ep, await ep.at('DC0/host/DC0_C0/Resources'));
  }

  make(parent: Ref, name: string, cpu: object = {}, memory: object = {}): Promise<Ref> {
    return this.ep.call(parent, 'CreateResourcePool', { name, spec: spec(cpu, memory) });
  }

  async machine(pool: Ref, name: string, config: object = {}): Promise<Ref> {
    const folder = await this.ep.at('DC0/vm');
    const all = { name, files: { vmPathName: '[LocalDS_0]' }, numCPUs: 1, memoryMB: 1_024, ...config };
    return this.ep.run(folder, 'CreateVM_Task', { config: all, pool });
  }

  async free(pool: Ref, of: 'cpu' | 'memory' = 'cpu'): Promise<number> {
    return (await this.ep.read(pool, 'runtime'))[of].unreservedForPool;
  }

  async used(pool: Ref, of: 'cpu' | 'memory' = 'cpu'): Promise<number> {
    return (await this.ep.read(pool, 'runtime'))[of].reservationUsed;
  }
}

const shares = { level: 'normal', shares: 0 };
function spec(cpu: object, memory: object = {}): Answer {
  const all = { reservation: 0, expandableReservation: true, limit: -1, shares };
  return { cpuAllocation: { ...all, ...cpu }, memoryAllocation: { ...all, ...memory } };
}

describe('what pools may reserve', () => {
  it('is their own, and their parents’ where it may expand', async () => {
    const p = await Pools.open();
    await using ep = p.ep;
    const whole = await p.free(p.root);
    const a = await p.make(p.root, 'a', { reservation: 1_000, expandableReservation: false });
    const b = await p.make(p.root, 'b', { reservation: 1_000 });
    expect(await p.free(p.root)).toBe(whole - 2_000);
    expect(await p.free(a)).toBe(1_000);
    expect(await p.free(b)).toBe(whole - 1_000);
    const refused = await ep.fault(a, 'CreateResourcePool', { name: 'c', spec: spec({ reservation: 1_500 }) });
    expect(refused).toMatchObject({ _typeName: 'InsufficientCpuResourcesFault', unreserved: 1_000, requested: 1_500 });
    const deep = await p.make(b, 'deep', { reservation: 1_500 });
    // What b could not give of its own, it borrowed.
    expect(await p.used(p.root)).toBe(1_000 + 1_500);
    expect(await p.free(p.root)).toBe(whole - 2_500);
    await ep.run(deep, 'Destroy_Task');
    expect(await p.free(p.root)).toBe(whole - 2_000);
  });

  it('ends at their limit, and at that of those above', async () => {
    const p = await Pools.open();
    await using ep = p.ep;
    const a = await p.make(p.root, 'a', { reservation: 500, limit: 2_000 });
    const b = await p.make(a, 'b');
    expect(await p.free(b)).toBe(2_000);
    await p.make(b, 'c', { reservation: 1_800 });
    expect(await ep.fault(b, 'CreateResourcePool', { name: 'd', spec: spec({ reservation: 201 }) })).toMatchObject({
      _typeName: 'InsufficientCpuResourcesFault',
      unreserved: 200,
      requested: 201,
    });
  });

  it('keeps a machine off that asks for more, with its overhead, and tells the numbers in bytes', async () => {
    const p = await Pools.open();
    await using ep = p.ep;
    const a = await p.make(p.root, 'a', {}, { reservation: 256, expandableReservation: false });
    const vm = await p.machine(a, 'vm', { memoryAllocation: { reservation: 250 } });
    const fault = await ep.fault(vm, 'PowerOnVM_Task');
    expect(fault).toMatchObject({ _typeName: 'InsufficientMemoryResourcesFault', unreserved: 256 * MIB });
    expect(fault.requested).toBeGreaterThan(250 * MIB + 20 * MIB);
    expect((await ep.read(vm, 'runtime')).powerState).toBe('poweredOff');
    await ep.call(a, 'UpdateConfig', { config: { entity: a, ...spec({}, { reservation: 512 }) } });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await p.used(a, 'memory')).toBeGreaterThan(250 * MIB);
    expect((await ep.read(a, 'runtime')).memory.reservationUsedForVm).toBe(await p.used(a, 'memory'));
  });

  it('is asked again when a machine that runs wants more, or something moves in', async () => {
    const p = await Pools.open();
    await using ep = p.ep;
    const narrow = { reservation: 1_000, expandableReservation: false };
    const a = await p.make(p.root, 'a', narrow);
    const b = await p.make(p.root, 'b', { reservation: 3_000 });
    const vm = await p.machine(a, 'vm', { cpuAllocation: { reservation: 800 } });
    await ep.run(vm, 'PowerOnVM_Task');
    const more = { entity: vm, ...spec({ reservation: 1_200 }) };
    expect(await ep.fault(a, 'UpdateChildResourceConfiguration', { spec: [more] })).toMatchObject({
      _typeName: 'InsufficientCpuResourcesFault',
      unreserved: 200,
      requested: 400,
    });
    const wanted = { cpuAllocation: { reservation: 1_300 } };
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: wanted })).toMatchObject({ unreserved: 200, requested: 500 });
    const below = await p.make(b, 'below', { reservation: 2_000 });
    expect(await ep.fault(a, 'MoveIntoResourcePool', { list: [below] })).toMatchObject({
      _typeName: 'InsufficientCpuResourcesFault',
      unreserved: 200,
      requested: 2_000,
    });
    expect((await ep.read(below, 'parent')).value).toBe(b.value);
    await ep.call(b, 'MoveIntoResourcePool', { list: [vm] });
    expect(await p.used(a)).toBe(0);
    expect(await ep.fault(a, 'MoveIntoResourcePool', { list: [vm, below] })).toMatchObject({ requested: 2_800 });
  });

  it('is told to who watches any pool that it changes for', async () => {
    const p = await Pools.open();
    await using ep = p.ep;
    const a = await p.make(p.root, 'a', { reservation: 1_000 });
    const b = await p.make(p.root, 'b');
    const ofRoot = await Updates.of(ep, p.root, 'runtime.cpu', 'childConfiguration', 'config');
    const ofB = await Updates.of(ep, b, 'runtime.cpu', 'config');
    await p.make(a, 'deep', { reservation: 1_500 });
    expect(await ofRoot.next()).toEqual(['runtime.cpu']);
    expect(await ofB.next()).toEqual(['runtime.cpu']);
    await ep.call(p.root, 'UpdateChildResourceConfiguration', {
      spec: [{ entity: a, ...spec({ reservation: 2_000 }) }],
    });
    expect(await ofRoot.next()).toEqual(['childConfiguration', 'runtime.cpu']);
  });
});

describe('a pool’s configuration', () => {
  it('tells of its pools and of its machines', async () => {
    const p = await Pools.open();
    await using ep = p.ep;
    const a = await p.make(p.root, 'a', { reservation: 100 });
    const vm = await p.machine(p.root, 'vm', {
      cpuAllocation: { reservation: 7, shares: { level: 'high', shares: 0 } },
    });
    const children: Answer[] = await ep.read(p.root, 'childConfiguration');
    expect(children.map((c) => [c.entity.value, c.cpuAllocation.reservation])).toEqual([
      [a.value, 100],
      [vm.value, 7],
    ]);
    expect(children[1].cpuAllocation.shares).toMatchObject({ level: 'high', shares: 2_000 });
  });
});

describe('contention', () => {
  const busy = [{ key: 'SET.summary.quickStats.overallCpuUsage', value: '2294' }];

  it('gives by shares, and never less than what is reserved nor more than the limit', async () => {
    const p = await Pools.open();
    await using ep = p.ep;
    const tight = await p.make(p.root, 'tight', { limit: 2_000 });
    const plain = await p.machine(tight, 'plain', { extraConfig: busy });
    const high = await p.machine(tight, 'high', {
      extraConfig: busy,
      cpuAllocation: { shares: { level: 'high', shares: 0 } },
    });
    const kept = await p.machine(tight, 'kept', { extraConfig: busy, cpuAllocation: { reservation: 1_400 } });
    for (const vm of [plain, high, kept]) await ep.run(vm, 'PowerOnVM_Task');
    await ep.sim.clock.advance(40_000);
    const stats = async (vm: Ref) => (await ep.read(vm, 'summary')).quickStats;
    const [ofPlain, ofHigh, ofKept] = [await stats(plain), await stats(high), await stats(kept)];
    expect(ofKept.distributedCpuEntitlement).toBe(1_400);
    expect(ofPlain.distributedCpuEntitlement).toBeGreaterThanOrEqual(199);
    expect(ofPlain.distributedCpuEntitlement).toBeLessThanOrEqual(200);
    expect(Math.abs(ofHigh.distributedCpuEntitlement - 2 * ofPlain.distributedCpuEntitlement)).toBeLessThanOrEqual(2);
    const used = await stats(tight);
    expect(used.overallCpuUsage).toBeLessThanOrEqual(2_000);
    expect(used.overallCpuDemand).toBe(3 * 2_294);
    expect((await ep.read(tight, 'runtime')).cpu.overallUsage).toBe(used.overallCpuUsage);
    expect(ofPlain.overallCpuReadiness).toBeGreaterThan(50);
  });

  it('for memory takes from guests what they may not keep', async () => {
    const p = await Pools.open();
    await using ep = p.ep;
    const tight = await p.make(p.root, 'tight', {}, { limit: 200 });
    const active = [{ key: 'SET.summary.quickStats.guestMemoryUsage', value: '1000' }];
    const vm = await p.machine(tight, 'vm', { extraConfig: active });
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.sim.clock.advance(40_000);
    const { quickStats } = await ep.read(tight, 'summary');
    expect(quickStats.hostMemoryUsage).toBeLessThanOrEqual(200);
    const taken = quickStats.balloonedMemory + quickStats.swappedMemory + quickStats.compressedMemory / 1_024;
    expect(taken + quickStats.privateMemory).toBe(1_000);
  });
});
