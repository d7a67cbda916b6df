/** Who follows which policy: machines by their home, disks by machine and key, disks of nobody's by their uuid. */
import type { PbmServerObjectRef } from '../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { type Device, isDisk } from '../machine/device/device.ts';
import type { FileAt, Machine } from '../machine/machine.ts';
import { vmKind } from '../machine/virtual-machine.ts';
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
  const [id = '', key] = ref.key.split(':');
  const vm = world.as(vmKind, id);
  if (!vm) return undefined;
  if (ref.objectType === 'virtualMachine' && key === undefined) return [home(vm)];
  if (ref.objectType === 'virtualMachineAndDisks' && key === undefined) return [home(vm), ...disks(vm)];
  const disk = ref.objectType === 'virtualDiskId' ? disks(vm).find((d) => d.ref.key === ref.key) : undefined;
  return disk && [disk];
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
