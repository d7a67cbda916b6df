/** Copies of VMFS volumes that a host sees and mounts only when it is told how. */
import type { HostUnresolvedVmfsVolume } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { extentsOf } from '../../storage/extents.ts';
import type { VolumeCopy } from '../../storage/volume-copy.ts';
import type { Host } from '../host/host.ts';
import { canonicalName } from './drive.ts';
import { hostRefuses } from './known.ts';

export type Copy = Cell<VolumeCopy>;

const MIB_IN_SECTORS = 2_048;

function pathsOf({ state }: Copy): string[] {
  return extentsOf(state.volume).map(
    ({ disk, partition }) => `/vmfs/devices/disks/${canonicalName({ naa: disk })}:${partition}`,
  );
}

function copiesSeen(host: Cell<Host>): Copy[] {
  return [...host.back<VolumeCopy>('volumeCopy')];
}

/** Whether somebody has the volume mounted that it is a copy of. */
export function original({ world, state }: Copy): Cell<Datastore> | undefined {
  return world.lookup.first('datastoreUuid', state.volume.uuid) as Cell<Datastore> | undefined;
}

export function unresolved(host: Cell<Host>): HostUnresolvedVmfsVolume[] {
  const all = copiesSeen(host);
  return all.map((copy) => {
    const { volume, of } = copy.state;
    const paths = pathsOf(copy);
    const mounted = original(copy)?.state.mounts.some((m) => m.host === host.id) === true;
    let block = 0;
    const extent = extentsOf(volume).map(({ disk, partition, sectors }, ordinal) => {
      const startBlock = block;
      block += Math.floor(sectors / MIB_IN_SECTORS);
      return {
        device: { diskName: canonicalName({ naa: disk }), partition },
        devicePath: paths[ordinal]!,
        vmfsUuid: volume.uuid,
        isHeadExtent: ordinal === 0,
        ordinal,
        startBlock,
        endBlock: block - 1,
        reason: mounted ? 'uuidConflict' : 'diskIdMismatch',
      };
    });
    const multipleCopies = all.filter((other) => other.state.volume.uuid === volume.uuid).length > 1;
    return {
      extent,
      vmfsLabel: of.label,
      vmfsUuid: volume.uuid,
      totalBlocks: block,
      resolveStatus: { resolvable: true, incompleteExtents: false, multipleCopies },
    } as HostUnresolvedVmfsVolume;
  });
}

/** The copy whose extents these are. Throws VmfsAmbiguousMount for those of several, or not all of one. */
export function copyOn(host: Cell<Host>, paths: readonly string[]): Copy {
  const meant = copiesSeen(host).filter((copy) => pathsOf(copy).some((path) => paths.includes(path)));
  const [copy] = meant;
  if (!copy) hostRefuses(`There is no unresolved volume on '${paths.join(', ')}'.`);
  const own = pathsOf(copy);
  if (meant.length > 1 || own.length !== new Set(paths).size)
    throw new VimFault('VmfsAmbiguousMount', { uuid: copy.state.volume.uuid });
  return copy;
}
