/** CPU and memory: what a machine is allotted, what it reserves, and what it costs the host beside its own memory. */
import type { ResourceAllocationInfo, SharesInfo } from '../../../vim25/generated/index.ts';
import type { Config } from '../machine.ts';

const MIB = 2 ** 20;

/** Shares at `normal`: 1000 for each CPU, 10 for each MB. `high` doubles, `low` halves. */
const FACTOR = { low: 0.5, normal: 1, high: 2 } as const;

export function cpuAllocation(config: Config): ResourceAllocationInfo {
  return allocation(config.cpu, config.numCPU * 1000);
}

export function memoryAllocation(config: Config): ResourceAllocationInfo {
  const info = allocation(config.memory, config.memoryMB * 10);
  return config.said?.memoryReservationLockedToMax ? { ...info, reservation: config.memoryMB } : info;
}

function allocation(said: Partial<ResourceAllocationInfo> | undefined, normal: number): ResourceAllocationInfo {
  return {
    _typeName: 'ResourceAllocationInfo',
    reservation: said?.reservation ?? 0,
    expandableReservation: said?.expandableReservation ?? false,
    limit: said?.limit ?? -1,
    shares: shares(said?.shares, normal),
    overheadLimit: said?.overheadLimit,
  };
}

function shares(said: SharesInfo | undefined, normal: number): SharesInfo {
  const level = said?.level ?? 'normal';
  if (level === 'custom') return { shares: said!.shares, level };
  return { shares: normal * FACTOR[level as keyof typeof FACTOR], level };
}

/** MHz that a running machine is promised. */
export function cpuReservation(config: Config): number {
  return config.cpu?.reservation ?? 0;
}

/** MHz that any running machine counts for where room is kept for failures: `das.vmcpuminmhz`. */
export const LEAST_CPU = 32;

export function countedCpu(config: Config): number {
  return Math.max(LEAST_CPU, cpuReservation(config));
}

/** Bytes of guest memory that a running machine is promised, without overhead. */
export function guestReservation(config: Config): number {
  if (config.said?.memoryReservationLockedToMax) return config.memoryMB * MIB;
  return (config.memory?.reservation ?? 0) * MIB;
}

/**
 * Bytes the hypervisor needs beside the guest's memory: 25 MiB, 8 MiB for each CPU after the first, and 1/128 of the
 * memory. Ours; of the size of the figures in VMware's resource management guide.
 */
export function overhead(config: Config): number {
  return Math.round((25 + 8 * (config.numCPU - 1) + config.memoryMB / 128) * MIB);
}

/** Bytes a host must have free of other reservations to start the machine. */
export function memoryReservation(config: Config): number {
  return guestReservation(config) + overhead(config);
}
