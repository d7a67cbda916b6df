import { describe, expect, it } from 'vitest';
import { datastoreKind } from '../../../src/objects/storage/datastore.ts';
import { pbm } from '../../../src/vim25/pbm.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { COMPLIANCE, PROFILES, ServiceClient, SOLVER } from './service-client.ts';

const VSAN_DEFAULT = { uniqueId: 'aa6d5a82-1c88-45da-85d3-3d74b91a5bad' };
const VVOL_DEFAULT = { uniqueId: 'f4e5bade-15a2-4805-bf8e-52318c4ce443' };
const ENCRYPTION = { uniqueId: '4d5f673c-536f-11e6-beb8-9e71128cae77' };

const vsanRules = (stripes = 1) => ({
  _typeName: 'PbmCapabilitySubProfileConstraints',
  subProfiles: [
    {
      name: 'sp',
      capability: [
        {
          id: { namespace: 'VSAN', id: 'stripeWidth' },
          constraint: [{ propertyInstance: [{ id: 'stripeWidth', value: stripes }] }],
        },
      ],
    },
  ],
});

const allocation = {
  _typeName: 'PbmCapabilitySubProfileConstraints',
  subProfiles: [
    {
      name: 'sp',
      capability: [
        {
          id: { namespace: 'com.vmware.storage.volumeallocation', id: 'VolumeAllocationType' },
          constraint: [{ propertyInstance: [{ id: 'VolumeAllocationType', value: 'Fully initialized' }] }],
        },
      ],
    },
  ],
};

const spec = (name: string, constraints: object) => ({
  name,
  category: 'REQUIREMENT',
  resourceType: { resourceType: 'STORAGE' },
  constraints,
});

const hub = (datastore: Ref) => ({ hubType: 'Datastore', hubId: datastore.value });
const defined = (profile: { uniqueId: string }) => [
  { _typeName: 'VirtualMachineDefinedProfileSpec', profileId: profile.uniqueId },
];

const NAMES = { fast: 'LocalDS_0', objects: 'LocalDS_1', array: 'LocalDS_2' } as const;
const TYPES = { LocalDS_0: 'VMFS', LocalDS_1: 'vsan', LocalDS_2: 'VVOL' } as const;

/** Three datastores: VMFS, vSAN, vVol. */
async function open() {
  const ep = await Endpoint.open({
    inventory: { cluster: 0, vm: 0, ds: 3 },
    furnish: ({ world }) =>
      world.turn(() => {
        for (const cell of world.every(datastoreKind)) {
          const type = TYPES[cell.state.name as keyof typeof TYPES];
          world.update(cell, { volume: { ...cell.state.volume, type } });
        }
      }),
  });
  const client = await ServiceClient.open(ep, pbm, '/pbm');
  const datacenter = await ep.at('DC0');
  const all: Ref[] = await ep.read(datacenter, 'datastore');
  const names = await ep.names(all);
  const at = (name: keyof typeof NAMES) => all[names.indexOf(NAMES[name])]!;
  return { ep, client, at, [Symbol.asyncDispose]: () => ep[Symbol.asyncDispose]() };
}
type Opened = Awaited<ReturnType<typeof open>>;

async function makeVm(
  { ep }: Opened,
  datastore: keyof typeof NAMES,
  more: object = {},
  disk: object = {},
): Promise<Ref> {
  const folder = await ep.read(await ep.at('DC0'), 'vmFolder');
  const compute = await ep.at('DC0/host/DC0_H0');
  const pool = await ep.read(compute, 'resourcePool');
  const deviceChange = [
    {
      operation: 'add',
      device: { _typeName: 'ParaVirtualSCSIController', key: -1, busNumber: 0, sharedBus: 'noSharing' },
    },
    {
      operation: 'add',
      fileOperation: 'create',
      device: {
        _typeName: 'VirtualDisk',
        key: -2,
        controllerKey: -1,
        unitNumber: 0,
        capacityInKB: 1024,
        backing: {
          _typeName: 'VirtualDiskFlatVer2BackingInfo',
          fileName: '',
          diskMode: 'persistent',
          thinProvisioned: true,
        },
      },
      ...disk,
    },
  ];
  const config = {
    name: 'm',
    guestId: 'otherGuest',
    files: { vmPathName: `[${NAMES[datastore]}]` },
    deviceChange,
    ...more,
  };
  return ep.run(folder, 'CreateVM_Task', { config, pool });
}

