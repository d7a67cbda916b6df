/** What a host uses right now: follows from its VMs' sizes and the load model's tick, so it repeats with a seed. */
import { fnv1a } from '../../kernel/random.ts';
import type { Cell } from '../../world/cell.ts';
import { coresOf, cpuOf, type HostProfile } from './host/host-profile.ts';

const MIB = 2 ** 20;
/** Seconds of clock from one tick to the next. */
export const TICK = 20;

/** What a property that shows a host's load has to declare. */
export const READS_LOAD = ['@tick', '+vmMemoryConfigured', '+vmPoweredOn'] as const;

export interface Load {
  /** MHz. */
  readonly cpu: number;
  /** MB. */
  readonly memory: number;
}

interface Loaded {
  readonly profile: HostProfile;
  readonly runtime: { readonly connection: string; readonly power: string };
}

/** ESXi's own needs, and a share of what its VMs are given that wanders from tick to tick. */
export function hostLoad(host: Cell<Loaded & object>): Load {
  const { profile, runtime } = host.state;
  if (runtime.connection !== 'connected' || runtime.power !== 'poweredOn') return { cpu: 0, memory: 0 };
  const wander = (fnv1a(`${host.id}/${host.world.tick}`) % 1000) / 1000;
  const running = host.sum('vmPoweredOn');
  const own = 0.01 * cpuOf(profile);
  const cpu = own * (0.8 + 0.4 * wander) + running * profile.mhz * (0.05 + 0.1 * wander);
  const memory =
    1_400 +
    0.012 * (profile.memory / MIB) +
    (0.35 * host.sum('vmMemoryConfigured')) / MIB +
    4 * coresOf(profile) * wander;
  return { cpu: Math.round(Math.min(cpu, cpuOf(profile))), memory: Math.round(Math.min(memory, profile.memory / MIB)) };
}
