import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const options = { clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 5, 9), inventory: { host: 2, vm: 4 } } as const;
const VM = 'DC0/vm/DC0_C0_RP0_VM0';

class Figures {
  readonly ep: Endpoint;
  readonly manager: Ref;
  readonly #keys: ReadonlyMap<string, number>;

  private constructor(ep: Endpoint, counters: readonly Answer[]) {
    this.ep = ep;
    this.manager = ep.manager('perfManager');
    this.#keys = new Map(counters.map((c) => [`${c.groupInfo.key}.${c.nameInfo.key}.${c.rollupType}`, c.key] as const));
  }

  static async open(more: object = {}): Promise<Figures> {
    const ep = await Endpoint.open({ ...options, ...more });
    return new Figures(ep, await ep.read(ep.manager('perfManager'), 'perfCounter'));
  }

  get names(): string[] {
    return [...this.#keys.keys()];
  }

  key(name: string): number {
    const key = this.#keys.get(name);
    if (key === undefined) throw new Error(`no counter ${name}`);
    return key;
  }

  minutes(n: number): Promise<unknown> {
    return this.ep.sim.clock.advance(n * 60_000);
  }

  ask(entity: Ref, names: readonly string[], more: object = {}, instance = ''): Promise<Answer[]> {
    const metricId = names.map((name) => ({ counterId: this.key(name), instance }));
    return this.ep.call(this.manager, 'QueryPerf', { querySpec: [{ entity, metricId, intervalId: 20, ...more }] });
  }

  /** Values of one counter, oldest first. */
  async values(entity: Ref, name: string, more: object = {}, instance = ''): Promise<number[]> {
    const [answer] = (await this.ask(entity, [name], more, instance)) ?? [];
    return answer?.value?.[0]?.value ?? [];
  }
}

describe('realtime figures', () => {
  it('agree with the quick stats of their tick, of machines and of hosts', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    const vm = await ep.at(VM);
    for (let tick = 0; tick < 4; tick++) {
      await ep.sim.clock.advance(20_000);
      const ofVm = (await ep.read(vm, 'summary')).quickStats;
      expect(await f.values(vm, 'cpu.usagemhz.average', { maxSample: 1 })).toEqual([ofVm.overallCpuUsage]);
      expect(await f.values(vm, 'mem.active.average', { maxSample: 1 })).toEqual([1024 * ofVm.guestMemoryUsage]);
      expect(await f.values(vm, 'sys.uptime.latest', { maxSample: 1 })).toEqual([ofVm.uptimeSeconds]);
      const { host } = await ep.read(vm, 'runtime');
      const ofHost = (await ep.read(host, 'summary')).quickStats;
      expect(await f.values(host, 'cpu.usagemhz.average', { maxSample: 1 })).toEqual([ofHost.overallCpuUsage]);
      expect(await f.values(host, 'mem.consumed.average', { maxSample: 1 })).toEqual([
        1024 * ofHost.overallMemoryUsage,
      ]);
    }
    const answers = await f.values(vm, 'cpu.usagemhz.average');
    expect(answers).toHaveLength(4);
    expect(new Set(answers).size).toBeGreaterThan(1);
  });

  it('carry whole multiples of twenty seconds, after the start asked for and up to the end', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    await f.minutes(2);
    const vm = await ep.at(VM);
    const [all] = await f.ask(vm, ['cpu.usage.average']);
    expect(all.sampleInfo).toHaveLength(6);
    expect(all.sampleInfo[0]).toMatchObject({ timestamp: '2026-01-05T09:00:20Z', interval: 20 });
    const some = { startTime: '2026-01-05T09:00:40Z', endTime: '2026-01-05T09:01:20Z' };
    const [part] = await f.ask(vm, ['cpu.usage.average'], some);
    expect(part.sampleInfo.map((s: Answer) => s.timestamp)).toEqual(['2026-01-05T09:01:00Z', '2026-01-05T09:01:20Z']);
    expect(part.value[0].value).toEqual(all.value[0].value.slice(2, 4));
    const [last] = await f.ask(vm, ['cpu.usage.average'], { maxSample: 2 });
    expect(last.value[0].value).toEqual(all.value[0].value.slice(-2));
  });

  it('are kept for an hour', async () => {
    const f = await Figures.open({ sessionTimeout: 86_400_000 });
    await using ep = f.ep;
    await f.minutes(90);
    expect(await f.values(await ep.at(VM), 'cpu.usage.average')).toHaveLength(180);
  });

