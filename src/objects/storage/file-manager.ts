/** FileManager: directories and files on datastores, by their `[datastore] path`. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import { isKnown, directoryOf as usersOf } from '../access/accounts/users.ts';
import type { Call } from '../call.ts';
import { hostKind } from '../compute/host/host.ts';
import { post } from '../history/post.ts';
import { datacenterOf } from '../inventory/place.ts';
import { deleteVmx } from '../machine/vmx/orphan.ts';
import { isVmx } from '../machine/vmx/vmx-files.ts';
import { type ManagedObject, type MethodsOf, verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { type Named, type Place, placeOf } from './datastore-place.ts';
import { isDirectory } from './directory.ts';
import { locksOf } from './file-locks.ts';
import { copyVerb, moveVerb, type Transfer } from './file-transfer.ts';
import { directoryOf, fileAt, makeDirectory, removeFile } from './files.ts';
import { guardClosed, ownedBelow, removeOwned } from './owned-files.ts';
import { guardWritable } from './writable.ts';

/** Who acts, and under which chain of events. */
interface By {
  readonly user: string;
  readonly chainId?: number | undefined;
}

/** Takes away what clients put at a place and below it, and what machines left there. Inside a turn. */
export function deleteAt(site: Site, { store, path, name }: Place, { user, chainId }: By): void {
  guardWritable(store);
  if (path === '') throw new VimFault('CannotDeleteFile', { file: name });
  const place = { store, path, name };
  guardClosed(place, ownedBelow(place));
  const isGone = isVmx(path) && deleteVmx(site, { datastore: store.id, path }, user);
  if (!isGone) deleteFiles(site, place, user);
  const about = { entity: store as unknown as Cell, ...(chainId !== undefined && { chainId }) };
  post(site, user, 'DatastoreFileDeletedEvent', { targetFile: `[${store.state.name}] ${path}` }, about);
}

function deleteFiles(site: Site, { store, path, name }: Place, user: string): void {
  const { world } = site;
  const there = fileAt(world, store.id, path) !== undefined;
  const owned = removeOwned(site, { store, path, name }, user);
  if (!there && !owned) throw new VimFault('FileNotFound', { file: name });
  const file = fileAt(world, store.id, path);
  if (file) removeFile(world, file);
}

const deleteVerb = verb<Named>({
  name: 'FileManager.deleteFile',
  descriptionId: 'FileManager.deleteFile',
  steps: {
    delete({ site, args, request }) {
      deleteAt(site, placeOf(site, args), { user: request.user, chainId: request.eventChainId });
      return { done: true };
    },
  },
});

interface TransferParams {
  readonly sourceName: string;
  readonly sourceDatacenter?: Ref | undefined;
  readonly destinationName: string;
  readonly destinationDatacenter?: Ref | undefined;
  readonly force?: boolean | undefined;
}

/** Without a datacenter of its own a destination is in the source's. */
function startTransfer(call: Call, self: Cell<Facets>, verbName: string, a: TransferParams): Ref<'Task'> {
  const transfer: Transfer = {
    source: { name: a.sourceName, datacenter: a.sourceDatacenter },
    destination: { name: a.destinationName, datacenter: a.destinationDatacenter ?? a.sourceDatacenter },
    force: a.force === true,
  };
  return call.startTask(verbName, self as never, { ...transfer });
}

const methods: MethodsOf<'FileManager', Facets> = {
  MakeDirectory(call, _self, { name, datacenter, createParentDirectories }) {
    const { site, world } = call;
    const at = placeOf(site, { name, datacenter });
    guardWritable(at.store);
    if (fileAt(world, at.store.id, at.path) || isDirectory(at.store, at.path))
      throw new VimFault('FileAlreadyExists', { file: name });
    if (!createParentDirectories && !isDirectory(at.store, directoryOf(at.path)))
      throw new VimFault('FileNotFound', { file: name });
    const made = call.turn(() => makeDirectory(world, at.store.id, at.path, site.clock.now()));
    if (!made) throw new VimFault('CannotCreateFile', { file: name });
  },
  ChangeOwner(call, _self, { name, datacenter, owner }) {
    const { site, world } = call;
    const { store, path } = placeOf(site, { name, datacenter });
    guardWritable(store);
    const file = fileAt(world, store.id, path);
    if (!file) throw new VimFault('FileNotFound', { file: name });
    if (!isKnown(usersOf(world)!.state.directory, owner, false))
      throw new VimFault('UserNotFound', { principal: owner, unresolved: false });
    call.turn(() => world.update(file, { content: Object.freeze({ ...file.state.content, owner }) }));
  },

  /** Who has a file open: the host that runs its machine. */
  QueryFileLockInfo(call, _self, { path, host }) {
    const place = placeOf(call.site, {
      name: path,
      datacenter: host && datacenterOf(call.resolve(hostKind, host))?.ref,
    });
    return { lockInfo: locksOf(place) };
  },

  DeleteDatastoreFile_Task: (call, self, { name, datacenter }) =>
    call.startTask('FileManager.deleteFile', self as never, { name, datacenter }),
  MoveDatastoreFile_Task: (call, self, params) => startTransfer(call, self, 'FileManager.moveFile', params),
  CopyDatastoreFile_Task: (call, self, params) => startTransfer(call, self, 'FileManager.copyFile', params),
};

/** What this room gives to the FileManager, which the service makes. */
export const fileManagerMethods: {
  readonly type: string;
  readonly methods: ManagedObject['methods'];
  readonly verbs: ManagedObject['verbs'];
} = { type: 'FileManager', methods: methods as ManagedObject['methods'], verbs: [copyVerb, moveVerb, deleteVerb] };
