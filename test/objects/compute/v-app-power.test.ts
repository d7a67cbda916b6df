import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { FREE, Shop } from './v-app-shop.ts';

const heartbeat = (shop: Shop, of: number, value: string) =>
  shop.ep.run(shop.machines[of]!, 'ReconfigVM_Task', {
    spec: { extraConfig: [{ key: 'SET.guestHeartbeatStatus', value }] },
  });

describe('a vApp that is started', () => {
  it('starts its machines one after another, each so long after the one before', async () => {
    await using shop = await Shop.open();
    const task = await shop.task('PowerOnVApp_Task');
    expect(await shop.up()).toEqual(['db']);
    expect(await shop.state()).toEqual({ vAppState: 'starting', suspended: false });
    expect(await shop.info(task)).toMatchObject({ state: 'running', descriptionId: 'VirtualApp.powerOn' });
    await shop.seconds(119);
    expect(await shop.up()).toEqual(['db']);
    await shop.seconds(1);
    expect(await shop.up()).toEqual(['db', 'app']);
    await shop.seconds(120);
    expect(await shop.up()).toEqual(['db', 'app', 'web']);
    expect(await shop.info(task)).toMatchObject({ state: 'success' });
    expect(await shop.state()).toEqual({ vAppState: 'started', suspended: false });
  });

  it('starts those of one group together, and leaves out those that are to be left out', async () => {
    await using shop = await Shop.open();
    await shop.say({ of: 2, startOrder: 1, startDelay: 7 }, { of: 1, startOrder: 2 }, { of: 0, startAction: 'none' });
    await shop.task('PowerOnVApp_Task');
    expect(await shop.up()).toEqual(['web']);
    await shop.seconds(7);
    expect(await shop.up()).toEqual(['app', 'web']);
  });

  it('goes on as soon as a guest that it waits for is heard of', async () => {
    await using shop = await Shop.open();
    await shop.say({ of: 0, waitingForGuest: true }, { of: 1, startDelay: 0, waitingForGuest: true });
    await shop.task('PowerOnVApp_Task');
    await shop.seconds(30);
    expect(await shop.up()).toEqual(['db']);
    await heartbeat(shop, 0, 'green');
    await shop.seconds(1);
    expect(await shop.up()).toEqual(['db', 'app']);
    await shop.seconds(1_200);
    expect(await shop.up()).toEqual(['db', 'app']);
    await heartbeat(shop, 1, 'green');
    await shop.seconds(1);
    expect(await shop.up()).toEqual(['db', 'app', 'web']);
  });

  it('shows its state to those who watch, and runs each machine by a task under its own', async () => {
    await using shop = await Shop.open(['db', 'app']);
    await shop.hurry();
    await using updates = await Updates.of(shop.ep, shop.vApp, ['summary.vAppState']);
    await shop.say({ of: 0, startDelay: 5 });
    const task = await shop.task('PowerOnVApp_Task');
    expect(await updates.next()).toEqual({ 'summary.vAppState': 'starting' });
    await shop.seconds(5);
    expect(await updates.next()).toEqual({ 'summary.vAppState': 'started' });
    const [child]: Ref[] = await shop.ep.read(shop.machines[1]!, 'recentTask').then((all: Ref[]) => all.slice(-1));
    expect(await shop.info(child!)).toMatchObject({
      parentTaskKey: task.value,
      name: 'PowerOnVM_Task',
      state: 'success',
    });
    expect(await shop.ep.events()).toEqual(expect.arrayContaining(['VmStartingEvent', 'DrsVmPoweredOnEvent']));
  });

  it('stops short at a machine that cannot start, with that fault', async () => {
    await using shop = await Shop.open(['db', 'app', 'web']);
    await shop.hurry();
    const limit = { cpuAllocation: { ...FREE.cpuAllocation, reservation: 1_000_000, shares: undefined } };
    await shop.ep.run(shop.machines[1]!, 'ReconfigVM_Task', { spec: limit });
    const task = await shop.task('PowerOnVApp_Task');
    await shop.seconds(1);
    const { state, error } = await shop.info(task);
    expect([state, error.fault._typeName]).toEqual(['error', 'InsufficientCpuResourcesFault']);
    expect(await shop.up()).toEqual(['db']);
    expect(await shop.state()).toEqual({ vAppState: 'started', suspended: false });
  });

  it('can be called off', async () => {
    await using shop = await Shop.open();
    const task = await shop.task('PowerOnVApp_Task');
    await shop.ep.call(task, 'CancelTask');
    await shop.seconds(200);
    expect(await shop.info(task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'RequestCanceled' } } });
    expect(await shop.up()).toEqual(['db']);
    expect((await shop.state()).vAppState).toBe('started');
  });

  it('takes as long as its machines do, and those that go together go at one time', async () => {
    const ep = await Endpoint.open({ clock: { kind: 'manual' }, latency: 'realistic' });
    await using shop = await Shop.in(ep, ['db', 'app', 'web']);
    await shop.say(...[0, 1, 2].map((of) => ({ of, startOrder: of === 2 ? 2 : 1, startDelay: 0 })));
    const task = await shop.task('PowerOnVApp_Task');
    await shop.seconds(1);
    expect(await shop.up()).toEqual([]);
    await shop.seconds(4);
    expect(await shop.up()).toEqual(['db', 'app']);
    await shop.seconds(4);
    expect(await shop.up()).toEqual(['db', 'app', 'web']);
    const { state, startTime, completeTime } = await shop.info(task);
    expect(state).toBe('success');
    expect(Date.parse(completeTime) - Date.parse(startTime)).toBeGreaterThan(4_000);
  });

  it('waits for a machine that hangs for a while', async () => {
    await using shop = await Shop.open(['db']);
    const match = { method: 'PowerOnVM_Task', name: 'db' };
    shop.ep.sim.faults.add({ match, effect: { task: { stall: 90_000 } } });
    const task = await shop.task('PowerOnVApp_Task');
    await shop.seconds(89);
    expect((await shop.state()).vAppState).toBe('starting');
    await shop.seconds(2);
    expect((await shop.info(task)).state).toBe('success');
  });

  it('is refused while it runs, without machines, and when nothing says what starts', async () => {
    await using shop = await Shop.open(['db']);
    const refused = (method: string, args = {}) => shop.ep.fault(shop.vApp, method, args);
    expect(await refused('PowerOffVApp_Task', { force: false })).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOff',
      requestedState: 'poweredOff',
    });
    expect(await refused('SuspendVApp_Task')).toMatchObject({ _typeName: 'InvalidPowerState' });
    await shop.say({ of: 0, startAction: 'none', stopAction: 'none' });
    expect(await refused('PowerOnVApp_Task')).toMatchObject({ _typeName: 'MissingPowerOnConfiguration' });
    await shop.ep.run(shop.machines[0]!, 'PowerOnVM_Task');
    expect(await refused('PowerOnVApp_Task')).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOn',
      requestedState: 'poweredOn',
    });
    expect(await refused('PowerOffVApp_Task', { force: false })).toMatchObject({
      _typeName: 'MissingPowerOffConfiguration',
    });
    await shop.ep.run(shop.vApp, 'PowerOffVApp_Task', { force: true });
    await shop.ep.run(shop.machines[0]!, 'Destroy_Task');
    expect(await refused('PowerOnVApp_Task')).toMatchObject({ _typeName: 'NoVmInVApp' });
  });

  it('is refused when a value is to be worked out that nobody has', async () => {
    const info = { key: 0, id: 'gw', type: 'expression', defaultValue: '$' + '{gateway:VM Network}' };
    await using shop = await Shop.open(['db'], { property: [{ operation: 'add', info }] });
    expect(await shop.ep.fault(shop.vApp, 'PowerOnVApp_Task')).toMatchObject({
      _typeName: 'MissingNetworkIpConfig',
      id: 'gw',
    });
  });

  it('keeps everybody else off its machines', async () => {
    await using shop = await Shop.open();
    const task = await shop.task('PowerOnVApp_Task');
    expect(await shop.ep.fault(shop.vApp, 'PowerOnVApp_Task')).toMatchObject({ _typeName: 'TaskInProgress', task });
    expect(await shop.ep.fault(shop.vApp, 'UpdateVAppConfig', { spec: {} })).toMatchObject({ task });
    for (const [method, vm] of [
      ['PowerOffVM_Task', 0],
      ['ShutdownGuest', 0],
      ['PowerOnVM_Task', 2],
    ] as const) {
      expect(await shop.ep.fault(shop.machines[vm]!, method)).toMatchObject({ _typeName: 'VAppTaskInProgress', task });
    }
    expect(await shop.ep.fault(shop.root, 'MoveIntoResourcePool', { list: [shop.machines[2]] })).toMatchObject({
      _typeName: 'VAppOperationInProgress',
    });
  });
});