  it('are there for the time a machine ran, as it was then', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    const vm = await ep.at(VM);
    await f.minutes(1);
    const before = await f.values(vm, 'cpu.usagemhz.average');
    await ep.run(vm, 'PowerOffVM_Task');
    await f.minutes(1);
    expect(await f.values(vm, 'cpu.usagemhz.average')).toEqual(before);
    await ep.run(vm, 'ReconfigVM_Task', { spec: { numCPUs: 4, memoryMB: 256 } });
    await ep.run(vm, 'PowerOnVM_Task');
    await f.minutes(1);
    const [answer] = await f.ask(vm, ['cpu.usagemhz.average']);
    expect(answer.value[0].value.slice(0, 3)).toEqual(before);
    expect(answer.sampleInfo.map((s: Answer) => s.timestamp.slice(14, 19))).toEqual([
      ...['00:20', '00:40', '01:00'],
      ...['02:20', '02:40', '03:00'],
    ]);
    const off = await Figures.open({ inventory: { host: 1, vm: 1, autostart: false } });
    await using _ = off.ep;
    await off.minutes(1);
    expect(await off.ask(await off.ep.at(VM), ['cpu.usage.average'])).toEqual([]);
  });

  it('differ from machine to machine, and a host’s are its machines’ and its own', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    await f.minutes(1);
    const vms: Ref[] = await ep
      .read(await ep.at('DC0/host/DC0_C0'), 'resourcePool')
      .then((pool) => ep.read(pool, 'vm'));
    const series = await Promise.all(vms.map((vm) => f.values(vm, 'cpu.usagemhz.average')));
    expect(new Set(series.map(String)).size).toBe(vms.length);
    const [host] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const there: Ref[] = await ep.read(host, 'vm');
    const sums = [0, 1, 2].map((at) =>
      there.reduce((sum, vm) => sum + series[vms.findIndex((v) => v.value === vm.value)]![at]!, 0),
    );
    const own = (await f.values(host, 'cpu.usagemhz.average')).map((mhz, at) => mhz - sums[at]!);
    for (const mhz of own) expect(mhz).toBeGreaterThan(0);
    expect(Math.max(...own)).toBeLessThan(0.02 * 16 * 2_294);
  });

  it('stay those of the host a machine was on', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    const vm = await ep.at(VM);
    await f.minutes(1);
    const { host: from } = await ep.read(vm, 'runtime');
    const before = await f.values(from, 'cpu.usagemhz.average');
    const hosts: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const to = hosts.find((h) => h.value !== from.value)!;
    await ep.run(vm, 'MigrateVM_Task', { host: to, priority: 'defaultPriority' });
    await f.minutes(1);
    expect((await f.values(from, 'cpu.usagemhz.average')).slice(0, 3)).toEqual(before);
    const ofHost = (await ep.read(to, 'summary')).quickStats.overallCpuUsage;
    expect((await f.values(to, 'cpu.usagemhz.average')).at(-1)).toBe(ofHost);
  });
});

describe('instances', () => {
  it('make up the whole: CPUs, disks and cards', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    const vm = await ep.at(VM);
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { numCPUs: 4 } });
    await ep.run(vm, 'PowerOnVM_Task');
    await f.minutes(1);
    const [answer] = await f.ask(vm, ['cpu.usagemhz.average'], { maxSample: 1 }, '*');
    const byInstance = Object.fromEntries(answer.value.map((v: Answer) => [v.id.instance, v.value[0]]));
    expect(Object.keys(byInstance).sort()).toEqual(['', '0', '1', '2', '3']);
    const parts = ['0', '1', '2', '3'].map((i) => byInstance[i]);
    expect(Math.abs(parts.reduce((a, b) => a + b) - byInstance[''])).toBeLessThan(4);
    const [disk] = await f.ask(vm, ['virtualDisk.write.average'], { maxSample: 1 }, '*');
    expect(disk.value.map((v: Answer) => v.id.instance)).toEqual(['scsi0:0']);
    const [net] = await f.ask(vm, ['net.usage.average'], { maxSample: 1 }, '4000');
    expect(net.value[0].value).toEqual(await f.values(vm, 'net.usage.average', { maxSample: 1 }));
    const available: Answer[] = await ep.call(f.manager, 'QueryAvailablePerfMetric', { entity: vm, intervalId: 20 });
    const cpus = available.filter((m) => m.counterId === f.key('cpu.ready.summation')).map((m) => m.instance);
    expect(cpus).toEqual(['', '0', '1', '2', '3']);
  });
});

