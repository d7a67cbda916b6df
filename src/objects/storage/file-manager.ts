/** FileManager: directories and files on datastores, by their `[datastore] path`. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { deleteLeft } from '../machine/left-files.ts';
import { parseDatastorePath } from '../machine/surroundings.ts';
import { type ManagedObject, type MethodsOf, verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { directoryOf, type FileFacets, fileAt, filesIn, makeDirectory, putFile, removeFile } from './files.ts';

interface Place {
  /** Id of the datastore. */
  readonly datastore: string;
  readonly path: string;
  /** As the client wrote it; faults name it. */
  readonly name: string;
}

interface Named {
  readonly name: string;
  readonly datacenter?: Ref;
}

interface Transfer {
  readonly source: Named;
  readonly destination: Named;
  readonly force: boolean;
}

/** Where a name leads. A vCenter cannot tell datastores of one name apart without a datacenter. */
function placeOf(site: Site, { name, datacenter }: Named): Place {
  const { datastore, path } = parseDatastorePath(name);
  const within = datacenter ? site.world.find(datacenter.value) : onlyDatacenter(site);
  if (!within) throw invalidArgument('datacenter');
  for (const ref of (within.get('datastore') ?? []) as readonly Ref[]) {
    if (site.world.find(ref.value)?.get('name') === datastore) return { datastore: ref.value, path, name };
  }
  throw new VimFault('InvalidDatastore', { name: datastore });
}

function onlyDatacenter(site: Site): Cell | undefined {
  const all = site.world.ofType('Datacenter');
  return all.size === 1 ? [...all][0] : undefined;
}

function existing(world: World, at: Place): Cell<FileFacets> {
  const file = fileAt(world, at.datastore, at.path);
  if (!file) throw new VimFault('FileNotFound', { file: at.name });
  return file;
}

/** Guards that nothing stands at a place, or makes room when forced to. */
function clear(world: World, at: Place, force: boolean): void {
  const taken = fileAt(world, at.datastore, at.path);
  if (!taken) return;
  if (!force || taken.state.content.directory) throw new VimFault('FileAlreadyExists', { file: at.name });
  removeFile(world, taken);
}

/** Copies a file, or a directory with everything below it. Extents are immutable, so a copy shares them. */
function copy(world: World, from: Cell<FileFacets>, to: Place, now: number): void {
  const { content, at } = from.state;
  if (!content.directory) {
    putFile(world, to.datastore, to.path, { extent: content.extent!, size: content.size, modified: now });
    return;
  }
  makeDirectory(world, to.datastore, to.path, now);
  for (const below of filesIn(world, at.datastore, at.path)) {
    copy(world, below, { ...to, path: `${to.path}${below.state.at.path.slice(at.path.length)}` }, now);
  }
}

function transfer(site: Site, { source, destination, force }: Transfer): { file: Cell<FileFacets>; to: Place } {
  const { world } = site;
  const file = existing(world, placeOf(site, source));
  const to = placeOf(site, destination);
  const parent = directoryOf(to.path);
  if (parent !== '' && fileAt(world, to.datastore, parent)?.state.content.directory !== true) {
    throw new VimFault('FileNotFound', { file: destination.name });
  }
  if (to.datastore === file.state.at.datastore && `${to.path}/`.startsWith(`${file.state.at.path}/`)) {
    throw new VimFault('FileAlreadyExists', { file: destination.name });
  }
  clear(world, to, force);
  return { file, to };
}

const copyVerb = verb<Transfer>({
  name: 'FileManager.copyFile',
  descriptionId: 'FileManager.copyFile',
  steps: {
    copy({ site, args }) {
      const { file, to } = transfer(site, args);
      copy(site.world, file, to, site.clock.now());
      return { done: true };
    },
  },
});

const moveVerb = verb<Transfer>({
  name: 'FileManager.moveFile',
  descriptionId: 'FileManager.moveFile',
  steps: {
    move({ site, args }) {
      const { file, to } = transfer(site, args);
      copy(site.world, file, to, site.clock.now());
      removeFile(site.world, file);
      return { done: true };
    },
  },
});

const deleteVerb = verb<Named>({
  name: 'FileManager.deleteFile',
  descriptionId: 'FileManager.deleteFile',
  steps: {
    delete({ site, args }) {
      const at = placeOf(site, args);
      const file = fileAt(site.world, at.datastore, at.path);
      const left = deleteLeft(site.world, { datastore: at.datastore, path: at.path });
      if (file) removeFile(site.world, file);
      else if (!left) throw new VimFault('FileNotFound', { file: args.name });
      return { done: true };
    },
  },
});

const named = (name: string, datacenter: Ref | undefined): Named => (datacenter ? { name, datacenter } : { name });

const methods: MethodsOf<'FileManager', Facets> = {
  MakeDirectory(call, _self, { name, datacenter, createParentDirectories }) {
    const { site, world } = call;
    const at = placeOf(site, named(name, datacenter));
    if (fileAt(world, at.datastore, at.path)) throw new VimFault('FileAlreadyExists', { file: name });
    const parent = directoryOf(at.path);
    if (!createParentDirectories && parent !== '' && !fileAt(world, at.datastore, parent)) {
      throw new VimFault('FileNotFound', { file: name });
    }
    const made = call.turn(() => makeDirectory(world, at.datastore, at.path, site.clock.now()));
    if (!made) throw new VimFault('CannotCreateFile', { file: name });
  },
  DeleteDatastoreFile_Task: (call, self, { name, datacenter }) =>
    call.startTask('FileManager.deleteFile', self as never, { ...named(name, datacenter) }),
  MoveDatastoreFile_Task: (call, self, a) =>
    call.startTask('FileManager.moveFile', self as never, {
      source: named(a.sourceName, a.sourceDatacenter),
      destination: named(a.destinationName, a.destinationDatacenter ?? a.sourceDatacenter),
      force: a.force === true,
    }),
  CopyDatastoreFile_Task: (call, self, a) =>
    call.startTask('FileManager.copyFile', self as never, {
      source: named(a.sourceName, a.sourceDatacenter),
      destination: named(a.destinationName, a.destinationDatacenter ?? a.sourceDatacenter),
      force: a.force === true,
    }),
};

/** What this room gives to the FileManager, which the service makes. */
export const fileManagerMethods: {
  readonly type: string;
  readonly methods: ManagedObject['methods'];
  readonly verbs: ManagedObject['verbs'];
} = { type: 'FileManager', methods: methods as ManagedObject['methods'], verbs: [copyVerb, moveVerb, deleteVerb] };