describe('a vApp that is stopped', () => {
  /** Started, and every machine has come up. */
  async function started() {
    const shop = await Shop.open();
    await shop.hurry();
    await shop.ep.run(shop.vApp, 'PowerOnVApp_Task');
    await shop.ep.events();
    return shop;
  }

  const names = async (shop: Shop, type: string) => {
    const all: Answer[] = await shop.ep.call(shop.ep.manager('eventManager'), 'QueryEvents', {
      filter: { eventTypeId: [type] },
    });
    return (all ?? []).map((e) => e.vm.name);
  };

  it('stops its machines from the last to the first', async () => {
    await using shop = await started();
    await using updates = await Updates.of(shop.ep, shop.vApp, ['summary.vAppState']);
    await shop.ep.run(shop.vApp, 'PowerOffVApp_Task', { force: false });
    expect(await names(shop, 'VmPoweredOffEvent')).toEqual(['web', 'app', 'db']);
    expect((await updates.next())['summary.vAppState']).toBe('stopped');
    expect(await shop.power()).toEqual(Array(3).fill('poweredOff'));
  });

  it('asks guests that are heard of, and switches those off that take too long', async () => {
    await using shop = await started();
    await shop.say({ of: 1, stopAction: 'guestShutdown', stopDelay: 10 }, { of: 2, stopAction: 'suspend' });
    await heartbeat(shop, 1, 'green');
    await shop.task('PowerOffVApp_Task', { force: false });
    await shop.seconds(60);
    expect(await shop.power()).toEqual(['poweredOff', 'poweredOff', 'suspended']);
    expect(await names(shop, 'VmGuestShutdownEvent')).toEqual(['app']);
    expect(await shop.state()).toEqual({ vAppState: 'stopped', suspended: false });
  });

  it('stops everything at once when forced, whatever is said', async () => {
    await using shop = await started();
    await shop.say({ of: 0, stopAction: 'none' }, { of: 1, stopAction: 'guestShutdown' });
    await shop.ep.run(shop.vApp, 'PowerOffVApp_Task', { force: true });
    expect(await shop.power()).toEqual(Array(3).fill('poweredOff'));
  });

  it('is suspended from the last to the first, and goes on with what was running', async () => {
    await using shop = await started();
    await shop.ep.run(shop.machines[1]!, 'PowerOffVM_Task');
    await using updates = await Updates.of(shop.ep, shop.vApp, ['summary.vAppState', 'summary.suspended']);
    await shop.ep.run(shop.vApp, 'SuspendVApp_Task');
    expect(await names(shop, 'VmSuspendedEvent')).toEqual(['web', 'db']);
    expect(await updates.next()).toMatchObject({ 'summary.suspended': true });
    expect(await shop.state()).toEqual({ vAppState: 'stopped', suspended: true });
    await shop.ep.run(shop.vApp, 'PowerOnVApp_Task');
    expect(await shop.up()).toEqual(['db', 'web']);
    expect(await shop.state()).toEqual({ vAppState: 'started', suspended: false });
  });

  it('comes out of suspension by being stopped, too', async () => {
    await using shop = await started();
    await shop.ep.run(shop.vApp, 'SuspendVApp_Task');
    await shop.ep.run(shop.vApp, 'PowerOffVApp_Task', { force: false });
    expect(await shop.power()).toEqual(Array(3).fill('poweredOff'));
    expect(await shop.state()).toEqual({ vAppState: 'stopped', suspended: false });
  });
});

