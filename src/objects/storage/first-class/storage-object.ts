/** First class disks as clients read them. */
import { formatTime } from '../../../kernel/time.ts';
import type { VStorageObject } from '../../../vim25/generated/index.ts';
import { ref } from '../../../vim25/value.ts';
import type { World } from '../../../world/world.ts';
import { type Backing, chain } from '../../machine/device/device.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import { nameOfFile } from '../disk/disk-at.ts';
import { formatOf } from '../disk/left-disk.ts';
import { linkedTo } from './chain.ts';
import { diskOf, type Fcd } from './first-class-disk.ts';
import { holdersOf } from './whereabouts.ts';

const PROVISIONED: { readonly [format: string]: string } = { thin: 'thin', eagerzeroedthick: 'eagerZeroedThick' };
const MIB = 2 ** 20;

export function storageObject({ world }: Site, disk: Fcd): VStorageObject {
  const { identity, said, place, vclock, linked } = disk.state;
  const { file, backing, capacity } = diskOf(disk);
  const consumers = Array.from(holdersOf(world, place), ({ vm }) => ({ id: vm.state.identity.instanceUuid }));
  const base = linked && linkedTo(disk);
  return {
    _typeName: 'VStorageObject',
    config: {
      id: { id: identity.id },
      name: said.name,
      createTime: formatTime(identity.created),
      keepAfterDeleteVm: said.flags.includes('keepAfterDeleteVm'),
      relocationDisabled: said.flags.includes('disableRelocation'),
      nativeSnapshotSupported: false,
      changedBlockTrackingEnabled: said.flags.includes('enableChangedBlockTracking'),
      backing: {
        ...fileBacking(world, backing, file),
        _typeName: 'BaseConfigInfoDiskFileBackingInfo',
        provisioningType: PROVISIONED[formatOf([...chain(backing)].at(-1)!)] ?? 'lazyZeroedThick',
      } as object as VStorageObject['config']['backing'],
      metadata: said.metadata,
      vclock: { vClockTime: vclock },
      capacityInMB: Math.floor(capacity / MIB),
      consumptionType: ['disk'],
      consumerId: consumers.length > 0 ? consumers : undefined,
      ...(base && { linkedCloneBasePath: nameOfFile(world, base), linkedCloneParentId: linked }),
    },
  };
}

/** A file of the disk and those below it. */
function fileBacking(world: World, { parent, used }: Backing, file: FileAt): object {
  const lower = parent?.file && fileBacking(world, parent, parent.file);
  return {
    _typeName: 'BaseConfigInfoFileBackingInfo',
    datastore: ref('Datastore', file.datastore),
    filePath: nameOfFile(world, file),
    backingObjectId: '',
    ...(lower && { parent: lower, deltaSizeInMB: Math.ceil((used ?? 0) / MIB) }),
  };
}
