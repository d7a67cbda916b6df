/** Disks changed, taken from whoever has them, and taken away, whoever has them. */
import type { DiskContent } from '../../../spool/layer.ts';
import type { World } from '../../../world/world.ts';
import { type Backing, chain, type Device, fileKey, isDisk } from '../../machine/device/device.ts';
import { foreign, ownChain } from '../../machine/device/disk-content.ts';
import { leaveDisks } from '../../machine/disk-owner.ts';
import type { FileAt, Machine } from '../../machine/machine.ts';
import { deviceLists } from '../../machine/snapshot/delta.ts';
import { leaveMachine, leftMachinesOn, takeMachine } from '../../machine/vmx/left-files.ts';
import type { Site } from '../../site.ts';
import type { KnownDisk } from './disk-at.ts';
import { changeFile } from './machine-disk.ts';
import { DESCRIPTOR_BYTES, extentFile, heldBy, layersOf, standingAt } from './standing.ts';
import type { DiskFormat } from './standing-disk.ts';

/** What of a disk is to be another. */
export interface Change {
  /** Bytes. */
  readonly capacity?: number | undefined;
  readonly uuid?: string | undefined;
  readonly format?: DiskFormat | undefined;
  readonly content?: DiskContent | undefined;
  /** Bytes that its extent takes from now on, where its format leaves that open. */
  readonly used?: number | undefined;
}

/** Changes a disk where it is, inside a turn: every machine that has it sees it. */
export function alter(world: World, { file, backing }: KnownDisk, change: Change): void {
  if (standingAt(world, file)) alterStanding(world, file, change);
  changeFile(world, file, (b) => ({
    capacity: change.capacity,
    backing: alteredBacking(b, change, backing.used),
  }));
}

function alterStanding(world: World, file: FileAt, { used, content, ...said }: Change): void {
  const descriptor = standingAt(world, file)!;
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  const disk = Object.freeze({ ...descriptor.state.disk!, ...Object.fromEntries(given) });
  const { extent: _bytes, ...written } = descriptor.state.content;
  // What a client wrote holds no more: the descriptor says what is true now.
  world.update(descriptor, { disk, content: Object.freeze({ ...written, size: DESCRIPTOR_BYTES }) });
  const data = extentFile(descriptor);
  if (!data) return;
  const { extent: _own, ...rest } = data.state.content;
  const layers = content ?? layersOf(data.state.content);
  const held = heldBy(disk, layers, used ?? data.state.content.held);
  world.update(data, { content: Object.freeze({ ...rest, layers, size: disk.capacity, held }) });
}

function alteredBacking(b: Backing, { uuid, format, content, used }: Change, before: number | undefined): Backing {
  const thick = format === 'zeroedthick' || format === 'eagerzeroedthick';
  const { used: _used, eagerlyScrub: _eager, ...rest } = b;
  const takes = thick ? undefined : (used ?? before);
  return {
    ...rest,
    ...(uuid !== undefined && { uuid }),
    ...(content !== undefined && { content }),
    ...(takes !== undefined && { used: takes }),
    ...(format === undefined && b['eagerlyScrub'] !== undefined && { eagerlyScrub: b['eagerlyScrub'] }),
    ...(format !== undefined && { thinProvisioned: format === 'thin', eagerlyScrub: format === 'eagerzeroedthick' }),
  };
}

/**
 * Makes a disk nobody's, inside a turn, with what lies below it as far as that belongs to the same machine. The machine
 * keeps its device, and has a disk only as long as the file is where it was.
 */
export function setApart(site: Site, { file, backing, holder, vm }: KnownDisk): void {
  const { world } = site;
  const apart = new Set(Array.from(ownChain(backing), (b) => fileKey(b.file!)));
  if (holder === 'machine' && vm) {
    const before = deviceLists(vm.state);
    world.update(vm, lent(vm.state, apart));
    leaveDisks(site, before, deviceLists(vm.state), file);
    return;
  }
  for (const { id } of holder === 'left' ? world.ofType('Datastore') : []) {
    for (const machine of leftMachinesOn(world, id)) {
      const after = { ...machine, ...lent(machine, apart) } as Machine;
      if (after.devices === machine.devices && after.snapshots === machine.snapshots) continue;
      takeMachine(world, machine);
      leaveMachine(world, after);
      leaveDisks(site, deviceLists(machine), deviceLists(after), file);
    }
  }
}

type Disks = Pick<Machine, 'devices' | 'snapshots'>;

/** The same disks, those on one of the files only read. */
function lent({ devices, snapshots }: Disks, apart: ReadonlySet<string>): Disks {
  const list = (all: readonly Device[]): readonly Device[] => {
    const after = all.map((d) => (isDisk(d) ? lentDisk(d, apart) : d));
    return after.every((d, i) => d === all[i]) ? all : Object.freeze(after);
  };
  const kept = snapshots?.list.map((s) => {
    const saved = list(s.saved.devices);
    return saved === s.saved.devices
      ? s
      : Object.freeze({ ...s, saved: Object.freeze({ ...s.saved, devices: saved }) });
  });
  const same = kept?.every((s, i) => s === snapshots!.list[i]) ?? true;
  return {
    devices: list(devices),
    snapshots: same ? snapshots : Object.freeze({ ...snapshots!, list: Object.freeze(kept!) }),
  };
}

function lentDisk(disk: Device, apart: ReadonlySet<string>): Device {
  const isApart = (b: Backing) => !b.foreign && b.file !== undefined && apart.has(fileKey(b.file));
  if (!Array.from(chain(disk.backing)).some(isApart)) return disk;
  const walk = (b: Backing): Backing => (isApart(b) ? foreign(b) : Object.freeze({ ...b, parent: walk(b.parent!) }));
  return Object.freeze({ ...disk, backing: walk(disk.backing!) });
}
