/** Saved virtual machines, with their snapshots. */
import { TICK } from '../objects/compute/load/tick.ts';
import type { Config, FileAt, Files, Guest, Identity, Machine, Power, Said } from '../objects/machine/machine.ts';
import { POWERED_OFF } from '../objects/machine/machine.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import { type Around, fileAt, savedDevices } from './saved-devices.ts';
import { type SavedGround, said, told } from './saved-ground.ts';
import type { SavedObject, SavedValue } from './saved-object.ts';
import { savedSnapshots } from './saved-snapshots.ts';

export function restoreMachine(ground: SavedGround, o: SavedObject): boolean {
  const config = o.get('config');
  const around = surroundings(ground, o);
  const vmx = fileAt(config?.files?.vmPathName ?? '', undefined, around);
  const place = placeOf(ground, o);
  const parent = place.vApp === undefined ? ground.parent(o) : undefined;
  if (!config || !vmx || (parent === undefined && place.vApp === undefined)) return false;
  const machine: Machine = {
    ...ground.entity(o, parent),
    identity: identityOf(ground, config),
    config: configOf(ground, config),
    devices: savedDevices(config.hardware?.device ?? [], around),
    place,
    power: powerOf(ground, o),
    files: filesOf(config, vmx, around),
    ...told({ guest: guestOf(o), outside: outsideOf(o), starts: startsOf(o) }),
  };
  const vm = ground.put(vmKind, o.id, machine);
  const snapshots = vm && savedSnapshots(ground, vm, o);
  if (snapshots) ground.site.world.update(vm, { snapshots });
  return vm !== undefined;
}

function surroundings({ site: { world } }: SavedGround, o: SavedObject): Around {
  const datastores = new Map(o.ids('datastore').map((id) => [String(world.find(id)?.get('name')), id]));
  const files: readonly SavedValue[] = o.get('layoutEx')?.file ?? [];
  const sizes = new Map(files.map((f) => [f.name as string, f.size as number]));
  const byName = (name: string) => [...world.ofType('Datastore')].find((d) => d.get('name') === name)?.id;
  return {
    datastore: (name) => datastores.get(name) ?? byName(name),
    has: (id) => world.find(id) !== undefined,
    opaque: (id) =>
      [...world.ofType('OpaqueNetwork')].find((n) => (n.get('summary') as SavedValue).opaqueNetworkId === id)?.id,
    bytes: (path) => sizes.get(path),
  };
}

function placeOf({ site: { world } }: SavedGround, o: SavedObject): Machine['place'] {
  const there = (id: string | undefined) => (id !== undefined && world.find(id) ? id : undefined);
  const pool = there(o.target('resourcePool'));
  const vApp = there(o.target('parentVApp')) ?? (pool && world.find(pool)?.is('VirtualApp') ? pool : undefined);
  const host = there((o.get('runtime') ?? o.get('summary')?.runtime)?.host?.value);
  return Object.freeze(told({ host, pool, vApp }));
}

function identityOf(ground: SavedGround, config: SavedValue): Identity {
  const now = ground.site.clock.now();
  const createDate = ground.time(config.createDate) ?? now;
  return Object.freeze({
    uuid: config.uuid ?? '',
    instanceUuid: config.instanceUuid ?? '',
    createDate,
    changed: ground.time(config.changeVersion) ?? ground.time(config.modified) ?? createDate,
    ...told({ locationId: said(config.locationId as string | undefined) }),
  });
}

/** What of a saved configuration is kept as it was said. */
const SAID = [
  'alternateGuestName',
  'annotation',
  'bootOptions',
  'changeTrackingEnabled',
  'consolePreferences',
  'cpuAffinity',
  'cpuHotAddEnabled',
  'cpuHotRemoveEnabled',
  'defaultPowerOps',
  'firmware',
  'flags',
  'ftEncryptionMode',
  'guestAutoLockEnabled',
  'latencySensitivity',
  'managedBy',
  'maxMksConnections',
  'memoryHotAddEnabled',
  'memoryReservationLockedToMax',
  'messageBusTunnelEnabled',
  'migrateEncryption',
  'nestedHVEnabled',
  'npivTemporaryDisabled',
  'npivOnNonRdmDisks',
  'rebootPowerOff',
  'scheduledHardwareUpgradeInfo',
  'sevEnabled',
  'swapPlacement',
  'tools',
  'vPMCEnabled',
  'vcpuConfig',
  'repConfig',
] as const satisfies readonly (keyof Said)[];

