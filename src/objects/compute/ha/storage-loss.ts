/**
 * A host loses a datastore: all paths to it are down (APD), which may pass, or the device is gone for good (PDL). Paths
 * that stay down are given up after a while; HA then ends the machines that are to be, and starts them on hosts that
 * still reach what they need.
 */
import type { Cell } from '../../../world/cell.ts';
import type { Machine } from '../../machine/machine.ts';
import { reboot } from '../../machine/power/running.ts';
import type { Site } from '../../site.ts';
import { type Datastore, datastoreKind, type Mount, type StorageLoss } from '../../storage/datastore.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { type Host, hostKind } from '../host/host.ts';
import { haClusterOf } from './agents.ts';
import { lookAgain } from './failover.ts';
import { postAbout, sayById } from './said.ts';
import { type StoragePolicy, storagePolicy } from './storage-policy.ts';
import { respondToLoss } from './storage-response.ts';

/** Milliseconds until a host gives up paths that are all down: its option Misc.APDTimeout. */
const GIVES_UP_AFTER = 140_000;

/** Which of a datastore's hosts. */
export type OnHosts = (host: Cell<Host>) => boolean;

/** Hosts lose a datastore that they reach; one whose paths are down may still lose it for good. */
export function loseStorage(site: Site, datastore: Cell<Datastore>, kind: StorageLoss['kind'], on: OnHosts): void {
  const loss: StorageLoss = Object.freeze({ kind, since: site.clock.now() });
  site.world.turn(() => {
    const lost = remount(site, datastore, on, (mount) => {
      const worse = kind === 'pdl' && mount.loss?.kind === 'apd';
      return mount.accessible === false && !worse ? mount : Object.freeze({ ...mount, accessible: false, loss });
    });
    for (const host of lost) {
      tell(site, host, datastore, kind === 'pdl' ? 'connectivity.lost' : 'apd.start');
      for (const [vm, policy] of affected(host, datastore)) {
        if (policy[kind] === 'none') continue;
        sayById(site, vm as unknown as Cell, 'com.vmware.vc.HA.VmcpStorageFailureDetectedForVm', {
          ds: datastore.state.name,
          failureType: kind.toUpperCase(),
        });
      }
      if (kind === 'pdl') respondToLoss(site, host, datastore, affected(host, datastore), 'pdl');
      else watch(site, datastore, host, loss);
    }
  });
}

/** Hosts reach a datastore again. */
export function regainStorage(site: Site, datastore: Cell<Datastore>, on: OnHosts): void {
  site.world.turn(() => {
    const before = new Map(datastore.state.mounts.map((mount) => [mount.host, mount.loss]));
    const again = remount(site, datastore, on, (mount) => {
      if (mount.accessible !== false) return mount;
      const { loss: _loss, ...rest } = mount;
      return Object.freeze({ ...rest, accessible: true });
    });
    for (const host of again) {
      const loss = before.get(host.id);
      if (loss) cleared(site, host, datastore, loss);
      lookAgain(site, haClusterOf(host));
    }
  });
}

function cleared(site: Site, host: Cell<Host>, datastore: Cell<Datastore>, loss: StorageLoss): void {
  tell(site, host, datastore, loss.kind === 'pdl' ? 'connectivity.restored' : 'apd.exit');
  const machines = affected(host, datastore).filter(([, policy]) => policy[loss.kind] !== 'none');
  if (machines.length === 0) return;
  sayById(site, host as unknown as Cell, 'com.vmware.vc.HA.VmcpStorageFailureCleared', { ds: datastore.state.name });
  for (const [vm, policy] of machines) {
    if (!loss.timedOut || !policy.resets || policy.apd === 'warning') continue;
    postAbout(site, vm as unknown as Cell, 'VmDasBeingResetEvent', { reason: 'vmcpResetApdCleared' });
    reboot(site, vm);
  }
}

