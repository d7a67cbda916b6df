/** The part of a target that the contract works in, found by looking only. */
import { asRef, type Client, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';

export interface Place<T extends string> {
  readonly ref: Ref<T>;
  readonly name: string;
}

export interface Store extends Place<'Datastore'> {
  readonly freeSpace: number;
  /** Hosts of the cluster that see it. */
  readonly hosts: readonly string[];
}

export interface Ground {
  readonly cluster: Place<'ClusterComputeResource'>;
  /** Root resource pool of the cluster. */
  readonly pool: Ref<'ResourcePool'>;
  readonly datacenter: Place<'Datacenter'>;
  /** Inventory path of the datacenter, without the first slash. */
  readonly datacenterPath: string;
  readonly vmFolder: Ref<'Folder'>;
  /** Hosts of the cluster that can take machines. */
  readonly hosts: readonly Place<'HostSystem'>[];
  /** Datastores of the cluster that can take files, those of most hosts and most room first. */
  readonly datastores: readonly Store[];
}

/** Finds the cluster and what stands around it. Throws ERR_USAGE that lists the clusters there are. */
export async function findGround(client: Client, clusterName: string | undefined): Promise<Ground> {
  const { apiType, fullName } = client.about;
  if (apiType !== 'VirtualCenter') {
    throw new SimError('ERR_CONTRACT', `${fullName} is no vCenter (${apiType})`, {
      hint: 'the contract is that of a vCenter with a cluster',
    });
  }
  const cluster = await findCluster(client, clusterName);
  const pool = await client.get(cluster.ref, 'resourcePool');
  if (!pool) throw new SimError('ERR_CONTRACT', `cluster '${cluster.name}' has no resource pool`);
  const datacenter = await datacenterOf(client, cluster);
  const hosts = await usableHosts(client, cluster.ref);
  const datastores = await usableStores(client, cluster.ref, new Set(hosts.map(({ ref }) => ref.value)));
  if (datastores.length === 0) throw new SimError('ERR_CONTRACT', `cluster '${cluster.name}' has no usable datastore`);
  return {
    cluster,
    pool,
    datacenter,
    datacenterPath: (await client.inventoryPath(datacenter.ref)).replace(/^\//, ''),
    vmFolder: await client.get(datacenter.ref, 'vmFolder'),
    hosts,
    datastores,
  };
}

async function findCluster(client: Client, name: string | undefined): Promise<Place<'ClusterComputeResource'>> {
  const found: string[] = [];
  for await (const { ref, properties } of client.retrieve({ type: 'ClusterComputeResource', properties: ['name'] })) {
    const clusterName = properties.name ?? ref.value;
    if (name === undefined || clusterName === name) return { ref, name: clusterName };
    found.push(clusterName);
  }
  const hint =
    found.length > 0 ? `found: ${found.sort().join(', ')}` : 'this server has no clusters that the user can see';
  if (name === undefined) throw new SimError('ERR_CONTRACT', 'the target has no cluster to work in', { hint });
  throw new SimError('ERR_USAGE', `there is no cluster '${name}'`, { hint });
}

async function datacenterOf(client: Client, cluster: Place<string>): Promise<Place<'Datacenter'>> {
  let at: Ref | undefined = cluster.ref;
  for (let depth = 0; at && depth < 100; depth++) {
    const entity: Ref<'ManagedEntity'> | undefined = asRef('ManagedEntity', at);
    if (!entity) break;
    if (entity.type === ('Datacenter' as string)) {
      const ref = entity as Ref as Ref<'Datacenter'>;
      return { ref, name: await client.get(ref, 'name') };
    }
    at = await client.get(entity, 'parent');
  }
  throw new SimError('ERR_CONTRACT', `cluster '${cluster.name}' is in no datacenter that the user can see`);
}

async function usableHosts(client: Client, cluster: Ref<'ClusterComputeResource'>): Promise<Place<'HostSystem'>[]> {
  const hosts: Place<'HostSystem'>[] = [];
  for (const ref of (await client.get(cluster, 'host')) ?? []) {
    const { name, runtime } = await client.get(ref, ['name', 'runtime']);
    if (runtime.connectionState === 'connected' && !runtime.inMaintenanceMode) hosts.push({ ref, name });
  }
  return hosts;
}

async function usableStores(
  client: Client,
  cluster: Ref<'ClusterComputeResource'>,
  hosts: ReadonlySet<string>,
): Promise<Store[]> {
  const stores: Store[] = [];
  for (const ref of (await client.get(cluster, 'datastore')) ?? []) {
    const { summary, host } = await client.get(ref, ['summary', 'host']);
    const { accessible, maintenanceMode, name, freeSpace } = summary;
    if (!accessible || (maintenanceMode !== undefined && maintenanceMode !== 'normal')) continue;
    const seen = (host ?? [])
      .filter(({ mountInfo }) => mountInfo.accessMode === 'readWrite')
      .map(({ key }) => key.value);
    stores.push({ ref, name, freeSpace, hosts: seen.filter((id) => hosts.has(id)) });
  }
  return stores.sort((a, b) => b.hosts.length - a.hosts.length || b.freeSpace - a.freeSpace);
}
