/** What `createDriver` takes, and what holds where it says nothing. */
import type { ConnectOptions } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { AdapterType, DiskType, VifModel } from './image.ts';

/** How to reach the vCenter, which part of it to run instances in, and how: named after nova's own options. */
export interface DriverOptions extends ConnectOptions {
  /** Name of the cluster that is the hypervisor. */
  readonly cluster: string;
  /** Name of this compute service. Several that share a vCenter keep image caches of their own by it. */
  readonly host?: string | undefined;
  /** Datastores to use, by name. Default: all of the cluster's. */
  readonly datastoreRegex?: RegExp | string | undefined;
  /** Network of NICs that name none. Default: the cluster's first. */
  readonly integrationBridge?: string | undefined;
  /** Folder of the instances below the datacenter's VM folder; `/` between levels. Default `simsphere`. */
  readonly folder?: string | undefined;
  /** Root disks are children of the cached image rather than copies, unless the image says otherwise. Default true. */
  readonly useLinkedClone?: boolean | undefined;
  /** The cache is the folder `<cachePrefix>_base` of each datastore. Default: the `host`, or nothing. */
  readonly cachePrefix?: string | undefined;
  /** Folder of each datastore for images on their way into the cache. Default `vmware_temp`, nova's own. */
  readonly temporaryFolder?: string | undefined;
  /** Whether `manageImageCache` removes images that nobody uses. Default true. */
  readonly removeUnusedBaseImages?: boolean | undefined;
  /** How long a cached image stays without use before it is removed. Default 86 400. */
  readonly unusedImageAgeSeconds?: number | undefined;
  /** Controller of disks whose image names none. Default `lsiLogic`. */
  readonly adapterType?: AdapterType | undefined;
  /** How images are laid out that do not say. Default `preallocated`. */
  readonly diskType?: DiskType | undefined;
  /** Model of NICs where neither request nor image names one. Default `vmxnet3`. */
  readonly vifModel?: VifModel | undefined;
  /** Memory held back from every host for the host itself, in MiB. Default 512. */
  readonly reservedHostMemoryMb?: number | undefined;
  /** Threads held back from every host. Default 0. */
  readonly reservedHostCpus?: number | undefined;
  /** Room held back on the datastores, in MiB. Default 0. */
  readonly reservedHostDiskMb?: number | undefined;
  /** Whether instances follow the storage policies that are named. Default true. */
  readonly pbm?: boolean | undefined;
  /** Name of the storage policy of instances whose flavor names none. */
  readonly storagePolicy?: string | undefined;
  /** Pause between looks at a task where the server tells no updates, in milliseconds. Default 500. */
  readonly taskPollInterval?: number | undefined;
  /** Longest time in which a task may tell nothing new before it is cancelled and its work fails. Default 3 600 000. */
  readonly taskStallTimeout?: number | undefined;
  /** How often work is tried that meets another's on the same object. Default 10. */
  readonly apiRetryCount?: number | undefined;
  /** Longest wait for a task to end that was given up, in milliseconds. Default 30 000. */
  readonly cancelPatience?: number | undefined;
  /** First port of VNC consoles. Default 5900. */
  readonly vncPort?: number | undefined;
  /** How many ports from there on. Default 10 000. */
  readonly vncPortTotal?: number | undefined;
  readonly vncPassword?: string | undefined;
}

const DEFAULTS = {
  folder: 'simsphere',
  temporaryFolder: 'vmware_temp',
  useLinkedClone: true,
  removeUnusedBaseImages: true,
  unusedImageAgeSeconds: 86_400,
  adapterType: 'lsiLogic',
  diskType: 'preallocated',
  vifModel: 'vmxnet3',
  reservedHostMemoryMb: 512,
  reservedHostCpus: 0,
  reservedHostDiskMb: 0,
  pbm: true,
  taskPollInterval: 500,
  taskStallTimeout: 3_600_000,
  apiRetryCount: 10,
  cancelPatience: 30_000,
  vncPort: 5900,
  vncPortTotal: 10_000,
} as const satisfies Partial<DriverOptions>;

type Defaulted = keyof typeof DEFAULTS | 'cachePrefix';

/** The options with every default in its place. */
export type Settings = DriverOptions & { readonly [K in Defaulted]-?: Exclude<DriverOptions[K], undefined> };

/** Fills in the defaults. Throws ERR_USAGE for a number that cannot be meant. */
export function settle(options: DriverOptions): Settings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settled = {
    ...DEFAULTS,
    cachePrefix: options.host ?? '',
    ...given,
  } as Settings;
  for (const [key, value] of Object.entries(settled)) {
    if (typeof value !== 'number' || key === 'timeout') continue;
    if (!(value >= 0))
      throw new SimError('ERR_USAGE', `${key} cannot be ${value}`, { hint: 'give a number from 0 on' });
  }
  for (const key of ['cachePrefix', 'temporaryFolder'] as const) {
    if (!/[/[\]]/.test(settled[key])) continue;
    throw new SimError('ERR_USAGE', `${key} cannot be '${settled[key]}'`, { hint: 'it is part of one name' });
  }
  return settled;
}