const entity = (vm: Ref, objectType = 'virtualMachine', disk = '') => ({ objectType, key: `${vm.value}${disk}` });
const profileOf = (client: ServiceClient, of: object): Promise<Answer> =>
  client.call(PROFILES, 'PbmQueryAssociatedProfile', { entity: of });

describe('placement by policy', () => {
  it('finds the datastores that meet a policy', async () => {
    await using site = await open();
    const found = async (profile: object) =>
      (await site.client.call(SOLVER, 'PbmQueryMatchingHub', { profile })).map((h: { hubId: string }) => h.hubId);
    expect(await found(VSAN_DEFAULT)).toEqual([site.at('objects').value]);
    expect(await found(VVOL_DEFAULT)).toEqual([site.at('array').value]);
    expect(await found(ENCRYPTION)).toHaveLength(3);
    const chosen = await site.client.call(SOLVER, 'PbmQueryMatchingHub', {
      hubsToSearch: [hub(site.at('fast'))],
      profile: VSAN_DEFAULT,
    });
    expect(chosen).toEqual([]);
    const bySpec = await site.client.call(SOLVER, 'PbmQueryMatchingHubWithSpec', { createSpec: spec('x', allocation) });
    expect(bySpec).toMatchObject([hub(site.at('fast'))]);
  });

  it('says of the others which rule they do not meet', async () => {
    await using site = await open();
    const results = await site.client.call(SOLVER, 'PbmCheckCompatibility', {
      hubsToSearch: [hub(site.at('objects')), hub(site.at('fast')), { hubType: 'Datastore', hubId: 'datastore-0' }],
      profile: VSAN_DEFAULT,
    });
    expect(results[0].error).toBeUndefined();
    expect(results[1].error[0].fault).toMatchObject({
      _typeName: 'PbmPropertyMismatchFault',
      hub: hub(site.at('fast')),
      capabilityInstanceId: { namespace: 'VSAN', id: 'hostFailuresToTolerate' },
      requirementPropertyInstance: { id: 'hostFailuresToTolerate', value: 1 },
    });
    expect(results[2].error[0].fault._typeName).toBe('PbmCompatibilityCheckFault');
    const withSpec = await site.client.call(SOLVER, 'PbmCheckCompatibilityWithSpec', {
      hubsToSearch: [hub(site.at('fast'))],
      profileSpec: spec('x', vsanRules()),
    });
    expect(withSpec[0].error).toHaveLength(1);
  });

  it('checks several requirements together', async () => {
    await using site = await open();
    const results = await site.client.call(SOLVER, 'PbmCheckRequirements', {
      placementSubjectRequirement: [
        { _typeName: 'PbmPlacementCapabilityProfileRequirement', profileId: ENCRYPTION },
        { _typeName: 'PbmPlacementCapabilityConstraintsRequirement', constraints: vsanRules() },
      ],
    });
    const fitting = results.filter((r: { error?: unknown }) => !r.error).map((r: { hub: object }) => r.hub);
    expect(fitting).toMatchObject([hub(site.at('objects'))]);
    const unknown = await site.client.fault(SOLVER, 'PbmQueryMatchingHub', { profile: { uniqueId: 'nobody' } });
    expect(unknown).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'profile' });
  });

  it('knows the default policy of a datastore, and makes another one that', async () => {
    await using site = await open();
    const defaultOf = (name: keyof typeof NAMES) =>
      site.client.call(PROFILES, 'PbmQueryDefaultRequirementProfile', { hub: hub(site.at(name)) });
    expect(await defaultOf('objects')).toMatchObject(VSAN_DEFAULT);
    expect(await defaultOf('fast')).toBeUndefined();
    const gold = await site.client.call(PROFILES, 'PbmCreate', { createSpec: spec('gold', vsanRules(2)) });
    const assign = (name: keyof typeof NAMES) => ({ profile: gold, datastores: [hub(site.at(name))] });
    await site.client.call(PROFILES, 'PbmAssignDefaultRequirementProfile', assign('objects'));
    expect(await defaultOf('objects')).toMatchObject(gold);
    const infos = await site.client.call(PROFILES, 'PbmQueryDefaultRequirementProfiles', {
      datastores: [hub(site.at('objects')), hub(site.at('fast'))],
    });
    expect(infos.map((i: Answer) => i.defaultProfile?.name)).toEqual(['gold', undefined]);
    const legacy = await site.client.fault(PROFILES, 'PbmAssignDefaultRequirementProfile', assign('fast'));
    expect(legacy).toMatchObject({ _typeName: 'PbmLegacyHubsNotSupported', hubs: [hub(site.at('fast'))] });
    const missing = { hubType: 'Datastore', hubId: 'datastore-0' };
    const gone = await site.client.fault(PROFILES, 'PbmQueryDefaultRequirementProfile', { hub: missing });
    expect(gone).toMatchObject({ _typeName: 'PbmNonExistentHubs', hubs: [missing] });
    const [kept] = await site.client.call(PROFILES, 'PbmDelete', { profileId: [gold] });
    expect(kept.fault.fault._typeName).toBe('PbmResourceInUse');
    const fitting = await site.client.call(PROFILES, 'PbmFindApplicableDefaultProfile', {
      datastores: [hub(site.at('array'))],
    });
    expect(fitting.map((p: { name: string }) => p.name)).toContain('VVol No Requirements Policy');
    expect(fitting.map((p: { name: string }) => p.name)).not.toContain('gold');
  });

  it('tells the space of storage that keeps objects', async () => {
    await using site = await open();
    const stats = await site.client.call(PROFILES, 'PbmQuerySpaceStatsForStorageContainer', {
      datastore: { objectType: 'datastore', key: site.at('objects').value },
      capabilityProfileId: [VSAN_DEFAULT],
    });
    const { capacity } = await site.ep.read(site.at('objects'), 'summary');
    expect(stats).toMatchObject([
      { profileId: VSAN_DEFAULT.uniqueId, physicalTotalInMB: Math.floor(capacity / 2 ** 20) },
    ]);
    const fault = await site.client.fault(PROFILES, 'PbmQuerySpaceStatsForStorageContainer', {
      datastore: { objectType: 'datastore', key: site.at('fast').value },
    });
    expect(fault._typeName).toBe('InvalidArgument');
  });
});

