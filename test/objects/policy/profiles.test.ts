import { describe, expect, it } from 'vitest';
import { pbm } from '../../../src/vim25/pbm.ts';
import { ref } from '../../../src/vim25/value.ts';
import { Endpoint } from '../endpoint.ts';
import { PROFILES, ServiceClient } from './service-client.ts';

const STORAGE = { resourceType: 'STORAGE' };
const INSTANCE = ref('PbmServiceInstance', 'ServiceInstance');
const VSAN_DEFAULT = 'aa6d5a82-1c88-45da-85d3-3d74b91a5bad';

const rules = (namespace: string, id: string, value: unknown) => ({
  _typeName: 'PbmCapabilitySubProfileConstraints',
  subProfiles: [
    { name: 'sp', capability: [{ id: { namespace, id }, constraint: [{ propertyInstance: [{ id, value }] }] }] },
  ],
});

const createSpec = (name: string, constraints: object = rules('VSAN', 'stripeWidth', 2)) => ({
  name,
  description: 'of a test',
  category: 'REQUIREMENT',
  resourceType: STORAGE,
  constraints,
});

describe('the storage policy endpoint', () => {
  it('names its managers to whoever asks, and does nothing else without a session', async () => {
    await using ep = await Endpoint.open();
    const nobody = new ServiceClient(ep, pbm, '/pbm/sdk', 'nothing');
    const content = await nobody.call(INSTANCE, 'PbmRetrieveServiceContent');
    expect(content.aboutInfo.name).toBe('PBM');
    expect(content.profileManager).toEqual(PROFILES);
    const fault = await nobody.fault(PROFILES, 'PbmQueryProfile', { resourceType: STORAGE });
    expect(fault._typeName).toBe('NotAuthenticated');
  });

  it.each(['header', 'cookie'] as const)('knows the session of /sdk by %s', async (by) => {
    await using ep = await Endpoint.open();
    const client = await ServiceClient.open(ep, pbm, '/pbm', by);
    expect((await client.call(PROFILES, 'PbmQueryProfile', { resourceType: STORAGE })).length).toBeGreaterThan(4);
  });

  it('writes what comes from the vSphere API in the namespace of that', async () => {
    await using ep = await Endpoint.open();
    const client = await ServiceClient.open(ep, pbm, '/pbm');
    const text = await client.text(PROFILES, 'PbmRetrieveContent', { profileIds: [{ uniqueId: 'none' }] });
    expect(text).toContain(
      '<vim25:InvalidArgumentFault xmlns="urn:pbm" xmlns:vim25="urn:vim25" xsi:type="vim25:InvalidArgument">',
    );
    expect(text).toContain('<vim25:invalidProperty>profileIds</vim25:invalidProperty>');
    const deleted = await client.text(PROFILES, 'PbmDelete', { profileId: [{ uniqueId: 'none' }] });
    expect(deleted).toContain('<fault><vim25:fault xsi:type="PbmFaultNotFound">');
  });

  it('is not there on a host', async () => {
    await using ep = await Endpoint.open({ esx: true });
    const answer = await fetch(new URL('/pbm', ep.sim.url), { method: 'POST', body: '<x/>' });
    expect(answer.status).toBe(404);
  });
});

