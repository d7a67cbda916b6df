/**
 * UpdateVirtualMachineFiles_Task: files of machines that name places by the mount path a volume had before it was
 * resignatured name them where they are now.
 */
import type { DatastoreMountPathDatastorePair, LocalizedMethodFault } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Outcome, Verb } from '../../world/tasks.ts';
import { resolve } from '../call.ts';
import type { Machine } from '../machine/machine.ts';
import { isVmx } from '../machine/vmx/vmx-files.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { type Datastore, datastoreKind } from './datastore.ts';
import { nameOfFile } from './disk/disk-at.ts';
import { standingDisksOn } from './disk/standing.ts';
import type { FileFacets } from './files.ts';
import { guardWritable } from './writable.ts';

export const UPDATE_FILES = 'Datastore.updateVirtualMachineFiles';

interface Update {
  readonly mapping: readonly DatastoreMountPathDatastorePair[];
}

interface Moved {
  /** `/vmfs/volumes/UUID` */
  readonly from: string;
  readonly to: string;
  /** Id of the datastore that was there, where it is known. */
  readonly was: string | undefined;
  readonly is: string;
}

const MOUNT_PATH = /^(?:ds:\/\/)?\/vmfs\/volumes\/([^/]+)\/?$/;

/** Throws InvalidArgument for what is no mount path, InvalidDatastore for a datastore that is not there. */
function movesOf({ world }: Site, { mapping }: Update): Moved[] {
  return mapping.map(({ oldMountPath, datastore }, i) => {
    const uuid = MOUNT_PATH.exec(oldMountPath)?.[1];
    if (uuid === undefined) throw invalidArgument(`mountPathDatastoreMapping[${i}].oldMountPath`);
    const store = world.as(datastoreKind, datastore.value);
    if (!store) throw new VimFault('InvalidDatastore', { datastore });
    const { volume } = store.state;
    const known = world.lookup.first('datastoreUuid', uuid)?.id;
    const was = volume.vmfs?.copyOf?.uuid === uuid ? volume.vmfs.copyOf.datastore : known;
    return { from: `/vmfs/volumes/${uuid}`, to: `/vmfs/volumes/${volume.uuid}`, was, is: store.id };
  });
}

/** Throws ResourceInUse while a machine runs from the datastore. */
function guardIdle(store: Cell<Datastore>): void {
  guardWritable(store);
  for (const vm of store.back<Machine>('vm')) {
    if (vm.state.power.state !== 'poweredOff')
      throw new VimFault('ResourceInUse', { type: 'Datastore', name: store.state.name });
  }
}

function renamedIn(text: string, moves: readonly Moved[]): string {
  return moves.reduce((now, { from, to }) => now.replaceAll(`${from}/`, `${to}/`), text);
}

type File = Cell<FileFacets>;

/** Configuration files with what they are to say; those that nobody can read are told apart. */
function configs(store: Cell<Datastore>, moves: readonly Moved[]) {
  const texts = new Map<File, string>();
  const failed: { readonly vmFile: string; readonly fault: LocalizedMethodFault }[] = [];
  for (const file of store.back<FileFacets>('file')) {
    const { at, content } = file.state;
    if (content.directory || !isVmx(at.path)) continue;
    const vmFile = nameOfFile(store.world, at);
    const fault = new VimFault('InvalidVmConfig', { property: '' }).localized() as LocalizedMethodFault;
    if (content.text === undefined) failed.push({ vmFile, fault });
    else if (renamedIn(content.text, moves) !== content.text) texts.set(file, renamedIn(content.text, moves));
  }
  return { texts, failed };
}

/** Disks that stand on others of the volume stand on those that are there now. */
function disks(store: Cell<Datastore>, moves: readonly Moved[]): void {
  for (const file of [...standingDisksOn(store.world, store.id)]) {
    const disk = file.state.disk!;
    const below = disk.parent?.file;
    const move = below && moves.find(({ was }) => was === below.datastore);
    if (!move) continue;
    const parent = Object.freeze({ ...disk.parent!, file: Object.freeze({ ...below, datastore: move.is }) });
    const { extent: _bytes, ...content } = file.state.content;
    store.world.update(file, { disk: Object.freeze({ ...disk, parent }), content: Object.freeze(content) });
  }
}

export const updateFiles: Verb<Site, never> = verb<Update>({
  name: UPDATE_FILES,
  descriptionId: UPDATE_FILES,
  steps: {
    begin({ site, args, request }) {
      movesOf(site, args);
      guardIdle(resolve(site, datastoreKind, request.target));
      return { next: 'finish', after: site.latency.duration(UPDATE_FILES) };
    },
    async finish({ site, args, request }) {
      const store = resolve(site, datastoreKind, request.target);
      const moves = movesOf(site, args);
      const written = new Map<File, { readonly id: string; readonly size: number }>();
      const { texts, failed } = configs(store, moves);
      for (const [file, text] of texts) {
        const one = (async function* () {
          yield Buffer.from(text);
        })();
        written.set(file, await site.spool.write(one));
      }
      return (): Outcome => {
        for (const [file, { id: extent, size }] of written) {
          if (!file.alive) {
            site.spool.drop(extent);
            continue;
          }
          const content = { ...file.state.content, extent, size, text: texts.get(file), modified: site.clock.now() };
          site.world.update(file, { content: Object.freeze(content) });
        }
        disks(store, moves);
        const result = {
          _typeName: 'UpdateVirtualMachineFilesResult',
          ...(failed.length > 0 && { failedVmFile: failed }),
        };
        return { done: true, result };
      };
    },
  },
});
