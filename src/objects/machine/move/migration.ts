/**
 * Migrations that are asked for and not over yet, and the line they stand in: a host takes part in so many at a time.
 *
 * A vMotion costs each of its two hosts one of eight places (the cards it goes over carry 10 Gbit/s); files that move
 * while the machine runs cost its hosts four places each, and each datastore one of eight.
 */
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import { type TaskFacets, taskKind } from '../../../world/task.ts';
import type { World } from '../../../world/world.ts';
import type { Host } from '../../compute/host/host.ts';
import type { Machine } from '../machine.ts';
import { movesFiles } from './migrate-events.ts';
import type { Plan } from './relocate-plan.ts';

export interface Migration {
  readonly work: {
    /** Its place in the line: the number of its task. */
    readonly number: number;
    readonly vm: string;
    /** The machine runs meanwhile. */
    readonly hot: boolean;
  };
  readonly ends: {
    /** Ids of its hosts: one where only files move. */
    readonly hosts: readonly string[];
    /** Ids of the datastores between which its files move; none where they stay. */
    readonly stores: readonly string[];
  };
}

/** No managed object of the API: no reference to it ever leaves. */
export const migrationKind: KindSpec<Migration> = defineKind<Migration>({
  type: 'Migration',
  relations: {
    host: { facet: 'ends', to: 'HostSystem', of: (s) => s.ends.hosts, inverse: 'migration' },
    datastore: { facet: 'ends', to: 'Datastore', of: (s) => s.ends.stores, inverse: 'migration' },
  },
});

const PREFIX = 'migration-of-';
const HOST_PLACES = 8;
const STORE_PLACES = 8;
const STORAGE_COST = 4;
/** How often one that is next looks whether it is its turn; those further back look less often. */
const LOOK_AGAIN = 500;

export function migrationOf(world: World, task: Cell<TaskFacets>): Cell<Migration> | undefined {
  return world.as(migrationKind, idOf(task));
}

function idOf(task: Cell<TaskFacets>): string {
  return `${PREFIX}${task.id}`;
}

/** The tasks of the migrations that a host takes part in, at either end. */
export function migrationTasks(host: Cell): Cell<TaskFacets>[] {
  const { world } = host;
  return [...host.back<Migration>('migration')].flatMap(({ id }) => world.as(taskKind, id.slice(PREFIX.length)) ?? []);
}

/** A task's migration enters the line, inside a turn. */
export function enterLine(task: Cell<TaskFacets>, { vm, after, host }: Plan): Cell<Migration> {
  const from = vm.state.place.host;
  const hosts = from === undefined || from === host.id ? [host.id] : [from, host.id];
  const stores = movesFiles(vm.state, after)
    ? [...new Set([vm.state.files.vmx.datastore, after.files.vmx.datastore, ...disksOf(vm.state), ...disksOf(after)])]
    : [];
  const { number } = task.state.request;
  const hot = vm.state.power.state === 'poweredOn';
  return vm.world.create(migrationKind, { work: { number, vm: vm.id, hot }, ends: { hosts, stores } }, idOf(task));
}

function disksOf({ devices }: Plan['after']): string[] {
  return devices.flatMap((d) => d.backing?.file?.datastore ?? []);
}

/** It is over, one way or the other; inside a turn. */
export function leaveLine(world: World, task: Cell<TaskFacets>): void {
  const migration = migrationOf(world, task);
  if (migration) world.destroy(migration);
}

/**
 * How long it has at least to wait for the places it needs, in milliseconds, by how many came before it; 0 when it is its
 * turn.
 */
export function waitsFor(migration: Cell<Migration>): number {
  const { number } = migration.state.work;
  const before = (cell: Cell) =>
    [...cell.back<Migration>('migration')].filter((other) => other.state.work.number < number);
  let missing = 0;
  for (const host of migration.all<Host>('host')) {
    const taken = before(host as unknown as Cell).reduce((sum, other) => sum + hostCost(other), 0);
    missing = Math.max(missing, taken + hostCost(migration) - HOST_PLACES);
  }
  for (const store of migration.all('datastore')) missing = Math.max(missing, before(store).length + 1 - STORE_PLACES);
  return Math.ceil(missing / HOST_PLACES) * LOOK_AGAIN;
}

/** Running machines that are on their way to a host, and came into the line before this one did. */
export function arrivingBefore(vm: Cell<Machine>, to: Cell<Host>): Cell<Machine>[] {
  const all = [...(to as unknown as Cell).back<Migration>('migration')].map((m) => m.state);
  const own = all.find(({ work }) => work.vm === vm.id)?.work.number ?? Number.POSITIVE_INFINITY;
  const arriving = all.filter(
    ({ work, ends }) => work.hot && work.number < own && ends.hosts.length > 1 && ends.hosts.at(-1) === to.id,
  );
  return arriving.flatMap(({ work }) => (to.world.find(work.vm) as unknown as Cell<Machine> | undefined) ?? []);
}

function hostCost({ state: { work, ends } }: Cell<Migration>): number {
  return work.hot && ends.stores.length > 0 ? STORAGE_COST : 1;
}
