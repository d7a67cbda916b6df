/**
 * ConfigSpec.deviceChange: devices added, edited and removed, all or none.
 *
 * A spec may name a controller by the temporary key of another spec, wherever that one stands in the list: removals are
 * done first, then new controllers, then the rest in order.
 */
import type { VirtualDeviceConfigSpec } from '../../vim25/generated/index.ts';
import { VimFault } from '../../world/fault.ts';
import { SINGLE_DEVICES } from './default-devices.ts';
import type { Device } from './device.ts';
import { isController, isDisk } from './device.ts';
import { newDevice } from './device-add.ts';
import { editDevice } from './device-edit.ts';
import type { Changed, Setting } from './device-setting.ts';
import { controllerSlot, inOrder } from './device-slots.ts';
import type { FileAt } from './machine.ts';

interface Work {
  readonly setting: Setting;
  devices: readonly Device[];
  /** Temporary key -> real key. */
  readonly keys: Map<number, number>;
  readonly added: number[];
  readonly left: Device[];
  readonly destroyed: FileAt[];
}

export function changeDevices(
  setting: Setting,
  devices: readonly Device[],
  specs: readonly VirtualDeviceConfigSpec[],
): Changed {
  const work: Work = { setting, devices, keys: new Map(), added: [], left: [], destroyed: [] };
  const numbered = specs.map((spec, index) => ({ spec, index, device: spec.device as unknown as Device }));
  for (const { spec, index } of numbered) check(spec, index);
  for (const { spec, index, device } of numbered) if (spec.operation === 'remove') remove(work, spec, device, index);
  for (const { spec, index, device } of numbered) {
    if (spec.operation === 'add' && isController(setting.site.schema, device)) addController(work, device, index);
  }
  for (const { spec, index, device } of numbered) {
    if (spec.operation === 'edit') edit(work, device, index);
    else if (spec.operation === 'add' && !isController(setting.site.schema, device)) add(work, spec, device, index);
  }
  return {
    devices: Object.freeze(inOrder(work.devices)),
    added: work.added,
    left: work.left,
    destroyed: work.destroyed,
  };
}

function check({ operation, fileOperation, device }: VirtualDeviceConfigSpec, index: number): void {
  const abstract = device._typeName === undefined || ABSTRACT.has(device._typeName);
  if (operation === undefined || abstract) {
    const property = operation === undefined ? 'virtualDeviceSpec.operation' : 'virtualDeviceSpec.device';
    throw new VimFault('InvalidDeviceSpec', { property, deviceIndex: index });
  }
  const misused =
    (fileOperation === 'destroy' && operation !== 'remove') || (fileOperation === 'create' && operation !== 'add');
  if (misused)
    throw new VimFault('InvalidDeviceOperation', { deviceIndex: index, badOp: operation, badFileOp: fileOperation });
}

const ABSTRACT: ReadonlySet<string> = new Set([
  'VirtualDevice',
  'VirtualController',
  'VirtualSCSIController',
  'VirtualSATAController',
  'VirtualEthernetCard',
  'VirtualVmxnet',
]);

/** The device a spec is about. A spec that names one that is not there is named in the fault. */
function find(work: Work, key: number, index: number): Device {
  const device = work.devices.find((d) => d.key === key);
  if (!device)
    throw new VimFault('InvalidDeviceSpec', { property: 'virtualDeviceSpec.device.key', deviceIndex: index });
  return device;
}

function remove(work: Work, spec: VirtualDeviceConfigSpec, { key }: Device, index: number): void {
  const device = find(work, key, index);
  const busy = work.devices.some((d) => d.controllerKey === key && device.busNumber !== undefined);
  if (busy || SINGLE_DEVICES.has(device._typeName)) {
    throw new VimFault('InvalidDeviceOperation', { deviceIndex: index, badOp: 'remove' });
  }
  work.devices = work.devices.filter((d) => d !== device);
  if (!isDisk(device) || !device.backing?.file) return;
  if (spec.fileOperation === 'destroy') work.destroyed.push(device.backing.file);
  else work.left.push(device);
}

function addController(work: Work, given: Device, index: number): void {
  if (SINGLE_DEVICES.has(given._typeName)) {
    adopt(work, given, index);
    return;
  }
  const slot = controllerSlot(work.devices, given);
  if (!slot) throw new VimFault('TooManyDevices', { property: 'virtualDeviceSpec.device' });
  const scsi = given['sharedBus'] === undefined ? {} : { hotAddRemove: true, sharedBus: given['sharedBus'] };
  const device = { _typeName: given._typeName, ...scsi, ...usbOf(given), ...slot };
  work.keys.set(given.key, slot.key);
  work.added.push(slot.key);
  work.devices = [...work.devices, Object.freeze(device)];
}

function usbOf(given: Device): object {
  const { autoConnectDevices, ehciEnabled } = given;
  return autoConnectDevices === undefined && ehciEnabled === undefined ? {} : { autoConnectDevices, ehciEnabled };
}

/** A device every machine has already: the spec's key stands for it, by bus for the two IDE buses. */
function adopt(work: Work, given: Device, index: number): void {
  const same = work.devices.filter((d) => d._typeName === given._typeName);
  const own = same.find((d) => d.key === given.key) ?? same.find((d) => d.busNumber === given.busNumber) ?? same[0];
  if (!own) throw new VimFault('InvalidDeviceSpec', { property: 'virtualDeviceSpec.device', deviceIndex: index });
  work.keys.set(given.key, own.key);
}

function add(work: Work, spec: VirtualDeviceConfigSpec, given: Device, index: number): void {
  if (SINGLE_DEVICES.has(given._typeName)) {
    adopt(work, given, index);
    edit(work, { ...given, key: work.keys.get(given.key)! }, index);
    return;
  }
  const create = spec.fileOperation === 'create' || spec.fileOperation === 'replace';
  const controllerKey =
    given.controllerKey === undefined ? undefined : (work.keys.get(given.controllerKey) ?? given.controllerKey);
  const device = newDevice(work.setting, work.devices, { ...given, controllerKey }, create, index);
  work.keys.set(given.key, device.key);
  work.added.push(device.key);
  work.devices = [...work.devices, device];
}

function edit(work: Work, given: Device, index: number): void {
  const before = find(work, given.key, index);
  const after = editDevice(work.setting, work.devices, before, given, index);
  work.devices = work.devices.map((d) => (d === before ? after : d));
}
