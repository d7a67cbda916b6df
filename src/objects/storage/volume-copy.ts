/**
 * Copies that a storage array makes of VMFS volumes. A host that sees one finds the uuid of another volume on disks that
 * this was not made on, and mounts it only when it is told how to resolve that.
 */
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { FileAt } from '../machine/machine.ts';
import { machineFilesOn } from '../machine/machine-files.ts';
import { isVmx } from '../machine/vmx/vmx-files.ts';
import type { Site } from '../site.ts';
import { createDatastore } from './create-datastore.ts';
import type { Datastore } from './datastore.ts';
import type { StandingDisk } from './disk/standing-disk.ts';
import { extentsOf as volumeExtents } from './extents.ts';
import { extentsOf, type FileFacets, makeDirectory, movedDisk, type NewContent, putFile } from './files.ts';
import { plainFile } from './owned-files.ts';
import type { Volume } from './volume.ts';

interface CopiedFile {
  readonly path: string;
  readonly directory: boolean;
  readonly content: NewContent;
  readonly disk?: StandingDisk | undefined;
}

export interface VolumeCopy {
  readonly of: { readonly datastore: string; readonly datacenter: string; readonly label: string };
  /** As it was, on disks of its own. */
  readonly volume: Volume;
  readonly seen: { readonly hosts: readonly string[] };
  readonly files: { readonly list: readonly CopiedFile[]; readonly bytes: number };
}

/** No managed object of the API: what is read of it is read of the hosts that see it. */
export const volumeCopyKind: KindSpec<VolumeCopy> = defineKind<VolumeCopy>({
  type: 'VolumeCopy',
  relations: {
    host: { facet: 'seen', to: 'HostSystem', of: (s) => s.seen.hosts, inverse: 'volumeCopy' },
  },
  indexes: {
    copyDisk: { facets: ['volume'], keys: ({ volume }) => volumeExtents(volume).map(({ disk }) => disk) },
    copyExtent: { facets: ['files'], keys: (s) => copyExtents(s) },
  },
});

/** The extents of the spool that its files need. */
export function copyExtents({ files }: Pick<VolumeCopy, 'files'>): string[] {
  return files.list.flatMap(({ content }) => extentsOf(content as FileFacets['content']));
}

/** The array copies a volume as it is now, and shows the copy to these hosts. Inside a turn. */
export function copyVolume(site: Site, store: Cell<Datastore>, hosts: readonly string[]): Cell<VolumeCopy> | undefined {
  const { world, ids } = site;
  const { volume, datacenter, name: label, files } = store.state;
  if (volume.type !== 'VMFS' || hosts.length === 0) return undefined;
  const number = world.numbers.next('#volume-copy');
  const extents = volumeExtents(volume).map((extent, i) => {
    const disk = `6${ids.uuid(`volume-copy/${volume.uuid}/${number}/${i}`).replace(/-/g, '').slice(1)}`;
    return Object.freeze({ ...extent, disk });
  });
  const copied = { ...volume, disk: extents[0]!.disk, extents: Object.freeze(extents), local: false };
  return world.create(
    volumeCopyKind,
    {
      of: Object.freeze({ datastore: store.id, datacenter, label }),
      volume: Object.freeze(copied),
      seen: Object.freeze({ hosts: Object.freeze([...hosts]) }),
      files: Object.freeze({ list: Object.freeze(filesOf(site, store)), bytes: files.bytes }),
    },
    `volume-copy-${number}`,
  );
}

function filesOf(site: Site, store: Cell<Datastore>): CopiedFile[] {
  const standing = Array.from(store.back<FileFacets>('file'), ({ state: { at, content, disk } }) => {
    const { directory, owner: _owner, over: _over, ...rest } = content;
    return Object.freeze({ path: at.path, directory, content: rest, ...(disk && { disk }) });
  });
  const owned = [...machineFilesOn(store)]
    .filter(({ type }) => type !== 'image')
    .map((file) => Object.freeze({ path: file.at.path, directory: false, ...plainFile(site, file) }));
  return [...standing, ...owned];
}

/** The configuration files of a copy as bytes in the spool, by path: they were derived from machines until then. */
export async function writtenTexts(site: Site, { state }: Cell<VolumeCopy>): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const { path, content } of state.files.list) {
    const { text, extent } = content;
    if (text === undefined || extent !== undefined || !isVmx(path)) continue;
    const bytes = Buffer.from(text);
    const one = (async function* () {
      yield bytes;
    })();
    made.set(path, (await site.spool.write(one)).id);
  }
  return made;
}

interface Resolved {
  readonly name: string;
  readonly volume: Volume;
  readonly parent: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** The copy as a datastore of its own, with all its files, inside a turn. */
export function resolvedCopy(site: Site, copy: Cell<VolumeCopy>, as: Resolved): Cell<Datastore> {
  const { world, clock } = site;
  const { of, seen, files } = copy.state;
  const mounts = Object.freeze(seen.hosts.map((host) => Object.freeze({ host })));
  const { name, volume, parent, texts } = as;
  const store = createDatastore(site, { name, datacenter: of.datacenter, parent, volume, mounts });
  world.update(store, { files: Object.freeze({ bytes: files.bytes }) });
  for (const { path, directory, content, disk } of files.list) {
    const at: FileAt = { datastore: store.id, path };
    const text = texts.get(path);
    if (directory) makeDirectory(world, store.id, path, clock.now());
    else
      putFile(
        world,
        store.id,
        path,
        text === undefined ? content : { ...content, extent: text, size: Buffer.byteLength(content.text!) },
        disk && movedDisk(disk, { datastore: of.datastore, path }, at),
      );
  }
  world.destroy(copy);
  return store;
}
