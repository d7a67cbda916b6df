/** What keeps a machine from going where a plan puts it: all of it at once, so that checks can tell and work can refuse. */
import type { CheckTestType } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { type Demand, refusal } from '../../compute/drs/placement.ts';
import type { Host } from '../../compute/host/host.ts';
import { pairOf } from '../fault-tolerance/tolerance.ts';
import type { Machine } from '../machine.ts';
import { demandOf, standing } from '../power/demand.ts';
import { guardReachable } from '../standing.ts';
import { guardPower, type Vm } from '../work.ts';
import { deviceObstacles } from './migrate-devices.ts';
import { reachObstacles } from './migrate-reach.ts';
import { storeObstacles } from './migrate-store.ts';
import { arrivingBefore } from './migration.ts';
import type { Plan, Relocation } from './relocate-plan.ts';

/** Why not. A warning keeps nobody from doing it. */
export interface Obstacle {
  readonly test: CheckTestType;
  readonly fault: VimFault;
  readonly warning?: boolean;
}

/** A move as the rules look at it. */
export interface Move {
  readonly vm: Vm;
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
  return { vm, before, after, from, to: host, changesHost: from !== host, hot: before.power.state === 'poweredOn' };
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
  yield* pairObstacles(move);
  yield* hostObstacles(move);
  if (move.changesHost) yield* deviceObstacles(move);
  yield* reachObstacles(move);
  yield* storeObstacles(move);
  yield* poolObstacles(plan, move);
}

/** The machines of a pair move from host to host in their cluster, and nowhere else; nor do their files. */
function* pairObstacles({ vm, before, after, from, to }: Move): Generator<Obstacle> {
  if (!pairOf(vm)) return;
  const cannot = (moveType: string) => new VimFault('CannotMoveFaultToleranceVm', { moveType, vmName: before.name });
  if (from && from.one('parent') !== to.one('parent')) yield { test: 'sourceTests', fault: cannot('cluster') };
  else if (after.place.pool !== before.place.pool) yield { test: 'resourcePoolTests', fault: cannot('resourcePool') };
  if (before.files === after.files && before.devices === after.devices) return;
  yield { test: 'sourceTests', fault: new VimFault('VmConfigIncompatibleForFaultTolerance') };
}

/** Throws the first that is no warning. */
export function guardMove(plan: Plan, relocation: Relocation): void {
  for (const { fault, warning } of obstacles(plan, relocation)) if (!warning) throw fault;
}

function* hostObstacles({ vm, from, to, after, hot, changesHost, before }: Move): Generator<Obstacle> {
  if (!changesHost) return;
  const { connection } = to.state.runtime;
  let tooOld = false;
  if (connection === 'disconnected') yield { test: 'hostTests', fault: new VimFault('HostNotConnected') };
  else if (connection === 'notResponding') yield { test: 'hostTests', fault: new VimFault('HostNotReachable') };
  else {
    const demand = demandOf(after, vm.id);
    const asked = hot ? besideArrivals(vm, to, demand) : standing(demand);
    const fault = refusal(to, { ...asked, datastores: [], networks: [] });
    if (fault) yield { test: 'hostTests', fault };
    tooOld = fault?.type === 'FeatureRequirementsNotMet';
  }
  if (hot) {
    for (const host of [from, to]) if (host) yield* vmotionObstacles(host, host === from);
    yield* affinityObstacles(after);
  }
  if (before.power.state !== 'poweredOff' && !tooOld) yield* vendorObstacles(from, to);
}

/** What is on its way to the host already takes its room there first. */
function besideArrivals(vm: Vm, to: Cell<Host>, demand: Demand): Demand {
  let { cpu, memory } = demand;
  for (const other of arrivingBefore(vm, to)) {
    const { cpu: itsCpu, memory: itsMemory } = demandOf(other.state);
    cpu += itsCpu;
    memory += itsMemory;
  }
  return { ...demand, cpu, memory };
}

/** A running machine that is bound to processors or memory of its host stays there. */
function* affinityObstacles({ config: { said } }: Machine): Generator<Obstacle> {
  const configuredAffinity = [
    ...(said?.cpuAffinity?.affinitySet?.length ? ['cpu'] : []),
    ...(said?.memoryAffinity?.affinitySet?.length ? ['memory'] : []),
  ];
  if (configuredAffinity.length === 0) return;
  yield { test: 'sourceTests', fault: new VimFault('AffinityConfigured', { configuredAffinity }) };
}

/** A running machine moves over VMkernel cards that carry vMotion, at both ends. */
function* vmotionObstacles(host: Cell<Host>, atSourceHost: boolean): Generator<Obstacle> {
  const nics = host.state.vmkNics as Host['vmkNics'] | undefined;
  if (nics === undefined || nics.some((nic) => nic.traffic.includes('vmotion'))) return;
  const about = { atSourceHost, failedHost: host.state.name, failedHostEntity: host.ref };
  yield { test: atSourceHost ? 'sourceTests' : 'hostTests', fault: new VimFault('VMotionNotConfigured', about) };
}

/** What ran on processors of one maker does not go on on another's. */
function* vendorObstacles(from: Cell<Host> | undefined, to: Cell<Host>): Generator<Obstacle> {
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
