import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { befall, cluster, events, machines, named, pass } from './failure.ts';

const HOST = 'DC0_C0_H1';
const VMCP = 'com.vmware.vc.HA.Vmcp';
const on = (all: Awaited<ReturnType<typeof machines>>, host: string) => all.filter((vm) => vm.host === host);
const last = async (ep: Endpoint) => (await events(ep)).at(-1)!.key;

/** A cluster with HA that answers to the loss of storage. */
const protectedBy = (settings: object) =>
  cluster(
    {},
    {
      vmComponentProtecting: 'enabled',
      defaultVmSettings: { restartPriority: 'medium', vmComponentProtectionSettings: settings },
    },
  );

const reason = async (ep: Endpoint): Promise<Answer> => {
  const mounts: Answer[] = await ep.read(await ep.at('DC0/datastore/LocalDS_0'), 'host');
  const names = await ep.names(mounts.map(({ key }) => key));
  return mounts[names.indexOf(HOST)].mountInfo;
};

describe('a host whose paths to a datastore are all down', () => {
  it('gives them up, and later has its machines started where the datastore is reached', async () => {
    await using ep = await protectedBy({ vmStorageProtectionForAPD: 'restartConservative' });
    const [before] = on(await machines(ep), HOST);
    await using updates = await Updates.of(ep, before!.ref, ['runtime.host', 'runtime.powerState']);
    const known = await last(ep);
    await befall(ep, 'datastore.inaccessible', 'LocalDS_0', { host: HOST });
    expect(await reason(ep)).toMatchObject({ accessible: false, inaccessibleReason: 'AllPathsDown_Start' });
    await pass(ep, 140);
    expect(await reason(ep)).toMatchObject({ accessible: false, inaccessibleReason: 'AllPathsDown_Timeout' });
    await pass(ep, 179);
    expect(on(await machines(ep), HOST)).not.toEqual([]);
    await pass(ep, 1);
    expect(await updates.next()).toMatchObject({ 'runtime.powerState': 'poweredOff' });
    await pass(ep, 10);
    expect(await updates.next()).toMatchObject({ 'runtime.powerState': 'poweredOn' });
    const after = await machines(ep);
    expect(on(after, HOST)).toEqual([]);
    for (const vm of after) expect(vm).toMatchObject({ power: 'poweredOn', connection: 'connected' });
    const told = (await events(ep, known)).map(named);
    const order = [
      'esx.problem.storage.apd.start',
      `${VMCP}StorageFailureDetectedForVm`,
      'esx.problem.storage.apd.timeout',
      `${VMCP}TerminateVmWithInaccessibleDatastore`,
      'com.vmware.vc.HA.ClusterFailoverActionInitiatedEvent',
      'com.vmware.vc.ha.VmRestartedByHAEvent',
    ];
    expect(told.filter((type, i) => order.includes(type) && told.indexOf(type) === i)).toEqual(order);
  });

  it('keeps its machines when the paths come back in time, and resets them where that is wished', async () => {
    await using ep = await protectedBy({
      vmStorageProtectionForAPD: 'restartAggressive',
      vmTerminateDelayForAPDSec: 60,
      vmReactionOnAPDCleared: 'reset',
    });
    const before = on(await machines(ep), HOST);
    const known = await last(ep);
    await befall(ep, 'datastore.inaccessible', 'LocalDS_0', { host: HOST });
    await pass(ep, 150);
    await befall(ep, 'datastore.accessible', 'LocalDS_0');
    await pass(ep, 300);
    expect(on(await machines(ep), HOST)).toEqual(before);
    expect(await reason(ep)).toMatchObject({ accessible: true });
    expect((await reason(ep)).inaccessibleReason).toBeUndefined();
    const told = await events(ep, known);
    expect(told.map(named)).toContain(`${VMCP}StorageFailureCleared`);
    expect(told.filter((e) => named(e) === 'VmDasBeingResetEvent').map(({ reason }) => reason)).toEqual(
      before.map(() => 'vmcpResetApdCleared'),
    );
  });

  it('keeps machines that could start nowhere else, and those of a cluster that only warns', async () => {
    for (const [how, said] of [
      ['restartConservative', `${VMCP}NotTerminateVmWithInaccessibleDatastore`],
      ['warning', `${VMCP}StorageFailureDetectedForVm`],
    ] as const) {
      await using ep = await protectedBy({ vmStorageProtectionForAPD: how });
      const before = await machines(ep);
      await befall(ep, 'datastore.inaccessible', 'LocalDS_0');
      await pass(ep, 600);
      expect(await machines(ep)).toEqual(before);
      expect((await events(ep)).map(named)).toContain(said);
    }
  });

  it('does nothing to them where nobody asked for it', async () => {
    await using ep = await cluster();
    const before = await machines(ep);
    await befall(ep, 'datastore.inaccessible', 'LocalDS_0', { host: HOST });
    await pass(ep, 600);
    expect(await machines(ep)).toEqual(before);
    expect((await events(ep)).map(named).filter((type) => type.startsWith(VMCP))).toEqual([]);
  });
});

describe('a reset', () => {
  it('forgets paths that are down', async () => {
    await using ep = await protectedBy({ vmStorageProtectionForAPD: 'restartAggressive' });
    await befall(ep, 'datastore.inaccessible', 'LocalDS_0', { host: HOST });
    await pass(ep, 150);
    ep.sim.simulation.reset();
    await pass(ep, 600);
    const again = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    expect(await reason(again)).toMatchObject({ accessible: true });
    expect((await events(again)).map(named).filter((type) => type.startsWith('esx.'))).toEqual([]);
    for (const vm of await machines(again)) expect(vm).toMatchObject({ power: 'poweredOn', connection: 'connected' });
  });
});

describe('a datastore whose device is gone for good', () => {
  it('has its machines ended at once, and started elsewhere', async () => {
    await using ep = await protectedBy({ vmStorageProtectionForPDL: 'restartAggressive' });
    await befall(ep, 'datastore.lost', 'LocalDS_0', { host: HOST });
    expect(await reason(ep)).toMatchObject({ accessible: false, inaccessibleReason: 'PermanentDeviceLoss' });
    await pass(ep, 10);
    const after = await machines(ep);
    expect(on(after, HOST)).toEqual([]);
    for (const vm of after) expect(vm).toMatchObject({ power: 'poweredOn', connection: 'connected' });
  });

  it('everywhere has them wait until it is there again', async () => {
    await using ep = await protectedBy({ vmStorageProtectionForPDL: 'restartAggressive' });
    await befall(ep, 'datastore.lost', 'LocalDS_0');
    await pass(ep, 120);
    for (const vm of await machines(ep)) expect(vm).toMatchObject({ power: 'poweredOff' });
    await befall(ep, 'datastore.accessible', 'LocalDS_0');
    await pass(ep, 20);
    for (const vm of await machines(ep)) expect(vm).toMatchObject({ power: 'poweredOn', connection: 'connected' });
  });
});
