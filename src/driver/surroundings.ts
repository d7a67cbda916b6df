/** The part of a vCenter that one driver works in, found once at its start. */
import { asRef, type Client, isVsphereError, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { Settings } from './options.ts';
import { Turns } from './turns.ts';

export interface Surroundings {
  readonly client: Client;
  readonly options: Settings;
  readonly cluster: Ref<'ClusterComputeResource'>;
  /** Root resource pool of the cluster. */
  readonly pool: Ref<'ResourcePool'>;
  readonly datacenter: Ref<'Datacenter'>;
  /** Inventory path of the datacenter, as the doors for files want it: `DC0`. */
  readonly datacenterPath: string;
  /** Where instances stand. */
  readonly folder: Ref<'Folder'>;
  /** What this driver does of which only one may be done at a time. */
  readonly turns: Turns;
  /** What looks through datastores, by their names. */
  readonly browsers: Map<string, Ref<'HostDatastoreBrowser'>>;
}

/** Finds the cluster and makes the folder. Throws ERR_USAGE that lists the clusters there are. */
export async function findSurroundings(client: Client, options: Settings): Promise<Surroundings> {
  const cluster = await findCluster(client, options.cluster);
  const pool = await client.get(cluster, 'resourcePool');
  if (!pool) throw new SimError('ERR_CLIENT', `cluster '${options.cluster}' has no resource pool`);
  const datacenter = await datacenterOf(client, cluster);
  const folder = await ensureFolder(client, await client.get(datacenter, 'vmFolder'), options.folder);
  const datacenterPath = (await client.inventoryPath(datacenter)).slice(1);
  return {
    client,
    options,
    cluster,
    pool,
    datacenter,
    datacenterPath,
    folder,
    turns: new Turns(),
    browsers: new Map(),
  };
}

async function findCluster(client: Client, name: string): Promise<Ref<'ClusterComputeResource'>> {
  const found: string[] = [];
  for await (const { ref, properties } of client.retrieve({ type: 'ClusterComputeResource', properties: ['name'] })) {
    if (properties.name === name) return ref;
    found.push(properties.name ?? ref.value);
  }
  throw new SimError('ERR_USAGE', `there is no cluster '${name}'`, {
    hint: found.length > 0 ? `found: ${found.sort().join(', ')}` : 'this server has no clusters that the user can see',
  });
}

async function datacenterOf(client: Client, start: Ref): Promise<Ref<'Datacenter'>> {
  const seen = new Set<string>();
  let at = asRef('ManagedEntity', start);
  while (at && at.type !== 'Datacenter' && !seen.has(at.value)) {
    seen.add(at.value);
    at = await client.get(at, 'parent');
  }
  const datacenter = asRef('Datacenter', at);
  if (!datacenter) throw new SimError('ERR_CLIENT', `${start.type} ${start.value} is in no datacenter`);
  return datacenter;
}

/** The folder at a path below another, each level made where it is missing. Two drivers may start at once. */
export async function ensureFolder(client: Client, root: Ref<'Folder'>, path: string): Promise<Ref<'Folder'>> {
  let at = root;
  for (const name of path.split('/').filter(Boolean)) {
    at = (await childFolder(client, at, name)) ?? (await makeFolder(client, at, name));
  }
  return at;
}

async function makeFolder(client: Client, parent: Ref<'Folder'>, name: string): Promise<Ref<'Folder'>> {
  try {
    return await client.call(parent, 'CreateFolder', { name });
  } catch (error) {
    const winner = isVsphereError(error, 'DuplicateName') ? await childFolder(client, parent, name) : undefined;
    if (winner) return winner;
    throw error;
  }
}

async function childFolder(client: Client, entity: Ref<'Folder'>, name: string): Promise<Ref<'Folder'> | undefined> {
  const child = await client.call(client.content.searchIndex!, 'FindChild', { entity, name });
  return asRef('Folder', child);
}
