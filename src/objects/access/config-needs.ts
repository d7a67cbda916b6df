/** What a VirtualMachineConfigSpec needs: each part of it its own privilege, devices by what is done to them. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { at, type Need, onRefs, type Params } from './need.ts';

const SETTING = 'VirtualMachine.Config.Settings';

/** Part of the spec -> last word of the privilege of VirtualMachine.Config. Parts not named here are `Settings`. */
const PARTS: Readonly<Record<string, string>> = {
  name: 'Rename',
  annotation: 'Annotation',
  numCPUs: 'CPUCount',
  numCoresPerSocket: 'CPUCount',
  memoryMB: 'Memory',
  cpuAllocation: 'Resource',
  memoryAllocation: 'Resource',
  cpuAffinity: 'Resource',
  memoryAffinity: 'Resource',
  latencySensitivity: 'Resource',
  memoryReservationLockedToMax: 'Resource',
  extraConfig: 'AdvancedConfig',
  swapPlacement: 'SwapPlacement',
  changeTrackingEnabled: 'ChangeTracking',
  managedBy: 'ManagedBy',
  forkParent: 'ToggleForkParent',
};

/** Parts that change nothing by themselves. */
const SILENT: ReadonlySet<string> = new Set(['_typeName', 'changeVersion', 'deviceChange', 'vmProfile']);

/** What changing a VM by a spec needs on the VM, and on what the spec makes it use. */
export function* reconfigureNeeds(world: World, vm: Cell, spec: unknown): Generator<Need> {
  const privileges = new Set<string>();
  for (const [part, value] of Object.entries((spec ?? {}) as Params)) {
    if (value === undefined || SILENT.has(part)) continue;
    privileges.add(PARTS[part] ? `VirtualMachine.Config.${PARTS[part]}` : SETTING);
  }
  for (const change of changes(spec)) privileges.add(devicePrivilege(change));
  for (const privilege of privileges) yield { cell: vm, privilege };
  yield* deviceUses(world, spec);
}

/** What making a VM by a spec needs of the folder it goes to; CPU, memory and settings come with creating. */
export function* creationNeeds(world: World, folder: Cell, spec: unknown): Generator<Need> {
  const privileges = new Set(changes(spec).map(devicePrivilege));
  for (const privilege of privileges) yield { cell: folder, privilege };
  yield* deviceUses(world, spec);
}

function changes(spec: unknown): readonly Params[] {
  return (at(spec, 'deviceChange') ?? []) as readonly Params[];
}

function devicePrivilege(change: Params): string {
  return `VirtualMachine.Config.${deviceWord(change)}`;
}

function deviceWord({ operation, fileOperation, device }: Params): string {
  const type = String(at(device, '_typeName') ?? '');
  const backing = String(at(device, 'backing._typeName') ?? '');
  if (type === 'VirtualUSB') return 'HostUSBDevice';
  if (type !== 'VirtualDisk') return operation === 'edit' ? 'EditDevice' : 'AddRemoveDevice';
  if (operation === 'remove') return 'RemoveDisk';
  if (operation === 'edit') return at(device, 'capacityInKB') === undefined ? 'EditDevice' : 'DiskExtend';
  if (backing.includes('RawDiskMapping')) return 'RawDevice';
  return fileOperation === undefined ? 'AddExistingDisk' : 'AddNewDisk';
}

/** Networks that get connected, and datastores that give space. */
function* deviceUses(world: World, spec: unknown): Generator<Need> {
  for (const { operation, fileOperation, device } of changes(spec)) {
    if (operation === 'remove') continue;
    const backing = at(device, 'backing');
    yield* onRefs(world, at(backing, 'network'), 'Network.Assign');
    const portgroup = at(backing, 'port.portgroupKey');
    if (typeof portgroup === 'string') {
      yield* onRefs(world, { type: 'DistributedVirtualPortgroup', value: portgroup }, 'Network.Assign');
    }
    if (fileOperation !== undefined) yield* onRefs(world, at(backing, 'datastore'), 'Datastore.AllocateSpace');
  }
}
