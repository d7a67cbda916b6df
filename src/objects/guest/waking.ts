/** How a guest comes up after its machine: first VMware Tools, then the network. Each step is one change. */
import type { Cell } from '../../world/cell.ts';
import type { Awake, Guest, Machine } from '../machine/machine.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import type { Site } from '../site.ts';
import { cardsWaiting, networkIdOf } from './cards.ts';
import { hostNameFrom } from './host-name.ts';
import { installed, installs, unmount } from './installer.ts';
import { leaseFor } from './lease.ts';

/** What a guest is to do next: `key` tells this wait from any other, `work` says how long it takes. */
export interface NextStep {
  readonly key: string;
  readonly work: string;
}

export function nextStep(m: Machine): NextStep | undefined {
  const { guest, power } = m;
  const boot = power.bootTime;
  if (power.state === 'poweredOff' && m.toolsInstaller) return { key: 'eject', work: 'Guest.eject' };
  // A machine that asks a question, or sleeps, does nothing meanwhile.
  if (power.state !== 'poweredOn' || boot === undefined || m.question || power.standby) return undefined;
  if (installs(m)) return { key: `install ${boot}`, work: 'Guest.install' };
  if (!guest) return undefined;
  if (guest.awake?.boot !== boot) return { key: `boot ${boot}`, work: 'Guest.boot' };
  if (guest.awake.stage === 'tools') return { key: `network ${boot}`, work: 'Guest.network' };
  const waiting = guest.awake.stage === 'network' ? cardsWaiting(m) : [];
  if (waiting.length === 0) return undefined;
  return { key: `lease ${waiting.map((card) => card.macAddress).join()}`, work: 'Guest.network' };
}

/** Takes the step that `nextStep` names, inside a turn. */
export function takeStep(site: Site, vm: Cell<Machine>): void {
  const { guest, power, name } = vm.state;
  const boot = power.bootTime;
  if (power.state === 'poweredOff') return unmount(site, vm);
  if (boot === undefined) return;
  if (installs(vm.state)) {
    const hostName = hostNameFrom(name);
    return put(site, vm, { ...installed(vm.state), hostName, awake: awake(boot, 'tools') });
  }
  if (!guest) return;
  if (guest.awake?.boot !== boot) {
    const hostName = guest.hostName ?? hostNameFrom(name);
    put(site, vm, { ...guest, running: true, hostName, awake: awake(boot, 'tools') });
  } else put(site, vm, connected(site, vm.state, guest, boot));
}

/** The network of a guest whose tools run comes up now, for whatever reason it was not. Inside a turn. */
export function startNetwork(site: Site, vm: Cell<Machine>): void {
  const { guest, power } = vm.state;
  if (guest && power.bootTime !== undefined) put(site, vm, connected(site, vm.state, guest, power.bootTime));
}

/** With an address for every card that waits for one; those of cards that are gone are free again. */
function connected(site: Site, m: Machine, guest: Guest, boot: number): Guest {
  const present = new Set(m.devices.map((d) => d.macAddress));
  const leases = (guest.leases ?? []).filter((lease) => present.has(lease.mac));
  for (const card of cardsWaiting(m)) leases.push(leaseFor(site, networkIdOf(card), card.macAddress!, leases));
  return { ...guest, leases: Object.freeze(leases), awake: awake(boot, 'network') };
}

function put(site: Site, vm: Cell<Machine>, guest: Guest): void {
  site.world.update(vm, { guest: Object.freeze(guest) });
}

function awake(boot: number, stage: Awake['stage']): Awake {
  return Object.freeze({ boot, stage });
}

/** Guests of machines that run when a simulator starts have long come up, unless their tools were said to stand still. */
export function wakeGuests(site: Site): void {
  site.world.turn(() => {
    for (const vm of site.world.every(vmKind)) {
      const { guest, power, name } = vm.state;
      if (!guest || power.state === 'poweredOff' || power.bootTime === undefined) continue;
      if (!guest.running && power.state === 'poweredOn') {
        put(site, vm, { ...guest, awake: awake(power.bootTime, 'stopped') });
        continue;
      }
      const hostName = guest.hostName ?? hostNameFrom(name);
      put(site, vm, connected(site, vm.state, { ...guest, hostName }, power.bootTime));
    }
  });
}
