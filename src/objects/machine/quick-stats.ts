/** What a machine uses right now, as its summary tells it. The figures are the load model's; see docs/load.md. */
import type { VirtualMachineQuickStats } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { type HostFacts, ledgerOf } from '../compute/load/ledger.ts';
import { machineEntitlement } from '../compute/load/static-entitlement.ts';
import { TICK } from '../compute/load/tick.ts';
import type { Use } from '../compute/load/use.ts';
import { READS_VM_LOAD } from '../compute/load/vm-load.ts';
import { READS_TOLERANCE, toleranceState } from './fault-tolerance/tolerance.ts';
import { heartbeat } from './guest-info.ts';
import type { Machine } from './machine.ts';

/** What quickStats reads. */
export const READS_QUICK_STATS: readonly string[] = [...READS_VM_LOAD, ...READS_TOLERANCE, 'place', 'guest', 'outside'];

export function quickStats(vm: Cell<Machine>): VirtualMachineQuickStats {
  const m = vm.state;
  const { tick } = vm.world;
  const use = ledgerOf(vm.world).useOf(vm);
  const least = machineEntitlement(vm);
  const up = use.overhead > 0;
  return {
    _typeName: 'VirtualMachineQuickStats',
    overallCpuUsage: use.cpu,
    overallCpuDemand: use.cpuDemand,
    overallCpuReadiness: readiness(vm, use),
    guestMemoryUsage: use.active,
    hostMemoryUsage: use.consumed + use.overhead,
    guestHeartbeatStatus: heartbeat(m),
    distributedCpuEntitlement: use.cpuEntitled,
    distributedMemoryEntitlement: use.memoryEntitled,
    staticCpuEntitlement: least.cpu,
    staticMemoryEntitlement: least.memory,
    grantedMemory: up ? m.config.memoryMB - use.ballooned : 0,
    privateMemory: use.consumed,
    sharedMemory: 0,
    swappedMemory: use.swapped,
    balloonedMemory: use.ballooned,
    consumedOverheadMemory: use.overhead,
    ...replication(vm, use),
    // KB here, where everything else is MB.
    compressedMemory: 1024 * use.compressed,
    uptimeSeconds: m.power.state === 'poweredOn' ? (tick - (m.power.bootTick ?? 0)) * TICK : 0,
    ssdSwappedMemory: 0,
    activeMemory: use.active,
  };
}

/** MHz of work, and what the secondary is told of it, in KB/s. */
const LOGGED_PER_MHZ = 4;
/** Milliseconds that a secondary lags behind over a network of 10 Gbit/s. */
const LAG = 2;

/** What goes to the secondary, and how far that lags behind; of a machine that runs alone nothing is said. */
function replication(
  vm: Cell<Machine>,
  use: Use,
): Pick<VirtualMachineQuickStats, 'ftLogBandwidth' | 'ftSecondaryLatency' | 'ftLatencyStatus'> {
  if (toleranceState(vm) !== 'running') return { ftLogBandwidth: -1, ftSecondaryLatency: -1, ftLatencyStatus: 'gray' };
  return { ftLogBandwidth: LOGGED_PER_MHZ * use.cpu, ftSecondaryLatency: LAG, ftLatencyStatus: 'green' };
}

/** Percent of the time of its CPUs that a machine was ready to run and was not let. */
function readiness(vm: Cell<Machine>, { cpuDemand, cpu }: Use): number {
  const all = vm.state.config.numCPU * (vm.one<HostFacts>('host')?.state.profile.mhz ?? 0);
  return all > 0 ? Math.round((100 * (cpuDemand - cpu)) / all) : 0;
}