describe('machines that follow policies', () => {
  it('are made with them: the home by the spec, each disk by its own', async () => {
    await using site = await open();
    const vm = await makeVm(site, 'fast', { vmProfile: defined(ENCRYPTION) }, { profile: defined(VSAN_DEFAULT) });
    expect(await profileOf(site.client, entity(vm))).toMatchObject([ENCRYPTION]);
    expect(await profileOf(site.client, entity(vm, 'virtualDiskId', ':2000'))).toMatchObject([VSAN_DEFAULT]);
    expect(await profileOf(site.client, entity(vm, 'virtualMachineAndDisks'))).toHaveLength(2);
    const followers = await site.client.call(PROFILES, 'PbmQueryAssociatedEntity', { profile: VSAN_DEFAULT });
    expect(followers).toMatchObject([entity(vm, 'virtualDiskId', ':2000')]);
    const machines = await site.client.call(PROFILES, 'PbmQueryAssociatedEntity', {
      profile: VSAN_DEFAULT,
      entityType: 'virtualMachine',
    });
    expect(machines).toEqual([]);
    const all = await site.client.call(PROFILES, 'PbmQueryAssociatedEntities', {
      profiles: [VSAN_DEFAULT, ENCRYPTION],
    });
    expect(all).toHaveLength(2);
  });

  it('follow the default of their datastore where nobody says otherwise', async () => {
    await using site = await open();
    const plain = await makeVm(site, 'fast');
    expect(await profileOf(site.client, entity(plain, 'virtualMachineAndDisks'))).toEqual([]);
    const kept = await makeVm(site, 'objects', { name: 'n' });
    expect(await profileOf(site.client, entity(kept))).toMatchObject([VSAN_DEFAULT]);
    expect(await profileOf(site.client, entity(kept, 'virtualDiskId', ':2000'))).toMatchObject([VSAN_DEFAULT]);
  });

  it('are refused a policy that is not there, and are not made', async () => {
    await using site = await open();
    const folder = await site.ep.read(await site.ep.at('DC0'), 'vmFolder');
    const pool = await site.ep.read(await site.ep.at('DC0/host/DC0_H0'), 'resourcePool');
    const config = {
      name: 'm',
      guestId: 'otherGuest',
      files: { vmPathName: '[LocalDS_0]' },
      vmProfile: defined({ uniqueId: 'no' }),
    };
    const fault = await site.ep.fault(folder, 'CreateVM_Task', { config, pool });
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'vmProfile.profileId' });
    expect(await site.ep.exists('DC0/vm/m')).toBe(false);
  });

  it('change policies by reconfiguration, and shed them by an empty one', async () => {
    await using site = await open();
    const vm = await makeVm(site, 'fast');
    await site.ep.run(vm, 'ReconfigVM_Task', { spec: { vmProfile: defined(ENCRYPTION) } });
    expect(await profileOf(site.client, entity(vm))).toMatchObject([ENCRYPTION]);
    const devices = await site.ep.read(vm, 'config.hardware.device');
    const disk = devices.find((d: Answer) => d.key === 2000);
    const edit = { operation: 'edit', device: disk, profile: defined(VSAN_DEFAULT) };
    await site.ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [edit] } });
    expect(await profileOf(site.client, entity(vm, 'virtualDiskId', ':2000'))).toMatchObject([VSAN_DEFAULT]);
    expect(await profileOf(site.client, entity(vm))).toMatchObject([ENCRYPTION]);
    await site.ep.run(vm, 'ReconfigVM_Task', {
      spec: { vmProfile: [{ _typeName: 'VirtualMachineEmptyProfileSpec' }] },
    });
    expect(await profileOf(site.client, entity(vm))).toEqual([]);
  });

  it('take them along as clones and through relocation, and get others by either', async () => {
    await using site = await open();
    const vm = await makeVm(site, 'fast', { vmProfile: defined(ENCRYPTION) }, { profile: defined(ENCRYPTION) });
    const folder = await site.ep.read(await site.ep.at('DC0'), 'vmFolder');
    const cloned = (name: string, location: object) =>
      site.ep.run(vm, 'CloneVM_Task', { folder, name, spec: { location, powerOn: false, template: false } });
    const copy = await cloned('copy', {});
    expect(await profileOf(site.client, entity(copy))).toMatchObject([ENCRYPTION]);
    expect(await profileOf(site.client, entity(copy, 'virtualDiskId', ':2000'))).toMatchObject([ENCRYPTION]);
    const datastore = site.at('objects');
    const other = await cloned('other', {
      datastore,
      profile: defined(VSAN_DEFAULT),
      disk: [{ diskId: 2000, datastore, profile: defined(VSAN_DEFAULT) }],
    });
    expect(await profileOf(site.client, entity(other, 'virtualMachineAndDisks'))).toMatchObject([VSAN_DEFAULT]);
    await site.ep.run(vm, 'RelocateVM_Task', { spec: { datastore, profile: defined(VSAN_DEFAULT) } });
    expect(await profileOf(site.client, entity(vm))).toMatchObject([VSAN_DEFAULT]);
    expect(await profileOf(site.client, entity(vm, 'virtualDiskId', ':2000'))).toMatchObject([ENCRYPTION]);
  });

  it('keep a policy from being deleted until they are gone', async () => {
    await using site = await open();
    const gold = await site.client.call(PROFILES, 'PbmCreate', { createSpec: spec('gold', vsanRules()) });
    const vm = await makeVm(site, 'fast', { vmProfile: defined(gold) });
    const remove = async () => (await site.client.call(PROFILES, 'PbmDelete', { profileId: [gold] }))[0].fault?.fault;
    expect(await remove()).toMatchObject({ _typeName: 'PbmResourceInUse', name: 'gold' });
    await site.ep.run(vm, 'Destroy_Task');
    expect(await remove()).toBeUndefined();
  });

  it('are answered for one by one when several are asked about', async () => {
    await using site = await open();
    const vm = await makeVm(site, 'fast', { vmProfile: defined(ENCRYPTION) });
    const results = await site.client.call(PROFILES, 'PbmQueryAssociatedProfiles', {
      entities: [entity(vm), { objectType: 'virtualMachine', key: 'vm-0' }],
    });
    expect(results[0]).toMatchObject({ object: entity(vm), profileId: [ENCRYPTION] });
    expect(results[1].fault.fault._typeName).toBe('PbmFaultNotFound');
    const odd = await site.client.fault(PROFILES, 'PbmQueryAssociatedProfile', { entity: entity(vm, 'toaster') });
    expect(odd).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'entity.objectType' });
    const groups = await site.client.call(
      { type: 'PbmReplicationManager', value: 'ReplicationManager' },
      'PbmQueryReplicationGroups',
      { entities: [entity(vm)] },
    );
    expect(groups).toMatchObject([{ object: entity(vm) }]);
    expect(groups[0].replicationGroupId).toBeUndefined();
  });
});

