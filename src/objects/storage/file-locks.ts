/** Which files of a datastore are open, and on which host. */
import type { FileLockInfo } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Host } from '../compute/host/host.ts';
import { vmkNics } from '../compute/host/host-network.ts';
import type { Entity } from '../inventory/managed-entity.ts';
import { machineFilesOn } from '../machine/machine-files.ts';
import type { Place } from './datastore-place.ts';
import { directoriesOf } from './directory.ts';
import { directoryOf } from './files.ts';
import { holderOf } from './held-files.ts';

/** The locks on a file; none on one that nobody has open. Throws FileNotFound. */
export function locksOf({ store, path, name }: Place): FileLockInfo[] {
  const { world } = store;
  const found: FileLockInfo[] = [];
  for (const { at, openBy } of machineFilesOn(store)) {
    const vm = at.path === path && openBy !== undefined ? (world.find(openBy) as Cell<Entity> | undefined) : undefined;
    const host = vm?.one<Host>('host');
    if (vm && host) found.push(lockOf(name, vm, host));
  }
  const holder = holderOf(world, { datastore: store.id, path });
  if (holder !== undefined) found.push(outsideLock(name, holder));
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (found.length === 0 && !directoriesOf(store).get(directoryOf(path))?.has(last))
    throw new VimFault('FileNotFound', { file: name });
  return found;
}

/** Of somebody of whom no more is known than the address in the lock. */
function outsideLock(filePath: string, host: string): FileLockInfo {
  const lockMode = 'exclusive';
  return { _typeName: 'FileLockInfo', filePath, host, mac: '', id: '', worldName: '', lockMode } as FileLockInfo;
}

function lockOf(filePath: string, vm: Cell<Entity>, host: Cell<Host>): FileLockInfo {
  return {
    _typeName: 'FileLockInfo',
    filePath,
    host: host.state.name,
    mac: vmkNics(host.state)[0]?.spec.mac ?? '',
    id: vm.id,
    worldName: `vmx-vthread:${vm.state.name}`,
    lockMode: 'exclusive',
  } as FileLockInfo;
}