/** Also of a snapshot's machine, whose configuration then was not saved. */
export function configOf(ground: SavedGround, saved: SavedValue): Config {
  const hardware = saved.hardware ?? {};
  const kept = Object.fromEntries(SAID.flatMap((name) => (isSaid(saved[name]) ? [[name, saved[name]]] : [])));
  const extra: readonly SavedValue[] = saved.extraConfig ?? [];
  return ground.shared({
    guestId: said(saved.guestId) ?? 'otherGuest',
    version: said(saved.version) ?? 'vmx-21',
    numCPU: said(hardware.numCPU) ?? 1,
    coresPerSocket: said(hardware.numCoresPerSocket) ?? 1,
    memoryMB: hardware.memoryMB ?? 0,
    ...told({
      template: saved.template === true ? true : undefined,
      virtualICH7MPresent: hardware.virtualICH7MPresent,
      virtualSMCPresent: hardware.virtualSMCPresent,
      cpu: bare(saved.cpuAllocation),
      memory: bare(saved.memoryAllocation),
      extra: extra.length === 0 ? undefined : Object.freeze(extra),
      said: Object.keys(kept).length === 0 ? undefined : Object.freeze(kept as Said),
    }),
  });
}

function isSaid(value: SavedValue): boolean {
  if (value === undefined || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).some((name) => name !== '_typeName');
}

function bare(allocation: SavedValue): Config['cpu'] {
  if (!allocation) return undefined;
  const { _typeName, ...rest } = allocation;
  return Object.keys(rest).length === 0 ? undefined : Object.freeze(rest);
}

function powerOf(ground: SavedGround, o: SavedObject): Power {
  const saved = o.get('runtime') ?? o.get('summary')?.runtime ?? {};
  if (saved.powerState !== 'poweredOn' && saved.powerState !== 'suspended') return POWERED_OFF;
  const { clock, world } = ground.site;
  const bootTime = ground.time(saved.bootTime) ?? clock.now();
  const suspendTime = saved.powerState === 'suspended' ? (ground.time(saved.suspendTime) ?? clock.now()) : undefined;
  const uptime = Number(o.get('summary')?.quickStats?.uptimeSeconds ?? 0);
  const bootTick = world.tick - Math.round(uptime / TICK);
  return Object.freeze({ state: saved.powerState, bootTime, bootTick, ...told({ suspendTime }) });
}

/** How often it was started: one log for each that is kept. A running machine needs no word of its first start. */
function startsOf(o: SavedObject): number | undefined {
  const logs: unknown = o.get('layout')?.logFile;
  const count = Array.isArray(logs) ? logs.length : 0;
  const runs = o.get('runtime')?.powerState === 'poweredOn';
  return count > (runs ? 1 : 0) ? count : undefined;
}

function filesOf(config: SavedValue, vmx: FileAt, around: Around): Files {
  const home = vmx.path.replace(/\/?[^/]*$/, '');
  const elsewhere = (text: SavedValue): FileAt | undefined => {
    const at = typeof text === 'string' ? fileAt(text, undefined, around) : undefined;
    return at && (at.datastore !== vmx.datastore || at.path !== home) ? at : undefined;
  };
  const { snapshotDirectory, suspendDirectory, logDirectory } = config.files;
  return Object.freeze({
    vmx,
    ...told({
      snapshotDirectory: elsewhere(snapshotDirectory),
      suspendDirectory: elsewhere(suspendDirectory),
      logDirectory: elsewhere(logDirectory),
    }),
  });
}

function guestOf(o: SavedObject): Guest | undefined {
  const guest = o.get('guest');
  if (!guest || /NotInstalled$/.test(guest.toolsStatus ?? 'toolsNotInstalled')) return undefined;
  return Object.freeze({
    toolsVersion: said(guest.toolsVersion) ?? '0',
    running: guest.toolsRunningStatus === 'guestToolsRunning' || guest.toolsStatus === 'toolsOk',
    ...told({
      hostName: said(guest.hostName as string | undefined),
      ipAddress: said(guest.ipAddress as string | undefined),
      net: guest.net,
    }),
  });
}

/** An address without tools was given from outside. */
function outsideOf(o: SavedObject): Machine['outside'] {
  if (guestOf(o)) return undefined;
  const { ipAddress, hostName } = o.get('guest') ?? {};
  const given = told({ 'guest.ipAddress': said(ipAddress), 'guest.hostName': said(hostName) });
  return Object.keys(given).length === 0 ? undefined : Object.freeze(given);
}
