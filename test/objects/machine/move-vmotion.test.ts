import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { hostKind } from '../../../src/objects/compute/host/host.ts';
import { startDrsMigration } from '../../../src/objects/machine/move/drs-migrate.ts';
import { vmKind } from '../../../src/objects/machine/virtual-machine.ts';
import { datastoreKind } from '../../../src/objects/storage/datastore.ts';
import type { Answer } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { MoveScene } from './move-scene.ts';

const states = async (scene: MoveScene, tasks: readonly Ref[]): Promise<string[]> =>
  Promise.all(tasks.map(async (task) => (await scene.info(task)).state));

describe('a migration that takes its time', () => {
  it('tells how far it is, and the machine moves at its end', async () => {
    await using scene = await MoveScene.open(1);
    const { ep } = scene;
    const vm = scene.vms[0]!;
    const [from, to] = [await scene.hostOf(vm), await scene.otherHost(vm)];
    const updates = await Updates.of(ep, vm, 'runtime.host');
    const task = await scene.migrate(vm);
    const told = await Updates.of(ep, task, 'info.progress', 'info.state');
    const seen: number[] = [];
    for (let i = 0; i < 6; i++) {
      await scene.advance(0.5);
      const { progress, state } = await scene.info(task);
      if (state === 'running') seen.push(progress);
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(await told.next()).toContain('info.progress');
    expect(await scene.hostOf(vm)).toEqual((await scene.info(task)).state === 'success' ? to : from);
    await scene.advance(10);
    expect(await scene.info(task)).toMatchObject({ state: 'success', descriptionId: 'VirtualMachine.migrate' });
    expect(await scene.hostOf(vm)).toEqual(to);
    expect(await updates.next()).toEqual(['runtime.host']);
  });

  it('can be called off on its way, and leaves nothing behind', async () => {
    await using scene = await MoveScene.open(1);
    const { ep } = scene;
    const vm = scene.vms[0]!;
    const from = await scene.hostOf(vm);
    const datastore = await ep.at('DC0/datastore/LocalDS_1');
    const [store, free] = [await ep.read(vm, 'datastore'), await ep.read(datastore, 'summary.freeSpace')];
    const task: Ref = await ep.call(vm, 'RelocateVM_Task', { spec: { datastore, host: await scene.otherHost(vm) } });
    await scene.advance(1);
    expect((await scene.info(task)).cancelable).toBe(true);
    await ep.events();
    await ep.call(task, 'CancelTask');
    expect(await scene.info(task)).toMatchObject({
      state: 'error',
      cancelled: true,
      error: { fault: { _typeName: 'RequestCanceled' } },
    });
    expect(await ep.events()).toEqual(['VmRelocateFailedEvent']);
    expect(await scene.hostOf(vm)).toEqual(from);
    expect(await ep.read(vm, 'datastore')).toEqual(store);
    expect(await ep.read(datastore, 'summary.freeSpace')).toBe(free);
    const again = await scene.migrate(vm);
    await scene.advance(30);
    expect((await scene.info(again)).state).toBe('success');
  });

  it('keeps other work off the machine meanwhile', async () => {
    await using scene = await MoveScene.open(1);
    const vm = scene.vms[0]!;
    const task = await scene.migrate(vm);
    await scene.advance(1);
    expect(await scene.ep.fault(vm, 'PowerOffVM_Task')).toMatchObject({ _typeName: 'TaskInProgress', task });
  });

  it('ends where it began when its new host goes away', async () => {
    await using scene = await MoveScene.open(1);
    const vm = scene.vms[0]!;
    const [from, to] = [await scene.hostOf(vm), await scene.otherHost(vm)];
    const task = await scene.migrate(vm);
    await scene.advance(1);
    await scene.ep.events();
    await scene.befalls('host.disconnect', to);
    await scene.advance(10);
    const { error } = await scene.info(task);
    expect(error.fault._typeName).toMatch(/HostNotConnected|HostNotReachable/);
    expect(await scene.hostOf(vm)).toEqual(from);
    expect(await scene.ep.events()).toContain('VmFailedMigrateEvent');
  });

  it('ends where it began when its new datastore fills up', async () => {
    await using scene = await MoveScene.open(1);
    const { ep } = scene;
    const vm = scene.vms[0]!;
    const datastore = await ep.at('DC0/datastore/LocalDS_1');
    const before: Ref[] = await ep.read(vm, 'datastore');
    const task: Ref = await ep.call(vm, 'RelocateVM_Task', { spec: { datastore } });
    await scene.advance(1);
    const { world } = ep.sim.simulation.site;
    world.turn(() => {
      const cell = world.as(datastoreKind, datastore.value)!;
      world.update(cell, { files: { bytes: cell.state.volume.capacity } });
    });
    await scene.advance(60);
    expect((await scene.info(task)).error.fault).toMatchObject({ _typeName: 'NoDiskSpace', datastore: 'LocalDS_1' });
    expect(await ep.read(vm, 'datastore')).toEqual(before);
  });

  it('waits for its turn where a host takes part in eight already', async () => {
    await using scene = await MoveScene.open(12);
    const from = await scene.hostOf(scene.vms[0]!);
    const to = await scene.otherHost(scene.vms[0]!);
    const machines: Ref[] = [];
    for (const vm of scene.vms) if ((await scene.hostOf(vm)).value === from.value) machines.push(vm);
    for (const vm of scene.vms) if (!machines.includes(vm)) machines.push(vm);
    const tasks: Ref[] = [];
    for (const vm of machines) tasks.push(await scene.migrate(vm));
    await scene.advance(1);
    const progress = await Promise.all(tasks.map(async (t) => (await scene.info(t)).progress));
    expect(progress.filter((p) => p > 0)).toHaveLength(8);
    expect(progress.slice(8)).toEqual([0, 0, 0, 0]);
    await scene.advance(60);
    expect(new Set(await states(scene, tasks))).toEqual(new Set(['success']));
    expect(to).toBeDefined();
  });

  it('can be called off while it waits', async () => {
    await using scene = await MoveScene.open(10);
    const tasks: Ref[] = [];
    for (const vm of scene.vms) tasks.push(await scene.migrate(vm));
    await scene.ep.call(tasks[9]!, 'CancelTask');
    expect((await scene.info(tasks[9]!)).error.fault._typeName).toBe('RequestCanceled');
    await scene.advance(60);
    expect(await states(scene, tasks)).toEqual([...Array(9).fill('success'), 'error']);
  });

  it('waits for nobody where work takes no time', async () => {
    await using scene = await MoveScene.open(20, { latency: 'instant' });
    for (const vm of scene.vms) {
      const { site } = scene.ep.sim.simulation;
      const host = site.world.as(hostKind, (await scene.otherHost(vm)).value)!;
      startDrsMigration(site, site.world.as(vmKind, vm.value)!, host);
    }
    const before = scene.ep.sim.clock.now();
    await scene.advance(0);
    const tasks: Ref[] = await Promise.all(scene.vms.map(async (vm) => (await scene.ep.read(vm, 'recentTask')).at(-1)));
    expect(new Set(await states(scene, tasks))).toEqual(new Set(['success']));
    expect(scene.ep.sim.clock.now()).toBe(before);
  });

  it('goes on after the world was put back to a moment of its way', async () => {
    await using scene = await MoveScene.open(1);
    const { world, tasks } = scene.ep.sim.simulation.site;
    const vm = scene.vms[0]!;
    const [from, to] = [await scene.hostOf(vm), await scene.otherHost(vm)];
    const task = await scene.migrate(vm);
    await scene.advance(1);
    const image = world.save();
    await scene.advance(10);
    expect(await scene.hostOf(vm)).toEqual(to);
    world.restore(image);
    tasks.resume();
    expect(await scene.hostOf(vm)).toEqual(from);
    expect((await scene.info(task)).state).toBe('running');
    await scene.advance(10);
    expect((await scene.info(task)).state).toBe('success');
    expect(await scene.hostOf(vm)).toEqual(to);
  });

  it('takes the room it needs from the start: of two for which there is room once, the second is refused', async () => {
    await using scene = await MoveScene.open(2);
    const { ep } = scene;
    const { world } = ep.sim.simulation.site;
    const from = world.as(hostKind, (await scene.hostOf(scene.vms[0]!)).value)!;
    const to = [...world.every(hostKind)].find((h) => h !== from)!;
    const memory = to.state.profile.memory / 2 ** 20;
    world.turn(() => {
      for (const ref of scene.vms) {
        const vm = world.as(vmKind, ref.value)!;
        world.update(vm, {
          place: { ...vm.state.place, host: from.id },
          config: {
            ...vm.state.config,
            memory: { reservation: Math.floor(memory * 0.45), expandableReservation: false } as never,
          },
        });
      }
      world.update(to, { profile: { ...to.state.profile, memory: Math.floor(to.state.profile.memory * 0.6) } });
    });
    const tasks = [
      await scene.migrate(scene.vms[0]!, to.ref as Ref),
      await scene.migrate(scene.vms[1]!, to.ref as Ref),
    ];
    await scene.advance(1);
    expect((await scene.info(tasks[1]!)).error.fault._typeName).toBe('InsufficientMemoryResourcesFault');
    await scene.advance(20);
    expect(await states(scene, tasks)).toEqual(['success', 'error']);
  });
});

describe('a running machine stays where it is', () => {
  it('when it is bound to processors of its host', async () => {
    await using scene = await MoveScene.open(1);
    const { ep } = scene;
    const vm = scene.vms[0]!;
    const { world } = ep.sim.simulation.site;
    world.turn(() => {
      const cell = world.as(vmKind, vm.value)!;
      world.update(cell, { config: { ...cell.state.config, said: { cpuAffinity: { affinitySet: [1] } as never } } });
    });
    const host = await scene.otherHost(vm);
    const task = await scene.migrate(vm);
    expect((await scene.info(task)).error.fault).toMatchObject({
      _typeName: 'AffinityConfigured',
      configuredAffinity: ['cpu'],
    });
    const told: Answer[] = await ep.call({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'ValidateMigration', {
      vm: [vm],
      host,
    });
    expect(told).toMatchObject([
      { _typeName: 'MigrationErrorEvent', vm: { vm }, fault: { fault: { _typeName: 'AffinityConfigured' } } },
    ]);
  });

  it('and ValidateMigration says what its new host lacks, in events that no log has', async () => {
    await using scene = await MoveScene.open(1);
    const { ep } = scene;
    const [vm] = scene.vms;
    const host = await scene.otherHost(vm!);
    const service = { type: 'ServiceInstance', value: 'ServiceInstance' };
    expect(await ep.call(service, 'ValidateMigration', { vm: [vm], host })).toEqual([]);
    await ep.call(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await scene.advance(30);
    await ep.events();
    const told: Answer[] = await ep.call(service, 'ValidateMigration', { vm: [vm], host });
    expect(told).toMatchObject([
      { _typeName: 'MigrationHostErrorEvent', dstHost: { host }, fault: { fault: { _typeName: 'InvalidHostState' } } },
    ]);
    expect(await ep.call(service, 'ValidateMigration', { vm: [vm], host, testType: ['resourceTests'] })).toEqual([]);
    expect(await ep.fault(service, 'ValidateMigration', { vm: [vm], host, testType: ['x'] })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'testType[0]',
    });
    expect(await ep.events()).toEqual([]);
  });
});

describe('DRS moves a machine', () => {
  it.each([
    [true, ['VmBeingHotMigratedEvent', 'VmEmigratingEvent', 'DrsVmMigratedEvent']],
    [false, ['VmBeingMigratedEvent', 'VmMigratedEvent']],
  ])('running %s, by a task of its own', async (autostart, events) => {
    await using scene = await MoveScene.open(1, { inventory: { autostart } });
    const { ep } = scene;
    const vm = scene.vms[0]!;
    const to = await scene.otherHost(vm);
    await ep.events();
    const { site } = ep.sim.simulation;
    const task = startDrsMigration(site, site.world.as(vmKind, vm.value)!, site.world.as(hostKind, to.value)!);
    await scene.advance(10);
    expect(await scene.info(task.ref as Ref)).toMatchObject({
      state: 'success',
      descriptionId: 'Drm.ExecuteVMotionLRO',
      entity: vm,
      reason: { _typeName: 'TaskReasonSystem' },
    });
    expect(await scene.hostOf(vm)).toEqual(to);
    expect((await ep.events()).filter((e) => e !== 'TaskEvent')).toEqual(events);
  });
});
