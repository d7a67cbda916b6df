/** Snapshots taken, removed and gone back to, as changes of a machine's facets. */

import type { Site } from '../../site.ts';
import { chain, type Device, isDisk, sameFile } from '../device/device.ts';
import { claimDisks, letGo, withoutOthers } from '../disk-owner.ts';
import { guardSpace } from '../disk-room.ts';
import type { Machine, Snapshot, Snapshots } from '../machine.ts';
import { touched, type Vm } from '../work.ts';
import { marked, unmarked } from './change-tracking.ts';
import { deviceLists, keptDisks, withDeltas } from './delta.ts';
import { snapshotKind } from './snapshot.ts';
import { insideOf, insideOfDisks } from './snapshot-guest.ts';
import { consolidated } from './snapshot-loose.ts';
import { childrenOf, snapshotNamed } from './snapshot-tree.ts';

export interface Taking {
  readonly name: string;
  readonly description?: string | undefined;
  readonly memory: boolean;
  /** The guest was brought to rest; before that, whether it is to be. */
  readonly quiesce: boolean;
}

/** Takes a snapshot inside a turn; returns its id. */
export function takeSnapshot(site: Site, vm: Vm, taking: Taking): string {
  const { snapshots, config, files, name, identity, power } = vm.state;
  const { id } = site.world.create(snapshotKind, { vm: vm.id });
  const devices = marked(site, vm.state, id);
  const number = (snapshots?.last ?? 0) + 1;
  const memory = taking.memory && power.state !== 'poweredOff';
  const snapshot: Snapshot = Object.freeze({
    id,
    parent: snapshots?.current,
    number,
    name: taking.name,
    description: taking.description ?? '',
    createTime: site.clock.now(),
    quiesced: taking.quiesce,
    saved: Object.freeze({
      config,
      devices,
      files,
      name,
      changed: identity.changed,
      power,
      memory,
      inside: insideOf(vm.state, memory),
    }),
  });
  const list = Object.freeze([...(snapshots?.list ?? []), snapshot]);
  const after = {
    devices: withDeltas(devices, deviceLists(vm.state)),
    snapshots: Object.freeze({ current: id, last: number, list }),
  };
  guardSpace(site.world, vm.state, { ...vm.state, ...after });
  site.world.update(vm, {
    ...after,
    identity: touched(site, vm),
  });
  return id;
}

/** A snapshot and all below it, younger first. */
export function branch(snapshots: Snapshots, id: string): string[] {
  return [...childrenOf(snapshots, id).flatMap((c) => branch(snapshots, c.id)), id];
}

/** Removes snapshots, younger ones first, inside a turn. Their disks' files are made one with others unless told not to. */
export function removeSnapshots(site: Site, vm: Vm, ids: readonly string[], consolidate = true): void {
  for (const id of ids) {
    const bare = without(vm.state, id);
    site.world.update(vm, { ...(consolidate ? consolidated(site, bare) : bare), identity: touched(site, vm) });
    const handle = site.world.find(id);
    if (handle) site.world.destroy(handle);
  }
}

/** The machine without one snapshot, whose disks' files now lie loose in the chains above them. */
function without(m: Machine, id: string): Pick<Machine, 'devices' | 'snapshots' | 'loose'> {
  const snapshots = m.snapshots!;
  const gone = snapshotNamed(snapshots, id)!;
  const list = snapshots.list.flatMap((s) => {
    if (s.id === id) return [];
    return [s.parent === id ? Object.freeze({ ...s, parent: gone.parent }) : s];
  });
  const current = snapshots.current === id ? gone.parent : snapshots.current;
  const files = keptDisks(gone.saved.devices).map((d) => d.backing!.file!);
  return {
    devices: m.devices,
    snapshots:
      list.length === 0 ? undefined : Object.freeze({ current, last: snapshots.last, list: Object.freeze(list) }),
    loose: Object.freeze([...(m.loose ?? []), ...files]),
  };
}

/** Goes back to a snapshot inside a turn, but for power: the disks as they were, each under a fresh delta. */
export function revertTo(site: Site, vm: Vm, snapshot: Snapshot): void {
  const { saved } = snapshot;
  const before = vm.state;
  const snapshots = Object.freeze({ ...before.snapshots!, current: snapshot.id });
  const kept = deviceLists({ devices: [], snapshots });
  const devices = withDeltas(withoutOthers(site, vm, unmarked(asNow(saved.devices, before.devices))), kept);
  site.world.update(vm, {
    config: saved.config,
    devices,
    snapshots,
    identity: touched(site, vm),
    ...(saved.inside && insideOfDisks(saved.inside)),
  });
  settleDisks(site, before, vm.state);
  claimDisks(site, vm);
}

/** Independent disks do not go back: one that is still there stays as it is. */
function asNow(saved: readonly Device[], now: readonly Device[]): readonly Device[] {
  const goBack = new Set(keptDisks(saved));
  const same = (d: Device) =>
    now.find((other) => other.key === d.key && sameFile(other.backing?.file, d.backing?.file));
  return saved.map((d) => (isDisk(d) && !goBack.has(d) ? (same(d) ?? d) : d));
}

/** Disks that came after the snapshot stay on their datastores; what was written over it since goes. */
function settleDisks(site: Site, before: Machine, after: Machine): void {
  const files = deviceLists(after).flatMap((devices) => devices.flatMap((d) => [...chain(d.backing)]));
  const isOurs = (d: Device) => [...chain(d.backing)].some((b) => files.some((f) => sameFile(f.file, b.file)));
  letGo(site, deviceLists(before), deviceLists(after), ({ disk }) => !isOurs(disk));
}
