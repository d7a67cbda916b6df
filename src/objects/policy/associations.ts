/** Who follows which policy: machines by their home, disks by machine and key, first class disks by their ids. */
import type { PbmServerObjectRef } from '../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { type Device, isDisk } from '../machine/device/device.ts';
import type { FileAt, Machine } from '../machine/machine.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import type { FirstClassDisk } from '../storage/first-class/first-class-disk.ts';
import { whereIs } from '../storage/first-class/whereabouts.ts';
import type { Applied } from './profile.ts';

export const ENTITY_TYPES: ReadonlySet<string> = new Set([
  'virtualMachine',
  'virtualMachineAndDisks',
  'virtualDiskId',
  'virtualDiskUUID',
]);

/** Something that can follow a policy: where its bytes lie, and which policy it was told. */
export interface Follower {
  readonly ref: PbmServerObjectRef;
  readonly file: FileAt;
  readonly applied: Applied | undefined;
}

/** What a reference names; undefined when there is no such thing. */
export function followerAt(world: World, ref: PbmServerObjectRef): Follower[] | undefined {
  if (ref.objectType === FIRST_CLASS) {
    const known = firstClassDisk(world, ref);
    return known && [{ ref, file: whereIs(world, known.state.place), applied: known.state.policy }];
  }
  const [id = '', key] = ref.key.split(':');
  const vm = world.as(vmKind, id);
  if (!vm) return undefined;
  if (ref.objectType === 'virtualMachine' && key === undefined) return [home(vm)];
  if (ref.objectType === 'virtualMachineAndDisks' && key === undefined) return [home(vm), ...disks(vm)];
  const disk = ref.objectType === 'virtualDiskId' ? disks(vm).find((d) => d.ref.key === ref.key) : undefined;
  return disk && [disk];
}

/** What a caller has to see to know of a follower: its machine, or the datastore that a first class disk is on. */
export function seenWith(world: World, ref: PbmServerObjectRef): Cell | undefined {
  if (ref.objectType !== FIRST_CLASS) return world.find(ref.key.split(':')[0]!);
  const known = firstClassDisk(world, ref);
  return known && world.find(whereIs(world, known.state.place).datastore);
}

const FIRST_CLASS = 'virtualDiskUUID';

function firstClassDisk(world: World, { key }: PbmServerObjectRef): Cell<FirstClassDisk> | undefined {
  return world.lookup.first('firstClassDisk', key.toLowerCase()) as Cell<FirstClassDisk> | undefined;
}

/** A machine's home and its disks. */
export function followersIn(vm: Cell<Machine>): Follower[] {
  return [home(vm), ...disks(vm)];
}

export function* followersOf(world: World, uniqueId: string): Generator<PbmServerObjectRef> {
  for (const cell of world.lookup.get('followed', uniqueId)) {
    for (const { ref, applied } of followersIn(cell as unknown as Cell<Machine>))
      if (applied?.policy === uniqueId) yield ref;
  }
  for (const cell of world.lookup.get('followedByDisk', uniqueId)) {
    const { identity } = cell.state as FirstClassDisk;
    yield { objectType: FIRST_CLASS, key: identity.id };
  }
}

function home(vm: Cell<Machine>): Follower {
  const { files, policy } = vm.state;
  return { ref: { objectType: 'virtualMachine', key: vm.id }, file: files.vmx, applied: policy };
}

function disks(vm: Cell<Machine>): Follower[] {
  return vm.state.devices.flatMap((d: Device) =>
    isDisk(d) && d.backing?.file
      ? [{ ref: { objectType: 'virtualDiskId', key: `${vm.id}:${d.key}` }, file: d.backing.file, applied: d.policy }]
      : [],
  );
}