describe('compliance', () => {
  const status = async (client: ServiceClient, of: object, more: object = {}) =>
    (await client.call(COMPLIANCE, 'PbmCheckCompliance', { entities: [of], ...more }))[0];

  it('is whether the policy is met where the machine lies', async () => {
    await using site = await open();
    const vm = await makeVm(site, 'fast', { vmProfile: defined(ENCRYPTION) }, { profile: defined(VSAN_DEFAULT) });
    expect(await status(site.client, entity(vm))).toMatchObject({ complianceStatus: 'compliant', profile: ENCRYPTION });
    expect(await status(site.client, entity(vm, 'virtualDiskId', ':2000'))).toMatchObject({
      complianceStatus: 'nonCompliant',
      violatedPolicies: [{ expectedValue: { id: { namespace: 'VSAN' } } }],
    });
    expect(await status(site.client, entity(vm), { profile: VSAN_DEFAULT })).toMatchObject({
      complianceStatus: 'nonCompliant',
      mismatch: true,
    });
    const [whole] = await site.client.call(COMPLIANCE, 'PbmFetchRollupComplianceResult', { entity: [entity(vm)] });
    expect(whole).toMatchObject({ overallComplianceStatus: 'nonCompliant' });
    expect(whole.result).toHaveLength(2);
    const found = await site.client.call(COMPLIANCE, 'PbmQueryByRollupComplianceStatus', { status: 'nonCompliant' });
    expect(found).toMatchObject([entity(vm)]);
    const moved = { datastore: site.at('objects') };
    await site.ep.run(vm, 'RelocateVM_Task', { spec: moved });
    const [now] = await site.client.call(COMPLIANCE, 'PbmCheckRollupCompliance', { entity: [entity(vm)] });
    expect(now.overallComplianceStatus).toBe('compliant');
    const odd = await site.client.fault(COMPLIANCE, 'PbmQueryByRollupComplianceStatus', { status: 'splendid' });
    expect(odd).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'status' });
  });

  it('is out of date once the rules have changed, until the policy is applied again', async () => {
    await using site = await open();
    const gold = await site.client.call(PROFILES, 'PbmCreate', { createSpec: spec('gold', vsanRules(1)) });
    const vm = await makeVm(site, 'objects', { vmProfile: defined(gold) });
    const fetched = async () =>
      (await site.client.call(COMPLIANCE, 'PbmFetchComplianceResult', { entities: [entity(vm)] }))[0].complianceStatus;
    expect(await fetched()).toBe('compliant');
    await site.client.call(PROFILES, 'PbmUpdate', { profileId: gold, updateSpec: { constraints: vsanRules(2) } });
    expect(await fetched()).toBe('outOfDate');
    await site.ep.run(vm, 'ReconfigVM_Task', { spec: { vmProfile: defined(gold) } });
    expect(await fetched()).toBe('compliant');
  });
});
