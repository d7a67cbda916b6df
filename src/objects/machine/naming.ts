/** Names of machines, and the directory a new machine gets. */
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { entityName, guardUnique } from '../inventory/names.ts';
import type { Site } from '../site.ts';
import { fileAt } from '../storage/files.ts';
import { datastoreNamed, parseDatastorePath } from './config/surroundings.ts';
import { fileKey } from './device/device.ts';
import type { FileAt } from './machine.ts';
import { leftMachine } from './vmx/left-files.ts';

/** The name as it is kept. Throws InvalidName, or DuplicateName of a neighbour in the folder or vApp. */
export function machineName(home: Cell | undefined, given: string | undefined, self?: Cell): string {
  if (given === undefined) throw invalidArgument('configSpec.name');
  const name = entityName(given, self);
  if (home?.is('Folder')) guardUnique(home, name, self);
  else if (home) guardUniqueInVApp(home, name, self);
  return name;
}

function guardUniqueInVApp(vApp: Cell, name: string, self: Cell | undefined): void {
  for (const vm of vApp.back('vAppVm')) {
    if (vm !== self && vm.get('name') === name) throw new VimFault('DuplicateName', { name, object: vm.ref });
  }
}

/**
 * Where a new machine's .vmx goes. `[datastore]` alone leaves the rest to the server, which makes `name/name.vmx`, and
 * `name_1/name.vmx` where `name` is taken.
 */
export function vmxFor(site: Site, owner: Cell | undefined, given: string, name: string): FileAt {
  const parsed = parseDatastorePath(given);
  const datastore = datastoreNamed(owner, parsed.datastore, given).id;
  if (/\.vmx$/i.test(parsed.path)) {
    const vmx = { datastore, path: parsed.path };
    if (isTaken(site, vmx)) throw new VimFault('FileAlreadyExists', { file: given });
    return Object.freeze(vmx);
  }
  return freeVmx(site, datastore, parsed.path === '' ? name : parsed.path, name);
}

/** `directory/name.vmx`, in the first directory of that name that no machine has. */
export function freeVmx(site: Site, datastore: string, base: string, name: string): FileAt {
  for (let n = 0; ; n++) {
    const vmx = { datastore, path: `${n === 0 ? base : `${base}_${n}`}/${name}.vmx` };
    if (!isTaken(site, vmx)) return Object.freeze(vmx);
  }
}

function isTaken(site: Site, vmx: FileAt): boolean {
  const { world } = site;
  // A template of that name has the directory too.
  return [vmx, { ...vmx, path: vmx.path.replace(/\.vmx$/i, '.vmtx') }].some(
    (at) =>
      world.lookup.get('vmPathName', fileKey(at)).size > 0 ||
      leftMachine(world, at) !== undefined ||
      fileAt(world, at.datastore, at.path) !== undefined,
  );
}
