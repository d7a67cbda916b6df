/** Saved snapshots. Of each only its place in the tree and its disks are known: the rest is taken to be as it is now. */
import { chain, type Device } from '../objects/machine/device/device.ts';
import type { Machine, Snapshot, Snapshots } from '../objects/machine/machine.ts';
import { POWERED_OFF } from '../objects/machine/machine.ts';
import { snapshotKind } from '../objects/machine/snapshot/snapshot.ts';
import type { Cell } from '../world/cell.ts';
import { type SavedGround, told } from './saved-ground.ts';
import type { SavedObject, SavedValue } from './saved-object.ts';

/** The snapshots of a machine, each with the object clients know it by; undefined when there are none. */
export function savedSnapshots(ground: SavedGround, vm: Cell<Machine>, o: SavedObject): Snapshots | undefined {
  const saved = o.get('snapshot');
  const layout: readonly SavedValue[] = o.get('layout')?.snapshot ?? [];
  const files = new Map<string, readonly string[]>(layout.map((s) => [s.key?.value, s.snapshotFile ?? []]));
  const list = entries(ground, vm.state, saved?.rootSnapshotList ?? [], undefined, files);
  if (list.length === 0) return undefined;
  for (const { id } of list) ground.put(snapshotKind, id, { vm: vm.id });
  return Object.freeze({
    current: saved.currentSnapshot?.value,
    last: Math.max(...list.map((s) => s.number)),
    list: Object.freeze(list),
  });
}

function entries(
  ground: SavedGround,
  machine: Machine,
  nodes: readonly SavedValue[],
  parent: string | undefined,
  files: ReadonlyMap<string, readonly string[]>,
): Snapshot[] {
  return nodes.flatMap((node) => {
    const id: string = node.snapshot.value;
    const entry = Object.freeze({
      id,
      ...told({ parent }),
      number: node.id ?? 1,
      name: node.name ?? '',
      description: node.description ?? '',
      createTime: ground.time(node.createTime) ?? machine.identity.createDate,
      quiesced: node.quiesced === true,
      saved: savedState(machine, node.state, files.get(id) ?? []),
    });
    return [entry, ...entries(ground, machine, node.childSnapshotList ?? [], id, files)];
  });
}

function savedState(machine: Machine, state: string, own: readonly string[]): Snapshot['saved'] {
  const { config, files, name, identity } = machine;
  const devices = Object.freeze(machine.devices.map((device) => asKept(device, own)));
  const memory = state === 'poweredOn' || state === 'suspended';
  const power = memory ? Object.freeze({ ...machine.power, state }) : POWERED_OFF;
  return Object.freeze({ config, devices, files, name, changed: identity.changed, power, memory });
}

/** A disk as the snapshot keeps it: on that file of its chain which is one of the snapshot's own. */
function asKept(device: Device, own: readonly string[]): Device {
  for (const backing of chain(device.backing)) {
    const { file } = backing;
    if (file && own.some((path) => path.endsWith(`] ${file.path}`))) return Object.freeze({ ...device, backing });
  }
  return device;
}
