/** The work a recommendation stands for: the method a client would call, with the datastores filled in. */
import type {
  StoragePlacementAction,
  StoragePlacementSpec,
  VirtualDeviceConfigSpec,
  VirtualMachineConfigSpec,
  VirtualMachineRelocateSpec,
  VirtualMachineRelocateSpecDiskLocator,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import { nameOf } from '../../call.ts';
import type { ChildWork } from '../../compute/v-app/v-app-child-tasks.ts';

export interface Started {
  readonly target: Cell;
  readonly work: ChildWork;
}

type Actions = readonly StoragePlacementAction[];

/** What a request becomes once it is known where everything goes. */
export function placedWork(world: World, spec: StoragePlacementSpec, actions: Actions): Started {
  switch (spec.type) {
    case 'create': {
      const target = there(world, spec.folder, 'folder');
      if (!spec.resourcePool) throw invalidArgument('storageSpec.resourcePool');
      const config = placedConfig(world, spec.configSpec!, actions);
      const args = { config, pool: spec.resourcePool, host: spec.host };
      return { target, work: { verb: 'Folder.createVm', method: 'CreateVM_Task', args } };
    }
    case 'clone': {
      const { location } = spec.cloneSpec!;
      const places = { ...location, ...located(location, actions), ...named(location, spec) };
      const args = { folder: spec.folder, name: spec.cloneName, spec: { ...spec.cloneSpec, location: places } };
      return {
        target: there(world, spec.vm, 'vm'),
        work: { verb: 'VirtualMachine.clone', method: 'CloneVM_Task', args },
      };
    }
    case 'relocate': {
      const location = spec.relocateSpec ?? ({} as VirtualMachineRelocateSpec);
      const args = { spec: { ...location, ...located(location, actions), ...named(location, spec) } };
      return {
        target: there(world, spec.vm, 'vm'),
        work: { verb: 'VirtualMachine.relocate', method: 'RelocateVM_Task', args },
      };
    }
    default: {
      const args = { spec: placedDisks(world, spec.configSpec!, actions) };
      return {
        target: there(world, spec.vm, 'vm'),
        work: { verb: 'VirtualMachine.reconfigure', method: 'ReconfigVM_Task', args },
      };
    }
  }
}

function there(world: World, ref: Ref | undefined, path: string): Cell {
  if (!ref) throw invalidArgument(`storageSpec.${path}`);
  const cell = world.find(ref.value);
  if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  return cell;
}

/** Pool and host of the request, where the location names none. */
function named(location: VirtualMachineRelocateSpec, { resourcePool, host }: StoragePlacementSpec) {
  return {
    ...(location.pool === undefined && resourcePool && { pool: resourcePool }),
    ...(location.host === undefined && host && { host }),
  };
}

function homeOf(actions: Actions): Ref<'Datastore'> | undefined {
  return actions.flatMap((a) => a.relocateSpec.datastore ?? [])[0];
}

function diskPlaces(actions: Actions): VirtualMachineRelocateSpecDiskLocator[] {
  return actions.flatMap((a) => [...(a.relocateSpec.disk ?? [])]);
}

/** The location with the datastores found; what it says of disks otherwise stays. */
function located(location: VirtualMachineRelocateSpec, actions: Actions): Partial<VirtualMachineRelocateSpec> {
  const places = diskPlaces(actions).map((place) => ({
    ...location.disk?.find((d) => d.diskId === place.diskId),
    ...place,
  }));
  const datastore = homeOf(actions);
  return { ...(datastore && { datastore }), ...(places.length > 0 && { disk: places }) };
}

function placedConfig(world: World, config: VirtualMachineConfigSpec, actions: Actions): VirtualMachineConfigSpec {
  const datastore = homeOf(actions) ?? actions[0]!.destination;
  return {
    ...placedDisks(world, config, actions),
    files: { ...config.files, vmPathName: rootOf(world, datastore) } as never,
  };
}

/** `[datastore]`: files there get names of the server's choosing. */
function rootOf(world: World, datastore: Ref): string {
  const cell = world.find(datastore.value);
  return `[${cell ? nameOf(cell) : datastore.value}]`;
}

/** New disks get their datastore, and a file name of the server's choosing. */
function placedDisks(world: World, config: VirtualMachineConfigSpec, actions: Actions): VirtualMachineConfigSpec {
  const places = new Map(diskPlaces(actions).map((d) => [d.diskId, d.datastore]));
  const deviceChange = config.deviceChange?.map((change): VirtualDeviceConfigSpec => {
    const datastore = change.operation === 'add' ? places.get(change.device.key) : undefined;
    if (!datastore) return change;
    const backing = { ...(change.device.backing as object | undefined), datastore, fileName: rootOf(world, datastore) };
    return { ...change, device: { ...change.device, backing } as never };
  });
  return { ...config, ...(deviceChange && { deviceChange }) };
}
