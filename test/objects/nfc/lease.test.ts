import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { dense, diskOf, MIB, Porter, send, streamOf } from './package.ts';

const IMAGE = await streamOf(diskOf(MIB, [0, dense(8192)]));

describe('a lease', () => {
  it('lives for five minutes after the last sign of life, then takes what it made away', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const lease = await porter.import(porter.machineSpec('coming'));
    await porter.put(lease, IMAGE);
    await ep.sim.clock.advance(299_000);
    await ep.call(lease, 'HttpNfcLeaseProgress', { percent: 40 });
    expect(await ep.read(lease, 'transferProgress')).toBe(40);
    const [task] = await ep.read(porter.pool, 'recentTask');
    expect((await ep.read(task, 'info')).progress).toBe(40);
    await ep.sim.clock.advance(299_000);
    expect(await ep.read(lease, 'state')).toBe('ready');
    const url = await porter.url(lease, 'LogicController0:0');
    await ep.sim.clock.advance(1_000);
    expect(await ep.read(lease, 'state')).toBe('error');
    expect((await ep.read(lease, 'error')).fault._typeName).toBe('Timedout');
    expect((await ep.read(task, 'info')).error.fault._typeName).toBe('Timedout');
    expect(await ep.exists('DC0/vm/coming')).toBe(false);
    expect(porter.kept).toBe(0);
    expect((await send(url, { method: 'PUT', body: IMAGE })).status).toBe(404);
    for (const [method, args] of [['Progress', { percent: 1 }], ['Complete'], ['Abort']] as const) {
      expect((await ep.fault(lease, `HttpNfcLease${method}`, args))._typeName).toBe('Timedout');
    }
  });

  it('ends as the client says: with its fault, and without the half-made machine', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const free = await porter.free();
    const lease = await porter.import(porter.machineSpec('coming'));
    await porter.put(lease, IMAGE);
    const fault = { fault: { _typeName: 'OvfImportFailed' }, localizedMessage: 'the cable broke' };
    await ep.call(lease, 'HttpNfcLeaseAbort', { fault });
    expect(await ep.read(lease, 'error')).toMatchObject({
      fault: { _typeName: 'OvfImportFailed' },
      localizedMessage: 'the cable broke',
    });
    expect(await ep.exists('DC0/vm/coming')).toBe(false);
    expect([await porter.free(), porter.kept]).toEqual([free, 0]);
    expect((await ep.fault(lease, 'HttpNfcLeaseAbort'))._typeName).toBe('InvalidState');
    expect((await ep.fault(lease, 'HttpNfcLeaseComplete'))._typeName).toBe('InvalidState');
    const again = await porter.import(porter.machineSpec('coming'));
    await ep.call(again, 'HttpNfcLeaseAbort');
    expect((await ep.read(again, 'error')).fault._typeName).toBe('RequestCanceled');
  });

  it('takes a vApp away whole when it ends badly', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const allocation = {
      reservation: 0,
      expandableReservation: true,
      limit: -1,
      shares: { shares: 0, level: 'normal' },
    };
    const inner = { vAppConfigSpec: {}, resourcePoolSpec: { cpuAllocation: allocation, memoryAllocation: allocation } };
    const spec = {
      _typeName: 'VirtualAppImportSpec',
      name: 'suite',
      ...inner,
      child: [
        porter.machineSpec('one'),
        { _typeName: 'VirtualAppImportSpec', name: 'inner', ...inner, child: [porter.machineSpec('two')] },
      ],
    };
    const before = await ep.read(porter.pool, 'resourcePool');
    const lease = await porter.import(spec);
    const urls = (await ep.read(lease, 'info')).deviceUrl.filter((u: Answer) => u.disk);
    expect(urls.map((u: Answer) => u.importKey.split('/')[1])).toEqual(['one', 'two']);
    await ep.call(lease, 'HttpNfcLeaseAbort');
    expect(await ep.read(porter.pool, 'resourcePool')).toEqual(before);
    expect(await ep.exists('DC0/vm/suite')).toBe(false);
  });

  it('ends with its task when somebody cancels that', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const lease = await porter.import(porter.machineSpec('coming'));
    const [task] = await ep.read(porter.pool, 'recentTask');
    await ep.call(task, 'CancelTask');
    expect(await ep.read(lease, 'state')).toBe('error');
    expect(await ep.exists('DC0/vm/coming')).toBe(false);
  });

  it('ends with the session that opened it, and is nobody else to end', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const other = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    const lease = await other.call(porter.pool, 'ImportVApp', {
      spec: porter.machineSpec('coming'),
      folder: porter.folder,
    });
    expect((await ep.fault(lease, 'HttpNfcLeaseComplete'))._typeName).toBe('ManagedObjectNotFound');
    await other.client.close();
    expect(await ep.exists('DC0/vm/coming')).toBe(false);
    expect((await ep.fault(lease, 'HttpNfcLeaseAbort'))._typeName).toBe('ManagedObjectNotFound');
  });

  it('tells those who watch it how it goes', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const lease = await porter.import(porter.machineSpec('coming'));
    const watched = await Updates.of(ep, lease, 'state', 'info', 'error', 'transferProgress', 'initializeProgress');
    await ep.call(lease, 'HttpNfcLeaseProgress', { percent: 60 });
    expect(await watched.next()).toEqual(['transferProgress']);
    await porter.complete(lease);
    expect(await watched.next()).toEqual(['info', 'state']);
  });

  it('is initializing for as long as the machine takes to be made', async () => {
    await using porter = await Porter.open({ latency: 'realistic' });
    const { ep } = porter;
    const lease = await porter.import(porter.machineSpec('coming'));
    expect([await ep.read(lease, 'state'), await ep.read(lease, 'initializeProgress')]).toEqual(['initializing', 0]);
    expect(await ep.read(lease, 'info')).toBeUndefined();
    expect((await ep.fault(lease, 'HttpNfcLeaseComplete'))._typeName).toBe('InvalidState');
    await ep.sim.clock.advance(5_000);
    expect(await ep.read(lease, 'state')).toBe('ready');
    const second = await porter.import(porter.machineSpec('second'));
    await ep.call(second, 'HttpNfcLeaseAbort');
    await ep.sim.clock.advance(5_000);
    expect([await ep.read(second, 'state'), await ep.exists('DC0/vm/second')]).toEqual(['error', false]);
  });

  it('takes no progress that is no percentage', async () => {
    await using porter = await Porter.open();
    const lease = await porter.import(porter.machineSpec('coming'));
    for (const percent of [-1, 101]) {
      expect(await porter.ep.fault(lease, 'HttpNfcLeaseProgress', { percent })).toMatchObject({
        _typeName: 'InvalidArgument',
        invalidProperty: 'percent',
      });
    }
  });

  it('comes back with an image of the world, and goes when the world goes back to before it', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const lease = await porter.import(porter.machineSpec('coming'));
    const url = await porter.url(lease, 'LogicController0:0');
    ep.sim.reset();
    expect((await send(url, { method: 'PUT', body: IMAGE })).status).toBe(404);
    expect(ep.sim.simulation.site.world.find(lease.value)).toBeUndefined();
    expect(porter.kept).toBe(0);
    await ep.sim.clock.advance(600_000);
  });

  it('keeps the last hundred that are over, and no more', async () => {
    await using porter = await Porter.open();
    const { ep } = porter;
    const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
    await ep.run(vm, 'PowerOffVM_Task');
    const first = await ep.call(vm, 'ExportVm');
    await porter.complete(first);
    for (let i = 0; i < 100; i++) await porter.complete(await ep.call(vm, 'ExportVm'));
    await ep.call(vm, 'ExportVm');
    expect(ep.sim.simulation.site.world.find(first.value)).toBeUndefined();
    expect(ep.sim.simulation.site.world.ofType('HttpNfcLease').size).toBe(101);
  });
});
