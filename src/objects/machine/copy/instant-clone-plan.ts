/** What an instant clone would be: the running machine once more, on the same host, its disks over the source's. */

import type { VirtualMachineInstantCloneSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import type { Site } from '../../site.ts';
import { identity } from '../config/create-vm.ts';
import { ownerOf } from '../config/surroundings.ts';
import { type Device, isCard, isDisk } from '../device/device.ts';
import { changeDevices } from '../device/device-change.ts';
import type { Changed, Setting } from '../device/device-setting.ts';
import { foreign } from '../device/disk-content.ts';
import { labelOf } from '../device/label.ts';
import { guardSpace } from '../disk-room.ts';
import { guardAlone } from '../fault-tolerance/mirror.ts';
import { type Machine, POWERED_OFF } from '../machine.ts';
import { diskDatastores, diskNames, linked } from '../move/rehome.ts';
import { guardLocators } from '../move/relocate-disks.ts';
import { freeVmx, machineName } from '../naming.ts';
import { guardHost } from '../power/demand.ts';
import { keptDisks } from '../snapshot/delta.ts';
import { guardReachable } from '../standing.ts';
import { guardPower, type Vm } from '../work.ts';
import { copiedCard } from './clone-disks.ts';
import { withOption } from './instant-clone-options.ts';

export interface InstantClonePlan {
  readonly machine: Machine;
  readonly host: Cell<Host>;
  readonly changed: Changed | undefined;
}

/** The clone under an id. Throws what keeps it from being made. */
export function instantClonePlan(
  site: Site,
  vm: Vm,
  spec: VirtualMachineInstantCloneSpec,
  id: string,
): InstantClonePlan {
  const { location } = spec;
  guardSource(vm);
  if (location.service || location.cryptoSpec) throw notSupported();
  const host = vm.one<Host>('host')!;
  if (location.host && location.host.value !== host.id) throw invalidArgument('spec.location.host');
  const pool = location.pool ? site.world.find(location.pool.value) : vm.one('pool');
  if (!pool || ownerOf(pool) !== host.one('parent')) throw invalidArgument('spec.location.pool');
  const folder = location.folder ? site.world.find(location.folder.value) : vm.one('parent');
  const vApp = pool.is('VirtualApp') ? pool : undefined;
  const name = machineName(vApp ?? folder, spec.name);
  guardLocators(location, vm.state.devices);
  const datastore = location.datastore?.value ?? vm.state.files.vmx.datastore;
  const files = Object.freeze({ vmx: freeVmx(site, datastore, name, name) });
  const setting = { site, owner: ownerOf(pool), files, id, machine: undefined };
  const copies = copied(setting, vm.state.devices, spec);
  const changed = location.deviceChange?.length ? changeDevices(setting, copies, location.deviceChange) : undefined;
  const { template: _template, ...bare } = vm.state.config;
  const config = Object.freeze({ ...bare, extra: (spec.config ?? []).reduce(withOption, bare.extra ?? []) });
  const devices = changed?.devices ?? copies;
  guardHost(host, { config, devices, files });
  const machine: Machine = {
    name,
    parent: vApp ? undefined : folder?.id,
    identity: Object.freeze(identity(site, id, { uuid: spec.biosUuid } as never)),
    config,
    devices,
    place: Object.freeze({ host: host.id, pool: pool.id, vApp: vApp?.id }),
    power: POWERED_OFF,
    files,
  };
  guardSpace(site.world, undefined, { ...machine, power: { state: 'poweredOn' } });
  return { machine, host, changed };
}

/** Only what runs can be forked, and only what stands on disks that may lie below others. */
function guardSource(vm: Vm): void {
  if (vm.state.config.template) throw notSupported();
  guardReachable(vm);
  guardPower(vm, 'poweredOn', 'poweredOn');
  guardAlone(vm);
  const { devices } = vm.state;
  const kept = new Set(keptDisks(devices));
  for (const device of devices) {
    const shared = device['sharedBus'] !== undefined && device['sharedBus'] !== 'noSharing';
    const tied = shared || device._typeName === 'VirtualPCIPassthrough' || (isDisk(device) && !kept.has(device));
    if (!tied) continue;
    const type = shared ? 'SharedBusControllerNotSupported' : 'DeviceNotSupported';
    throw new VimFault(type, { device: labelOf(devices, device) });
  }
}

/** Devices as they are plugged in, with disks over the source's, and cards with addresses and ports of their own. */
function copied(
  setting: Setting,
  devices: readonly Device[],
  { location }: VirtualMachineInstantCloneSpec,
): readonly Device[] {
  const name = diskNames(setting.files);
  const at = diskDatastores(location, location.datastore?.value);
  const copies: Device[] = [];
  for (const [index, d] of devices.entries()) {
    if (isDisk(d) && d.backing?.file) copies.push(linked(d, name(at(d)), foreign(d.backing)));
    else copies.push(isCard(d) ? copiedCard(setting, copies, d, index) : d);
  }
  return Object.freeze(copies);
}
