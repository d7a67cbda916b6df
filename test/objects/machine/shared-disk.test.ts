import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';
import { add, disk, flat, scsi } from './device-scene.ts';

/** A volume that a machine of its own stands for, and another machine that it is attached to, as OpenStack has them. */
async function volume(backing: object = {}) {
  const ep = await Endpoint.open({ inventory: { vm: 0 } });
  const pool = await ep.at('DC0/host/DC0_C0/Resources');
  const create = async (name: string, ...deviceChange: object[]): Promise<Ref> => {
    const config = { name, guestId: 'otherGuest', files: { vmPathName: '[LocalDS_0]' }, deviceChange };
    return ep.run(await ep.at('DC0/vm'), 'CreateVM_Task', { config, pool });
  };
  const owner = await create('volume', add(scsi(1000)), disk({ unitNumber: 0, backing: flat(backing) }));
  const instance = await create('instance', add(scsi(1000)));
  const fileName = '[LocalDS_0] volume/volume.vmdk';
  const attach = (vm: Ref) => ({
    spec: { deviceChange: [add({ ...disk0, backing: flat({ ...backing, fileName }) })] },
    vm,
  });
  const disk0 = { _typeName: 'VirtualDisk', key: -100, controllerKey: 1000, unitNumber: 0, capacityInKB: 0 };
  await ep.run(instance, 'ReconfigVM_Task', attach(instance));
  const diskOf = (vm: Ref): Promise<Answer> => ep.read(vm, 'config.hardware.device[2000]');
  return { ep, owner, instance, create, diskOf, attach, fileName };
}

describe('a disk that two machines have', () => {
  it('is of one size and one uuid, whoever changes them', async () => {
    const { ep, owner, instance, diskOf } = await volume();
    await using _ = ep;
    const seen = await Updates.of(ep, instance, 'config.hardware.device', 'config.annotation');
    const device = await diskOf(owner);
    device.backing.uuid = 'aaaaaaaa-2222-3333-4444-555555555555';
    device.capacityInKB = 8192;
    device.capacityInBytes = undefined;
    await ep.run(owner, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'edit', device }] } });
    expect(await seen.next()).toEqual(['config.hardware.device']);
    for (const vm of [owner, instance]) {
      expect(await diskOf(vm)).toMatchObject({ capacityInKB: 8192, backing: { uuid: device.backing.uuid } });
    }
  });

  it('is held by the one that runs', async () => {
    const { ep, owner, instance, fileName } = await volume();
    await using _ = ep;
    const refused = { _typeName: 'FileLocked', file: fileName };
    await ep.run(instance, 'PowerOnVM_Task');
    await ep.events();
    expect(await ep.fault(owner, 'PowerOnVM_Task')).toMatchObject(refused);
    expect(await ep.events()).toEqual(['TaskEvent', 'VmStartingEvent', 'VmFailedToPowerOnEvent']);
    expect(await ep.read(owner, 'runtime.powerState')).toBe('poweredOff');
    await ep.run(instance, 'PowerOffVM_Task');
    await ep.run(owner, 'PowerOnVM_Task');
    expect(await ep.fault(instance, 'PowerOnVM_Task')).toMatchObject(refused);
  });

  it('is not plugged into a machine that runs while another holds it', async () => {
    const { ep, owner, create, attach, fileName } = await volume();
    await using _ = ep;
    const third = await create('third', add(scsi(1000)));
    await ep.run(owner, 'PowerOnVM_Task');
    await ep.run(third, 'PowerOnVM_Task');
    const { spec } = attach(third);
    expect(await ep.fault(third, 'ReconfigVM_Task', { spec })).toMatchObject({
      _typeName: 'FileLocked',
      file: fileName,
    });
  });

  it('runs in both where they share it', async () => {
    const { ep, owner, instance } = await volume({ sharing: 'sharingMultiWriter', eagerlyScrub: true });
    await using _ = ep;
    await ep.run(owner, 'PowerOnVM_Task');
    await ep.run(instance, 'PowerOnVM_Task');
  });

  it('lets linked clones run side by side over what none of them writes', async () => {
    const { ep, owner } = await volume();
    await using _ = ep;
    const folder = await ep.at('DC0/vm');
    const snapshot = await ep.run(owner, 'CreateSnapshot_Task', { name: 'base', memory: false, quiesce: false });
    const location = { diskMoveType: 'createNewChildDiskBacking' };
    for (const name of ['one', 'two']) {
      const spec = { location, snapshot, powerOn: true, template: false };
      await ep.run(owner, 'CloneVM_Task', { folder, name, spec });
    }
    await ep.run(owner, 'PowerOnVM_Task');
  });
});

describe('a disk', () => {
  it('is on its bus: nothing is said of how it is connected', async () => {
    const { ep, create, diskOf } = await volume();
    await using _ = ep;
    const connectable = { startConnected: true, allowGuestControl: false, connected: true };
    const vm = await create('other', add(scsi(1000)), disk({ unitNumber: 0, connectable }));
    expect((await diskOf(vm)).connectable).toBeUndefined();
  });
});
