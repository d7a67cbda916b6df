/** Snapshots taken, removed and gone back to, as changes of a machine's facets. */
import type { Site } from '../site.ts';
import { deviceLists, merged, withDeltas } from './delta.ts';
import type { Machine, Snapshot, Snapshots } from './machine.ts';
import { snapshotKind } from './snapshot.ts';
import { childrenOf, snapshotNamed } from './snapshot-tree.ts';
import { touched, type Vm } from './work.ts';

export interface Taking {
  readonly name: string;
  readonly description?: string | undefined;
  readonly memory: boolean;
  readonly quiesce: boolean;
}

/** Takes a snapshot inside a turn; returns its id. */
export function takeSnapshot(site: Site, vm: Vm, taking: Taking): string {
  const { snapshots, config, devices, files, name, identity, power } = vm.state;
  const { id } = site.world.create(snapshotKind, { vm: vm.id });
  const number = (snapshots?.last ?? 0) + 1;
  const memory = taking.memory && power.state !== 'poweredOff';
  const snapshot: Snapshot = Object.freeze({
    id,
    parent: snapshots?.current,
    number,
    name: taking.name,
    description: taking.description ?? '',
    createTime: site.clock.now(),
    quiesced: taking.quiesce && power.state === 'poweredOn' && !memory,
    saved: Object.freeze({ config, devices, files, name, changed: identity.changed, power, memory }),
  });
  const list = Object.freeze([...(snapshots?.list ?? []), snapshot]);
  site.world.update(vm, {
    devices: withDeltas(devices, deviceLists(vm.state)),
    snapshots: Object.freeze({ current: id, last: number, list }),
    identity: touched(site, vm),
  });
  return id;
}

/** A snapshot and all below it, younger first. */
export function branch(snapshots: Snapshots, id: string): string[] {
  return [...childrenOf(snapshots, id).flatMap((c) => branch(snapshots, c.id)), id];
}

/** Removes snapshots, younger ones first, inside a turn. */
export function removeSnapshots(site: Site, vm: Vm, ids: readonly string[]): void {
  for (const id of ids) {
    const { devices, snapshots } = without(vm.state, id);
    site.world.update(vm, { devices, snapshots, identity: touched(site, vm) });
    const handle = site.world.find(id);
    if (handle) site.world.destroy(handle);
  }
}

/** The machine without one snapshot: what lies directly over its disks goes into them, when only one thing does. */
function without(m: Machine, id: string): Pick<Machine, 'devices' | 'snapshots'> {
  const snapshots = m.snapshots!;
  const gone = snapshotNamed(snapshots, id)!;
  const over = childrenOf(snapshots, id).length + (snapshots.current === id ? 1 : 0);
  const join = (devices: Machine['devices']) => (over === 1 ? merged(devices, gone.saved.devices) : devices);
  const list = snapshots.list.flatMap((s) => {
    if (s.id === id) return [];
    const parent = s.parent === id ? gone.parent : s.parent;
    return [Object.freeze({ ...s, parent, saved: Object.freeze({ ...s.saved, devices: join(s.saved.devices) }) })];
  });
  const current = snapshots.current === id ? gone.parent : snapshots.current;
  return {
    devices: join(m.devices),
    snapshots:
      list.length === 0 ? undefined : Object.freeze({ current, last: snapshots.last, list: Object.freeze(list) }),
  };
}

/** Goes back to a snapshot inside a turn, but for power: the disks as they were, each under a fresh delta. */
export function revertTo(site: Site, vm: Vm, snapshot: Snapshot): void {
  const { saved } = snapshot;
  const snapshots = Object.freeze({ ...vm.state.snapshots!, current: snapshot.id });
  const kept = deviceLists({ devices: [], snapshots });
  site.world.update(vm, {
    config: saved.config,
    devices: withDeltas(saved.devices, kept),
    snapshots,
    identity: touched(site, vm),
  });
}
