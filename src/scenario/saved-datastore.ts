/** Saved datastores: the volume, the hosts that mount it, and how full it is. */
import { createDatastore } from '../objects/storage/create-datastore.ts';
import { datastoreKind, freeSpace, type Mount } from '../objects/storage/datastore.ts';
import type { Volume } from '../objects/storage/volume.ts';
import { type SavedGround, said, told } from './saved-ground.ts';
import type { SavedObject, SavedValue } from './saved-object.ts';

const TYPES: ReadonlySet<string> = new Set(['VMFS', 'NFS', 'NFS41', 'vsan', 'VVOL']);
const IN_VOLUMES = /^ds:\/\/\/vmfs\/volumes\/([^/]+)\/?$/;

export function restoreDatastore(ground: SavedGround, o: SavedObject): boolean {
  const parent = ground.parent(o);
  const datacenter = parent === undefined ? undefined : ground.datacenter(parent);
  const { world } = ground.site;
  const there = world.as(datastoreKind, o.id);
  if (parent === undefined || datacenter === undefined || (!there && world.find(o.id))) return false;
  const given = { name: o.name, datacenter, parent, volume: volumeOf(ground, o), mounts: mountsOf(ground, o) };
  const cell = there ?? createDatastore(ground.site, given, o.id);
  const isMaintained = /Maintenance$/.test(o.get('summary')?.maintenanceMode ?? '');
  const refreshed = ground.time(o.get('info')?.timestamp) ?? ground.site.clock.now();
  world.update(cell, {
    ...given,
    ...ground.entity(o, parent),
    refreshed,
    ...(isMaintained && { maintenance: true }),
  });
  return true;
}

function volumeOf({ site }: SavedGround, o: SavedObject): Volume {
  const summary = o.get('summary') ?? {};
  const info = o.get('info') ?? {};
  const url: string = summary.url ?? info.url ?? '';
  const uuid: string = IN_VOLUMES.exec(url)?.[1] ?? said(info.vmfs?.uuid) ?? site.ids.uuid(`volume/${o.id}`);
  const remote = info.nas;
  return Object.freeze({
    type: TYPES.has(summary.type) ? summary.type : 'OTHER',
    uuid,
    capacity: summary.capacity ?? info.vmfs?.capacity ?? 0,
    local: info.vmfs?.local ?? summary.multipleHostAccess === false,
    disk: (info.vmfs?.extent?.[0]?.diskName ?? `naa.6${site.ids.uuid(`lun/${o.id}`).replace(/-/g, '')}`).replace(
      /^naa\./,
      '',
    ),
    ...(remote && {
      remote: Object.freeze({
        host: remote.remoteHost,
        path: remote.remotePath,
        ...told({ userName: said(remote.userName as string | undefined) }),
      }),
    }),
    // vcsim's datastores are directories of its machine, and their url is the directory.
    ...(url !== '' && !IN_VOLUMES.test(url) && { directory: url }),
  });
}

function mountsOf({ site }: SavedGround, o: SavedObject): readonly Mount[] {
  const saved: readonly SavedValue[] = o.get('host') ?? [];
  return Object.freeze(
    saved.flatMap(({ key, mountInfo = {} }) =>
      site.world.find(key?.value)?.is('HostSystem')
        ? [
            Object.freeze({
              host: key.value as string,
              ...(mountInfo.accessMode === 'readOnly' && { accessMode: 'readOnly' as const }),
              ...(mountInfo.accessible === false && { accessible: false }),
              ...(mountInfo.mounted === false && { mounted: false }),
            }),
          ]
        : [],
    ),
  );
}

/** Once the machines stand: what else lies on the volume is so much that as much is free as was saved. */
export function fillDatastore({ site }: SavedGround, o: SavedObject): void {
  const cell = site.world.as(datastoreKind, o.id);
  const free = o.get('summary')?.freeSpace as number | undefined;
  if (!cell || free === undefined) return;
  const bytes = Math.max(0, freeSpace(cell) - free);
  if (bytes > 0) site.world.update(cell, { files: Object.freeze({ bytes }) });
}
