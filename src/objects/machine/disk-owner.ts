/**
 * Whose the files of disks are. A file belongs to one machine, or to none; the others that lie over it only read it. Who
 * lets a file go leaves it to a machine that has a disk on it, or to nobody where one lies over it or it is to stay.
 */
import type { Cell } from '../../world/cell.ts';
import type { Site } from '../site.ts';
import { adapterOf } from '../storage/disk/disk-at.ts';
import { standingOf } from '../storage/disk/left-disk.ts';
import { createStanding, removeStanding } from '../storage/disk/standing.ts';
import { followDisks, nameDisks } from '../storage/first-class/whereabouts.ts';
import { type Device, fileKey, isDisk, sameFile } from './device/device.ts';
import { foreign, type OwnFile, ownFiles } from './device/disk-content.ts';
import type { FileAt, Machine } from './machine.ts';
import { deviceLists } from './snapshot/delta.ts';
import type { Vm } from './work.ts';

type Lists = readonly (readonly Device[])[];

/**
 * What becomes of files that were a machine's own and are no more, inside a turn and after the machine changed. `stays`
 * says which of them stay on their datastores though nobody needs them, `apart` which file goes to no heir.
 */
export function letGo(
  site: Site,
  before: Lists,
  after: Lists,
  stays: (file: OwnFile) => boolean,
  apart?: FileAt,
): void {
  followDisks(site.world, before, after);
  const kept = ownFiles(after);
  for (const [key, own] of ownFiles(before)) {
    if (kept.has(key)) continue;
    const holders = [...site.world.lookup.get('vmFile', key)] as unknown as Cell<Machine>[];
    const heirs = sameFile(own.backing.file, apart) ? [] : holders;
    const heir = heirs.find((vm) => vm.state.devices.some((d) => sameFile(d.backing?.file, own.backing.file)));
    if (heir) adopt(site, heir, own.backing.file!);
    else if (holders.length > 0 || stays(own)) stand(site, own);
  }
}

/** Leaves the files of disks that a machine had; the one set `apart` to nobody, whoever else has a disk on it. */
export function leaveDisks(site: Site, disks: Lists, after: Lists = [], apart?: FileAt): void {
  letGo(site, disks, after, () => true, apart);
}

/** The files of a machine's disks that nobody had are its own from now on, inside a turn. */
export function claimDisks(site: Site, vm: Vm): void {
  for (const { backing } of ownFiles(deviceLists(vm.state)).values()) removeStanding(site.world, backing.file!);
  nameDisks(site.world, vm);
}

function stand({ world, clock }: Site, { disk, backing, controller }: OwnFile): void {
  const facts = standingOf(backing, disk.capacityInBytes ?? 0, adapterOf(controller));
  createStanding(world, backing.file!, facts, backing.content ?? [], clock.now());
}

function adopt({ world }: Site, heir: Cell<Machine>, file: FileAt): void {
  const own = (d: Device): Device => {
    if (!isDisk(d) || !d.backing?.foreign || !sameFile(d.backing.file, file)) return d;
    const { foreign: _foreign, ...backing } = d.backing;
    return Object.freeze({ ...d, backing: Object.freeze(backing) } as Device);
  };
  world.update(heir, { devices: Object.freeze(heir.state.devices.map(own)) });
}

/** The devices with those disks as another's whose files belong to another machine by now. */
export function withoutOthers(site: Site, vm: Vm, devices: readonly Device[]): readonly Device[] {
  const after = devices.map((d) => {
    const file = isDisk(d) && !d.backing?.foreign ? d.backing?.file : undefined;
    if (!file || !isOthers(site, vm, file)) return d;
    return Object.freeze({ ...d, backing: foreign(d.backing!) });
  });
  return after.every((d, i) => d === devices[i]) ? devices : Object.freeze(after);
}

function isOthers(site: Site, vm: Vm, file: FileAt): boolean {
  for (const cell of site.world.lookup.get('vmFile', fileKey(file))) {
    if (cell.id !== vm.id && ownFiles(deviceLists(cell.state as Machine)).has(fileKey(file))) return true;
  }
  return false;
}
