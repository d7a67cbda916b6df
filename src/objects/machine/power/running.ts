/** Into the running state and out of it, and what the machine's process does on the way. All inside a turn. */
import type { Cell } from '../../../world/cell.ts';
import { modeOf } from '../../compute/evc/compatible.ts';
import { modeSeen } from '../../compute/evc/machine-evc.ts';
import type { Host } from '../../compute/host/host.ts';
import { post } from '../../history/post.ts';
import type { Site } from '../../site.ts';
import { switched } from '../config/hot-plug.ts';
import type { Device } from '../device/device.ts';
import { openDisks } from '../device/disk-chain.ts';
import { attend } from '../fault-tolerance/attend.ts';
import { failOver, mirrored } from '../fault-tolerance/roles.ts';
import { secondaryOf } from '../fault-tolerance/tolerance.ts';
import { startsOf } from '../files.ts';
import { type Config, type Machine, POWERED_OFF, type Power } from '../machine.ts';
import type { Vm } from '../work.ts';

/** Puts a machine into the running state: it boots, or goes on where it was suspended. */
export function start(site: Site, vm: Vm, host: Cell<Host>): void {
  const { power, place, config } = vm.state;
  const now = site.clock.now();
  const resumed = power.state === 'suspended' && power.bootTime !== undefined;
  const asleep = site.world.tick - (power.suspendTick ?? site.world.tick);
  site.world.update(vm, {
    place: place.host === host.id ? place : Object.freeze({ ...place, host: host.id }),
    power: Object.freeze({
      state: 'poweredOn',
      bootTime: resumed ? power.bootTime : now,
      onTime: resumed ? power.onTime : undefined,
      bootTick: resumed ? (power.bootTick ?? 0) + asleep : site.world.tick,
      evc: resumed ? power.evc : modeSeen(config, modeOf(host)),
      suspended: resumed ? (power.suspended ?? 0) + now - (power.suspendTime ?? now) : undefined,
    } satisfies Power),
    config: resumed ? config : switched(booted(config)),
    devices: plugged(vm.state.devices, true),
    guest: vm.state.guest && Object.freeze({ ...vm.state.guest, running: true }),
    starts: startsOf(vm.state) + 1,
    measured: now,
  });
  if (!resumed) openDisks(site.world, vm);
  if (vm.state.tolerance) attend(site, vm.id);
}

/** Takes a machine out of the running state. */
export function stop(site: Site, vm: Vm, power: Power = POWERED_OFF): void {
  const off = power.state === 'poweredOff';
  site.world.update(vm, {
    power,
    measured: site.clock.now(),
    ...(off && { config: switchedOff(vm.state.config) }),
    devices: off ? plugged(vm.state.devices, false) : vm.state.devices,
    guest: vm.state.guest && Object.freeze({ ...vm.state.guest, running: false }),
    question: undefined,
    displays: undefined,
    starts: startsOf(vm.state),
  });
  if (vm.state.tolerance) stopSecondary(site, vm);
  if (vm.state.tolerance || vm.state.primary !== undefined) attend(site, vm.id);
}

/** A secondary runs no longer than its primary. */
function stopSecondary(site: Site, vm: Vm): void {
  const secondary = secondaryOf(vm);
  if (secondary?.state.power.state !== 'poweredOn') return;
  site.world.update(secondary, { devices: mirrored(secondary.state.devices, vm.state.devices) });
  stop(site, secondary);
  post(site, '', 'VmPoweredOffEvent', {}, { entity: secondary as unknown as Cell });
}

export function suspendNow(site: Site, vm: Vm): void {
  const { standby: _standby, ...power } = vm.state.power;
  const suspendTime = site.clock.now();
  stop(site, vm, Object.freeze({ ...power, state: 'suspended', suspendTime, suspendTick: site.world.tick }));
}

/** The guest boots anew while the machine's process goes on. Gives false when the machine is set to end there instead. */
export function reboot(site: Site, vm: Vm): boolean {
  const { power, config } = vm.state;
  if (config.said?.rebootPowerOff) {
    stop(site, vm);
    site.world.update(vm, { config: Object.freeze({ ...config, said: { ...config.said, rebootPowerOff: false } }) });
    return false;
  }
  const { standby: _standby, ...awake } = power;
  const onTime = power.onTime ?? power.bootTime;
  site.world.update(vm, {
    power: Object.freeze({ ...awake, onTime, bootTime: site.clock.now(), bootTick: site.world.tick }),
    config: booted(config),
    displays: undefined,
  });
  return true;
}

/** The machine's process is gone, without a word to the guest; one that runs twice goes on where its secondary is. */
export function kill(site: Site, vm: Vm, user = ''): void {
  if (vm.state.power.state === 'poweredOff' || failOver({ site, user }, vm, 'other')) return;
  stop(site, vm, Object.freeze({ ...POWERED_OFF, unclean: true }));
  post(site, user, 'VmPoweredOffEvent', {}, { entity: vm as unknown as Cell });
}

/** The firmware's setup is entered at one boot, and no more. */
function booted(config: Config): Config {
  const { said } = config;
  if (!said?.bootOptions?.enterBIOSSetup) return config;
  const bootOptions = Object.freeze({ ...said.bootOptions, enterBIOSSetup: false });
  return Object.freeze({ ...config, said: Object.freeze({ ...said, bootOptions }) });
}

/** The boot that finishes an installation is over when the machine is off again. */
function switchedOff(config: Config): Config {
  const fresh = switched(config);
  if (!fresh.vApp?.installBootRequired) return fresh;
  return Object.freeze({ ...fresh, vApp: Object.freeze({ ...fresh.vApp, installBootRequired: false }) });
}

/** Devices are connected while the machine runs, as far as they are to be from its start. */
function plugged(devices: Machine['devices'], running: boolean): Machine['devices'] {
  const plug = (d: Device): Device => {
    if (!d.connectable) return d;
    const connected = running && d.connectable.startConnected;
    const status = running ? 'ok' : 'untried';
    if (d.connectable.connected === connected && d.connectable.status === status) return d;
    return Object.freeze({ ...d, connectable: Object.freeze({ ...d.connectable, connected, status }) });
  };
  const after = devices.map(plug);
  return after.every((d, i) => d === devices[i]) ? devices : Object.freeze(after);
}
