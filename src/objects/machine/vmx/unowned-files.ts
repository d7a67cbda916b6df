/** QueryUnownedFiles: files of a machine that belong to somebody else than the user hosts work as. */
import type { MethodsOf } from '../../managed-object.ts';
import { fileAt } from '../../storage/files.ts';
import { datastorePath } from '../device/device-view.ts';
import { filesOf } from '../files.ts';
import type { Machine } from '../machine.ts';
import { namesOf } from '../names.ts';
import { guardReachable } from '../standing.ts';

export const ownerMethods: MethodsOf<'VirtualMachine', Machine> = {
  QueryUnownedFiles(call, self) {
    guardReachable(self);
    const names = namesOf(self);
    return filesOf(self.state).flatMap(({ at }) => {
      const owner = fileAt(call.world, at.datastore, at.path)?.state.content.owner;
      return owner === undefined || owner === 'root' ? [] : [datastorePath(names, at)];
    });
  },
};
