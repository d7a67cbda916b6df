/** A machine's snapshots as a tree. */
import { formatTime } from '../../../kernel/time.ts';
import type { VirtualMachineSnapshotInfo, VirtualMachineSnapshotTree } from '../../../vim25/generated/index.ts';
import { type Ref, ref } from '../../../vim25/value.ts';
import type { Snapshot, Snapshots } from '../machine.ts';

const NONE: readonly Snapshot[] = [];

export function childrenOf(snapshots: Snapshots | undefined, parent: string | undefined): readonly Snapshot[] {
  return snapshots?.list.filter((s) => s.parent === parent) ?? NONE;
}

export function snapshotNamed(snapshots: Snapshots | undefined, id: string): Snapshot | undefined {
  return snapshots?.list.find((s) => s.id === id);
}

export function snapshotRef(s: Snapshot): Ref<'VirtualMachineSnapshot'> {
  return ref('VirtualMachineSnapshot', s.id);
}

/** The property `snapshot`; unset when there is none. */
export function snapshotInfo(snapshots: Snapshots | undefined, vm: Ref): VirtualMachineSnapshotInfo | undefined {
  if (!snapshots || snapshots.list.length === 0) return undefined;
  return {
    _typeName: 'VirtualMachineSnapshotInfo',
    currentSnapshot: snapshots.current === undefined ? undefined : ref('VirtualMachineSnapshot', snapshots.current),
    rootSnapshotList: childrenOf(snapshots, undefined).map((s) => tree(snapshots, s, vm)),
  };
}

function tree(snapshots: Snapshots, s: Snapshot, vm: Ref): VirtualMachineSnapshotTree {
  const children = childrenOf(snapshots, s.id);
  return {
    _typeName: 'VirtualMachineSnapshotTree',
    snapshot: snapshotRef(s),
    vm: vm as Ref<'VirtualMachine'>,
    name: s.name,
    description: s.description,
    id: s.number,
    createTime: formatTime(s.createTime),
    // Without its memory a machine is as if it had been off.
    state: s.saved.memory ? s.saved.power.state : 'poweredOff',
    quiesced: s.quiesced,
    childSnapshotList: children.length === 0 ? undefined : children.map((c) => tree(snapshots, c, vm)),
    replaySupported: false,
  };
}
