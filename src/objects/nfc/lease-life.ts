/** How a lease begins, stays alive and ends: it and its task are one thing seen from two sides. */
import { randomUUID } from 'node:crypto';
import type { LocalizedMethodFault } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { type TaskFacets, taskKind } from '../../world/task.ts';
import { isOpen, type Outcome, type Step } from '../../world/tasks.ts';
import type { World } from '../../world/world.ts';
import { onceGone, ownSession } from '../access/sessions/belongings.ts';
import type { Call } from '../call.ts';
import type { Site } from '../site.ts';
import { type Lease, type LeaseFile, leaseKind } from './lease.ts';
import { capacityOf } from './lease-files.ts';
import { LEASE_TIMEOUT } from './lease-info.ts';

/** Leases that are over and that one session may still read; the oldest give way. */
const OVER = 100;

export interface LeaseArgs {
  /** Id of the lease. */
  readonly lease: string;
}

/** A lease that waits for its task to make it ready. Inside a turn. */
export function openLease(call: Call, way: 'in' | 'out', about: Cell): Cell<Lease> {
  const { site, world, arrival } = call;
  const session = ownSession(call);
  forgetOldest(world, session as unknown as Cell);
  const lease = world.create(
    leaseKind,
    {
      session: session.id,
      opened: Object.freeze({
        way,
        ticket: randomUUID(),
        origin: `${arrival.scheme}://${arrival.address}`,
        thumbprint: arrival.thumbprint ?? '',
        user: call.user,
      }),
      about: about.ref,
      files: [],
      capacity: 0,
      phase: Object.freeze({ state: 'initializing', transferred: 0 }),
      manifest: [],
      put: [],
      checksums: {},
      traffic: { heard: site.clock.now(), flights: new Set<never>(), arriving: new Set<never>() },
    },
    `session[${session.id}]${site.ids.uuid(`lease-${world.numbers.next('#lease')}`)}`,
  );
  // A session that ends takes its leases along.
  onceGone(lease, () => {
    const task = taskOf(world, lease);
    if (task) site.tasks.fail(task, new VimFault('RequestCanceled'));
  });
  return lease;
}

function forgetOldest(world: World, session: Cell): void {
  const over = [...session.back<Lease>('nfcLeases')].filter(({ state }) => isOver(state));
  for (const lease of over.slice(0, Math.max(0, over.length - OVER))) world.destroy(lease);
}

function isOver({ phase }: Lease): boolean {
  return phase.state === 'done' || phase.state === 'error';
}

/** The files are there to be fetched or sent, from now on for as long as somebody shows life. Inside a turn. */
export function makeReady(site: Site, lease: Cell<Lease>, about: Cell, files: readonly LeaseFile[]): Outcome {
  lease.state.traffic.heard = site.clock.now();
  site.world.update(lease, {
    about: about.ref,
    files: Object.freeze([...files]),
    capacity: capacityOf(files, site.world),
    phase: Object.freeze({ state: 'ready', transferred: 0 }),
  });
  return { next: 'watch', after: LEASE_TIMEOUT * 1000, waits: true };
}

/** The step that waits for a lease to end: fails when nobody showed life for too long. */
export function watch({ site, args }: Step<Site, LeaseArgs>): Outcome {
  const lease = site.world.as(leaseKind, args.lease);
  if (!lease) throw new VimFault('RequestCanceled');
  const { traffic } = lease.state;
  const now = site.clock.now();
  if (traffic.flights.size > 0) traffic.heard = now;
  const due = traffic.heard + LEASE_TIMEOUT * 1000;
  if (due <= now) throw new VimFault('Timedout');
  return { next: 'watch', after: due - now, waits: true };
}

/** What a failed task leaves of its lease: the reason. Inside a turn. */
export function markFailed({ world }: Site, id: string, fault: VimFault, about?: Ref): void {
  const lease = world.as(leaseKind, id);
  if (!lease) return;
  const phase = { ...lease.state.phase, state: 'error' as const, error: fault.localized() as LocalizedMethodFault };
  world.update(lease, { phase: Object.freeze(phase), ...(about !== undefined && { about }) });
}

/** Ends a lease with a fault, and what was half made with it. */
export function failLease(site: Site, lease: Cell<Lease>, fault: VimFault): void {
  const task = taskOf(site.world, lease);
  if (task) site.tasks.fail(task, fault);
}

/** A fault as it was told. */
export function given({ fault, localizedMessage }: LocalizedMethodFault): VimFault {
  const { _typeName: type, ...properties } = fault as { readonly _typeName: string };
  return new VimFault(type, properties, localizedMessage || undefined);
}

/** The task behind a lease, while it is open. */
export function taskOf(world: World, lease: Cell<Lease>): Cell<TaskFacets> | undefined {
  const task = world.as(taskKind, lease.state.task);
  return task && isOpen(task) ? task : undefined;
}

/** Throws what a lease that is not ready answers: Timedout for one that nobody kept alive, else InvalidState. */
export function guardReady(lease: Cell<Lease>): void {
  const { state, error } = lease.state.phase;
  if (lease.alive && state === 'ready') return;
  throw new VimFault(error?.fault._typeName === 'Timedout' ? 'Timedout' : 'InvalidState');
}
