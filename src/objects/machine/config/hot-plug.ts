/** How far the memory of a machine grows while it runs, and whether its processors come and go. */
import { guestDescriptor } from '../../compute/options/guest-descriptors.ts';
import type { Config } from '../machine.ts';
import { hardwareOf } from './hardware-version.ts';

export interface HotPlugMemory {
  readonly hotPlugMemoryLimit: number;
  readonly hotPlugMemoryIncrementSize: number;
}

/** A Linux of 64 bits that came up with no more than this never gets beyond it. */
const LOW_MEMORY = 3_072;
const TIMES = 16;

/**
 * To sixteen times what it had when it was switched on, in steps that follow from that; not at all unless hot add is on
 * and the guest knows how.
 */
export function hotPlugMemory(config: Config): HotPlugMemory {
  const { memoryMB, said } = config;
  if (!said?.memoryHotAddEnabled || !guestOf(config).supportsMemoryHotAdd) {
    return { hotPlugMemoryLimit: memoryMB, hotPlugMemoryIncrementSize: 0 };
  }
  const limit = Math.max(memoryMB, limitOf(config));
  return { hotPlugMemoryLimit: limit, hotPlugMemoryIncrementSize: Math.max(4, 2 ** Math.ceil(Math.log2(limit / 512))) };
}

function limitOf(config: Config): number {
  const booted = config.memoryAtBoot ?? config.memoryMB;
  if (guestOf(config).family === 'linuxGuest' && booted <= LOW_MEMORY) return LOW_MEMORY;
  return Math.min(TIMES * booted, hardwareOf(config.version).memoryMB);
}

/** Whether processors may come, or go, while it runs. */
export function hotPlugsCpus(config: Config, way: 'add' | 'remove'): boolean {
  const { said } = config;
  if (way === 'add') return said?.cpuHotAddEnabled === true && guestOf(config).supportsCpuHotAdd === true;
  return said?.cpuHotRemoveEnabled === true && guestOf(config).supportsCpuHotRemove === true;
}

function guestOf({ guestId, version }: Config): ReturnType<typeof guestDescriptor> {
  return guestDescriptor(guestId, hardwareOf(version));
}

/** The configuration of a running machine that grew: what it was switched on with is kept, as limits follow from it. */
export function grown(before: Config, after: Config): Config {
  if (before.memoryMB === after.memoryMB || before.memoryAtBoot !== undefined) return after;
  return Object.freeze({ ...after, memoryAtBoot: before.memoryMB });
}

/** The same of a machine that is switched on, or off. */
export function switched(config: Config): Config {
  if (config.memoryAtBoot === undefined) return config;
  const { memoryAtBoot: _memory, ...fresh } = config;
  return Object.freeze(fresh);
}
