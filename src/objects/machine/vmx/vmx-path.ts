/** How a .vmx names files: beside itself by their name, elsewhere by `/vmfs/volumes/<uuid>/path`. */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { listed } from '../config/surroundings.ts';
import { home } from '../files.ts';
import type { FileAt, Files } from '../machine.ts';

const VOLUMES = '/vmfs/volumes/';

/** The name by which the .vmx at `files.vmx` calls a file. */
export function vmxPath(world: World, files: Files, file: FileAt): string {
  const own = home(files);
  const inside = own.path === '' ? file.path : file.path.slice(own.path.length + 1);
  const beside = own.path === '' || file.path.startsWith(`${own.path}/`);
  if (file.datastore === own.datastore && beside && !inside.includes('/')) return inside;
  return absolutePath(world, file);
}

/** `/vmfs/volumes/<uuid>/path` */
export function absolutePath(world: World, file: FileAt): string {
  const volume = (world.find(file.datastore) as Cell<Datastore> | undefined)?.state.volume;
  return `${VOLUMES}${volume?.uuid ?? file.datastore}/${file.path}`;
}

/** The file a .vmx calls by that name; undefined when it names a datastore that the compute resource does not see. */
export function fileCalled(owner: Cell | undefined, files: Files, name: string): FileAt | undefined {
  const text = name.trim();
  const named = /^\[([^\]]+)\]\s*(.*)$/.exec(text);
  const [volume, path] = named
    ? [named[1]!, named[2]!]
    : text.startsWith(VOLUMES)
      ? split(text.slice(VOLUMES.length))
      : [undefined, text];
  const clean = path.replace(/^\/+|\/+$/g, '').replace(/\/{2,}/g, '/');
  if (volume === undefined) {
    const own = home(files);
    return Object.freeze({ datastore: own.datastore, path: own.path === '' ? clean : `${own.path}/${clean}` });
  }
  const datastore = (listed(owner, 'datastore') as unknown as Cell<Datastore>[]).find(
    ({ state }) => state.volume.uuid === volume || state.name === volume,
  );
  return datastore && Object.freeze({ datastore: datastore.id, path: clean });
}

function split(below: string): readonly [volume: string, path: string] {
  const slash = below.indexOf('/');
  return slash === -1 ? [below, ''] : [below.slice(0, slash), below.slice(slash + 1)];
}
