/**
 * Files that somebody outside holds open: a backup that never let go, a host that was thought dead. Nobody here may open
 * them, start from them or delete them until they are released.
 */
import { fitsName } from '../../kernel/glob.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { chain, isDisk } from '../machine/device/device.ts';
import type { FileAt, Machine } from '../machine/machine.ts';
import type { Site } from '../site.ts';

export interface Hold {
  readonly hold: {
    /** `[datastore] dir/file`; `*` stands for any text, `?` for one character. */
    readonly path: string;
    /** Id of the machine whose files are meant, where one is. */
    readonly vm?: string | undefined;
    /** Who the lock says it is: the address of a host. */
    readonly owner: string;
  };
}

/** No managed object of the API. */
export const fileHoldKind: KindSpec<Hold> = defineKind<Hold>({ type: 'FileHold' });

const SOMEBODY = '10.10.255.254';

/** Somebody opens the files of a path. */
export function holdFiles({ world }: Site, path: string, owner: string = SOMEBODY): void {
  const known = [...world.every(fileHoldKind)].some(({ state }) => state.hold.path === path);
  if (!known) world.turn(() => create(world, { path, owner }));
}

/** Somebody opens the disks of a machine, with all that their chains lie on. */
export function holdDisks({ world }: Site, vm: Cell<Machine>, owner: string = SOMEBODY): void {
  const paths = new Set<string>();
  for (const device of vm.state.devices) {
    if (!isDisk(device)) continue;
    for (const { file } of chain(device.backing)) if (file) paths.add(nameOf(world, file));
  }
  world.turn(() => {
    for (const path of paths) create(world, { path, owner, vm: vm.id });
  });
}

/** Lets go of the files of a path, of a machine's disks, or of all. */
export function releaseFiles(
  { world }: Site,
  { path, vm }: { readonly path?: string; readonly vm?: string } = {},
): void {
  const released = [...world.every(fileHoldKind)].filter(({ state: { hold } }) => {
    if (vm !== undefined) return hold.vm === vm;
    return path === undefined || hold.path === path || fitsName(path, hold.path);
  });
  if (released.length === 0) return;
  world.turn(() => {
    for (const cell of released) world.destroy(cell);
  });
}

/** Who holds a file, or the data that it describes. */
export function holderOf(world: World, at: FileAt): string | undefined {
  if (world.ofType(fileHoldKind.type).size === 0) return undefined;
  const name = nameOf(world, at);
  const descriptor = name.replace(/-(flat|delta)\.vmdk$/i, '.vmdk');
  for (const { state } of world.every(fileHoldKind)) {
    const { path, owner } = state.hold;
    if (fitsName(path, name) || (descriptor !== name && fitsName(path, descriptor))) return owner;
  }
  return undefined;
}

export function isHeldOutside(world: World, at: FileAt): boolean {
  return holderOf(world, at) !== undefined;
}

/** Throws FileLocked naming the first file of a machine's disks that somebody outside holds. */
export function guardDisksFree(vm: Cell<Machine>): void {
  const held = heldDisk(vm);
  if (held) throw new VimFault('FileLocked', { file: nameOf(vm.world, held) });
}

export function heldDisk({ world, state }: Cell<Machine>): FileAt | undefined {
  if (world.ofType(fileHoldKind.type).size === 0) return undefined;
  for (const device of state.devices) {
    if (!isDisk(device)) continue;
    for (const { file } of chain(device.backing)) if (file && isHeldOutside(world, file)) return file;
  }
  return undefined;
}

function create(world: World, hold: Hold['hold']): void {
  world.create(fileHoldKind, { hold: Object.freeze(hold) }, `hold-${world.numbers.next('#hold')}`);
}

function nameOf(world: World, { datastore, path }: FileAt): string {
  return `[${String(world.find(datastore)?.get('name') ?? '')}] ${path}`;
}