describe('a vApp in a vApp', () => {
  it('starts and stops with the one around it', async () => {
    await using shop = await Shop.open(['db']);
    await shop.hurry();
    const inner: Ref = await shop.ep.call(shop.vApp, 'CreateVApp', { name: 'inner', resSpec: FREE, configSpec: {} });
    const config = { name: 'deep', files: { vmPathName: '[LocalDS_0]' } };
    const deep: Ref = await shop.ep.run(inner, 'CreateChildVM_Task', { config });
    expect(await shop.ep.read(inner, 'parentVApp')).toEqual(shop.vApp);
    await shop.ep.run(shop.vApp, 'PowerOnVApp_Task');
    expect(await shop.ep.read(deep, 'runtime.powerState')).toBe('poweredOn');
    expect(await shop.ep.read(inner, 'summary.vAppState')).toBe('started');
    await shop.ep.run(shop.machines[0]!, 'PowerOffVM_Task');
    expect((await shop.state()).vAppState).toBe('started');
    await shop.ep.run(shop.vApp, 'SuspendVApp_Task');
    expect(await shop.state()).toEqual({ vAppState: 'stopped', suspended: true });
    await shop.ep.run(shop.vApp, 'PowerOffVApp_Task', { force: false });
    expect(await shop.ep.read(deep, 'runtime.powerState')).toBe('poweredOff');
  });

  it('has the machines in its pools start and stop as if they stood in it', async () => {
    await using shop = await Shop.open(['db']);
    await shop.hurry();
    const { ep, vApp, machines } = shop;
    const pool: Ref = await ep.call(vApp, 'CreateResourcePool', { name: 'inside', spec: FREE });
    await ep.call(pool, 'MoveIntoResourcePool', { list: [machines[0]] });
    const [entity] = await ep.read(vApp, 'vAppConfig.entityConfig');
    expect(entity).toMatchObject({ key: machines[0], startOrder: 1 });
    await ep.run(vApp, 'PowerOnVApp_Task');
    expect(await shop.up()).toEqual(['db']);
    expect((await shop.state()).vAppState).toBe('started');
    await ep.run(vApp, 'PowerOffVApp_Task', { force: false });
    expect(await shop.up()).toEqual([]);
  });
});
