/** The machines hosts are made of. Hosts of one profile share it. */

/** A model of server, as delivered. */
export interface HostProfile {
  readonly vendor: string;
  readonly model: string;
  readonly cpuVendor: 'intel' | 'amd';
  readonly cpuModel: string;
  readonly packages: number;
  readonly coresPerPackage: number;
  readonly threadsPerCore: number;
  readonly mhz: number;
  /** Bytes. */
  readonly memory: number;
  /** Physical network cards, `vmnic0` and on. */
  readonly nics: number;
  /** Highest EVC mode the processors can take part in. */
  readonly evcMode: string;
  readonly bios: { readonly vendor: string; readonly version: string; readonly released: string };
}

const GIB = 2 ** 30;

export const DEFAULT_PROFILE: HostProfile = Object.freeze({
  vendor: 'Dell Inc.',
  model: 'PowerEdge R640',
  cpuVendor: 'intel',
  cpuModel: 'Intel(R) Xeon(R) Gold 5218 CPU @ 2.30GHz',
  packages: 2,
  coresPerPackage: 8,
  threadsPerCore: 2,
  mhz: 2_294,
  memory: 128 * GIB,
  nics: 4,
  evcMode: 'intel-cascadelake',
  bios: Object.freeze({ vendor: 'Dell Inc.', version: '2.19.1', released: '2023-06-04T00:00:00Z' }),
});

export const coresOf = (p: HostProfile): number => p.packages * p.coresPerPackage;
export const threadsOf = (p: HostProfile): number => coresOf(p) * p.threadsPerCore;
/** MHz of all cores. */
export const cpuOf = (p: HostProfile): number => coresOf(p) * p.mhz;

/** What ESXi keeps for itself: a share of the processors, and memory that grows a little with the machine's. */
export function usableCpu(p: HostProfile): number {
  return cpuOf(p) - Math.round(cpuOf(p) * 0.04);
}

export function usableMemory(p: HostProfile): number {
  return p.memory - Math.round(2 * GIB + p.memory * 0.015);
}
