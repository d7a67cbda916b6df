/** FileManager: directories and files on datastores, by their `[datastore] path`. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { Verb } from '../../world/tasks.ts';
import type { World } from '../../world/world.ts';
import { isKnown, directoryOf as usersOf } from '../access/users.ts';
import type { Call } from '../call.ts';
import { hostKind } from '../compute/host/host.ts';
import { datacenterOf } from '../inventory/place.ts';
import type { Machine } from '../machine/machine.ts';
import { deleteLeft, leftFiles } from '../machine/vmx/left-files.ts';
import { deleteVmx } from '../machine/vmx/orphan.ts';
import { isVmx } from '../machine/vmx/vmx-files.ts';
import { type ManagedObject, type MethodsOf, verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { type Datastore, freeSpace } from './datastore.ts';
import { type Named, type Place, placeOf } from './datastore-place.ts';
import { locksOf } from './file-locks.ts';
import {
  bytesOf,
  directoryOf,
  type FileFacets,
  fileAt,
  filesIn,
  makeDirectory,
  moveFile,
  putFile,
  removeFile,
} from './files.ts';

interface Transfer {
  readonly source: Named;
  readonly destination: Named;
  readonly force: boolean;
}

function fileOf(world: World, { store, path }: Place): Cell<FileFacets> | undefined {
  return fileAt(world, store.id, path);
}

/** The top, a directory somebody made, or one that holds files of machines, registered or left. */
function isDirectory(world: World, store: Cell<Datastore>, path: string): boolean {
  if (path === '') return true;
  const file = fileAt(world, store.id, path);
  if (file) return file.state.content.directory;
  const below = (at: string) => at.startsWith(`${path}/`);
  if (leftFiles(world, store.id).some((left) => below(left.at.path))) return true;
  for (const { state } of store.back<Machine>('vm')) {
    const own = [state.files.vmx, ...state.devices.map((device) => device.backing?.file)];
    if (own.some((at) => at?.datastore === store.id && below(at.path))) return true;
  }
  return false;
}

/** All guards of a copy or a move. `needsRoom` tells whether it takes any where it goes. */
function guarded(
  site: Site,
  { source, destination, force }: Transfer,
  needsRoom: (from: Cell<FileFacets>, to: Place) => boolean,
): { readonly file: Cell<FileFacets>; readonly to: Place; readonly replaced: Cell<FileFacets> | undefined } {
  const { world } = site;
  const from = placeOf(site, source);
  const file = fileOf(world, from);
  if (!file) throw new VimFault('FileNotFound', { file: source.name });
  const to = placeOf(site, destination);
  if (!isDirectory(world, to.store, directoryOf(to.path))) throw new VimFault('FileNotFound', { file: to.name });
  const intoItself = to.store === from.store && `${to.path}/`.startsWith(`${from.path}/`);
  const replaced = fileOf(world, to);
  if (intoItself || (replaced ? !force || replaced.state.content.directory : isDirectory(world, to.store, to.path)))
    throw new VimFault('FileAlreadyExists', { file: to.name });
  const room = freeSpace(to.store) + (replaced?.state.content.size ?? 0);
  if (needsRoom(file, to) && bytesOf(world, file) > room)
    throw new VimFault('NoDiskSpace', { file: to.name, datastore: to.store.state.name });
  return { file, to, replaced };
}

/** Copies a file, or a directory with everything below it. Extents are immutable, so a copy shares them. */
function copy(world: World, from: Cell<FileFacets>, datastore: string, path: string, now: number): void {
  const { content, at } = from.state;
  if (!content.directory) {
    putFile(world, datastore, path, { extent: content.extent!, size: content.size, modified: now });
    return;
  }
  makeDirectory(world, datastore, path, now);
  for (const below of filesIn(world, at.datastore, at.path)) {
    copy(world, below, datastore, path + below.state.at.path.slice(at.path.length), now);
  }
}

const GIB = 2 ** 30;

/** A transfer takes the longer the more bytes it has to write. */
function transferVerb(
  name: string,
  needsRoom: (from: Cell<FileFacets>, to: Place) => boolean,
  change: (site: Site, file: Cell<FileFacets>, to: Place) => void,
): Verb<Site, never> {
  return verb<Transfer>({
    name,
    descriptionId: name,
    steps: {
      begin({ site, args }) {
        const { file, to } = guarded(site, args, needsRoom);
        const bytes = needsRoom(file, to) ? bytesOf(site.world, file) : 0;
        return { next: 'finish', after: site.latency.duration(name, bytes / GIB) };
      },
      finish({ site, args }) {
        const { file, to, replaced } = guarded(site, args, needsRoom);
        if (replaced) removeFile(site.world, replaced);
        change(site, file, to);
        return { done: true };
      },
    },
  });
}

const copyVerb = transferVerb(
  'FileManager.copyFile',
  () => true,
  ({ world, clock }, file, to) => copy(world, file, to.store.id, to.path, clock.now()),
);

const moveVerb = transferVerb(
  'FileManager.moveFile',
  (file, to) => file.state.at.datastore !== to.store.id,
  ({ world, clock }, file, { store, path }) => {
    makeDirectory(world, store.id, directoryOf(path), clock.now());
    moveFile(world, file, store.id, path);
  },
);

/** Takes away what clients put at a place and below it, and what machines left there. Inside a turn. */
export function deleteAt(site: Site, { store, path, name }: Place, user: string): void {
  const { world } = site;
  if (path === '') throw new VimFault('CannotDeleteFile', { file: name });
  const place = { datastore: store.id, path };
  if (isVmx(path) && deleteVmx(site, place, user)) return;
  const file = fileAt(world, store.id, path);
  const left = deleteLeft(world, place);
  if (!file && !left) throw new VimFault('FileNotFound', { file: name });
  if (file) removeFile(world, file);
}

const deleteVerb = verb<Named>({
  name: 'FileManager.deleteFile',
  descriptionId: 'FileManager.deleteFile',
  steps: {
    delete({ site, args, request }) {
      deleteAt(site, placeOf(site, args), request.user);
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
    if (fileOf(world, at) || isDirectory(world, at.store, at.path))
      throw new VimFault('FileAlreadyExists', { file: name });
    if (!createParentDirectories && !isDirectory(world, at.store, directoryOf(at.path)))
      throw new VimFault('FileNotFound', { file: name });
    const made = call.turn(() => makeDirectory(world, at.store.id, at.path, site.clock.now()));
    if (!made) throw new VimFault('CannotCreateFile', { file: name });
  },
  ChangeOwner(call, _self, { name, datacenter, owner }) {
    const { site, world } = call;
    const file = fileOf(world, placeOf(site, { name, datacenter }));
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
