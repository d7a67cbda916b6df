/** Hosts of the cluster: taken out of use with their instances moved away, and put back. */
import { isVsphereError, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { ClusterConfigInfoEx } from '../vim25/index.ts';
import { migrate } from './migrate.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import { runTask, type WorkOptions } from './work.ts';

export interface MaintenanceOptions extends WorkOptions {
  /** Moves what is switched off, too. Default false. */
  readonly evacuatePoweredOff?: boolean | undefined;
  /** Longest time the server lets it take, in seconds. Default: without end. */
  readonly timeoutSeconds?: number | undefined;
}

/** The cluster's host of a name; the only one when none is named. Throws ERR_USAGE that lists the hosts there are. */
export async function findHost(
  { client, cluster, options }: Pick<Surroundings, 'client' | 'cluster' | 'options'>,
  name: string | undefined,
): Promise<Ref<'HostSystem'>> {
  const refs = (await client.get(cluster, 'host')) ?? [];
  const hosts = await Promise.all(refs.map(async (ref) => ({ ref, name: await client.get(ref, 'name') })));
  const found = name === undefined && hosts.length === 1 ? hosts[0] : hosts.find((host) => host.name === name);
  if (found) return found.ref;
  const clusterName = await client.get(cluster, 'name');
  const lacks = name === undefined ? 'has several hosts: say which' : `has no host '${name}'`;
  throw new SimError('ERR_USAGE', `cluster '${clusterName ?? options.cluster}' ${lacks}`, {
    hint: `found: ${
      hosts
        .map((host) => host.name)
        .sort()
        .join(', ') || 'none'
    }`,
  });
}

/**
 * Moves running instances to the other hosts, unless DRS does so by itself, and enters maintenance. When that fails the
 * host takes instances as before.
 */
export async function enterMaintenance(
  surroundings: Surroundings,
  name: string | undefined,
  options: MaintenanceOptions,
): Promise<void> {
  const { client } = surroundings;
  const host = await findHost(surroundings, name);
  if (await inMaintenance(surroundings, host)) return;
  const { timeoutSeconds: timeout = 0, evacuatePoweredOff: evacuatePoweredOffVms = false } = options;
  if (!(await movesByItself(surroundings))) await evacuate(surroundings, host, options);
  const params = { timeout, evacuatePoweredOffVms };
  try {
    await runTask(surroundings, host, 'EnterMaintenanceMode_Task', params, options, 'enter maintenance');
  } catch (error) {
    if ((await client.get(host, 'runtime.inMaintenanceMode')) && !options.signal?.aborted) return;
    await undo(surroundings, 'entering maintenance', error, () => leave(surroundings, host));
  }
}

/** Puts a host back to use. One that is in use stays so. */
export async function exitMaintenance(
  surroundings: Surroundings,
  name: string | undefined,
  work: WorkOptions,
): Promise<void> {
  await leave(surroundings, await findHost(surroundings, name), work);
}

/** Seconds since the host started. */
export async function hostUptime(surroundings: Surroundings, name: string | undefined): Promise<number> {
  const summary = await surroundings.client.get(await findHost(surroundings, name), 'summary');
  return summary.quickStats.uptime ?? 0;
}

async function leave(surroundings: Surroundings, host: Ref<'HostSystem'>, work: WorkOptions = {}): Promise<void> {
  if (!(await inMaintenance(surroundings, host))) return;
  try {
    await runTask(surroundings, host, 'ExitMaintenanceMode_Task', { timeout: 0 }, work, 'exit maintenance');
  } catch (error) {
    // Somebody else put it back meanwhile.
    if (!isVsphereError(error, 'InvalidState') || (await inMaintenance(surroundings, host))) throw error;
  }
}

async function inMaintenance({ client }: Surroundings, host: Ref<'HostSystem'>): Promise<boolean> {
  return (await client.get(host, 'runtime')).inMaintenanceMode;
}

async function movesByItself({ client, cluster }: Surroundings): Promise<boolean> {
  const { drsConfig } = (await client.get(cluster, 'configurationEx')) as ClusterConfigInfoEx;
  return drsConfig?.enabled === true && drsConfig.defaultVmBehavior === 'fullyAutomated';
}

async function evacuate(surroundings: Surroundings, host: Ref<'HostSystem'>, work: WorkOptions): Promise<void> {
  const { client } = surroundings;
  for (const vm of (await client.get(host, 'vm')) ?? []) {
    const read = await client.get(vm, ['runtime.powerState', 'runtime.host']);
    if (read['runtime.powerState'] !== 'poweredOn' || read['runtime.host']?.value !== host.value) continue;
    await migrate(surroundings, vm, {}, 'live', work);
  }
}
