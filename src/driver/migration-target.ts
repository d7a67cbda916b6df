/** Where an instance is to go: what was asked for, and for the rest the best there is. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { HostListSummary } from '../vim25/index.ts';
import { usableDatastores } from './datastores.ts';
import { findHost } from './host-maintenance.ts';
import type { Surroundings } from './surroundings.ts';

/** What is left out the driver chooses; with nothing at all it is another host of the instance's cluster. */
export interface MigrationTarget {
  /** Name of a host of the target cluster. */
  readonly host?: string | undefined;
  /** Name of the target cluster. Default: the driver's. */
  readonly cluster?: string | undefined;
  /** Name of a datastore that the target cluster has. Default: the present one, where the cluster has it too. */
  readonly datastore?: string | undefined;
  /** Names of networks of the target cluster, by MAC address of the NIC that is to be plugged into it. */
  readonly networks?: Readonly<Record<string, string>> | undefined;
}

export interface Destination {
  readonly cluster: Ref<'ClusterComputeResource'>;
  readonly pool: Ref<'ResourcePool'>;
  readonly host: Ref<'HostSystem'>;
  /** Undefined when the disks stay where they are. */
  readonly datastore: Ref<'Datastore'> | undefined;
}

/** Throws ERR_USAGE for what is not there, with what is, and ERR_CLIENT when no host can take the instance. */
export async function destinationOf(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  target: MigrationTarget,
): Promise<Destination> {
  const { client } = surroundings;
  const there = target.cluster === undefined ? surroundings : await atCluster(surroundings, target.cluster);
  const datastore = await datastoreFor(there, vm, target.datastore);
  const reached = datastore ? [datastore] : ((await client.get(vm, 'datastore')) ?? []);
  const host =
    target.host === undefined ? await bestHost(there, vm, reached, target) : await findHost(there, target.host);
  return { cluster: there.cluster, pool: there.pool, host, datastore };
}

async function atCluster(surroundings: Surroundings, name: string): Promise<Surroundings> {
  const { client } = surroundings;
  const found: string[] = [];
  for await (const { ref, properties } of client.retrieve({
    type: 'ClusterComputeResource',
    properties: ['name', 'resourcePool'],
  })) {
    const { resourcePool: pool } = properties;
    if (properties.name === name && pool) {
      return { ...surroundings, cluster: ref, pool, options: { ...surroundings.options, cluster: name } };
    }
    found.push(properties.name ?? ref.value);
  }
  throw new SimError('ERR_USAGE', `there is no cluster '${name}'`, { hint: `found: ${found.sort().join(', ')}` });
}

async function datastoreFor(
  there: Surroundings,
  vm: Ref<'VirtualMachine'>,
  name: string | undefined,
): Promise<Ref<'Datastore'> | undefined> {
  const { client, options } = there;
  const now = (await client.get(vm, 'datastore')) ?? [];
  const usable = await usableDatastores(there);
  if (name !== undefined) {
    const found = usable.find((store) => store.name === name);
    if (found) return found.ref;
    throw new SimError('ERR_USAGE', `cluster '${options.cluster}' has no usable datastore '${name}'`, {
      hint: `found: ${usable.map((store) => store.name).join(', ')}`,
    });
  }
  const reached = new Set(((await client.get(there.cluster, 'datastore')) ?? []).map(({ value }) => value));
  return now.every(({ value }) => reached.has(value)) ? undefined : usable[0]?.ref;
}

/** Of the hosts that reach the datastores the one with the most free memory; not the one the instance is on. */
async function bestHost(
  { client, cluster, options }: Surroundings,
  vm: Ref<'VirtualMachine'>,
  datastores: readonly Ref<'Datastore'>[],
  { datastore }: MigrationTarget,
): Promise<Ref<'HostSystem'>> {
  const now = await client.get(vm, 'runtime.host');
  const refs = (await client.get(cluster, 'host')) ?? [];
  const hosts = await Promise.all(
    refs.map(async (ref) => {
      const read = await client.get(ref, ['summary', 'datastore']);
      const has = new Set((read.datastore ?? []).map(({ value }) => value));
      return { ref, summary: read.summary, reaches: datastores.every(({ value }) => has.has(value)) };
    }),
  );
  const fit = hosts.filter(({ summary, reaches }) => reaches && isUsable(summary));
  const here = fit.find(({ ref }) => ref.value === now?.value);
  if (here && datastore !== undefined) return here.ref;
  const [best] = fit.filter((host) => host !== here).sort((a, b) => free(b.summary) - free(a.summary));
  if (best) return best.ref;
  throw new SimError('ERR_CLIENT', `no other host of cluster '${options.cluster}' can take the instance`, {
    hint: 'a host must be connected, out of maintenance and reach the datastores',
  });
}

function isUsable({ runtime }: HostListSummary): boolean {
  return runtime?.connectionState === 'connected' && !runtime.inMaintenanceMode;
}

function free({ hardware, quickStats }: HostListSummary): number {
  return (hardware?.memorySize ?? 0) / 2 ** 20 - (quickStats.overallMemoryUsage ?? 0);
}
