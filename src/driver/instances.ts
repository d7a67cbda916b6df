/** Instances: found by uuid or name, and told as the driver's users know them. */
import { asRef, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { VirtualMachinePowerState } from '../vim25/index.ts';
import type { Surroundings } from './surroundings.ts';

export interface InstanceInfo {
  readonly ref: Ref<'VirtualMachine'>;
  readonly name: string;
  readonly uuid: string;
  readonly powerState: VirtualMachinePowerState;
  readonly vcpus: number;
  readonly memoryMb: number;
  /** Name of the host it runs on or was placed on last. */
  readonly host: string | undefined;
}

/** What `id` may be: a uuid finds an instance wherever it stands. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}

/** How machines are called, with a uuid behind it, that are no instances and live for the length of one call. */
export const TEMPORARY_MACHINE = 'simsphere-temporary-';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PATHS = [
  'name',
  'config.instanceUuid',
  'config.hardware.numCPU',
  'config.hardware.memoryMB',
  'runtime.powerState',
  'runtime.host',
] as const;

/** The instance's VM, or undefined when there is none. */
export async function findInstance(
  { client, folder }: Surroundings,
  id: string,
): Promise<Ref<'VirtualMachine'> | undefined> {
  const searchIndex = client.content.searchIndex!;
  const byUuid = { uuid: id, vmSearch: true, instanceUuid: true };
  const found = isUuid(id)
    ? await client.call(searchIndex, 'FindByUuid', byUuid)
    : await client.call(searchIndex, 'FindChild', { entity: folder, name: id });
  return asRef('VirtualMachine', found);
}

/** As {@link findInstance}; throws where there is none. */
export async function needInstance(surroundings: Surroundings, id: string): Promise<Ref<'VirtualMachine'>> {
  const found = await findInstance(surroundings, id);
  if (found) return found;
  throw new SimError('ERR_CLIENT', `there is no instance '${id}' in cluster '${surroundings.options.cluster}'`, {
    hint: 'listInstances() tells which there are',
  });
}

export async function listInstances({ client, folder }: Surroundings): Promise<{ name: string; uuid: string }[]> {
  const list: { name: string; uuid: string }[] = [];
  const wanted = { type: 'VirtualMachine', properties: ['name', 'config.instanceUuid'], container: folder } as const;
  for await (const { properties } of client.retrieve(wanted)) {
    const uuid = properties['config.instanceUuid'];
    // A VM that is being created has no config yet.
    if (properties.name?.startsWith(TEMPORARY_MACHINE)) continue;
    if (properties.name !== undefined && uuid !== undefined) list.push({ name: properties.name, uuid });
  }
  return list;
}

export async function instanceInfo({ client }: Surroundings, ref: Ref<'VirtualMachine'>): Promise<InstanceInfo> {
  const read = await client.get(ref, PATHS);
  const host = read['runtime.host'];
  return {
    ref,
    name: read.name,
    uuid: read['config.instanceUuid'] ?? '',
    powerState: read['runtime.powerState'],
    vcpus: read['config.hardware.numCPU'] ?? 0,
    memoryMb: read['config.hardware.memoryMB'] ?? 0,
    host: host && (await client.get(host, 'name')),
  };
}