describe('historical figures', () => {
  it('are averages, sums and extremes of the realtime samples below', async () => {
    const f = await Figures.open({ sessionTimeout: 86_400_000 });
    await using ep = f.ep;
    const vm = await ep.at(VM);
    await f.minutes(10);
    const usage = await f.values(vm, 'cpu.usage.average');
    const ready = await f.values(vm, 'cpu.ready.summation');
    const past = await f.values(vm, 'cpu.usage.average', { intervalId: 300 });
    const average = (from: number) => usage.slice(from, from + 15).reduce((a, b) => a + b) / 15;
    expect(past).toHaveLength(2);
    expect(Math.abs(past[0]! - average(0))).toBeLessThan(1);
    expect(Math.abs(past[1]! - average(15))).toBeLessThan(1);
    expect(await f.values(vm, 'cpu.ready.summation', { intervalId: 300 })).toEqual(
      [0, 15].map((at) => ready.slice(at, at + 15).reduce((a, b) => a + b)),
    );
    const [answer] = await f.ask(vm, ['cpu.usage.average'], { intervalId: 300 });
    expect(answer.sampleInfo[0]).toMatchObject({ timestamp: '2026-01-05T09:05:00Z', interval: 300 });
    await f.minutes(25);
    expect(await f.values(vm, 'cpu.usage.average', { intervalId: 1_800 })).toHaveLength(1);
    expect(await f.values(vm, 'cpu.usage.average', { intervalId: 7_200 })).toEqual([]);
  });

  it('of clusters, pools and datastores follow from their machines', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    await f.minutes(5);
    const day = { intervalId: 300 };
    const cluster = await ep.at('DC0/host/DC0_C0');
    const hosts: Ref[] = await ep.read(cluster, 'host');
    const ofHosts = await Promise.all(hosts.map((h) => f.values(h, 'cpu.usagemhz.average', day)));
    const [ofCluster] = await f.values(cluster, 'cpu.usagemhz.average', day);
    expect(Math.abs(ofCluster! - ofHosts.reduce((sum, [mhz]) => sum + mhz!, 0))).toBeLessThan(3);
    const pool = await ep.read(cluster, 'resourcePool');
    const vms: Ref[] = await ep.read(pool, 'vm');
    const ofVms = await Promise.all(vms.map((vm) => f.values(vm, 'cpu.usagemhz.average', day)));
    const [ofPool] = await f.values(pool, 'cpu.usagemhz.average', day);
    expect(Math.abs(ofPool! - ofVms.reduce((sum, [mhz]) => sum + mhz!, 0))).toBeLessThan(5);
    const [datastore] = await ep.read(cluster, 'datastore');
    const { capacity } = await ep.read(datastore, 'summary');
    expect(await f.values(datastore, 'disk.capacity.latest', day)).toEqual([capacity / 1024]);
    const [writes] = await f.values(datastore, 'datastore.numberWriteAveraged.average', day);
    expect(writes).toBeGreaterThan(0);
    const summaries = [cluster, pool, datastore, hosts[0]!, vms[0]!].map((entity) =>
      ep.call(f.manager, 'QueryPerfProviderSummary', { entity }),
    );
    expect((await Promise.all(summaries)).map((s: Answer) => [s.currentSupported, s.refreshRate])).toEqual([
      ...[
        [false, undefined],
        [false, undefined],
        [false, undefined],
      ],
      ...[
        [true, 20],
        [true, 20],
      ],
    ]);
  });

  it('count operations in a datacenter', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    const vm = await ep.at(VM);
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'PowerOnVM_Task');
    await f.minutes(5);
    const datacenter = await ep.at('DC0');
    expect(await f.values(datacenter, 'vmop.numPoweroff.latest', { intervalId: 300 })).toEqual([1]);
    expect(await f.values(datacenter, 'vmop.numPoweron.latest', { intervalId: 300 })).toEqual([1]);
  });
});

