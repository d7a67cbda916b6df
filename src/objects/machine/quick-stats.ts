/** What a machine uses right now: follows from its size, its uuid and the load model's tick, so it repeats with a seed. */
import { fnv1a } from '../../kernel/random.ts';
import type { VirtualMachineQuickStats } from '../../vim25/generated/index.ts';
import { cpuAllocation, memoryAllocation, overhead } from './config/allocation.ts';
import { heartbeat } from './guest-info.ts';
import type { Machine } from './machine.ts';

const MIB = 2 ** 20;
/** Seconds of clock from one tick to the next. */
const TICK = 20;

/** MHz and MB used. */
export function load(m: Machine, tick: number, mhz: number): { readonly cpu: number; readonly memory: number } {
  if (m.power.state !== 'poweredOn') return { cpu: 0, memory: 0 };
  const share = 0.02 + (fnv1a(`${m.identity.uuid}/${tick}`) % 1000) / 5000;
  const full = m.config.numCPU * mhz;
  const limit = m.config.cpu?.limit ?? -1;
  const active = 0.05 + (fnv1a(m.identity.uuid) % 1000) / 5000;
  return {
    cpu: Math.round(Math.min(full * share, limit < 0 ? full : limit)),
    memory: Math.max(1, Math.round(m.config.memoryMB * active)),
  };
}

export function quickStats(m: Machine, tick: number, mhz: number): VirtualMachineQuickStats {
  const on = m.power.state === 'poweredOn';
  const { cpu, memory } = load(m, tick, mhz);
  const { config } = m;
  return {
    _typeName: 'VirtualMachineQuickStats',
    overallCpuUsage: cpu,
    overallCpuDemand: cpu,
    overallCpuReadiness: 0,
    guestMemoryUsage: memory,
    hostMemoryUsage: on ? Math.min(config.memoryMB, 2 * memory) + Math.round(overhead(config) / MIB) : 0,
    guestHeartbeatStatus: heartbeat(m),
    distributedCpuEntitlement: on ? cpu : 0,
    distributedMemoryEntitlement: on ? memory : 0,
    staticCpuEntitlement: on ? (cpuAllocation(config).reservation ?? 0) + cpu : 0,
    staticMemoryEntitlement: on ? Math.max(memoryAllocation(config).reservation ?? 0, memory) : 0,
    grantedMemory: on ? config.memoryMB : 0,
    privateMemory: on ? Math.min(config.memoryMB, 2 * memory) : 0,
    sharedMemory: 0,
    swappedMemory: 0,
    balloonedMemory: 0,
    consumedOverheadMemory: on ? Math.round(overhead(config) / MIB) : 0,
    ftLogBandwidth: -1,
    ftSecondaryLatency: -1,
    ftLatencyStatus: 'gray',
    compressedMemory: 0,
    uptimeSeconds: on ? (tick - (m.power.bootTick ?? 0)) * TICK : 0,
    ssdSwappedMemory: 0,
    activeMemory: memory,
  };
}
