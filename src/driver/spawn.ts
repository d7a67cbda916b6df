/** Making an instance. Each step looks first, so a spawn whose answer was lost can be asked for again. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import { datastoreFor } from './datastores.ts';
import { findInstance, type InstanceInfo, instanceInfo } from './instances.ts';
import { machineSpec, rootDiskSpec } from './machine-spec.ts';
import { networkBacking } from './networks.ts';
import type { Flavor, SpawnRequest } from './options.ts';
import { powerOn, remove } from './power.ts';
import type { Surroundings } from './surroundings.ts';

/** Creates the VM, gives it its root disk and starts it. A failed spawn leaves nothing it made behind. */
export async function spawn(surroundings: Surroundings, request: SpawnRequest): Promise<InstanceInfo> {
  check(request);
  const existing = await findInstance(surroundings, request.uuid);
  const vm = existing ?? (await createMachine(surroundings, request));
  try {
    if (request.flavor.rootGb > 0) await ensureRootDisk(surroundings, vm, request.flavor);
    if (request.powerOn !== false) await powerOn(surroundings, vm);
    return await instanceInfo(surroundings, vm);
  } catch (error) {
    if (!existing) await cleanUp(surroundings, vm, error);
    throw error;
  }
}

async function createMachine(surroundings: Surroundings, request: SpawnRequest): Promise<Ref<'VirtualMachine'>> {
  const { client, folder, pool } = surroundings;
  const store = await datastoreFor(surroundings, request.flavor.rootGb * 2 ** 30);
  const nics = await Promise.all(
    (request.networks ?? []).map(async ({ network, macAddress }) => ({
      backing: await networkBacking(surroundings, network),
      macAddress,
    })),
  );
  return client.run(folder, 'CreateVM_Task', { config: machineSpec(request, store.name, nics), pool });
}

async function ensureRootDisk({ client }: Surroundings, vm: Ref<'VirtualMachine'>, flavor: Flavor): Promise<void> {
  const devices = (await client.get(vm, 'config.hardware.device')) ?? [];
  if (devices.some((device) => device._typeName === 'VirtualDisk')) return;
  await client.run(vm, 'ReconfigVM_Task', { spec: rootDiskSpec(flavor) });
}

async function cleanUp(surroundings: Surroundings, vm: Ref<'VirtualMachine'>, reason: unknown): Promise<void> {
  try {
    await remove(surroundings, vm);
  } catch (error) {
    throw new AggregateError([reason, error], `spawn failed, and ${vm.type} ${vm.value} could not be removed`);
  }
}

function check({ name, uuid, flavor }: SpawnRequest): void {
  const wrong = Object.entries(flavor).find(([key, n]) => !Number.isInteger(n) || n < (key === 'rootGb' ? 0 : 1));
  if (wrong) throw new SimError('ERR_USAGE', `flavor.${wrong[0]} of '${name}' cannot be ${wrong[1]}`);
  if (name === '' || uuid === '') throw new SimError('ERR_USAGE', 'an instance needs a name and a uuid');
}
