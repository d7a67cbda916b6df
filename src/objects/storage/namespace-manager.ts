/** DatastoreNamespaceManager: top directories of datastores that know objects instead of a file system. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import type { ManagedObject, MethodsOf } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { type Datastore, datastoreKind, isAccessible } from './datastore.ts';
import { bytesOf, directoryOf, type FileFacets, fileAt, filesIn, makeDirectory, removeFile } from './files.ts';
import { ownedBelow } from './owned-files.ts';
import { guardWritable } from './writable.ts';

/** Volumes on which a top directory is an object of its own, made by this manager and no other way. */
const OBJECT_STORES: ReadonlySet<string> = new Set(['vsan', 'VVOL']);

const MIB = 2 ** 20;
/** What a top directory may hold unless somebody says more. */
const CAPACITY = 255 * 2 ** 30;

function capacityOf({ state }: Cell<FileFacets>): number {
  return state.content.capacity ?? CAPACITY;
}

interface Directory {
  readonly store: Cell<Datastore>;
  readonly path: string;
}

/** The directory of a `ds:///vmfs/volumes/<uuid>/<id>` or `/vmfs/volumes/<uuid or name>/<id>`; all of its parts are there. */
function directoryAt(site: Site, text: string, datacenter: Ref | undefined): Directory {
  const match = /^(?:ds:\/\/)?\/vmfs\/volumes\/([^/]+)\/+(.+?)\/*$/.exec(text);
  if (!match || match[2]!.split('/').includes('..'))
    throw new VimFault('InvalidDatastorePath', { datastorePath: text });
  for (const store of site.world.every(datastoreKind)) {
    const { volume, name } = store.state;
    if (datacenter && store.state.datacenter !== datacenter.value) continue;
    if (volume.uuid !== match[1] && name !== match[1]) continue;
    guardObjects(store);
    return { store, path: match[2]! };
  }
  throw new VimFault('InvalidDatastore', { name: match[1] });
}

function guardObjects(store: Cell<Datastore>): void {
  const { ref, state } = store;
  if (!OBJECT_STORES.has(state.volume.type) || !isAccessible(store))
    throw new VimFault('InvalidDatastore', { datastore: ref, name: state.name });
}

/** The top directory of a path; it is an object of its own. Throws FileNotFound for what is none. */
function topDirectory(call: Call, text: string, datacenter: Ref | undefined): Directory & { cell: Cell<FileFacets> } {
  const { store, path } = directoryAt(call.site, text, datacenter);
  const cell = fileAt(call.world, store.id, path);
  if (!cell?.state.content.directory || directoryOf(path) !== '') throw new VimFault('FileNotFound', { file: text });
  return { store, path, cell };
}

function stablePath({ state }: Cell<Datastore>, id: string): string {
  return `/vmfs/volumes/${state.volume.uuid}/${id}`;
}

const methods: MethodsOf<'DatastoreNamespaceManager', Facets> = {
  /** Makes a top directory; its stable name is an id, under which no two are the same. */
  CreateDirectory(call, _self, { datastore, displayName, size }) {
    const { site, world } = call;
    const store = call.resolve(datastoreKind, datastore);
    guardObjects(store);
    guardWritable(store);
    if (displayName !== undefined && !/^[^/\\\0[\]]{1,80}$/.test(displayName)) throw invalidArgument('displayName');
    if (displayName !== undefined && fileAt(world, store.id, displayName))
      throw new VimFault('FileAlreadyExists', { file: displayName });
    if (size !== undefined && Number(size) <= 0) throw invalidArgument('size');
    return call.turn(() => {
      const name = displayName ?? site.ids.uuid(`directory/${store.id}/${world.numbers.next('#directory')}`);
      makeDirectory(world, store.id, name, site.clock.now());
      const made = fileAt(world, store.id, name)!;
      const capacity = size === undefined ? undefined : Number(size) * MIB;
      if (capacity !== undefined) world.update(made, { content: Object.freeze({ ...made.state.content, capacity }) });
      return stablePath(store, name);
    });
  },

  /** Only an empty one, or one of which nothing is left but itself. */
  DeleteDirectory(call, _self, { datacenter, datastorePath }) {
    const { world } = call;
    const { store, path, cell } = topDirectory(call, datastorePath, datacenter);
    guardWritable(store);
    if (filesIn(world, store.id, path).length > 0 || ownedBelow({ store, path }).length > 0)
      throw new VimFault('CannotDeleteFile', { file: datastorePath });
    call.turn(() => removeFile(world, cell));
  },

  /** A directory never shrinks. */
  IncreaseDirectorySize(call, _self, { datacenter, stableName, size }) {
    const { store, cell } = topDirectory(call, stableName, datacenter);
    guardWritable(store);
    const { content } = cell.state;
    const capacity = Number(size) * MIB;
    if (capacity <= capacityOf(cell)) throw invalidArgument('size');
    call.turn(() => call.world.update(cell, { content: Object.freeze({ ...content, capacity }) }));
  },

  /** In megabytes. */
  QueryDirectoryInfo(call, _self, { datacenter, stableName }) {
    const { store, path, cell } = topDirectory(call, stableName, datacenter);
    const owned = ownedBelow({ store, path }).reduce((sum, { size }) => sum + size, 0);
    return { capacity: capacityOf(cell) / MIB, used: Math.ceil((bytesOf(call.world, cell) + owned) / MIB) };
  },

  /** The same path, its datastore named by its uuid. */
  ConvertNamespacePathToUuidPath(call, _self, { datacenter, namespaceUrl }) {
    const { store, path } = directoryAt(call.site, namespaceUrl, datacenter);
    return `ds://${stablePath(store, path)}`;
  },
};

/** What this room gives to the DatastoreNamespaceManager, which the service makes. */
export const namespaceManagerMethods: {
  readonly type: string;
  readonly methods: ManagedObject['methods'];
  readonly verbs: ManagedObject['verbs'];
} = { type: 'DatastoreNamespaceManager', methods: methods as ManagedObject['methods'], verbs: [] };
