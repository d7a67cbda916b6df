/** Uptime, power, cluster services and operations. */
import { TICK } from '../compute/load/tick.ts';
import { AVERAGE, LATEST, type Line, lines, type Row, SUM } from './counter.ts';
import { busy } from './cpu-counters.ts';
import type { Figures } from './figures.ts';

/** Watts: what hosts draw at rest and at their busiest; a machine draws for what it keeps busy. */
function watts(f: Figures): number {
  const share = busy(f) / 10_000;
  return f.own.memory > 0 ? f.hosts * 130 + f.hosts * 240 * share : f.cpus * 9 * share;
}

const POWER: readonly Row[] = [
  ['power', 'Usage', 'watt', 'rate', 2, AVERAGE, watts],
  ['energy', 'Energy usage', 'joule', 'delta', 3, SUM, (f) => TICK * watts(f)],
];

/** By the events that tell of them. */
const OPERATIONS: readonly (readonly [string, string, ...string[]])[] = [
  ['numPoweron', 'VM power on count', 'VmPoweredOnEvent', 'DrsVmPoweredOnEvent'],
  ['numPoweroff', 'VM power off count', 'VmPoweredOffEvent'],
  ['numSuspend', 'VM suspend count', 'VmSuspendedEvent'],
  ['numReset', 'VM reset count', 'VmResettingEvent'],
  ['numRebootGuest', 'VM guest reboot count', 'VmGuestRebootEvent'],
  ['numStandbyGuest', 'VM standby guest count', 'VmGuestStandbyEvent'],
  ['numShutdownGuest', 'VM guest shutdown count', 'VmGuestShutdownEvent'],
  ['numCreate', 'VM create count', 'VmCreatedEvent'],
  ['numDestroy', 'VM delete count', 'VmRemovedEvent'],
  ['numRegister', 'VM register count', 'VmRegisteredEvent'],
  ['numReconfigure', 'VM reconfigure count', 'VmReconfiguredEvent'],
  ['numClone', 'VM clone count', 'VmClonedEvent'],
  ['numDeploy', 'VM template deploy count', 'VmDeployedEvent'],
  ['numChangeHost', 'VM host change count (non-powered-on VMs)', 'VmMigratedEvent'],
  ['numChangeDS', 'VM datastore change count (non-powered-on VMs)', 'VmRelocatedEvent'],
  ['numVMotion', 'vMotion count', 'VmBeingHotMigratedEvent'],
];

export const OTHER: readonly Line[] = [
  ...lines('sys', 'vm host', {}, [['uptime', 'Uptime', 'second', 'absolute', 1, LATEST, (f) => f.uptime]]),
  ...lines('sys', 'vm', {}, [
    ['osUptime', 'OS uptime', 'second', 'absolute', 4, LATEST, (f) => f.uptime],
    ['heartbeat', 'Heartbeat', 'number', 'delta', 4, SUM, () => TICK / 2],
  ]),
  ...lines('power', 'vm host cluster', {}, POWER),
  ...lines('power', 'host', {}, [['powerCap', 'Cap', 'watt', 'absolute', 3, AVERAGE, () => 0]]),
  ...lines('clusterServices', 'cluster', {}, [
    ['effectivecpu', 'Effective CPU resources', 'megaHertz', 'rate', 1, AVERAGE, (f) => f.usableCpu],
    ['effectivemem', 'Effective memory resources', 'megaBytes', 'absolute', 1, AVERAGE, (f) => f.usableMemory],
    ['failover', 'Current failover level', 'number', 'absolute', 1, LATEST, (f) => Math.max(0, f.hosts - 1)],
  ]),
  ...lines('clusterServices', 'host cluster', {}, [
    ['cpufairness', 'CPU fairness', 'number', 'absolute', 1, LATEST, () => 1_000],
    ['memfairness', 'Memory fairness', 'number', 'absolute', 1, LATEST, () => 1_000],
  ]),
  ...lines(
    'vmop',
    'cluster datacenter',
    {},
    OPERATIONS.map(([name, label, ...events]) => [
      name,
      label,
      'number',
      'absolute',
      1,
      LATEST,
      (f) => events.reduce((count, event) => count + (f.operations?.(event) ?? 0), 0),
    ]),
  ),
];
