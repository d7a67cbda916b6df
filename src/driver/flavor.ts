/** What an instance is made of. */
import { SimError } from '../kernel/errors.ts';

export interface Flavor {
  readonly vcpus: number;
  readonly memoryMb: number;
  /** Size of the root disk; 0 for the image's own, or for none without an image. */
  readonly rootGb: number;
  readonly extraSpecs?: ExtraSpecs | undefined;
}

/** What an instance may take of a resource, is sure of, and gets before others when it is scarce. */
export interface Quota {
  readonly limit?: number | undefined;
  readonly reservation?: number | undefined;
  /** A level, or a number of shares. */
  readonly shares?: 'low' | 'normal' | 'high' | number | undefined;
}

export interface ExtraSpecs {
  /** In MHz. */
  readonly cpu?: Quota | undefined;
  /** In MiB. */
  readonly memory?: Quota | undefined;
  /** Of the root disk, in I/O operations a second. */
  readonly disk?: Quota | undefined;
  /** Of each NIC, in Mbit/s. */
  readonly vif?: Quota | undefined;
  readonly coresPerSocket?: number | undefined;
  /** `vmx-19`. Default: the host's newest. */
  readonly hardwareVersion?: string | undefined;
  /** Default: what the image says, else the guest's. */
  readonly firmware?: 'bios' | 'efi' | undefined;
  /** Name of the storage policy. Default: the driver's. */
  readonly storagePolicy?: string | undefined;
}

const QUOTAS = { cpu: 'cpu', memory: 'memory', disk: 'disk_io', vif: 'vif' } as const;
const LEVELS: ReadonlySet<string> = new Set(['low', 'normal', 'high', 'custom']);

/**
 * Extra specs by nova's keys.
 *
 * @example
 * extraSpecs({ 'quota:cpu_limit': '2000', 'quota:cpu_shares_level': 'high', 'vmware:hw_version': 'vmx-15' });
 */
export function extraSpecs(keys: Readonly<Record<string, string | number>>): ExtraSpecs {
  const quotas = Object.entries(QUOTAS).map(([name, word]) => [name, quotaOf(keys, `quota:${word}`)] as const);
  const firmware = keys['hw:firmware_type'];
  const cores = keys['hw:cpu_cores'];
  return {
    ...Object.fromEntries(quotas.filter(([, quota]) => Object.keys(quota).length > 0)),
    ...(cores === undefined ? {} : { coresPerSocket: numberOf(keys, 'hw:cpu_cores') }),
    ...(keys['vmware:hw_version'] === undefined ? {} : { hardwareVersion: String(keys['vmware:hw_version']) }),
    ...(firmware === undefined ? {} : { firmware: firmware === 'uefi' ? 'efi' : 'bios' }),
    ...(keys['vmware:storage_policy'] === undefined ? {} : { storagePolicy: String(keys['vmware:storage_policy']) }),
  };
}

function quotaOf(keys: Readonly<Record<string, string | number>>, prefix: string): Quota {
  const level = keys[`${prefix}_shares_level`];
  if (level !== undefined && !LEVELS.has(String(level))) {
    throw new SimError('ERR_USAGE', `${prefix}_shares_level cannot be '${level}'`, { hint: [...LEVELS].join(', ') });
  }
  const limit = numberOf(keys, `${prefix}_limit`);
  const reservation = numberOf(keys, `${prefix}_reservation`);
  const shares = level === 'custom' ? numberOf(keys, `${prefix}_shares_share`) : (level as Quota['shares']);
  return {
    ...(limit === undefined ? {} : { limit }),
    ...(reservation === undefined ? {} : { reservation }),
    ...(shares === undefined ? {} : { shares }),
  };
}

function numberOf(keys: Readonly<Record<string, string | number>>, key: string): number | undefined {
  const given = keys[key];
  if (given === undefined) return undefined;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new SimError('ERR_USAGE', `${key} cannot be '${given}'`, { hint: 'give a whole number' });
}
