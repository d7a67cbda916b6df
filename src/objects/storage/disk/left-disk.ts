/** A disk of a machine as a disk of nobody: what its descriptors tell once the machine is gone. */
import type { World } from '../../../world/world.ts';
import { type Backing, chain, type Device } from '../../machine/device/device.ts';
import { createStanding, type NewStanding } from './standing.ts';
import type { DiskAdapter, DiskFormat } from './standing-disk.ts';

/** Puts down every file of the disk's chain that is its own, inside a turn. */
export function standDisk(world: World, disk: Device, adapter: DiskAdapter, now: number): void {
  for (const backing of chain(disk.backing)) {
    if (backing.foreign || !backing.file) return;
    createStanding(
      world,
      backing.file,
      standingOf(backing, disk.capacityInBytes ?? 0, adapter),
      backing.content ?? [],
      now,
    );
  }
}

/** What a backing's descriptor tells. */
export function standingOf(backing: Backing, capacity: number, adapter: DiskAdapter): NewStanding {
  const { parent, used, contentId } = backing;
  const deviceName = backing['deviceName'] as string | undefined;
  return {
    capacity,
    adapter,
    uuid: String(backing['uuid'] ?? ''),
    format: formatOf(backing),
    ...(typeof contentId === 'string' && { contentId }),
    ...(used !== undefined && { used }),
    ...(parent && { parent: withoutContent(parent) }),
    ...(deviceName !== undefined && { raw: { deviceName, lunUuid: String(backing['lunUuid'] ?? '') } }),
  };
}

export function formatOf(backing: Backing): DiskFormat {
  const { _typeName } = backing;
  if (_typeName === 'VirtualDiskSeSparseBackingInfo') return 'sesparse';
  if (_typeName === 'VirtualDiskRawDiskMappingVer1BackingInfo')
    return backing['compatibilityMode'] === 'virtualMode' ? 'rdm' : 'rdmp';
  if (backing['thinProvisioned'] === true) return 'thin';
  return backing['eagerlyScrub'] === true ? 'eagerzeroedthick' : 'zeroedthick';
}

/** The file below is looked up when it is needed; its descriptor and its extent say what there is to say. */
function withoutContent({ content: _content, parent, ...rest }: Backing): Backing {
  return Object.freeze({ ...rest, ...(parent && { parent: withoutContent(parent) }) } as Backing);
}
