/** Saved snapshots. Of each only its place in the tree is known: the machine then is taken to be as it is now. */
import type { Machine, Snapshot, Snapshots } from '../objects/machine/machine.ts';
import { POWERED_OFF } from '../objects/machine/machine.ts';
import { snapshotKind } from '../objects/machine/snapshot.ts';
import type { Cell } from '../world/cell.ts';
import { type SavedGround, told } from './saved-ground.ts';
import type { SavedObject, SavedValue } from './saved-object.ts';

/** The snapshots of a machine, each with the object clients know it by; undefined when there are none. */
export function savedSnapshots(ground: SavedGround, vm: Cell<Machine>, o: SavedObject): Snapshots | undefined {
  const saved = o.get('snapshot');
  const list = entries(ground, vm.state, saved?.rootSnapshotList ?? [], undefined);
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
      saved: savedState(machine, node.state),
    });
    return [entry, ...entries(ground, machine, node.childSnapshotList ?? [], id)];
  });
}

function savedState(machine: Machine, state: string): Snapshot['saved'] {
  const { config, devices, files, name, identity } = machine;
  const memory = state === 'poweredOn' || state === 'suspended';
  const power = memory ? Object.freeze({ ...machine.power, state }) : POWERED_OFF;
  return Object.freeze({ config, devices, files, name, changed: identity.changed, power, memory });
}
