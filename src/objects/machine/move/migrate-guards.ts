/** What keeps a machine from going where a plan puts it: all of it at once, so that checks can tell and work can refuse. */
import type { CheckTestType } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import { refusal } from '../../compute/placement.ts';
import type { Machine } from '../machine.ts';
import { demandOf } from '../power/demand.ts';
import { guardReachable } from '../standing.ts';
import { guardPower } from '../work.ts';
import { deviceObstacles } from './migrate-devices.ts';
import { reachObstacles } from './migrate-reach.ts';
import { storeObstacles } from './migrate-store.ts';
import type { Plan, Relocation } from './relocate-plan.ts';

/** Why not. A warning keeps nobody from doing it. */
export interface Obstacle {
  readonly test: CheckTestType;
  readonly fault: VimFault;
  readonly warning?: boolean;
}

/** A move as the rules look at it. */
export interface Move {
  readonly before: Machine;
  readonly after: Machine;
  readonly from: Cell<Host> | undefined;
  readonly to: Cell<Host>;
  readonly changesHost: boolean;
  /** Whether it runs meanwhile. */
  readonly hot: boolean;
}

export function moveOf({ vm, after, host }: Plan): Move {
  const before = vm.state;
  const from = vm.one<Host>('host');
  return { before, after, from, to: host, changesHost: from !== host, hot: before.power.state === 'poweredOn' };
}

/** The fault of a guard, if it throws one. */
function faultOf(guard: () => void): VimFault | undefined {
  try {
    guard();
  } catch (error) {
    if (error instanceof VimFault) return error;
    throw error;
  }
  return undefined;
}

/** Everything that stands in the way, in the order in which vCenter would meet it. */
export function* obstacles(plan: Plan, { state }: Relocation): Generator<Obstacle> {
  const move = moveOf(plan);
  const source = faultOf(() => {
    guardReachable(plan.vm);
    if (state !== undefined) guardPower(plan.vm, state, state);
  });
  if (source) yield { test: 'sourceTests', fault: source };
  yield* hostObstacles(move);
  if (move.changesHost) yield* deviceObstacles(move);
  yield* reachObstacles(move);
  yield* storeObstacles(move);
  yield* poolObstacles(plan, move);
}

/** Throws the first that is no warning. */
export function guardMove(plan: Plan, relocation: Relocation): void {
  for (const { fault, warning } of obstacles(plan, relocation)) if (!warning) throw fault;
}

function* hostObstacles({ from, to, after, hot, changesHost, before }: Move): Generator<Obstacle> {
  if (!changesHost) return;
  const { connection } = to.state.runtime;
  if (connection === 'disconnected') yield { test: 'hostTests', fault: new VimFault('HostNotConnected') };
  else if (connection === 'notResponding') yield { test: 'hostTests', fault: new VimFault('HostNotReachable') };
  else {
    const room = hot ? {} : { cpu: 0, memory: 0 };
    const fault = refusal(to, { ...demandOf(after), datastores: [], networks: [], ...room });
    if (fault) yield { test: 'hostTests', fault };
  }
  if (hot) for (const host of [from, to]) if (host) yield* vmotionObstacles(host, host === from);
  if (before.power.state !== 'poweredOff') yield* cpuObstacles(from, to);
}

/** A running machine moves over VMkernel cards that carry vMotion, at both ends. */
function* vmotionObstacles(host: Cell<Host>, atSourceHost: boolean): Generator<Obstacle> {
  const nics = host.state.vmkNics as Host['vmkNics'] | undefined;
  if (nics === undefined || nics.some((nic) => nic.traffic.includes('vmotion'))) return;
  const about = { atSourceHost, failedHost: host.state.name, failedHostEntity: host.ref };
  yield { test: atSourceHost ? 'sourceTests' : 'hostTests', fault: new VimFault('VMotionNotConfigured', about) };
}

/** What ran on processors of one maker does not go on on another's. */
function* cpuObstacles(from: Cell<Host> | undefined, to: Cell<Host>): Generator<Obstacle> {
  const maker = from?.state.profile.cpuVendor;
  if (maker === undefined || maker === to.state.profile.cpuVendor) return;
  const key = `cpuid.${maker === 'intel' ? 'Intel' : 'AMD'}`;
  const featureRequirement = [{ key, featureName: key, value: 'Bool:Min:1' }];
  yield {
    test: 'hostTests',
    fault: new VimFault('FeatureRequirementsNotMet', { featureRequirement, host: to.ref }),
  };
}

interface PoolRuntime {
  readonly cpu: { readonly unreservedForVm: number };
  readonly memory: { readonly unreservedForVm: number };
}

/** A running machine takes what it reserves along into its new pool. */
function* poolObstacles({ vm }: Plan, { before, after, hot }: Move): Generator<Obstacle> {
  const { pool } = after.place;
  if (!hot || pool === undefined || pool === before.place.pool) return;
  const runtime = vm.world.find(pool)?.get('runtime') as PoolRuntime | undefined;
  if (!runtime) return;
  const { cpu, memory } = demandOf(after);
  const free = { cpu: runtime.cpu.unreservedForVm, memory: runtime.memory.unreservedForVm };
  const lacking = (type: string, unreserved: number, requested: number): Obstacle => ({
    test: 'resourcePoolTests',
    fault: new VimFault(type, { unreserved, requested }),
  });
  if (memory > free.memory) yield lacking('InsufficientMemoryResourcesFault', free.memory, memory);
  if (cpu > free.cpu) yield lacking('InsufficientCpuResourcesFault', free.cpu, cpu);
}
