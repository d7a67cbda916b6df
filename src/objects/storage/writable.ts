/** Who may write to a datastore: a host that reaches it and did not mount it to read only. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { type Datastore, reachedMounts } from './datastore.ts';

/**
 * Throws InaccessibleDatastore when it is out of reach, DatastoreNotWritableOnHost when it may only be read: over the
 * mount of one host, or over any when no host is named. A host that does not mount it has nothing to say.
 */
export function guardWritable(store: Cell<Datastore>, host?: string): void {
  const { name, mounts } = store.state;
  if (host !== undefined && !mounts.some((mount) => mount.host === host)) return;
  const about = { datastore: store.ref, name };
  const reached = reachedMounts(store).filter((mount) => host === undefined || mount.host === host);
  const [first] = reached;
  if (!first) throw new VimFault('InaccessibleDatastore', about);
  if (reached.every(({ accessMode }) => accessMode === 'readOnly'))
    throw new VimFault('DatastoreNotWritableOnHost', { ...about, host: { type: 'HostSystem', value: first.host } });
}

/** Whether any host that reaches it may write to it. */
export function isWritable(store: Cell<Datastore>): boolean {
  return reachedMounts(store).some(({ accessMode }) => accessMode !== 'readOnly');
}
