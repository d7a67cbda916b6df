/** Whether what a machine is to become finds room on its datastores. */
import { VimFault } from '../../world/fault.ts';
import type { World } from '../../world/world.ts';
import { datastoreKind, freeSpace } from '../storage/datastore.ts';
import { diskAt } from '../storage/disk/disk-at.ts';
import { guardWritable } from '../storage/writable.ts';
import { fileKey } from './device/device.ts';
import { filesOf, type MachineFile } from './files.ts';
import type { FileAt, Machine } from './machine.ts';

type Filed = Parameters<typeof filesOf>[0] & Pick<Machine, 'files'> & Partial<Pick<Machine, 'place'>>;

/**
 * Looks at what the machine writes that was not there before. Throws NoDiskSpace naming the datastore that has less left,
 * InvalidDatastoreState for one in maintenance, InaccessibleDatastore or DatastoreNotWritableOnHost for one that the
 * machine's host cannot write to.
 */
export function guardSpace(world: World, before: Filed | undefined, after: Filed): void {
  const sizes = new Map((before ? filesOf(before) : []).map((file) => [fileKey(file.at), file.size]));
  const more = new Map<string, number>();
  for (const file of filesOf(after)) {
    if (file.foreign) continue;
    const had = sizes.get(fileKey(file.at)) ?? (isThere(world, file) ? file.size : 0);
    if (file.size !== had) more.set(file.at.datastore, (more.get(file.at.datastore) ?? 0) + file.size - had);
  }
  for (const [id, bytes] of more) {
    const store = world.as(datastoreKind, id);
    if (!store || bytes <= 0) continue;
    const { name, maintenance } = store.state;
    guardWritable(store, after.place?.host);
    if (maintenance) throw new VimFault('InvalidDatastoreState', { datastoreName: name });
    if (bytes <= freeSpace(store)) continue;
    throw new VimFault('NoDiskSpace', { file: `[${name}] ${after.files.vmx.path}`, datastore: name });
  }
}

/** Whether a disk's data is there already: another machine's, or left by one. */
function isThere(world: World, { at, type }: MachineFile): boolean {
  if (type !== 'diskExtent' && type !== 'diskDescriptor') return false;
  const descriptor: FileAt = { ...at, path: at.path.replace(/-(flat|delta)\.vmdk$/i, '.vmdk') };
  return diskAt(world, descriptor) !== undefined;
}
