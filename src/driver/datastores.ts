/** Which datastore takes the next disk. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { DatastoreSummary } from '../vim25/index.ts';
import type { DriverOptions } from './options.ts';
import type { Surroundings } from './surroundings.ts';

export interface Store {
  readonly ref: Ref<'Datastore'>;
  readonly name: string;
  readonly capacity: number;
  readonly freeSpace: number;
}

/** The pattern of datastores to use. Throws ERR_USAGE for what is no regular expression. */
export function datastorePattern({ datastoreRegex = '' }: DriverOptions): RegExp {
  try {
    // Global and sticky patterns remember where they stopped, and would skip names.
    if (datastoreRegex instanceof RegExp) return new RegExp(datastoreRegex, datastoreRegex.flags.replace(/[gy]/g, ''));
    return new RegExp(datastoreRegex);
  } catch (cause) {
    throw new SimError('ERR_USAGE', `datastoreRegex: ${(cause as Error).message}`, { cause });
  }
}

/** Usable datastores of the cluster that the regex lets through, freest first. */
export async function usableDatastores({ client, cluster, options }: Surroundings): Promise<Store[]> {
  const refs = (await client.get(cluster, 'datastore')) ?? [];
  const wanted = datastorePattern(options);
  const all = await Promise.all(refs.map(async (ref) => ({ ref, summary: await client.get(ref, 'summary') })));
  const usable = all.filter(({ summary }) => isUsable(summary) && wanted.test(summary.name));
  if (usable.length === 0) {
    const names = all.map(({ summary }) => summary.name + (isUsable(summary) ? '' : ' (not usable)'));
    throw new SimError('ERR_USAGE', `no datastore of cluster '${options.cluster}' is usable and matches ${wanted}`, {
      hint: `found: ${names.sort().join(', ') || 'none'}`,
    });
  }
  return usable
    .map(({ ref, summary: { name, capacity, freeSpace } }) => ({ ref, name, capacity, freeSpace }))
    .sort((a, b) => b.freeSpace - a.freeSpace);
}

/** The freest datastore, of those that suit a storage policy, when it has room for so many bytes. */
export async function datastoreFor(
  surroundings: Surroundings,
  bytes: number,
  policy: string | undefined,
): Promise<Store> {
  const [freest] = await suitable(surroundings, await usableDatastores(surroundings), policy);
  if (freest && freest.freeSpace >= bytes) return freest;
  const room = Math.floor((freest?.freeSpace ?? 0) / 2 ** 30);
  throw new SimError('ERR_CLIENT', `no datastore has room for ${Math.ceil(bytes / 2 ** 30)} GiB`, {
    hint: `the freest, ${freest?.name}, has ${room} GiB`,
  });
}

async function suitable({ client }: Surroundings, stores: Store[], policy: string | undefined): Promise<Store[]> {
  if (policy === undefined) return stores;
  const refs = stores.map(({ ref }) => ref);
  const fit = new Set((await client.datastoresFor(policy, refs)).map(({ value }) => value));
  const found = stores.filter(({ ref }) => fit.has(ref.value));
  if (found.length > 0) return found;
  throw new SimError('ERR_CLIENT', `no usable datastore suits the storage policy ${policy}`, {
    hint: `looked at ${stores.map(({ name }) => name).join(', ')}`,
  });
}

function isUsable({ accessible, maintenanceMode }: DatastoreSummary): boolean {
  return accessible && (maintenanceMode === undefined || maintenanceMode === 'normal');
}
