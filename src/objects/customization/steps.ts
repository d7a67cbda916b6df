/**
 * A customization on the clock: it waits for VMware Tools of a guest that came up, runs, and ends well or not. What comes
 * next follows from the machine alone, so a world that is put back goes on from there.
 */
import type { Cell } from '../../world/cell.ts';
import { toolsRunning } from '../guest/awake.ts';
import { post } from '../history/post.ts';
import { isCard } from '../machine/device/device.ts';
import type { Customizing, Machine } from '../machine/machine.ts';
import type { Site } from '../site.ts';
import { type Failure, fateOf } from './fates.ts';
import { logLocation } from './log-location.ts';

type Vm = Cell<Machine>;

/** What a machine's customization waits for: `key` tells this wait from any other, `work` says how long it takes. */
export interface CustomizationStep {
  readonly key: string;
  readonly work: string;
}

export function nextCustomizationStep(m: Machine): CustomizationStep | undefined {
  const { customizing, power, guest } = m;
  if (!customizing || customizing.live || customizing.endTime !== undefined) return undefined;
  const step = (name: string, work: string) => ({ key: `${name} ${customizing.package} ${power.bootTime}`, work });
  if (customizing.phase === 'running') {
    if (power.state === 'poweredOff') return step('lost', 'Customization.lost');
    return toolsRunning(m) ? step('run', 'Customization.run') : undefined;
  }
  if (power.state !== 'poweredOn') return undefined;
  if (toolsRunning(m)) return step('start', 'Customization.start');
  const comesUp = guest !== undefined && guest.awake?.boot !== power.bootTime;
  return comesUp ? undefined : step('give up', 'Customization.giveUp');
}

/** Takes the step that `nextCustomizationStep` names, inside a turn. */
export function takeCustomizationStep(site: Site, vm: Vm): void {
  const step = nextCustomizationStep(vm.state);
  const { customizing } = vm.state;
  if (!step || !customizing) return;
  if (step.work === 'Customization.start') return begin(site, vm, customizing);
  if (step.work === 'Customization.run') return end(site, vm, customizing);
  const why = step.work === 'Customization.giveUp' ? 'VMware Tools do not run in the guest' : 'the machine went off';
  failCustomization(site, vm, customizing, { event: 'CustomizationUnknownFailure', reason: why });
}

function begin(site: Site, vm: Vm, customizing: Customizing): void {
  put(site, vm, { ...customizing, phase: 'running', startTime: site.clock.now() });
  tell(site, vm, 'CustomizationStartedEvent');
}

function end(site: Site, vm: Vm, customizing: Customizing): void {
  const fate = fateOf(site, vm.state.name) ?? ownFate(vm, customizing);
  if (fate) return failCustomization(site, vm, customizing, fate);
  put(site, vm, { ...customizing, phase: 'succeeded', endTime: site.clock.now() });
  site.world.update(vm, { customized: placed(vm.state, customizing) });
  tell(site, vm, 'CustomizationSucceeded');
}

/** What goes wrong by itself: settings that cannot be read, or for a card that is not in the machine. */
function ownFate({ state }: Vm, { outcome, flaw }: Customizing): Failure | undefined {
  if (flaw !== undefined) return { event: 'CustomizationFailed', reason: flaw };
  const present = new Set(state.devices.filter(isCard).map((card) => card.macAddress?.toLowerCase()));
  const missing = outcome.nics.find(({ mac }) => mac !== undefined && !present.has(mac.toLowerCase()));
  if (!missing) return undefined;
  return {
    event: 'CustomizationNetworkSetupFailed',
    reason: `no network adapter has the MAC ${missing.mac}`,
  };
}

/** Settings that name no card go to the cards in their order. A name that was not given stays what it was. */
export function placed({ devices, customized }: Machine, { outcome }: Customizing): Machine['customized'] {
  const cards = devices.filter(isCard);
  const nics = outcome.nics.map((nic, i) => Object.freeze({ ...nic, mac: nic.mac ?? cards[i]?.macAddress }));
  const hostName = outcome.hostName ?? customized?.hostName;
  return Object.freeze({ ...outcome, hostName, nics: Object.freeze(nics) });
}

const REASONS: Readonly<Record<string, string>> = {
  CustomizationLinuxIdentityFailed: 'the identity of the guest could not be set',
  CustomizationNetworkSetupFailed: 'the network of the guest could not be set up',
  CustomizationSysprepFailed: 'Sysprep failed in the guest',
};

export function failCustomization(site: Site, vm: Vm, customizing: Customizing, failure: Failure): void {
  const now = site.clock.now();
  const reason = failure.reason ?? REASONS[failure.event] ?? 'an error occurred in the guest';
  put(site, vm, {
    ...customizing,
    phase: 'failed',
    startTime: customizing.startTime ?? now,
    endTime: now,
    error: reason,
  });
  const versions =
    failure.event === 'CustomizationSysprepFailed' ? { sysprepVersion: '10.0', systemVersion: '10.0' } : {};
  tell(site, vm, failure.event, { reason, ...versions });
}

function put(site: Site, vm: Vm, customizing: Customizing): void {
  site.world.update(vm, { customizing: Object.freeze(customizing) });
}

function tell(site: Site, vm: Vm, type: string, properties: Record<string, unknown> = {}): void {
  post(site, '', type, { logLocation: logLocation(vm.state), ...properties }, { entity: vm as unknown as Cell });
}
