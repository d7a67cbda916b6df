import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { DiskScene } from '../storage/first-class-scene.ts';
import { Catalogue } from './catalogue.ts';

async function open() {
  const scene = await DiskScene.open({ clock: { kind: 'manual' }, latency: 'realistic' });
  const catalogue = await Catalogue.of(scene);
  const create = (name = 'disk', more: object = {}): Promise<Answer> =>
    catalogue.call('VslmCreateDisk_Task', { spec: scene.spec(name, more) });
  return { scene, catalogue, create, [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose]() };
}

describe('a task of the catalogue', () => {
  it('runs as long as the work takes, and then has its result', async () => {
    await using site = await open();
    const task = await site.create();
    expect(task.type).toBe('VslmTask');
    const running = await site.catalogue.info(task);
    expect(running).toMatchObject({ key: task.value, task, state: 'running', cancelled: false });
    expect(running.completeTime).toBeUndefined();
    expect(await site.catalogue.client.call(task, 'VslmQueryTaskResult')).toBeUndefined();
    await site.scene.sim.clock.advance(10_000);
    const info = await site.catalogue.info(task);
    expect(info).toMatchObject({
      state: 'success',
      name: 'VslmCreateDisk_Task',
      descriptionId: 'VStorageObjectManager.createDisk',
      reason: { _typeName: 'VslmTaskReasonUser' },
      result: { _typeName: 'VStorageObject', config: { name: 'disk' } },
    });
    expect(info.completeTime > info.queueTime).toBe(true);
    expect((await site.catalogue.client.call(task, 'VslmQueryTaskResult')).config).toEqual(info.result.config);
  });

  it('is a task of the vCenter too, under the name of the method that does the work', async () => {
    await using site = await open();
    const task = await site.create();
    const info = await site.scene.read({ type: 'Task', value: task.value }, 'info');
    expect(info).toMatchObject({ name: 'CreateDisk_Task', state: 'running' });
  });

  it('that was begun at the vCenter is none of the catalogue', async () => {
    await using site = await open();
    const { value } = await site.scene.call(site.scene.disks, 'CreateDisk_Task', { spec: site.scene.spec() });
    const fault = await site.catalogue.client.fault({ type: 'VslmTask', value }, 'VslmQueryInfo');
    expect(fault._typeName).toBe('ManagedObjectNotFound');
  });

  it('that is stopped leaves nothing, and one that has ended is not stopped', async () => {
    await using site = await open();
    const free = await site.scene.free();
    const task = await site.create();
    await site.catalogue.client.call(task, 'VslmCancelTask');
    expect(await site.catalogue.info(task)).toMatchObject({
      state: 'error',
      cancelled: true,
      error: { fault: { _typeName: 'RequestCanceled' } },
    });
    expect([await site.scene.ids(), await site.scene.free()]).toEqual([[], free]);
    expect((await site.catalogue.client.fault(task, 'VslmCancelTask'))._typeName).toBe('InvalidState');
  });

  it('fails while other work changes the disk, unless it only reads it', async () => {
    await using site = await open();
    const made = await site.create();
    await site.scene.sim.clock.advance(10_000);
    const { id } = (await site.catalogue.info(made)).result.config;
    const spec = { name: 'copy', backingSpec: site.scene.backing() };
    const remove = await site.catalogue.call('VslmDeleteVStorageObject_Task', { id });
    const copy = await site.catalogue.call('VslmCloneVStorageObject_Task', { id, spec: { ...spec } });
    const twice = await site.catalogue.call('VslmDeleteVStorageObject_Task', { id });
    await site.scene.sim.clock.advance(60_000);
    expect((await site.catalogue.info(remove)).state).toBe('success');
    expect((await site.catalogue.info(twice)).error.fault._typeName).toBe('TaskInProgress');
    const copied = await site.catalogue.info(copy);
    expect(copied.state).toBe('success');
    expect(await site.scene.ids()).toEqual([copied.result.config.id.id]);
  });

  it('obeys the fault rules for the method that was called, and tells how it failed', async () => {
    await using site = await open();
    const fail = { fault: 'InvalidDatastore', properties: { name: 'LocalDS_0' } };
    site.scene.sim.faults.add({ match: { method: 'VslmCreateDisk_Task' }, effect: { task: { fail } } } as never);
    const task = await site.create();
    await site.scene.sim.clock.advance(10_000);
    expect(await site.catalogue.info(task)).toMatchObject({
      state: 'error',
      error: { fault: { _typeName: 'InvalidDatastore' } },
    });
    expect(await site.scene.ids()).toEqual([]);
  });
});