describe('storage policies', () => {
  async function open() {
    const ep = await Endpoint.open();
    return {
      ep,
      client: await ServiceClient.open(ep, pbm, '/pbm'),
      [Symbol.asyncDispose]: () => ep[Symbol.asyncDispose](),
    };
  }

  it('are there from the start as every vCenter has them', async () => {
    await using site = await open();
    const ids = await site.client.call(PROFILES, 'PbmQueryProfile', {
      resourceType: STORAGE,
      profileCategory: 'REQUIREMENT',
    });
    const profiles = await site.client.call(PROFILES, 'PbmRetrieveContent', { profileIds: ids });
    const names = profiles.map((p: { name: string }) => p.name);
    expect(names).toEqual(
      expect.arrayContaining([
        'vSAN Default Storage Policy',
        'VM Encryption Policy',
        'VVol No Requirements Policy',
        'Host-local PMem Default Storage Policy',
      ]),
    );
    const vsan = profiles.find((p: { name: string }) => p.name === 'vSAN Default Storage Policy');
    expect(vsan).toMatchObject({
      profileId: { uniqueId: VSAN_DEFAULT },
      systemCreatedProfileType: 'VsanDefaultProfile',
    });
    expect(vsan.constraints.subProfiles[0].capability[0].constraint[0].propertyInstance[0]).toMatchObject({
      id: 'hostFailuresToTolerate',
      value: 1,
    });
    const services = await site.client.call(PROFILES, 'PbmQueryProfile', {
      resourceType: STORAGE,
      profileCategory: 'DATA_SERVICE_POLICY',
    });
    expect(services).toHaveLength(1);
  });

  it('are made, changed and deleted', async () => {
    await using site = await open();
    const id = await site.client.call(PROFILES, 'PbmCreate', { createSpec: createSpec('gold') });
    const read = async () => (await site.client.call(PROFILES, 'PbmRetrieveContent', { profileIds: [id] }))[0];
    expect(await read()).toMatchObject({ name: 'gold', description: 'of a test', generationId: 0, isDefault: false });
    await site.client.call(PROFILES, 'PbmUpdate', {
      profileId: id,
      updateSpec: { name: 'silver', constraints: rules('VSAN', 'stripeWidth', 1) },
    });
    expect(await read()).toMatchObject({ name: 'silver', description: 'of a test', generationId: 1 });
    expect(await site.client.call(PROFILES, 'PbmDelete', { profileId: [id] })).toMatchObject([{ profileId: id }]);
    expect((await site.client.fault(PROFILES, 'PbmRetrieveContent', { profileIds: [id] }))._typeName).toBe(
      'InvalidArgument',
    );
  });

  it('have names of their own', async () => {
    await using site = await open();
    await site.client.call(PROFILES, 'PbmCreate', { createSpec: createSpec('gold') });
    expect(await site.client.fault(PROFILES, 'PbmCreate', { createSpec: createSpec('Gold') })).toMatchObject({
      _typeName: 'PbmDuplicateName',
      name: 'Gold',
    });
    const nameless = await site.client.fault(PROFILES, 'PbmCreate', { createSpec: createSpec(' ') });
    expect(nameless).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'createSpec.name' });
  });

  it.each([
    ['a capability that nobody provides', rules('VSAN', 'warpSpeed', 1)],
    ['a namespace that nobody has', rules('com.example', 'stripeWidth', 1)],
    ['a value beyond its range', rules('VSAN', 'stripeWidth', 99)],
    ['a value of another type', rules('VSAN', 'stripeWidth', 'two')],
  ])('ask for no %s', async (_what, constraints) => {
    await using site = await open();
    const fault = await site.client.fault(PROFILES, 'PbmCreate', { createSpec: createSpec('odd', constraints) });
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'createSpec.constraints' });
  });

  it('that belong to the system are not deleted, and go back to the rules they came with', async () => {
    await using site = await open();
    const profileId = { uniqueId: VSAN_DEFAULT };
    const [outcome] = await site.client.call(PROFILES, 'PbmDelete', { profileId: [profileId] });
    expect(outcome.fault.fault._typeName).toBe('PbmFault');
    const stripes = async () => {
      const [{ constraints }] = await site.client.call(PROFILES, 'PbmRetrieveContent', { profileIds: [profileId] });
      return constraints.subProfiles[0].capability.length;
    };
    await site.client.call(PROFILES, 'PbmUpdate', {
      profileId,
      updateSpec: { constraints: rules('VSAN', 'stripeWidth', 3) },
    });
    expect(await stripes()).toBe(1);
    await site.client.call(PROFILES, 'PbmResetVSanDefaultProfile');
    expect(await stripes()).toBe(5);
    await site.client.call(PROFILES, 'PbmUpdate', {
      profileId,
      updateSpec: { constraints: rules('VSAN', 'stripeWidth', 3) },
    });
    await site.client.call(PROFILES, 'PbmResetDefaultRequirementProfile', { profile: profileId });
    expect(await stripes()).toBe(5);
  });

  it('stay with the reset of the simulator as they were at its start', async () => {
    await using site = await open();
    const before = await site.client.call(PROFILES, 'PbmQueryProfile', { resourceType: STORAGE });
    await site.client.call(PROFILES, 'PbmCreate', { createSpec: createSpec('gone') });
    site.ep.sim.reset();
    const again = await ServiceClient.open(site.ep, pbm, '/pbm');
    expect(await again.call(PROFILES, 'PbmQueryProfile', { resourceType: STORAGE })).toEqual(before);
  });

  it('are described: resource types, vendors, capabilities, schemas', async () => {
    await using site = await open();
    expect(await site.client.call(PROFILES, 'PbmFetchResourceType')).toMatchObject([STORAGE]);
    const [{ vendorNamespaceInfo }] = await site.client.call(PROFILES, 'PbmFetchVendorInfo');
    const namespaces = vendorNamespaceInfo.map(
      (v: { namespaceInfo: { namespace: string } }) => v.namespaceInfo.namespace,
    );
    expect(namespaces).toContain('VSAN');
    const categories = await site.client.call(PROFILES, 'PbmFetchCapabilityMetadata', { vendorUuid: 'VMware' });
    const vsan = categories.find((c: { subCategory: string }) => c.subCategory === 'vSAN');
    expect(vsan.capabilityMetadata.map((c: { id: { id: string } }) => c.id.id)).toContain('hostFailuresToTolerate');
    const schemas = await site.client.call(PROFILES, 'PbmFetchCapabilitySchema', { lineOfService: ['ENCRYPTION'] });
    expect(schemas).toMatchObject([{ namespaceInfo: { namespace: 'vmwarevmcrypt' } }]);
    const stranger = await site.client.fault(PROFILES, 'PbmFetchCapabilityMetadata', { vendorUuid: 'nobody' });
    expect(stranger).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'vendorUuid' });
  });
});
