/** Moving instances to other hosts, clusters and datastores, running or not. */
import { type Ref, VsphereError } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type {
  VirtualDeviceConfigSpec,
  VirtualMachineRelocateSpec,
  VirtualMachineRelocateSpecDiskLocator,
} from '../vim25/index.ts';
import { devicesOf, nicsOf } from './devices.ts';
import { destinationOf, type MigrationTarget } from './migration-target.ts';
import { networkBacking } from './networks.ts';
import { powerOff, powerOn } from './power.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import { datastoreOf, volumesOf } from './volume-notes.ts';
import { runTask, type WorkOptions } from './work.ts';

type Machine = Ref<'VirtualMachine'>;

/** `live` moves an instance that runs while it runs; `cold` switches it off for the move, if it is on. */
export type MigrationKind = 'live' | 'cold';

/**
 * Looks whether an instance can move, and changes nothing. Throws what stands against it: ERR_USAGE for a target that is
 * not there, else a VsphereError with the fault the move would fail with.
 */
export async function checkMigration(
  surroundings: Surroundings,
  vm: Machine,
  target: MigrationTarget,
  kind: MigrationKind,
  work: WorkOptions,
): Promise<VirtualMachineRelocateSpec> {
  await guardPower(surroundings, vm, kind);
  const spec = await relocateSpec(surroundings, vm, target);
  const { vmProvisioningChecker } = surroundings.client.content;
  if (!vmProvisioningChecker) return spec;
  const results = await runTask(surroundings, vmProvisioningChecker, 'CheckRelocate_Task', { vm, spec }, work, 'check');
  const [error] = (results ?? []).flatMap((result) => result.error ?? []);
  if (!error) return spec;
  const { fault, localizedMessage } = error;
  throw new VsphereError('ERR_CLIENT', localizedMessage ?? 'the instance cannot move there', {
    fault: { ...fault },
    faultType: fault._typeName,
    method: 'CheckRelocate_Task',
    object: vm,
  });
}

/** Checks and moves. An instance whose move fails is where it was and runs if it ran. */
export async function migrate(
  surroundings: Surroundings,
  vm: Machine,
  target: MigrationTarget,
  kind: MigrationKind,
  work: WorkOptions,
): Promise<void> {
  if (await isThere(surroundings, vm, target)) return;
  const spec = await checkMigration(surroundings, vm, target, kind, work);
  const move = () => runTask(surroundings, vm, 'RelocateVM_Task', { spec }, work, 'relocate');
  const wasOn = (await surroundings.client.get(vm, 'runtime.powerState')) === 'poweredOn';
  if (kind === 'live' || !wasOn) {
    await move();
    return;
  }
  try {
    await powerOff(surroundings, vm, work);
    await move();
    await powerOn(surroundings, vm, work);
  } catch (error) {
    await undo(surroundings, 'the migration', error, () => powerOn(surroundings, vm));
  }
}

/** Whether an instance is where it is asked to go: the move was made before, and its answer lost. */
async function isThere({ client }: Surroundings, vm: Machine, target: MigrationTarget): Promise<boolean> {
  const { host, datastore, cluster } = target;
  if (host === undefined && datastore === undefined && cluster === undefined) return false;
  const read = await client.get(vm, ['runtime.host', 'datastore', 'resourcePool']);
  const at = read['runtime.host'];
  if (!at) return false;
  if (host !== undefined && (await client.get(at, 'name')) !== host) return false;
  if (cluster !== undefined) {
    const parent = await client.get(at, 'parent');
    if (!parent || (await client.get(parent, 'name')) !== cluster) return false;
  }
  if (datastore === undefined) return true;
  const names = await Promise.all((read.datastore ?? []).map((store) => client.get(store, 'name')));
  return names.length === 1 && names[0] === datastore;
}

async function guardPower({ client }: Surroundings, vm: Machine, kind: MigrationKind): Promise<void> {
  const state = await client.get(vm, 'runtime.powerState');
  if (kind === 'live' && state !== 'poweredOn') {
    throw new SimError('ERR_CLIENT', 'an instance that is not running cannot migrate live', {
      hint: 'migrate it cold',
    });
  }
}

async function relocateSpec(
  surroundings: Surroundings,
  vm: Machine,
  target: MigrationTarget,
): Promise<VirtualMachineRelocateSpec> {
  const { cluster, pool, host, datastore } = await destinationOf(surroundings, vm, target);
  const deviceChange = await replugged({ ...surroundings, cluster }, vm, target.networks ?? {});
  const disk = datastore ? await volumesStay({ ...surroundings, cluster }, vm) : [];
  return {
    pool,
    host,
    ...(datastore === undefined ? {} : { datastore, diskMoveType: 'moveAllDiskBackingsAndAllowSharing' }),
    ...(disk.length === 0 ? {} : { disk }),
    ...(deviceChange.length === 0 ? {} : { deviceChange }),
  };
}

/** Volumes belong to somebody else: they stay where they are, wherever the new host reaches them there. */
async function volumesStay(surroundings: Surroundings, vm: Machine): Promise<VirtualMachineRelocateSpecDiskLocator[]> {
  const { client, cluster } = surroundings;
  const reached = new Set(((await client.get(cluster, 'datastore')) ?? []).map(({ value }) => value));
  return (await volumesOf(surroundings, vm)).flatMap((disk) => {
    const datastore = datastoreOf(disk);
    return datastore && reached.has(datastore.value) ? [{ diskId: disk.key, datastore }] : [];
  });
}

/** NICs go by their MAC addresses; what is not named stays on the network it is on. */
async function replugged(
  surroundings: Surroundings,
  vm: Machine,
  networks: Readonly<Record<string, string>>,
): Promise<VirtualDeviceConfigSpec[]> {
  const wanted = Object.entries(networks);
  if (wanted.length === 0) return [];
  const nics = nicsOf(await devicesOf(surroundings, vm));
  return Promise.all(
    wanted.map(async ([macAddress, network]) => {
      const nic = nics.find((card) => card.macAddress?.toLowerCase() === macAddress.toLowerCase());
      if (!nic) {
        throw new SimError('ERR_USAGE', `the instance has no NIC ${macAddress}`, {
          hint: `found: ${nics.map((card) => card.macAddress).join(', ') || 'none'}`,
        });
      }
      const backing = await networkBacking(surroundings, network);
      return { operation: 'edit', device: { ...nic, backing } } satisfies VirtualDeviceConfigSpec;
    }),
  );
}
