/** Devices that tie a running machine to its host. */
import { VimFault } from '../../../world/fault.ts';
import type { Device } from '../device/device.ts';
import { labelOf } from '../device/label.ts';
import type { Move, Obstacle } from './migrate-guards.ts';

export function* deviceObstacles({ before, hot }: Move): Generator<Obstacle> {
  if (!hot) return;
  for (const device of before.devices) {
    const type = tie(device);
    if (type === undefined) continue;
    const backing = type === 'DeviceBackingNotSupported' ? { backing: device.backing?._typeName } : {};
    const fault = new VimFault(type, { device: labelOf(before.devices, device), ...backing }).localized();
    yield { test: 'sourceTests', fault: new VimFault('DisallowedMigrationDeviceAttached', { fault }) };
  }
}

/** The fault that says what ties a device to its host; undefined when nothing does. */
function tie(device: Device): string | undefined {
  const shared = device['sharedBus'];
  if (shared !== undefined && shared !== 'noSharing') return 'SharedBusControllerNotSupported';
  if (device._typeName === 'VirtualPCIPassthrough') return 'DeviceNotSupported';
  const { backing, connectable } = device;
  if (!backing || !connectable?.connected || backing.file || backing['networkId'] !== undefined) return undefined;
  if (/Remote/.test(backing._typeName)) return 'RemoteDeviceNotSupported';
  return backing['deviceName'] ? 'DeviceBackingNotSupported' : undefined;
}
