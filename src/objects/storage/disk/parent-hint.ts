/** `parentFileNameHint` of a descriptor: which file on which datastore it names. */
import { VmdkError } from '../../../formats/vmdk/bytes.ts';
import type { World } from '../../../world/world.ts';
import type { Backing } from '../../machine/device/device.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Datastore } from '../datastore.ts';
import { directoryOf } from '../files.ts';

const ABSOLUTE = /^\/vmfs\/volumes\/([^/]+)\/(.+)$/;
const PLAIN = /^[^/\\\0]+$/;

/** What lies below a disk whose descriptor stands there. Throws VmdkError for a hint that leads to no datastore. */
export function parentNamed(world: World, at: FileAt, hint: string | undefined): Backing {
  const file = fileNamed(world, at, hint ?? '');
  return Object.freeze({ _typeName: 'VirtualDiskFlatVer2BackingInfo', file: Object.freeze(file) } as Backing);
}

function fileNamed(world: World, { datastore, path }: FileAt, hint: string): FileAt {
  const directory = directoryOf(path);
  if (isPlain(hint)) return { datastore, path: directory === '' ? hint : `${directory}/${hint}` };
  const [, volume, rest = ''] = ABSOLUTE.exec(hint) ?? [];
  for (const { id, state } of volume === undefined ? [] : world.ofType('Datastore')) {
    const { name, volume: own } = state as Datastore;
    if ((own.uuid === volume || name === volume) && rest.split('/').every(isPlain))
      return { datastore: id, path: rest };
  }
  throw new VmdkError('the parent is on no datastore');
}

/** Whether it is a name of one part, that leads neither up nor elsewhere. */
export function isPlain(name: string): boolean {
  return PLAIN.test(name) && name !== '.' && name !== '..';
}
