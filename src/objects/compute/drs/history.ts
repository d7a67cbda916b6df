/** What was done in a cluster: migrations and placements, the newest few hundred. */
import { formatTime } from '../../../kernel/time.ts';
import type { ClusterAction, ClusterDrsMigration } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { vmLoad } from '../load/vm-load.ts';
import { NO_HISTORY } from './findings.ts';
import { takenOn } from './taken.ts';

const KEPT = 200;
const MIB = 2 ** 20;

/** The number of a recommendation, a migration or a rating: never given twice. */
export function nextKey(site: Site): string {
  return String(site.world.numbers.next('#drs'));
}

/** A move as DRS tells of it: MHz and bytes, of the machine and of both hosts as they are before it. */
export function migrationOf(site: Site, vm: Cell<Machine>, from: Cell<Host>, to: Cell<Host>): ClusterDrsMigration {
  const load = vmLoad(vm);
  const [source, destination] = [takenOn(from), takenOn(to)];
  return {
    key: nextKey(site),
    time: formatTime(site.clock.now()),
    vm: vm.ref as Ref<'VirtualMachine'>,
    cpuLoad: load.cpu,
    memoryLoad: load.memory * MIB,
    source: from.ref as Ref<'HostSystem'>,
    sourceCpuLoad: Math.round(source.cpu),
    sourceMemoryLoad: Math.round(source.memory * MIB),
    destination: to.ref as Ref<'HostSystem'>,
    destinationCpuLoad: Math.round(destination.cpu),
    destinationMemoryLoad: Math.round(destination.memory * MIB),
  };
}

/** Something was done there, inside a turn. */
export function noteAction(site: Site, cluster: Cell<Cluster>, action: ClusterAction): void {
  const history = cluster.state.drsHistory ?? NO_HISTORY;
  const actions = [...history.actions, { action, time: formatTime(site.clock.now()) }].slice(-KEPT);
  site.world.update(cluster, { drsHistory: Object.freeze({ ...history, actions }) });
}

/** A machine has come to another host, inside a turn; `before` is how it was. */
export function noteMigration(site: Site, vm: Cell<Machine>, before: Machine, byDrs: boolean): void {
  const from = site.world.find(before.place.host ?? '') as unknown as Cell<Host> | undefined;
  const to = vm.one<Host>('host');
  const cluster = to?.one<Cluster>('compute');
  if (!from || !to || from === to || before.power.state !== 'poweredOn') return;
  if (!cluster?.is('ClusterComputeResource') || from.one('compute') !== (cluster as unknown as Cell)) return;
  const history = cluster.state.drsHistory ?? NO_HISTORY;
  const counted = { ...history, vmotions: history.vmotions + 1 };
  if (!byDrs) return site.world.update(cluster, { drsHistory: Object.freeze(counted) });
  const migration = migrationOf(site, vm, from, to);
  const migrations = [...history.migrations, migration].slice(-KEPT);
  site.world.update(cluster, { drsHistory: Object.freeze({ ...counted, migrations }) });
  noteAction(site, cluster, moveAction(migration));
}

/** The action of moving a machine. */
export function moveAction(drsMigration: ClusterDrsMigration): ClusterAction {
  return {
    _typeName: 'ClusterMigrationAction',
    type: 'MigrationV1',
    target: drsMigration.vm,
    drsMigration,
  } as ClusterAction;
}

/** The action of starting a machine on a host. */
export function placementAction(vm: Ref, targetHost: Ref): ClusterAction {
  return { _typeName: 'ClusterInitialPlacementAction', type: 'VmPowerV1', target: vm, targetHost } as ClusterAction;
}