describe('a query', () => {
  it('comes as csv too, and with what an entity is made of', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    await f.minutes(1);
    const [host]: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const [csv] = await f.ask(host!, ['cpu.usage.average'], { format: 'csv' });
    const plain = await f.values(host!, 'cpu.usage.average');
    expect(csv).toMatchObject({
      _typeName: 'PerfEntityMetricCSV',
      sampleInfoCSV: '20,2026-01-05T09:00:20Z,20,2026-01-05T09:00:40Z,20,2026-01-05T09:01:00Z',
      value: [{ value: plain.join(',') }],
    });
    const metricId = [{ counterId: f.key('cpu.usage.average'), instance: '' }];
    const composite = await ep.call(f.manager, 'QueryPerfComposite', {
      querySpec: { entity: host, metricId, intervalId: 20 },
    });
    expect(composite.entity.value[0].value).toEqual(plain);
    const vms: Ref[] = await ep.read(host!, 'vm');
    expect(composite.childEntity.map((c: Answer) => c.entity.value)).toEqual(vms.map((vm) => vm.value));
  });

  it('refuses what it does not know', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    const vm = await ep.at(VM);
    const counterId = f.key('cpu.usage.average');
    const refused = async (spec: object) =>
      await ep.fault(f.manager, 'QueryPerf', { querySpec: [{ entity: vm, ...spec }] });
    expect(await refused({ intervalId: 77 })).toMatchObject({ invalidProperty: 'querySpec.interval' });
    expect(await refused({ metricId: [{ counterId: 9_999, instance: '' }] })).toMatchObject({
      invalidProperty: 'querySpec.metricId',
    });
    expect(await refused({ entity: await ep.at('DC0/vm'), intervalId: 20 })).toMatchObject({
      invalidProperty: 'querySpec.entity',
    });
    const gone = { type: 'VirtualMachine', value: 'vm-9999' };
    expect(await refused({ entity: gone, metricId: [{ counterId, instance: '' }] })).toMatchObject({
      _typeName: 'ManagedObjectNotFound',
    });
  });

  it('offers every counter under a key of its own', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    const all: Answer[] = await ep.read(f.manager, 'perfCounter');
    expect(new Set(all.map((c) => c.key)).size).toBe(all.length);
    expect(new Set(f.names).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(250);
    await f.minutes(1);
    for (const path of [VM, 'DC0/host/DC0_C0/DC0_C0_H0']) {
      const [answer] = await ep.call(f.manager, 'QueryPerf', {
        querySpec: [{ entity: await ep.at(path), intervalId: 20, maxSample: 1 }],
      });
      for (const { value } of answer.value) expect(value[0]).toBeGreaterThanOrEqual(0);
      expect(answer.value.length).toBeGreaterThan(100);
    }
  });
});

describe('what is kept', () => {
  it('follows the level of its interval and of its counter', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    await f.minutes(5);
    const vm = await ep.at(VM);
    const day = { intervalId: 300 };
    expect(await f.values(vm, 'cpu.idle.summation', day)).toEqual([]);
    const [first] = await ep.read(f.manager, 'historicalInterval');
    await ep.call(f.manager, 'UpdatePerfInterval', { interval: { ...first, level: 2 } });
    expect(await f.values(vm, 'cpu.idle.summation', day)).toHaveLength(1);
    expect(await f.values(vm, 'cpu.used.summation', day)).toEqual([]);
    const counterId = f.key('cpu.used.summation');
    await ep.call(f.manager, 'UpdateCounterLevelMapping', { counterLevelMap: [{ counterId, aggregateLevel: 1 }] });
    expect(await f.values(vm, 'cpu.used.summation', day)).toHaveLength(1);
    await ep.call(f.manager, 'ResetCounterLevelMapping', { counters: [counterId] });
    expect(await f.values(vm, 'cpu.used.summation', day)).toEqual([]);
    const [, second] = await ep.read(f.manager, 'historicalInterval');
    const fault = await ep.fault(f.manager, 'UpdatePerfInterval', { interval: { ...second, level: 4 } });
    expect(fault).toMatchObject({ invalidProperty: 'interval.level' });
  });

  it('may have intervals beside vCenter’s four, which stay', async () => {
    const f = await Figures.open();
    await using ep = f.ep;
    const intervalId = { key: 9, samplingPeriod: 3_600, name: 'Past fortnight', length: 1_209_600 };
    await ep.call(f.manager, 'CreatePerfInterval', { intervalId });
    const periods = async () => (await ep.read(f.manager, 'historicalInterval')).map((i: Answer) => i.samplingPeriod);
    expect(await periods()).toEqual([300, 1_800, 3_600, 7_200, 86_400]);
    await ep.call(f.manager, 'RemovePerfInterval', { samplePeriod: 3_600 });
    expect(await periods()).toEqual([300, 1_800, 7_200, 86_400]);
    expect(await ep.fault(f.manager, 'RemovePerfInterval', { samplePeriod: 300 })).toMatchObject({
      _typeName: 'NotSupported',
    });
  });
});
