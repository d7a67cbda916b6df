/**
 * HttpNfcLease: the right to carry files of a machine out of the inventory or into it, for as long as somebody shows life.
 * The work behind it is a task, which keeps other work off the machines and ends when the lease does.
 */
import type { HttpNfcLeaseState, LocalizedMethodFault } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { type Belonging, ofSession } from '../access/sessions/belongings.ts';
import { leaseInfo } from './lease-info.ts';

/** One file a lease lets through. */
export interface LeaseFile {
  /** `disk-0.vmdk`: the last part of its URL. */
  readonly name: string;
  /** `/vm-12/VirtualLsiLogicController0:0` */
  readonly key: string;
  /** The same by the name the machine has in the package: what CreateImportSpec calls the device. */
  readonly importKey: string;
  readonly what: 'disk' | 'image' | 'nvram';
  /** Id of the machine. */
  readonly vm: string;
  /** Snapshot that it is exported of. */
  readonly snapshot?: string | undefined;
  /** Key of the device. */
  readonly device?: number | undefined;
  /** Bytes, of what is not made on its way out. */
  readonly size?: number | undefined;
  /** URL of the datastore. */
  readonly datastore: string;
}

/** What a disk that went through was. */
export interface Figures {
  readonly capacity?: number | undefined;
  /** Bytes of data in it. */
  readonly populatedSize?: number | undefined;
}

/** A file as it went through. */
export interface Entry extends Figures {
  readonly key: string;
  readonly sha1: string;
  readonly checksum: string;
  readonly checksumType: string;
  readonly size: number;
  readonly disk: boolean;
}

/** What moves with each transfer; beside the facts, told to nobody. */
export interface Traffic {
  /** When somebody last showed life. */
  heard: number;
  /** Transfers under way. */
  readonly flights: Set<Promise<unknown>>;
  /** Those of them that bring something. */
  readonly arriving: Set<Promise<unknown>>;
}

export interface Origin {
  readonly way: 'in' | 'out';
  readonly ticket: string;
  /** `https://host:port`, as the client reached the server. */
  readonly origin: string;
  readonly thumbprint: string;
  /** Who asked for it; the journal names them where no session tells. */
  readonly user: string;
}

export interface Lease extends Belonging {
  readonly opened: Origin;
  /** What it is about: where a machine comes in the pool, until the machine is there. */
  readonly about: Ref;
  readonly files: readonly LeaseFile[];
  /** Kilobytes of all disks, once it is ready. */
  readonly capacity: number;
  readonly phase: {
    readonly state: HttpNfcLeaseState;
    /** Percent the client says are through. */
    readonly transferred: number;
    readonly error?: LocalizedMethodFault | undefined;
  };
  readonly task?: string | undefined;
  /** Somebody had the files fetched from elsewhere. */
  readonly mode?: 'pull' | undefined;
  readonly manifest: readonly Entry[];
  /** Names of files that were put at least once. */
  readonly put: readonly string[];
  /** Checksums asked for, by key. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly traffic: Traffic;
}

const capabilities = (pullModeSupported: boolean) =>
  Object.freeze({ _typeName: 'HttpNfcLeaseCapabilities', pullModeSupported, corsSupported: false });
const INWARD = capabilities(true);
const OUTWARD = capabilities(false);

export const leaseKind: KindSpec<Lease> = defineKind<Lease>({
  type: 'HttpNfcLease',
  // Transfers end with the process they are of: a lease that is read back has heard of nobody.
  machinery: { traffic: () => ({ heard: 0, flights: new Set(), arriving: new Set() }) },
  relations: {
    about: { facet: 'about', to: 'ManagedEntity', of: (s) => s.about.value, inverse: 'nfcLease' },
    session: ofSession('nfcLeases'),
  },
  indexes: {
    nfcTicket: { facets: ['opened'], keys: (s) => s.opened.ticket },
  },
  properties: {
    initializeProgress: { reads: ['phase'], value: (s) => (s.phase.state === 'initializing' ? 0 : 100) },
    transferProgress: { reads: ['phase'], value: (s) => s.phase.transferred },
    mode: { reads: ['mode'], value: (s) => s.mode ?? 'pushOrGet' },
    capabilities: { reads: ['opened'], value: (s) => (s.opened.way === 'in' ? INWARD : OUTWARD) },
    info: {
      reads: ['opened', 'about', 'files', 'capacity', 'phase'],
      value: (s, self) => (s.phase.state === 'ready' ? leaseInfo(s, self.ref) : undefined),
    },
    state: { reads: ['phase'], value: (s) => s.phase.state },
    error: { reads: ['phase'], value: (s) => s.phase.error },
  },
});

/** The lease that a ticket opens, and its file of that name; neither once the lease is over. */
export function leasedFile(
  world: World,
  ticket: string,
  name: string,
): { readonly lease: Cell<Lease>; readonly file: LeaseFile } | undefined {
  const lease = world.as(leaseKind, world.lookup.get('nfcTicket', ticket).values().next().value?.id);
  const file = lease?.state.phase.state === 'ready' ? lease.state.files.find((f) => f.name === name) : undefined;
  return lease && file && { lease, file };
}
