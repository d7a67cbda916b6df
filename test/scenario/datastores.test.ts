import { describe, expect, it } from 'vitest';
import { parseScenario, scenarioOptions } from '../../src/scenario/scenario.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';

const GIB = 2 ** 30;

async function open(...lines: string[]): Promise<Endpoint> {
  const text = ['world:', '  datastores:', ...lines.map((line) => `    - ${line}`)].join('\n');
  return Endpoint.open(scenarioOptions(await parseScenario('s.yaml', text), {}));
}

/** Why the world of a scenario cannot be. */
async function refusal(...lines: string[]): Promise<string> {
  return open(...lines).then(
    () => 'none',
    (error: Error) => error.message,
  );
}

describe('the datastores of a scenario', () => {
  it('are of any type, shared or of one host, with what each type tells of itself', async () => {
    await using ep = await open(
      '{ name: array, capacity: 2TiB }',
      '{ name: own, hosts: DC0_C0_H1 }',
      "{ name: shelf, type: NFS, remote: 'filer:/shelf', readOnly: true, hosts: 'DC0_C0_*' }",
      '{ name: shelf41, type: NFS41 }',
      '{ name: vsanDatastore, type: vsan, capacity: 300GiB, used: 100GiB }',
      '{ name: volumes, type: VVOL }',
    );
    const summary = async (name: string): Promise<Answer> => ep.read(await ep.at(`/DC0/datastore/${name}`), 'summary');
    const info = async (name: string): Promise<Answer> => ep.read(await ep.at(`/DC0/datastore/${name}`), 'info');
    expect(await summary('array')).toMatchObject({ type: 'VMFS', capacity: 2048 * GIB, multipleHostAccess: true });
    expect(await summary('own')).toMatchObject({ multipleHostAccess: false, accessible: true });
    expect(await info('own')).toMatchObject({ _typeName: 'VmfsDatastoreInfo', vmfs: { local: true } });
    expect(await info('shelf')).toMatchObject({ nas: { type: 'NFS', remoteHost: 'filer', remotePath: '/shelf' } });
    const mounts: Answer[] = await ep.read(await ep.at('/DC0/datastore/shelf'), 'host');
    expect(mounts.map(({ mountInfo }) => mountInfo.accessMode)).toEqual(['readOnly', 'readOnly', 'readOnly']);
    expect(await info('shelf41')).toMatchObject({ nas: { type: 'NFS41', securityType: 'AUTH_SYS' } });
    expect(await summary('vsanDatastore')).toMatchObject({ type: 'vsan', freeSpace: 200 * GIB });
    expect((await summary('vsanDatastore')).url).toMatch(/^ds:\/\/\/vmfs\/volumes\/vsan:[0-9a-f]{16}-[0-9a-f]{16}\/$/);
    expect((await ep.read(await ep.at('/DC0/datastore/vsanDatastore'), 'capability')).vsanSparseSupported).toBe(true);
    expect(await info('volumes')).toMatchObject({ _typeName: 'VvolDatastoreInfo' });
    const made = await ep.call(ep.manager('datastoreNamespaceManager'), 'CreateDirectory', {
      datastore: await ep.at('/DC0/datastore/vsanDatastore'),
      displayName: 'top',
    });
    expect(made).toMatch(/^\/vmfs\/volumes\/vsan:.*\/top$/);
  });

  it('change those of the counts', async () => {
    await using ep = await open('{ name: LocalDS_0, capacity: 50GiB, used: 10GiB, hosts: "DC0_C0_*" }');
    const store = await ep.at('/DC0/datastore/LocalDS_0');
    const { capacity, freeSpace } = await ep.read(store, 'summary');
    expect(capacity).toBe(50 * GIB);
    expect(freeSpace).toBeLessThan(40 * GIB);
    expect(await ep.read(store, 'host')).toHaveLength(3);
  });

  it('are in maintenance mode where that is said, and take no VM', async () => {
    await using ep = await open('{ name: resting, maintenance: true }');
    const store = await ep.at('/DC0/datastore/resting');
    expect(await ep.read(store, 'summary.maintenanceMode')).toBe('inMaintenance');
    const config = { name: 'new', files: { vmPathName: '[resting]' } };
    const pool = await ep.at('/DC0/host/DC0_C0/Resources');
    expect(await ep.fault(await ep.at('/DC0/vm'), 'CreateVM_Task', { config, pool })).toMatchObject({
      _typeName: 'InvalidDatastoreState',
    });
    await ep.run(store, 'DatastoreExitMaintenanceMode_Task');
    await ep.run(await ep.at('/DC0/vm'), 'CreateVM_Task', { config, pool });
  });

  it.each([
    ['{ name: x, hosts: none }', /^s\.yaml:3:\d+: world\.datastores\[0\]\.hosts: no host is named 'none'/],
    ['{ name: x, datacenter: /DC0/vm }', /datacenter: '\/DC0\/vm' is no datacenter/],
    ['{ name: x, datacenter: /DC9 }', /datacenter: nothing stands at '\/DC9'/],
    ['{ name: LocalDS_0, capacity: 1MiB }', /capacity: \d+ bytes are taken/],
    ['{ name: x, capacity: 1GiB, used: 2GiB }', /used: no more than/],
    ['{ name: LocalDS_0, maintenance: true }', /maintenance: VMs stand on 'LocalDS_0'/],
    ['{ name: x, capacity: much }', /capacity: expected a size/],
    ['{ name: x, type: VMFS, remote: "a:/b" }', /remote: only NFS is on a server/],
  ])('cannot be %s', async (line, why) => {
    expect(await refusal(line)).toMatch(why);
  });
});
