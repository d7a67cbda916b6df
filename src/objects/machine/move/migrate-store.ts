/** Datastores that a machine's files come to: whether they may be written, and whether there is room. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { type Datastore, datastoreKind } from '../../storage/datastore.ts';
import { datastoresOf, spaceOn } from '../files.ts';
import type { Move, Obstacle } from './migrate-guards.ts';

export function* storeObstacles({ before, after, to }: Move): Generator<Obstacle> {
  if (before.files === after.files && before.devices === after.devices && before.snapshots === after.snapshots) return;
  for (const id of datastoresOf(after)) {
    const more = spaceOn(after, id).used - spaceOn(before, id).used;
    const datastore = to.world.as(datastoreKind, id);
    if (!datastore || more <= 0) continue;
    yield* writeObstacles(datastore, to.id);
    const summary = datastore.get('summary') as { readonly freeSpace: number } | undefined;
    if (!summary || more <= summary.freeSpace) continue;
    const { name } = datastore.state;
    yield { test: 'datastoreTests', fault: new VimFault('NoDiskSpace', { file: `[${name}]`, datastore: name }) };
  }
}

function* writeObstacles(datastore: Cell<Datastore>, host: string): Generator<Obstacle> {
  const mount = datastore.state.mounts?.find((m) => m.host === host);
  const about = { datastore: datastore.ref, name: datastore.state.name };
  if (mount?.accessMode === 'readOnly') {
    const fault = new VimFault('DatastoreNotWritableOnHost', { ...about, host: { type: 'HostSystem', value: host } });
    yield { test: 'datastoreTests', fault };
  }
  if (!datastore.state.maintenance) return;
  const fault = new VimFault('InvalidDatastoreState', { datastoreName: about.name });
  yield { test: 'datastoreTests', fault };
}
