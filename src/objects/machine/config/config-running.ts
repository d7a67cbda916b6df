/** What may change of a machine that runs or is suspended. */
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Config, Power } from '../machine.ts';
import { hotPlugMemory, hotPlugsCpus } from './hot-plug.ts';

type Cold = (config: Config) => unknown;

/** What waits until the machine is off. */
const COLD: readonly Cold[] = [
  (c) => c.guestId,
  (c) => c.coresPerSocket,
  (c) => c.autoCores,
  (c) => c.motherboardLayout,
  (c) => c.simultaneousThreads,
  (c) => c.virtualICH7MPresent,
  (c) => c.virtualSMCPresent,
  (c) => c.said?.firmware,
  (c) => c.said?.cpuHotAddEnabled,
  (c) => c.said?.cpuHotRemoveEnabled,
  (c) => c.said?.memoryHotAddEnabled,
  (c) => c.said?.nestedHVEnabled,
  (c) => c.said?.vPMCEnabled,
  (c) => c.said?.sevEnabled,
  (c) => c.said?.sgxInfo,
  (c) => c.said?.bootOptions?.efiSecureBootEnabled,
  (c) => c.said?.flags?.vbsEnabled,
  (c) => c.said?.flags?.vvtdEnabled,
  (c) => c.said?.cpuFeatureMask,
];

/** Throws what keeps a change from being made in that state. CPU and memory grow where hot add is on. */
export function guardState(state: Power['state'], before: Config, after: Config): void {
  if (state === 'poweredOff') return;
  if (state === 'suspended') {
    if (before.numCPU !== after.numCPU || before.memoryMB !== after.memoryMB) throw notNow(state);
  } else {
    guardCpus(before, after);
    guardMemory(before, after);
  }
  if (COLD.some((part) => !isSame(part(before), part(after)))) throw notNow(state);
}

function guardCpus(before: Config, after: Config): void {
  if (after.numCPU === before.numCPU) return;
  if (!hotPlugsCpus(before, after.numCPU > before.numCPU ? 'add' : 'remove')) {
    throw new VimFault('CpuHotPlugNotSupported');
  }
  // Processors come and go by whole sockets.
  if (after.numCPU % before.coresPerSocket !== 0) throw invalidArgument('configSpec.numCPUs');
}

function guardMemory(before: Config, after: Config): void {
  if (after.memoryMB === before.memoryMB) return;
  const { hotPlugMemoryIncrementSize, hotPlugMemoryLimit } = hotPlugMemory(before);
  if (after.memoryMB < before.memoryMB || hotPlugMemoryIncrementSize === 0) {
    throw new VimFault('MemoryHotPlugNotSupported');
  }
  if (after.memoryMB > hotPlugMemoryLimit) throw new VimFault('InvalidVmConfig', { property: 'configSpec.memoryMB' });
  const grown = after.memoryMB - before.memoryMB;
  if (grown % hotPlugMemoryIncrementSize !== 0) throw invalidArgument('configSpec.memoryMB');
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? false) === JSON.stringify(b ?? false);
}

function notNow(existingState: Power['state']): VimFault {
  return new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState });
}
