/**
 * ConfigSpec.deviceChange: devices added, edited and removed, all or none.
 *
 * A spec may name a controller by the temporary key of another spec, wherever that one stands in the list: removals are
 * done first, then new controllers, then the rest in order. What still hangs on a controller that went is found at the
 * end, so that a controller may be exchanged for another under its disks.
 */
import type { VirtualDeviceConfigSpec } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import { SINGLE_DEVICES } from './default-devices.ts';
import { type Device, isDisk } from './device.ts';
import { newController, newDevice } from './device-add.ts';
import { editDevice, isMoved } from './device-edit.ts';
import { guardPlug, invalidDevice } from './device-rules.ts';
import { type Changed, hardwareFor, type Setting } from './device-setting.ts';
import { carries, inOrder } from './device-slots.ts';
import { deviceType, mostOf, unitsOf } from './device-types.ts';

interface Numbered {
  readonly spec: VirtualDeviceConfigSpec;
  readonly index: number;
  readonly device: Device;
}

interface Work {
  readonly setting: Setting;
  devices: readonly Device[];
  /** Temporary key -> real key. */
  readonly keys: Map<number, number>;
  /** Devices that are on their way to another place: theirs is free already. */
  readonly moving: Set<Device>;
  /** Key before any edit -> the device as it is by now: a device that moved has another. */
  readonly edited: Map<number, Device>;
  readonly removed: Map<number, number>;
  readonly added: number[];
  readonly left: Device[];
  readonly destroyed: Device[];
}

export function changeDevices(
  setting: Setting,
  devices: readonly Device[],
  specs: readonly VirtualDeviceConfigSpec[],
): Changed {
  guardSettled(setting, specs.length);
  const work: Work = {
    setting,
    devices,
    keys: new Map(),
    moving: new Set(),
    edited: new Map(),
    removed: new Map(),
    added: [],
    left: [],
    destroyed: [],
  };
  const numbered = specs.map((spec, index) => ({ spec, index, device: spec.device as unknown as Device }));
  for (const { spec, index } of numbered) check(spec, index);
  for (const one of numbered) if (one.spec.operation === 'remove') remove(work, one);
  for (const one of numbered) {
    if (one.spec.operation === 'add' && deviceType(one.device._typeName)?.controller) addController(work, one);
  }
  for (const one of numbered) if (one.spec.operation === 'edit') lift(work, one);
  for (const one of numbered) {
    if (one.spec.operation === 'edit') edit(work, one);
    else if (one.spec.operation === 'add' && !deviceType(one.device._typeName)?.controller) add(work, one);
  }
  guardHanging(work);
  return {
    devices: Object.freeze(inOrder(work.devices)),
    added: work.added,
    left: work.left,
    destroyed: work.destroyed,
  };
}

/** The devices of a suspended machine stay as its memory knows them. */
function guardSettled({ machine }: Setting, specs: number): void {
  if (specs === 0 || machine?.power.state !== 'suspended') return;
  throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState: 'suspended' });
}

function check({ operation, fileOperation, device }: VirtualDeviceConfigSpec, index: number): void {
  const type = device._typeName ?? '';
  if (operation === undefined)
    throw new VimFault('InvalidDeviceSpec', { property: 'virtualDeviceSpec.operation', deviceIndex: index });
  if (!deviceType(type)) throw invalidDevice('', index);
  const misused =
    (fileOperation === 'destroy' && operation !== 'remove') ||
    (fileOperation === 'create' && operation !== 'add') ||
    (fileOperation !== undefined &&
      type !== 'VirtualDisk' &&
      !deviceType(type)?.backings.some((b) => /File|Image|NVDIMM/.test(b)));
  if (misused)
    throw new VimFault('InvalidDeviceOperation', {
      property: 'virtualDeviceSpec.fileOperation',
      deviceIndex: index,
      badOp: operation,
      badFileOp: fileOperation,
    });
}

/** The device a spec is about. A spec that names one that is not there is named in the fault. */
function find(work: Work, key: number, index: number): Device {
  const device = work.devices.find((d) => d.key === key);
  if (!device) throw invalidDevice('key', index);
  return device;
}

