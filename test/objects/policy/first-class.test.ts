import { describe, expect, it } from 'vitest';
import { pbm } from '../../../src/vim25/pbm.ts';
import { DiskScene } from '../storage/first-class-scene.ts';
import { PROFILES, ServiceClient } from './service-client.ts';

const RULES = {
  _typeName: 'PbmCapabilitySubProfileConstraints',
  subProfiles: [
    {
      name: 'rules',
      capability: [
        {
          id: { namespace: 'VSAN', id: 'stripeWidth' },
          constraint: [{ propertyInstance: [{ id: 'stripeWidth', value: 1 }] }],
        },
      ],
    },
  ],
};

describe('a first class disk that follows a policy', () => {
  it('is known by its id to who asks for the policy, and keeps that from being deleted', async () => {
    await using scene = await DiskScene.open();
    const client = await ServiceClient.open(scene, pbm, '/pbm');
    const created = await client.call(PROFILES, 'PbmCreate', {
      createSpec: { name: 'followed', resourceType: { resourceType: 'STORAGE' }, constraints: RULES },
    });
    const profile = [{ _typeName: 'VirtualMachineDefinedProfileSpec', profileId: created.uniqueId }];
    const disk = await scene.create('disk', { profile });
    const entity = { objectType: 'virtualDiskUUID', key: disk.config.id.id };
    expect(await client.call(PROFILES, 'PbmQueryAssociatedProfile', { entity })).toMatchObject([created]);
    const followers = (entityType?: string) =>
      client.call(PROFILES, 'PbmQueryAssociatedEntity', { profile: created, entityType });
    expect(await followers()).toMatchObject([entity]);
    expect(await followers('virtualMachineAndDisks')).toEqual([]);
    const [kept] = await client.call(PROFILES, 'PbmDelete', { profileId: [created] });
    expect(kept.fault.fault._typeName).toBe('PbmResourceInUse');
    await scene.on(disk, 'UpdateVStorageObjectPolicy_Task', {
      profile: [{ _typeName: 'VirtualMachineEmptyProfileSpec' }],
    });
    expect(await followers()).toEqual([]);
    const [gone] = await client.call(PROFILES, 'PbmDelete', { profileId: [created] });
    expect(gone.fault).toBeUndefined();
    await scene.on(disk, 'DeleteVStorageObject_Task');
    const fault = await client.fault(PROFILES, 'PbmQueryAssociatedProfile', { entity });
    expect(fault._typeName).toBe('PbmFaultNotFound');
  });
});
