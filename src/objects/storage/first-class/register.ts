/** RegisterDisk: a disk that stands on a datastore becomes a first class one, and keeps its place. */
import type { VStorageObject } from '../../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { datacenterOf } from '../../inventory/place.ts';
import { fileKey } from '../../machine/device/device.ts';
import type { FileAt } from '../../machine/machine.ts';
import { datastoreKind } from '../datastore.ts';
import { placeAmong } from '../datastore-place.ts';
import { nameOfFile, notADisk, wholeDiskAt } from '../disk/disk-at.ts';
import { cellId, type Fcd, fcdOf, firstClassDiskKind, isId } from './first-class-disk.ts';
import { guardName } from './limits.ts';
import { storageObject } from './storage-object.ts';
import { holdersOf, nameDisks } from './whereabouts.ts';

export interface Registration {
  /** `https://host/folder/dir/disk.vmdk?dcPath=DC0&dsName=LocalDS_0`, or `[LocalDS_0] dir/disk.vmdk`. */
  readonly path: string;
  readonly name?: string | undefined;
  readonly id?: { readonly id: string } | undefined;
}

export function registerDisk(call: Call, { path, name, id: asked }: Registration): VStorageObject {
  const { world, site } = call;
  const place = placeOf(call, path);
  // What is one file with descriptor and data no machine can have.
  if (wholeDiskAt(world, place, nameOfFile(world, place)).holder === 'uploaded') throw notADisk();
  const file = place.path.slice(place.path.lastIndexOf('/') + 1);
  const called = name || file.replace(/\.vmdk$/i, '').slice(0, 80);
  guardName(called, 'name');
  if (asked && !isId(asked.id)) throw invalidArgument('id');
  const known = world.lookup.first('firstClassFile', fileKey(place)) as Fcd | undefined;
  if (known && asked && known.state.identity.id === asked.id.toLowerCase()) return storageObject(site, known);
  if (known) throw new VimFault('AlreadyExists', { name: nameOfFile(world, place) });
  if (asked && fcdOf(world, asked)) throw new VimFault('AlreadyExists', { name: asked.id });
  return call.turn(() => {
    const id = asked?.id.toLowerCase() ?? site.ids.uuid(`fcd/${fileKey(place)}/${world.revision}`);
    const disk = world.create(
      firstClassDiskKind,
      {
        identity: Object.freeze({ id, created: site.clock.now() }),
        place: Object.freeze(place),
        said: Object.freeze({
          name: called,
          metadata: Object.freeze([]),
          flags: Object.freeze(['keepAfterDeleteVm']),
        }),
        snapshots: Object.freeze([]),
        vclock: 1,
      },
      cellId(id),
    );
    for (const { vm } of [...holdersOf(world, place)]) nameDisks(world, vm);
    return storageObject(site, disk);
  });
}

function placeOf(call: Call, text: string): FileAt {
  if (text.trimStart().startsWith('[')) {
    const { store, path } = placeAmong(call.world.every(datastoreKind), text);
    return { datastore: store.id, path };
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const path = url && /^\/folder\/(.+)$/.exec(url.pathname)?.[1];
  if (!url || !path) throw invalidArgument('path');
  const name = url.searchParams.get('dsName');
  const wanted = url.searchParams.get('dcPath')?.replace(/^.*\//, '');
  for (const store of call.world.every(datastoreKind)) {
    if (store.state.name !== name) continue;
    const datacenter = datacenterOf(store as never)?.get('name');
    if (wanted && datacenter !== wanted) continue;
    return { datastore: store.id, path: decoded(path) };
  }
  throw new VimFault('InvalidDatastore', { name: name ?? '' });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw invalidArgument('path');
  }
}
