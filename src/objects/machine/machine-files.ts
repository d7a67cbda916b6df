/** Every file that machines have on a datastore, whether they are on the inventory or only left their files there. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { directoryOf, fileAt, filesIn, removeFile } from '../storage/files.ts';
import { filesOf, home, type MachineFile, stem } from './files.ts';
import type { Machine } from './machine.ts';
import { leftFiles } from './vmx/left-files.ts';

export function* machineFilesOn(datastore: Cell): Generator<MachineFile> {
  for (const vm of datastore.back<Machine>('vm')) {
    for (const file of filesOf(vm.state)) if (file.at.datastore === datastore.id) yield file;
  }
  yield* leftFiles(datastore.world, datastore.id);
}

/**
 * Deletes what clients put in the place of files of a machine that is destroyed, inside a turn: its own files go with it.
 * A directory of nothing else goes too; other files in it are nobody's business here.
 */
export function deleteOwnFiles(world: World, machine: Machine): void {
  const own = new Set(filesOf(machine).map(({ at }) => `${at.datastore}/${at.path}`));
  const directory = home(machine.files);
  const name = stem(machine.files);
  for (const file of filesIn(world, directory.datastore, directory.path)) {
    const { at, content } = file.state;
    const last = at.path.slice(directoryOf(at.path).length).replace(/^\//, '');
    const isOwn =
      own.has(`${at.datastore}/${at.path}`) || /^vmware(-\d+)?\.log$/.test(last) || isNamedAfter(last, name);
    if (!content.directory && isOwn) removeFile(world, file);
  }
  const made = directory.path === '' ? undefined : fileAt(world, directory.datastore, directory.path);
  if (made?.state.content.directory && filesIn(world, directory.datastore, directory.path).length === 0) {
    removeFile(world, made);
  }
}

/** What a host writes beside a .vmx and calls by its name. */
function isNamedAfter(last: string, name: string): boolean {
  return last.startsWith(name) && /\.(vmx|vmxf|vmx~|vmsd|nvram|vmss|vmsn|vmem|vswp|hlog|scoreboard)$/i.test(last);
}
