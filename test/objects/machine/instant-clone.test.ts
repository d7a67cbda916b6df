import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

/** A simulator and a running machine of its cluster, with events counted from here. */
async function source(options: StartOptions = {}) {
  const ep = await Endpoint.open({ inventory: { ds: 2 }, ...options });
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  await ep.events();
  const clone = (spec: object = {}): Promise<Ref> =>
    ep.run(vm, 'InstantClone_Task', { spec: { name: 'twin', location: {}, ...spec } });
  const refused = (spec: object = {}) =>
    ep.fault(vm, 'InstantClone_Task', { spec: { name: 'twin', location: {}, ...spec } });
  const device = async (of: Ref, key: number) =>
    (await ep.read(of, 'config.hardware.device')).find((d: Answer) => d.key === key);
  return { ep, vm, clone, refused, device };
}

describe('an instant clone', () => {
  it('runs at once, beside its source', async () => {
    const { ep, vm, clone } = await source();
    await using _ = ep;
    const folder = await Updates.of(ep, await ep.at('DC0/vm'), 'childEntity');
    const host: Ref = await ep.read(vm, 'runtime.host');
    const others = await Updates.of(ep, host, 'vm');
    const twin = await clone();
    expect(await folder.next()).toEqual(['childEntity']);
    expect(await others.next()).toEqual(['vm']);
    expect(await ep.at('DC0/vm/twin')).toEqual(twin);
    expect(await ep.read(twin, 'runtime.powerState')).toBe('poweredOn');
    expect(await ep.read(twin, 'runtime.host')).toEqual(host);
    expect(await ep.read(twin, 'resourcePool')).toEqual(await ep.read(vm, 'resourcePool'));
    expect(await ep.events()).toEqual([
      'TaskEvent',
      'VmBeingClonedEvent',
      'VmInstanceUuidAssignedEvent',
      'VmUuidAssignedEvent',
      'VmMacAssignedEvent',
      'VmClonedEvent',
      'VmPoweredOnEvent',
    ]);
  });

  it('has its disk over its source’s, which goes on over a delta of its own', async () => {
    const { ep, vm, clone, device } = await source();
    await using _ = ep;
    const before = (await device(vm, 2000)).backing.fileName;
    const updates = await Updates.of(ep, vm, 'config.hardware.device', 'snapshot');
    const twin = await clone();
    expect(await updates.next()).toEqual(['config.hardware.device']);
    const [own, source2] = [(await device(twin, 2000)).backing, (await device(vm, 2000)).backing];
    expect(own.fileName).toBe('[LocalDS_0] twin/twin.vmdk');
    expect([own.parent.fileName, source2.parent.fileName]).toEqual([before, before]);
    expect(await ep.read(vm, 'runtime.consolidationNeeded')).toBe(false);
  });

  it('has uuids and addresses of its own, and is told who it is', async () => {
    const { ep, vm, clone, device } = await source();
    await using _ = ep;
    const biosUuid = '42000000-1111-2222-3333-444444444444';
    const config = [{ key: 'guestinfo.name', value: 'twin' }];
    const twin = await clone({ config, biosUuid });
    expect(await ep.read(twin, 'config.uuid')).toBe(biosUuid);
    expect(await ep.read(twin, 'config.instanceUuid')).not.toBe(await ep.read(vm, 'config.instanceUuid'));
    expect((await device(twin, 4000)).macAddress).not.toBe((await device(vm, 4000)).macAddress);
    expect(await ep.read(twin, 'config.extraConfig')).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: 'guestinfo.name', value: 'twin' })]),
    );
    expect((await device(twin, 4000)).connectable).toEqual((await device(vm, 4000)).connectable);
  });

  it('goes to the folder, pool and datastore it is meant for, with changes of its devices', async () => {
    const { ep, vm, clone, device } = await source();
    await using _ = ep;
    const folder: Ref = await ep.call(await ep.at('DC0/vm'), 'CreateFolder', { name: 'twins' });
    const datastore = await ep.at('DC0/datastore/LocalDS_1');
    const card = await device(vm, 4000);
    const connectable = { ...card.connectable, connected: false, startConnected: false };
    const deviceChange = [{ operation: 'edit', device: { ...card, macAddress: undefined, connectable } }];
    const twin = await clone({ location: { folder, datastore, deviceChange } });
    expect(await ep.at('DC0/vm/twins/twin')).toEqual(twin);
    expect(await ep.read(twin, 'config.files.vmPathName')).toBe('[LocalDS_1] twin/twin.vmx');
    expect((await device(twin, 4000)).connectable.startConnected).toBe(false);
  });

  it('is checked without being made', async () => {
    const { ep, vm } = await source();
    await using _ = ep;
    const checker = ep.manager('vmProvisioningChecker');
    const check = async (name: string) =>
      (await ep.run(checker, 'CheckInstantClone_Task', { vm, spec: { name, location: {} } }))[0];
    expect((await check('twin')).error).toBeUndefined();
    expect((await check('DC0_C0_RP0_VM1')).error).toMatchObject([{ fault: { _typeName: 'DuplicateName' } }]);
    expect(await ep.exists('DC0/vm/twin')).toBe(false);
  });
});

describe('an instant clone is refused', () => {
  it('of a machine that does not run', async () => {
    const { ep, vm, refused } = await source();
    await using _ = ep;
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await refused()).toMatchObject({ _typeName: 'InvalidPowerState', existingState: 'poweredOff' });
    expect(await ep.exists('DC0/vm/twin')).toBe(false);
  });

  it('onto another host, or under a name that is taken', async () => {
    const { ep, vm, refused } = await source();
    await using _ = ep;
    const hosts: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const own: Ref = await ep.read(vm, 'runtime.host');
    const host = hosts.find((h) => h.value !== own.value);
    expect(await refused({ location: { host } })).toMatchObject({ invalidProperty: 'spec.location.host' });
    const pool = await ep.at('DC0/host/DC0_H0/Resources');
    expect(await refused({ location: { pool } })).toMatchObject({ invalidProperty: 'spec.location.pool' });
    await ep.events();
    expect(await refused({ name: 'DC0_C0_RP0_VM1' })).toMatchObject({ _typeName: 'DuplicateName' });
    expect(await ep.events()).toEqual(['TaskEvent', 'VmCloneFailedEvent']);
  });
});
