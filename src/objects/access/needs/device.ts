/** What changes to devices need: of the machine by what is done to which device, and of what the device then uses. */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { nameOf } from '../../call.ts';
import { datacenterOf, datastoreOf } from './file.ts';
import { at, type Need, onRefs, type Params } from './need.ts';

const SPACE = 'Datastore.AllocateSpace';
const NETWORK = 'Network.Assign';

/** Drives whose medium is changed by leave of its own. */
const MEDIA: Readonly<Record<string, string>> = { VirtualCdrom: 'SetCDMedia', VirtualFloppy: 'SetFloppyMedia' };

/** Parts of a device that its editing does not change. */
const IDENTITY: ReadonlySet<string> = new Set(['_typeName', 'key', 'deviceInfo']);

export function changesOf(spec: unknown): readonly Params[] {
  return (at(spec, 'deviceChange') ?? []) as readonly Params[];
}

/** Privileges on the machine; `devices` are those it has. */
export function devicePrivileges(spec: unknown, devices: readonly Params[] = []): Set<string> {
  return new Set(changesOf(spec).flatMap((change) => privilegesOf(change, devices)));
}

/** The devices of a machine as the API shows them. */
export function devicesOf(vm: Cell): readonly Params[] {
  return (at(vm.get('config'), 'hardware.device') ?? []) as readonly Params[];
}

function privilegesOf(change: Params, devices: readonly Params[]): string[] {
  const { operation, device } = change;
  const before = devices.find((d) => d['key'] === at(device, 'key'));
  if (operation === 'edit' && before) return edits((device ?? {}) as Params, before);
  return [`VirtualMachine.Config.${wordOf(change)}`];
}

function wordOf({ operation, fileOperation, device }: Params): string {
  const type = String(at(device, '_typeName') ?? '');
  const backing = String(at(device, 'backing._typeName') ?? '');
  if (type === 'VirtualUSB') return 'HostUSBDevice';
  if (operation === 'edit') return 'EditDevice';
  if (type === 'VirtualSCSIPassthrough') return 'RawDevice';
  if (type !== 'VirtualDisk') return 'AddRemoveDevice';
  if (operation === 'remove') return 'RemoveDisk';
  if (backing.includes('RawDiskMapping')) return 'RawDevice';
  return fileOperation === undefined ? 'AddExistingDisk' : 'AddNewDisk';
}

/** Clients send a device whole; what counts is the part of it that becomes another. */
function edits(device: Params, before: Params): string[] {
  const type = String(device['_typeName'] ?? before['_typeName'] ?? '');
  if (type === 'VirtualUSB') return ['VirtualMachine.Config.HostUSBDevice'];
  const changed = Object.keys(device).filter((part) => !IDENTITY.has(part) && differs(device[part], before[part]));
  const words = new Set(changed.map((part) => editWord(type, part)));
  return words.size > 0 ? [...words] : ['VirtualMachine.Config.EditDevice'];
}

function editWord(type: string, part: string): string {
  if (part === 'connectable') return 'VirtualMachine.Interact.DeviceConnection';
  if (part === 'backing' && MEDIA[type]) return `VirtualMachine.Interact.${MEDIA[type]}`;
  if (part.startsWith('capacityIn') && type === 'VirtualDisk') return 'VirtualMachine.Config.DiskExtend';
  return 'VirtualMachine.Config.EditDevice';
}

/** Whether something said differs from what there is; what is left unsaid stays. */
function differs(said: unknown, before: unknown): boolean {
  if (said === undefined || said === before) return false;
  if (Array.isArray(said)) {
    const list = Array.isArray(before) ? before : [];
    return said.length !== list.length || said.some((item, i) => differs(item, list[i]));
  }
  if (typeof said !== 'object' || said === null) return true;
  const old = (before ?? {}) as Params;
  // Of a value whose type is the declared one the name may be said or not.
  return Object.entries(said).some(([part, value]) => {
    return part === '_typeName' && old[part] === undefined ? before === undefined : differs(value, old[part]);
  });
}

/** Networks that get connected, and datastores that give space; `place` is where names are looked up. */
export function* deviceUses(
  world: World,
  place: Cell,
  spec: unknown,
  devices: readonly Params[] = [],
): Generator<Need> {
  for (const { operation, fileOperation, device } of changesOf(spec)) {
    if (operation === 'remove') continue;
    const backing = at(device, 'backing');
    const before = operation === 'edit' ? devices.find((d) => d['key'] === at(device, 'key')) : undefined;
    if (!before || differs(backing, before['backing'])) yield* networkUses(world, place, backing);
    if (fileOperation === undefined) continue;
    const named = onRefs(world, at(backing, 'datastore'), SPACE);
    if (named.length > 0) yield* named;
    else for (const cell of datastoreOf(world, place, at(backing, 'fileName'))) yield { cell, privilege: SPACE };
  }
}

function* networkUses(world: World, place: Cell, backing: unknown): Generator<Need> {
  const type = String(at(backing, '_typeName') ?? '');
  const portgroup = at(backing, 'port.portgroupKey');
  if (typeof portgroup === 'string') {
    yield* onRefs(world, { type: 'DistributedVirtualPortgroup', value: portgroup }, NETWORK);
  }
  const opaque = at(backing, 'opaqueNetworkId');
  for (const cell of opaque === undefined ? [] : world.ofType('OpaqueNetwork')) {
    if (at(cell.state, 'opaque.id') === opaque) yield { cell, privilege: NETWORK };
  }
  const named = onRefs(world, at(backing, 'network'), NETWORK);
  yield* named;
  if (named.length > 0 || type !== 'VirtualEthernetCardNetworkBackingInfo') return;
  const name = at(backing, 'deviceName');
  const datacenter = datacenterOf(place);
  for (const cell of world.ofType('Network')) {
    if (nameOf(cell) === name && (!datacenter || datacenterOf(cell) === datacenter)) yield { cell, privilege: NETWORK };
  }
}
