/** Whatever takes its time takes it on the clock: moved on, stepped, run to idle, or standing still. */
import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../objects/endpoint.ts';

const VM = 'DC0/vm/DC0_H0_VM0';
const HOUR = 3_600_000;

/** A clock that runs by itself, but stands: nothing passes that the test does not say. */
const standing = async (more: object = {}) => {
  const ep = await Endpoint.open({ start: Date.UTC(2026, 0, 1), ...more });
  ep.sim.clock.freeze();
  return ep;
};

describe.each([
  ['manual', { clock: { kind: 'manual' } }],
  ['real, and frozen', {}],
  ['sped up, and frozen', { clock: { kind: 'scaled', speed: 100 } }],
] as const)('on a clock that is %s', (_name, options) => {
  const info = (ep: Endpoint, task: Answer) => ep.read(task, 'info');

  it('a task is at its work until its time has come', async () => {
    await using ep = await standing({ ...options, latency: { extends: 'instant', default: '10s' } });
    const task = await ep.call(await ep.at(VM), 'PowerOffVM_Task');
    await ep.sim.clock.advance(9_999);
    expect((await info(ep, task)).state).toBe('running');
    await ep.sim.clock.advance(1);
    const { state, queueTime, completeTime } = await info(ep, task);
    expect([state, Date.parse(completeTime) - Date.parse(queueTime)]).toEqual(['success', 10_000]);
  });

  it('runs to the next thing due, and to idle', async () => {
    await using ep = await standing({ ...options, latency: { extends: 'instant', default: '10s' } });
    const vm = await ep.at(VM);
    const begin = ep.sim.clock.now();
    const first = await ep.call(vm, 'PowerOffVM_Task');
    await ep.sim.clock.step();
    expect((await info(ep, first)).state).toBe('success');
    expect(ep.sim.clock.now() - begin).toBe(10_000);
    const tasks = [
      await ep.call(vm, 'Rename_Task', { newName: 'x' }),
      await ep.call(await ep.at('DC0'), 'Rename_Task', { newName: 'y' }),
    ];
    await ep.sim.clock.runToIdle();
    for (const task of tasks) expect((await info(ep, task)).state).toBe('success');
    expect(ep.sim.clock.now() - begin).toBe(20_000);
  });

  it('a session idles out, and not before', async () => {
    await using ep = await standing({ ...options, sessionTimeout: HOUR });
    const other = await Endpoint.login(ep.sim);
    await ep.exists(VM);
    await ep.sim.clock.advance(HOUR - 1_000);
    expect(await ep.exists(VM)).toBe(true);
    await ep.sim.clock.advance(2_000);
    const root = other.content.rootFolder;
    await expect(other.get(root, 'name')).rejects.toMatchObject({ fault: { _typeName: 'NotAuthenticated' } });
    expect(await ep.exists(VM)).toBe(true);
  });

  it('a lease times out', async () => {
    await using ep = await standing(options);
    await ep.run(await ep.at(VM), 'PowerOffVM_Task');
    const lease = await ep.call(await ep.at(VM), 'ExportVm');
    await ep.sim.clock.advance(299_999);
    expect(await ep.read(lease, 'state')).toBe('ready');
    await ep.sim.clock.advance(1);
    expect(await ep.read(lease, 'state')).toBe('error');
  });

  it('a wait for updates ends', async () => {
    await using ep = await standing(options);
    const collector = ep.client.content.propertyCollector;
    const spec = { propSet: [{ type: 'VirtualMachine', pathSet: ['name'] }], objectSet: [{ obj: await ep.at(VM) }] };
    await ep.call(collector, 'CreateFilter', { spec, partialUpdates: false });
    const { version } = await ep.call(collector, 'WaitForUpdatesEx', { version: '' });
    let over = false;
    const waiting = ep.call(collector, 'WaitForUpdatesEx', { version, options: { maxWaitSeconds: 600 } }).then((v) => {
      over = true;
      return v;
    });
    while (ep.sim.journal.pending === 0) await new Promise((resolve) => setImmediate(resolve));
    await ep.sim.clock.advance(599_000);
    await ep.exists(VM);
    expect(over).toBe(false);
    await ep.sim.clock.advance(1_000);
    expect(await waiting).toBeUndefined();
  });

  it('DRS looks every five minutes, and moves what has too little', async () => {
    await using ep = await standing({ ...options, inventory: { vm: 4 } });
    const cluster = await ep.at('DC0/host/DC0_C0');
    await ep.run(cluster, 'ReconfigureComputeResource_Task', {
      spec: {
        _typeName: 'ClusterConfigSpecEx',
        drsConfig: { enabled: true, defaultVmBehavior: 'fullyAutomated', vmotionRate: 1 },
      },
      modify: true,
    });
    const hosts = await ep.read(cluster, 'host');
    const vms = (await ep.read(await ep.read(cluster, 'resourcePool'), 'vm')) as Answer[];
    for (const vm of vms) {
      await ep.run(vm, 'MigrateVM_Task', { host: hosts[0], priority: 'defaultPriority' });
      ep.sim.faults.add({
        effect: { world: { verb: 'vm.load', name: await ep.read(vm, 'name'), cpu: 100, memory: 100 } },
      });
    }
    const moved = async () => {
      const at = await Promise.all(vms.map((vm) => ep.read(vm, 'runtime.host')));
      return at.some((host: Answer) => host.value !== hosts[0].value);
    };
    await ep.sim.clock.advance(0);
    expect(await moved()).toBe(false);
    await ep.sim.clock.advance(10 * 60_000);
    await ep.sim.clock.runToIdle();
    expect(await moved()).toBe(true);
  });

  it('HA takes as long to be sure as it takes', async () => {
    await using ep = await standing(options);
    const cluster = await ep.at('DC0/host/DC0_C0');
    const spec = { _typeName: 'ClusterConfigSpecEx', dasConfig: { enabled: true, admissionControlEnabled: false } };
    await ep.run(cluster, 'ReconfigureComputeResource_Task', { spec, modify: true });
    const [, host] = await ep.read(cluster, 'host');
    await ep.events();
    ep.sim.faults.add({ effect: { world: { verb: 'host.crash', name: await ep.read(host, 'name') } } });
    await ep.sim.clock.advance(10_000);
    expect(await ep.events()).not.toContain('DasHostFailedEvent');
    await ep.sim.clock.advance(20_000);
    expect(await ep.events()).toContain('DasHostFailedEvent');
  });

  it('statistics grow by a sample every twenty seconds', async () => {
    await using ep = await standing(options);
    const manager = ep.manager('perfManager');
    const startTime = new Date(ep.sim.clock.now()).toISOString();
    const samples = async () => {
      const spec = { entity: await ep.at('DC0/host/DC0_H0/DC0_H0'), intervalId: 20, startTime };
      const [found] = (await ep.call(manager, 'QueryPerf', { querySpec: [spec] })) ?? [];
      return found?.sampleInfo?.length ?? 0;
    };
    await ep.sim.clock.advance(60_000);
    const before = await samples();
    await ep.sim.clock.advance(100_000);
    expect((await samples()) - before).toBe(5);
  });

  it('events stand at the time they happened', async () => {
    await using ep = await standing(options);
    const begin = ep.sim.clock.now();
    await ep.sim.clock.advance(HOUR / 4);
    await ep.run(await ep.at(VM), 'Rename_Task', { newName: 'later' });
    const events: Answer[] = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    const at = events.find((event) => event._typeName === 'VmRenamedEvent').createdTime;
    // What the API shows is cut to microseconds, and what a test reads of it to milliseconds.
    expect(Math.abs(Date.parse(at) - begin - HOUR / 4)).toBeLessThanOrEqual(1);
  });
});