/** Changes mounts; gives the hosts whose mount is another. */
function remount(site: Site, datastore: Cell<Datastore>, on: OnHosts, change: (mount: Mount) => Mount): Cell<Host>[] {
  const changed: Cell<Host>[] = [];
  const mounts = datastore.state.mounts.map((mount) => {
    const host = site.world.as(hostKind, mount.host);
    const after = host && on(host) ? change(mount) : mount;
    if (after !== mount) changed.push(host!);
    return after;
  });
  if (changed.length > 0) site.world.update(datastore, { mounts: Object.freeze(mounts) });
  return changed;
}

/** The machines that run on a host with files on a datastore, and what HA is to do for each. */
function affected(host: Cell<Host>, datastore: Cell<Datastore>): [Cell<Machine>, StoragePolicy][] {
  const cluster: Cell<Cluster> | undefined = haClusterOf(host);
  if (!cluster) return [];
  return [...host.back<Machine>('vm')].flatMap((vm): [Cell<Machine>, StoragePolicy][] => {
    if (vm.state.power.state !== 'poweredOn' || !vm.all('datastore').some(({ id }) => id === datastore.id)) return [];
    const policy = storagePolicy(cluster.state, vm.id);
    return policy ? [[vm, policy]] : [];
  });
}

/** After an image came back: paths that are down are watched again. */
export function resumeStorage(site: Site): void {
  for (const datastore of site.world.every(datastoreKind)) {
    for (const { host, loss } of datastore.state.mounts) {
      const cell = loss?.kind === 'apd' ? site.world.as(hostKind, host) : undefined;
      if (cell) watch(site, datastore, cell, loss!);
    }
  }
}

/** Has a host give up the paths when it is time, and HA respond when that is. */
function watch(site: Site, datastore: Cell<Datastore>, host: Cell<Host>, loss: StorageLoss): void {
  const given = loss.since + GIVES_UP_AFTER;
  const of = { datastore: datastore.id, host: host.id, since: loss.since };
  if (!loss.timedOut) return later(site, of, given, (store, there) => giveUp(site, store, there, loss));
  for (const delay of new Set(affected(host, datastore).map(([, policy]) => policy.delay))) {
    later(site, of, given + delay, (store, there) => {
      const due = affected(there, store).filter(([, policy]) => policy.delay === delay);
      respondToLoss(site, there, store, due, 'apd');
    });
  }
}

/** A loss of paths, by ids: what is there when its time comes may be another. */
interface Watched {
  readonly datastore: string;
  readonly host: string;
  readonly since: number;
}

function later(
  site: Site,
  of: Watched,
  due: number,
  does: (datastore: Cell<Datastore>, host: Cell<Host>) => void,
): void {
  site.clock.at(Math.max(due, site.clock.now()), () => {
    const datastore = site.world.as(datastoreKind, of.datastore);
    const host = site.world.as(hostKind, of.host);
    const loss = datastore?.state.mounts.find((mount) => mount.host === of.host)?.loss;
    if (datastore && host && loss?.kind === 'apd' && loss.since === of.since)
      site.world.turn(() => does(datastore, host));
  });
}

function giveUp(site: Site, datastore: Cell<Datastore>, host: Cell<Host>, before: StorageLoss): void {
  const loss: StorageLoss = Object.freeze({ ...before, timedOut: true });
  remount(
    site,
    datastore,
    (other) => other === host,
    (mount) => Object.freeze({ ...mount, loss }),
  );
  tell(site, host, datastore, 'apd.timeout');
  watch(site, datastore, host, loss);
}

/** The host says what it sees of its storage. */
function tell(site: Site, host: Cell<Host>, datastore: Cell<Datastore>, what: string): void {
  if (host.state.runtime.connection !== 'connected') return;
  const over = what.endsWith('exit') || what.endsWith('restored');
  const id = `esx.${over ? 'clear' : 'problem'}.storage.${what}`;
  sayById(site, host as unknown as Cell, id, { '1': datastore.state.volume.uuid });
}
