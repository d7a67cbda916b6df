/** What a host uses: its machines together, and ESXi itself. */
import { fnv1a } from '../../../kernel/random.ts';
import type { Cell } from '../../../world/cell.ts';
import { coresOf, cpuOf } from '../host/host-profile.ts';
import { type HostFacts, ledgerOf } from './ledger.ts';
import { wander } from './noise.ts';
import type { Use } from './use.ts';
import { isUp } from './vm-load.ts';

const MIB = 2 ** 20;

/** What a property that shows a host's load has to declare. */
export const READS_LOAD = [
  '@tick',
  'profile',
  'runtime',
  'vm',
  'vm.power',
  'vm.starts',
  'vm.config',
  'vm.identity',
  'vm.devices',
  'vm.place',
  'vm.guest',
  'vm.load',
  'vm.outside',
] as const;

export interface Load {
  /** MHz. */
  readonly cpu: number;
  /** MB. */
  readonly memory: number;
}

const NO_LOAD: Load = Object.freeze({ cpu: 0, memory: 0 });

/** The sum of what its machines use, overhead included, and ESXi's own needs; nothing of a host nobody hears of. */
export function hostLoad(host: Cell<HostFacts & object>): Load {
  if (!isUp(host.state)) return NO_LOAD;
  return withOwn(host, ledgerOf(host.world).sumOf(host as unknown as Cell));
}

/** The same for who looks at all hosts again and again: in a large world the machines' part is some ticks old. */
export function lateHostLoad(host: Cell<HostFacts & object>): Load {
  return isUp(host.state) ? withOwn(host, ledgerOf(host.world).lateSumOf(host as unknown as Cell)) : NO_LOAD;
}

function withOwn(host: Cell<HostFacts & object>, { cpu, consumed, overhead }: Use): Load {
  const own = ownLoad(host.id, host.state, host.world.tick);
  return { cpu: own.cpu + cpu, memory: own.memory + consumed + overhead };
}

/** What ESXi needs for itself at a tick. */
export function ownLoad(id: string, { profile }: Pick<HostFacts, 'profile'>, tick: number): Load {
  const drift = wander(fnv1a(id), tick, 9);
  const cpu = cpuOf(profile) * 0.01 * (1 + 0.2 * drift);
  const memory = 1_400 + 0.012 * (profile.memory / MIB) + 2 * coresOf(profile) * (1 + drift);
  return { cpu: Math.round(cpu), memory: Math.round(memory) };
}
