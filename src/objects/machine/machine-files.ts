/** Every file that machines have on a datastore, whether they are on the inventory or only left their files there. */
import type { Cell } from '../../world/cell.ts';
import { filesOf, type MachineFile } from './files.ts';
import { leftFiles } from './left-files.ts';
import type { Machine } from './machine.ts';

export function* machineFilesOn(datastore: Cell): Generator<MachineFile> {
  for (const vm of datastore.back<Machine>('vm')) {
    for (const file of filesOf(vm.state)) if (file.at.datastore === datastore.id) yield file;
  }
  yield* leftFiles(datastore.world, datastore.id);
}
