/** How far the memory of a machine grows while it runs. */
import type { Config } from '../machine.ts';

export interface HotPlugMemory {
  readonly hotPlugMemoryLimit: number;
  readonly hotPlugMemoryIncrementSize: number;
}

/** To sixteen times what it has, in steps that follow from that; not at all unless hot add is on. */
export function hotPlugMemory({ memoryMB, said }: Config): HotPlugMemory {
  if (!said?.memoryHotAddEnabled) return { hotPlugMemoryLimit: memoryMB, hotPlugMemoryIncrementSize: 0 };
  const limit = 16 * memoryMB;
  return { hotPlugMemoryLimit: limit, hotPlugMemoryIncrementSize: Math.max(4, 2 ** Math.ceil(Math.log2(limit / 512))) };
}