function remove(work: Work, { spec, index, device: { key } }: Numbered): void {
  const device = find(work, key, index);
  if (SINGLE_DEVICES.has(device._typeName)) throw badOperation('remove', index);
  guardPlug(
    work.setting,
    device,
    work.devices.find((d) => d.key === device.controllerKey),
    index,
  );
  work.devices = work.devices.filter((d) => d !== device);
  work.removed.set(key, index);
  if (!isDisk(device) || !device.backing?.file) return;
  if (spec.fileOperation !== 'destroy') {
    work.left.push(device);
    return;
  }
  work.destroyed.push(device);
}

function badOperation(badOp: 'edit' | 'remove', deviceIndex: number): VimFault {
  return new VimFault('InvalidDeviceOperation', { property: 'virtualDeviceSpec.operation', deviceIndex, badOp });
}

function addController(work: Work, { device: given, index }: Numbered): void {
  if (SINGLE_DEVICES.has(given._typeName)) {
    adopt(work, given, index);
    return;
  }
  const device = newController(work.setting, work.devices, given, index);
  work.keys.set(given.key, device.key);
  work.added.push(device.key);
  work.devices = [...work.devices, device];
}

/** A device every machine has already: the spec's key stands for it, by bus for the two IDE buses. */
function adopt(work: Work, given: Device, index: number): void {
  const same = work.devices.filter((d) => d._typeName === given._typeName);
  const own = same.find((d) => d.key === given.key) ?? same.find((d) => d.busNumber === given.busNumber) ?? same[0];
  if (!own) throw invalidDevice('', index);
  work.keys.set(given.key, own.key);
}

/** The spec's device with the real key of its controller. */
function settled(work: Work, given: Device): Device {
  const { controllerKey } = given;
  return controllerKey === undefined
    ? given
    : { ...given, controllerKey: work.keys.get(controllerKey) ?? controllerKey };
}

function add(work: Work, { spec, device: given, index }: Numbered): void {
  if (SINGLE_DEVICES.has(given._typeName)) {
    adopt(work, given, index);
    edit(work, { spec, index, device: { ...given, key: work.keys.get(given.key)!, controllerKey: undefined } });
    return;
  }
  guardMost(work, given);
  const create = spec.fileOperation === 'create' || spec.fileOperation === 'replace';
  const standing = work.devices.filter((d) => !work.moving.has(d));
  const device = newDevice(work.setting, standing, settled(work, given), create, index);
  work.keys.set(given.key, device.key);
  work.added.push(device.key);
  work.devices = [...work.devices, device];
}

function guardMost({ setting, devices }: Work, { _typeName }: Device): void {
  const row = deviceType(_typeName)!;
  const there = devices.filter((d) => deviceType(d._typeName)?.first === row.first && d.busNumber === undefined);
  if (there.length < mostOf(_typeName, hardwareFor(setting))) return;
  throw new VimFault('TooManyDevices', { property: 'virtualDeviceSpec.device' });
}

/** Takes a disk or drive that changes its place off its bus, so that two may change places. */
function lift(work: Work, { device: given, index }: Numbered): void {
  const before = find(work, given.key, index);
  work.edited.set(given.key, before);
  if (isMoved(before, settled(work, given))) work.moving.add(before);
}

function edit(work: Work, { device: given, index }: Numbered): void {
  const before = work.edited.get(given.key) ?? find(work, given.key, index);
  const standing = work.devices.filter((d) => d === before || !work.moving.has(d));
  const after = editDevice(work.setting, standing, before, settled(work, given), index);
  work.moving.delete(before);
  work.edited.set(given.key, after);
  work.devices = work.devices.map((d) => (d === before ? after : d));
}

/** Whether everything that hangs on a bus has a controller still, that carries it where it hangs. */
function guardHanging({ devices, removed, setting }: Work): void {
  if (removed.size === 0) return;
  const hardware = hardwareFor(setting);
  for (const d of devices) {
    const index = d.controllerKey === undefined ? undefined : removed.get(d.controllerKey);
    if (index === undefined) continue;
    const controller = devices.find((c) => c.key === d.controllerKey);
    const fits =
      controller && carries(controller, d._typeName) && (d.unitNumber ?? 0) < unitsOf(controller._typeName, hardware);
    if (!fits) throw badOperation('remove', index);
  }
}
