/** What a machine wants of its host at a tick: its demand, before anybody divides what there is. */
import { fnv1a } from '../../../kernel/random.ts';
import type { Cell } from '../../../world/cell.ts';
import { overhead } from '../../machine/config/allocation.ts';
import { isDisk } from '../../machine/device/device.ts';
import type { Machine } from '../../machine/machine.ts';
import type { HostProfile } from '../host/host-profile.ts';
import { touched, type Want, want } from './habit.ts';
import { scripted } from './script.ts';
import { DAY } from './tick.ts';

const MIB = 2 ** 20;

export interface VmLoad {
  /** MHz it wants. */
  readonly cpu: number;
  /** MB its guest is using. */
  readonly memory: number;
  /** MB of host memory behind its guest's. */
  readonly consumed: number;
  /** MB the hypervisor needs beside them. */
  readonly overhead: number;
}

export const NO_LOAD: VmLoad = Object.freeze({ cpu: 0, memory: 0, consumed: 0, overhead: 0 });

/** What a property that shows one machine's load has to declare of the machine. */
export const READS_VM_LOAD = [
  '@tick',
  'identity',
  'config',
  'power',
  'starts',
  'devices',
  'load',
  'outside',
  'host.profile',
  'host.runtime',
] as const;

/** The facets that a machine's demand follows from. */
export type Demanding = Pick<Machine, 'identity' | 'config' | 'power' | 'starts' | 'devices' | 'load' | 'outside'>;

/** The facets that a host's readiness to run machines follows from. */
export interface Running {
  readonly profile: HostProfile;
  readonly runtime: { readonly connection: string; readonly power: string };
}

/** Whether the host is there to run anything, as far as vCenter knows. */
export function isUp({ runtime }: Running): boolean {
  return runtime.connection === 'connected' && runtime.power === 'poweredOn';
}

/** All 0 for a machine that does not run, or whose host nobody hears of. For ticks gone by it is taken as it is now. */
export function vmLoad(vm: Cell<Machine>, tick: number = vm.world.tick): VmLoad {
  if (vm.state.power.state !== 'poweredOn') return NO_LOAD;
  return demand(vm.state, vm.one<Running>('host')?.state, tick);
}

/** The demand of a machine on a host. */
export function demand(m: Demanding, host: Running | undefined, tick: number): VmLoad {
  const { config, power } = m;
  const age = ageOf(m, tick);
  if (power.state !== 'poweredOn' || age < 0 || !host || !isUp(host)) return NO_LOAD;
  const seed = seedOf(m);
  const wanted = wantOf(m, seed, tick, age);
  const cpu = scripted(m.load?.cpu, tick) ?? wanted.cpu;
  const all = config.numCPU * host.profile.mhz;
  const limit = config.cpu?.limit ?? -1;
  const busy = told(m, 'overallCpuUsage') ?? all * cpu;
  const active = told(m, 'guestMemoryUsage') ?? config.memoryMB * (scripted(m.load?.memory, tick) ?? wanted.memory);
  const memory = Math.min(config.memoryMB, Math.max(1, Math.round(active)));
  return {
    cpu: Math.round(Math.min(busy, all, limit < 0 ? all : limit)),
    memory,
    consumed: Math.max(memory, consumed(m, seed, age, wanted)),
    overhead: overheadOf(config),
  };
}

/** What somebody set from outside of its figures, as vcsim lets one: it is as good as a script. */
function told({ outside }: Demanding, figure: string): number | undefined {
  const said = outside?.[`summary.quickStats.${figure}`];
  return typeof said === 'number' ? Math.max(0, said) : undefined;
}

/** Ticks since its guest's boot. What ran when the simulator began has run for a day. */
export function ageOf({ power, starts }: Pick<Machine, 'power' | 'starts'>, tick: number): number {
  const boot = power.bootTick ?? 0;
  return tick - (boot <= 0 && starts === undefined ? boot - DAY : boot);
}

/** MB that the hypervisor needs beside the guest's. */
export function overheadOf(config: Machine['config']): number {
  return Math.round(overhead(config) / MIB);
}

/** The dice of a machine: its own for good, wherever it goes. */
export function seedOf({ identity }: Pick<Machine, 'identity'>): number {
  return fnv1a(identity.instanceUuid);
}

function wantOf(m: Demanding, seed: number, tick: number, age: number): Want {
  if (m.power.standby) return ASLEEP;
  return m.devices.some(isDisk) ? want(seed, tick, age) : AT_FIRMWARE;
}

const ASLEEP: Want = Object.freeze({ cpu: 0.002, memory: 0.01 });
/** Without a disk there is no guest: the firmware goes round looking for one. */
const AT_FIRMWARE: Want = Object.freeze({ cpu: 0.01, memory: 0.01 });

function consumed({ config }: Demanding, seed: number, age: number, wanted: Want): number {
  if (config.said?.memoryReservationLockedToMax) return config.memoryMB;
  return Math.round(config.memoryMB * (wanted === AT_FIRMWARE ? 0.02 : touched(seed, age)));
}
