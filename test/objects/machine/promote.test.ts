import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { folderOf } from './folder.ts';

/** A machine with a snapshot, and a clone whose disk stands on that snapshot's. */
async function pair() {
  const ep = await Endpoint.open({ inventory: { autostart: false, ds: 2 } });
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  const take = (of: Ref, name: string): Promise<Ref> =>
    ep.run(of, 'CreateSnapshot_Task', { name, memory: false, quiesce: false });
  const snapshot = await take(vm, 'base');
  const clone: Ref = await ep.run(vm, 'CloneVM_Task', {
    folder: await ep.at('DC0/vm'),
    name: 'clone',
    spec: { location: { diskMoveType: 'createNewChildDiskBacking' }, powerOn: false, template: false, snapshot },
  });
  const chain = async (of: Ref) => {
    const list: Answer[] = await ep.read(of, 'config.hardware.device');
    const names: string[] = [];
    for (let b = list.find((d) => d._typeName === 'VirtualDisk').backing; b; b = b.parent) {
      names.push(b.fileName.replace(/^.* /, ''));
    }
    return names;
  };
  return { ep, vm, clone, chain, take };
}

const SOURCE = 'DC0_H0_VM0/DC0_H0_VM0';

describe('disks that are promoted', () => {
  it('stand on nothing that is another machine’s any more', async () => {
    const { ep, vm, clone, chain } = await pair();
    await using _ = ep;
    expect(await chain(clone)).toEqual(['clone/clone.vmdk', `${SOURCE}.vmdk`]);
    const seen = await Updates.of(ep, clone, 'config.hardware.device', 'layoutEx', 'config.changeVersion', 'name');
    await ep.run(clone, 'PromoteDisks_Task', { unlink: true });
    expect(await seen.next()).toEqual(['config.changeVersion', 'config.hardware.device', 'layoutEx']);
    expect(await chain(clone)).toEqual(['clone/clone_1.vmdk']);
    expect(await chain(vm)).toEqual([`${SOURCE}-000001.vmdk`, `${SOURCE}.vmdk`]);
    await ep.run(vm, 'Destroy_Task');
    await ep.run(clone, 'PowerOnVM_Task');
  });

  it('keep what snapshots stand on, copied where it is shared', async () => {
    const { ep, clone, chain, take } = await pair();
    await using _ = ep;
    const snapshot = await take(clone, 'own');
    await ep.run(clone, 'PromoteDisks_Task', { unlink: true });
    expect(await chain(clone)).toEqual(['clone/clone-000001.vmdk', 'clone/clone_1.vmdk']);
    await ep.run(snapshot, 'RevertToSnapshot_Task');
    expect((await chain(clone)).at(-1)).toBe('clone/clone_1.vmdk');
  });

  it('only take their own deltas together where they are to stay linked', async () => {
    const { ep, clone, chain, take } = await pair();
    await using _ = ep;
    const snapshot = await take(clone, 'own');
    await ep.run(snapshot, 'RemoveSnapshot_Task', { removeChildren: false, consolidate: false });
    expect(await chain(clone)).toHaveLength(3);
    await ep.run(clone, 'PromoteDisks_Task', { unlink: false });
    expect(await chain(clone)).toEqual(['clone/clone.vmdk', `${SOURCE}.vmdk`]);
    expect(await ep.read(clone, 'runtime.consolidationNeeded')).toBe(false);
  });

  it('change nothing where there is nothing to promote, nor disks that are not named', async () => {
    const { ep, vm, clone, chain } = await pair();
    await using _ = ep;
    const other = { _typeName: 'VirtualDisk', key: 2001, capacityInKB: 0 };
    await ep.run(clone, 'PromoteDisks_Task', { unlink: true, disks: [other] });
    expect(await chain(clone)).toHaveLength(2);
    const seen = await Updates.of(ep, vm, 'config', 'layoutEx');
    await ep.run(vm, 'PromoteDisks_Task', { unlink: false });
    expect(await seen.next()).toEqual([]);
  });
});

describe('a clone that is only checked', () => {
  it('tells what stands in its way, and is not made', async () => {
    const { ep, vm } = await pair();
    await using _ = ep;
    const folder = await ep.at('DC0/vm');
    const checker = ep.manager('vmProvisioningChecker');
    const spec = { location: {}, powerOn: false, template: false };
    const check = async (name: string, more: object = {}) =>
      (await ep.run(checker, 'CheckClone_Task', { vm, folder, name, spec: { ...spec, ...more } }))[0];
    const host = await ep.read(vm, 'runtime.host');
    const fine = await check('fresh');
    expect([fine.vm, fine.host, fine.error, fine.warning]).toEqual([vm, host, undefined, undefined]);
    expect((await check('clone')).error[0].fault).toMatchObject({ _typeName: 'DuplicateName', name: 'clone' });
    expect((await check('fresh', { template: true, powerOn: true })).error[0].fault).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.powerOn',
    });
    expect(await ep.exists('DC0/vm/fresh')).toBe(false);
  });
});

describe('a machine that might be run twice', () => {
  it('is told what keeps it from that', async () => {
    const { ep, vm } = await pair();
    await using _ = ep;
    const reasons = async (args: object = {}) =>
      (await ep.call(vm, 'QueryFaultToleranceCompatibilityEx', args)).map((f: Answer) => f.fault.reason);
    expect(await reasons()).toEqual(['hasSnapshots', 'haNotEnabled', 'missingFTLoggingNic']);
    expect(await reasons({ forLegacyFt: true })).toContain('thinDisk');
    await ep.run(vm, 'RemoveAllSnapshots_Task');
    expect(await reasons()).toEqual(['haNotEnabled', 'missingFTLoggingNic']);
    expect(await ep.fault(vm, 'StartRecording_Task', { name: 'r' })).toMatchObject({
      _typeName: 'HostIncompatibleForRecordReplay',
      reason: 'product',
    });
  });
});

describe('the OVF environment', () => {
  it('is read by itself of a machine that is a product', async () => {
    const { ep, vm } = await pair();
    await using _ = ep;
    expect(await ep.fault(vm, 'ExtractOvfEnvironment')).toMatchObject({ _typeName: 'InvalidState' });
    const property = [{ operation: 'add', info: { key: 0, id: 'greeting', type: 'string', value: 'hello' } }];
    await ep.run(vm, 'ReconfigVM_Task', { spec: { vAppConfig: { property } } });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await ep.call(vm, 'ExtractOvfEnvironment')).toContain('oe:key="greeting" oe:value="hello"');
    const plain = await ep.at('DC0/vm/DC0_H0_VM1');
    await ep.run(plain, 'PowerOnVM_Task');
    expect(await ep.call(plain, 'ExtractOvfEnvironment')).toBe('');
  });
});

describe('files of a machine that somebody else owns', () => {
  it('are found by name', async () => {
    const { ep, vm } = await pair();
    await using _ = ep;
    expect(await ep.call(vm, 'QueryUnownedFiles')).toEqual([]);
    const path = 'DC0_H0_VM0/DC0_H0_VM0.nvram';
    await folderOf(ep).put(path, 'bytes');
    const owner = 'Administrator';
    const args = { name: `[LocalDS_0] ${path}`, datacenter: await ep.at('DC0'), owner };
    await ep.call(ep.manager('fileManager'), 'ChangeOwner', args);
    expect(await ep.call(vm, 'QueryUnownedFiles')).toEqual([`[LocalDS_0] ${path}`]);
  });
});
