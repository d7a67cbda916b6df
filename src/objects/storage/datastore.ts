/** Datastore: a volume, the hosts that mount it, and how full it is. */
import type {
  DatastoreHostMount,
  DatastoreSummary,
  DatastoreSummaryMaintenanceModeState,
  StorageIORMInfo,
} from '../../vim25/generated/index.ts';
import { type Ref, ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Host } from '../compute/host/host.ts';
import { type Entity, managedEntity } from '../inventory/managed-entity.ts';
import { capabilityOf, datastoreInfo } from './datastore-info.ts';
import { extentsOf } from './extents.ts';
import { mountInfo, urlOf, type Volume } from './volume.ts';

export interface Mount {
  /** Id of the host. */
  readonly host: string;
  /** `readWrite` unless said. */
  readonly accessMode?: 'readOnly' | 'readWrite' | undefined;
  /** True unless said. */
  readonly accessible?: boolean | undefined;
  readonly mounted?: boolean | undefined;
  /** Why it is not accessible. */
  readonly loss?: StorageLoss | undefined;
}

/** All paths of a host are down (`apd`), or the device is gone for good (`pdl`). */
export interface StorageLoss {
  readonly kind: 'apd' | 'pdl';
  readonly since: number;
  /** The host has given the paths up. */
  readonly timedOut?: boolean | undefined;
}

export interface Slowness {
  /** Milliseconds of the clock that work on it takes longer. */
  readonly delay: number;
  /** Bytes a second of real time that go in or out through the doors, where that is limited. */
  readonly bandwidth?: number | undefined;
}

export interface Datastore extends Entity {
  /** Id of the datacenter; it never leaves it. */
  readonly datacenter: string;
  readonly volume: Volume;
  readonly mounts: readonly Mount[];
  /** Bytes in files that belong to no registered VM. */
  readonly files: {
    readonly bytes: number;
    /** Bytes that somebody outside has taken. */
    readonly ballast?: number | undefined;
  };
  /** It answers slowly. */
  readonly slow?: Slowness | undefined;
  /** Somebody asked for maintenance mode; it is reached once no VM is left. */
  readonly maintenance?: boolean | undefined;
  /** Storage I/O control, where somebody set it. */
  readonly iorm?: StorageIORMInfo | undefined;
  /** When somebody last looked at the volume: `info.timestamp`. */
  readonly refreshed: number;
}

export const READS_SPACE = ['volume', 'files', '+vmBytes', '+fileBytes', '+arrivingBytes'] as const;

export const datastoreKind: KindSpec<Datastore> = defineKind<Datastore>({
  type: 'Datastore',
  base: managedEntity as never,
  prefix: 'datastore',
  relations: {
    host: {
      facet: 'mounts',
      to: 'HostSystem',
      of: (s) => s.mounts.map((m) => m.host),
      inverse: 'datastore',
      structural: true,
    },
    datacenter: { facet: 'datacenter', to: 'Datacenter', of: (s) => s.datacenter, inverse: 'datastore' },
    pod: { facet: 'parent', to: 'StoragePod', of: (s) => s.parent, inverse: 'datastore' },
  },
  indexes: {
    slowDatastore: { facets: ['slow'], keys: (s) => (s.slow ? 'slow' : undefined) },
    datastoreUuid: { facets: ['volume'], keys: (s) => s.volume.uuid },
    vmfsDisk: {
      facets: ['volume'],
      keys: ({ volume }) => (volume.type === 'VMFS' ? extentsOf(volume).map(({ disk }) => disk) : undefined),
    },
  },
  properties: {
    summary: {
      reads: ['name', 'mounts', 'host.runtime', 'maintenance', 'vm', '+vmUncommitted', ...READS_SPACE],
      value: (s, self) => summary(s, self),
    },
    info: { reads: ['name', 'refreshed', ...READS_SPACE], value: (s, self) => datastoreInfo(s, freeSpace(self)) },
    host: { reads: ['mounts', 'volume', 'host.runtime'], value: (_, self) => hostMounts(self) },
    vm: { reads: ['vm'], value: (_, self) => self.refsBack('vm') },
    browser: { reads: [], value: (_, self) => ref('HostDatastoreBrowser', browserId(self.id)) },
    capability: { reads: ['volume'], value: (s) => capabilityOf(s.volume) },
    iormConfiguration: { reads: ['iorm'], value: (s) => s.iorm ?? IORM },
  },
});

export const IORM: StorageIORMInfo = Object.freeze({
  enabled: false,
  congestionThresholdMode: 'automatic',
  congestionThreshold: 30,
  percentOfPeakThroughput: 90,
  statsCollectionEnabled: false,
  reservationEnabled: false,
  statsAggregationDisabled: false,
});

/** Id of the browser of a datastore, host or compute resource. */
export function browserId(entity: string): string {
  return `datastoreBrowser-${entity}`;
}

/** Bytes left; never less than none. */
export function freeSpace(self: Cell<Datastore>): number {
  return Math.max(0, roomOf(self));
}

/** The same, less than none where a volume shrank below what is on it. */
export function roomOf(self: Cell<Datastore>): number {
  const { volume, files } = self.state;
  const held = self.sum('vmBytes') + self.sum('fileBytes') + self.sum('arrivingBytes');
  return volume.capacity - files.bytes - (files.ballast ?? 0) - held;
}

/** Whether the host reaches the datastore that mounts it so. */
export function isReached({ accessible, mounted }: Mount): boolean {
  return accessible !== false && mounted !== false;
}

/** Mounts over which it can be reached now: those of hosts that are away are none of them. */
export function reachedMounts(self: Cell<Datastore>): Mount[] {
  return self.state.mounts.filter((mount) => isReached(mount) && isThere(self, mount));
}

/** Whether any host that is connected reaches it. */
export function isAccessible(self: Cell<Datastore>): boolean {
  return self.state.mounts.some((mount) => isReached(mount) && isThere(self, mount));
}

function isThere({ world }: Cell<Datastore>, { host }: Mount): boolean {
  return (world.find(host)?.state as Host | undefined)?.runtime.connection === 'connected';
}

function summary(s: Datastore, self: Cell<Datastore>): DatastoreSummary {
  return {
    datastore: self.ref as Ref<'Datastore'>,
    name: s.name,
    url: urlOf(s.volume),
    capacity: s.volume.capacity,
    freeSpace: freeSpace(self),
    uncommitted: self.sum('vmUncommitted'),
    accessible: isAccessible(self),
    multipleHostAccess: s.mounts.length > 1,
    type: s.volume.type,
    maintenanceMode: maintenanceMode(s, self),
  };
}

function maintenanceMode({ maintenance }: Datastore, self: Cell<Datastore>): DatastoreSummaryMaintenanceModeState {
  if (!maintenance) return 'normal';
  return self.countBack('vm') > 0 ? 'enteringMaintenance' : 'inMaintenance';
}

function hostMounts(self: Cell<Datastore>): DatastoreHostMount[] {
  return self.state.mounts.map((mount) => {
    const shown = isThere(self, mount) ? mount : { ...mount, accessible: false };
    return { key: ref('HostSystem', mount.host), mountInfo: mountInfo(self.state, shown) };
  });
}
