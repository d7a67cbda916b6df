/** QueryVirtualDiskInfo_Task, of the internal API: what a disk is and what it stands on. */
import type { VirtualDiskInfo } from '../../../vim25/generated/index.ts';
import { box } from '../../../vim25/value.ts';
import type { Verb } from '../../../world/tasks.ts';
import { type Backing, chain } from '../../machine/device/device.ts';
import type { Site } from '../../site.ts';
import type { Named } from '../datastore-place.ts';
import { type KnownDisk, nameOfFile } from '../disk/disk-at.ts';
import { diskNamed } from './disk-place.ts';
import { diskVerb } from './disk-verb.ts';

export interface InfoQuery extends Named {
  readonly includeParents: boolean;
}

/** Of the enumeration VirtualDiskType. */
function typeOf({ parent, ...backing }: Backing, holder: KnownDisk['holder']): string {
  if (parent) return 'delta';
  if (holder === 'uploaded' && !backing['split']) return 'sparseMonolithic';
  if (holder === 'uploaded') return /Sparse/.test(backing._typeName) ? 'sparse2Gb' : 'thick2Gb';
  switch (backing._typeName) {
    case 'VirtualDiskSeSparseBackingInfo':
      return 'seSparse';
    case 'VirtualDiskRawDiskMappingVer1BackingInfo':
      return backing['compatibilityMode'] === 'physicalMode' ? 'rdmp' : 'rdm';
    default:
      if (backing['thinProvisioned']) return 'thin';
      return backing['eagerlyScrub'] ? 'eagerZeroedThick' : 'preallocated';
  }
}

function infos(site: Site, { includeParents, ...named }: InfoQuery): VirtualDiskInfo[] {
  const { known, place } = diskNamed(site, named);
  const datacenter = named.datacenter as VirtualDiskInfo['unit']['datacenter'];
  const all = [...chain(known.backing)].filter(({ file }) => file);
  const said = all.map((backing) => ({
    unit: { name: nameOfFile(site.world, backing.file!), ...(datacenter && { datacenter }) },
    diskType: typeOf(backing, known.holder),
    ...(backing.parent?.file && { parent: nameOfFile(site.world, backing.parent.file) }),
  }));
  said[0]!.unit.name = place.name;
  return includeParents ? said : said.slice(0, 1);
}

export const queryInfo: Verb<Site, never> = diskVerb<InfoQuery>({
  name: 'queryVirtualDiskInfo',
  begin({ site, args }) {
    diskNamed(site, args);
    return 0;
  },
  finish: ({ site, args }) => ({ done: true, result: box('ArrayOfVirtualDiskInfo', infos(site, args)) }),
});
