/** The backing of a drive, a port or a device passed through, as a client asks for it: checked, and kept. */

import { datastoreNamed, parseDatastorePath } from '../config/surroundings.ts';
import type { Backing, Device } from './device.ts';
import { guardBacking, invalidBacking } from './device-rules.ts';
import type { Setting } from './device-setting.ts';

/** What a backing must say, by its type: the property and the values it may have; none means any that is not empty. */
const MUST: { readonly [type: string]: readonly (readonly [property: string, ...values: readonly string[]])[] } = {
  VirtualSerialPortPipeBackingInfo: [['pipeName'], ['endpoint', 'client', 'server']],
  VirtualSerialPortURIBackingInfo: [['serviceURI'], ['direction', 'client', 'server']],
  VirtualPCIPassthroughDeviceBackingInfo: [['id']],
  VirtualPCIPassthroughVmiopBackingInfo: [['vgpu']],
  VirtualPCIPassthroughDvxBackingInfo: [['deviceClass']],
  VirtualSCSIPassthroughDeviceBackingInfo: [['deviceName']],
  VirtualUSBUSBBackingInfo: [['deviceName']],
  VirtualUSBRemoteHostBackingInfo: [['deviceName'], ['hostname']],
  VirtualUSBRemoteClientBackingInfo: [['deviceName'], ['hostname']],
};

const PROTOCOLS: ReadonlySet<unknown> = new Set([undefined, 'ptp', 'ntp']);

/** The backing to keep. Throws InvalidDeviceBacking naming what is wrong with it. */
export function deviceBacking(setting: Setting, given: Device, index: number): Backing | undefined {
  const backing = given.backing;
  guardBacking(given, backing, index);
  if (!backing) return undefined;
  for (const [property, ...values] of MUST[backing._typeName] ?? []) {
    const value = backing[property];
    const isRight = values.length === 0 ? value !== undefined && value !== '' : values.includes(String(value));
    if (!isRight) throw invalidBacking(property, index);
  }
  if (given._typeName === 'VirtualPrecisionClock' && !PROTOCOLS.has(backing['protocol'])) {
    throw invalidBacking('protocol', index);
  }
  const named = backing['deviceName'] !== undefined && !('useAutoDetect' in backing);
  return filed(setting, named ? { ...backing, useAutoDetect: false } : backing);
}

/** A backing on a datastore keeps its file as datastore and path; `[]` is the host's own, where the tools' images are. */
function filed(setting: Setting, given: Backing): Backing {
  const { fileName, datastore: _datastore, ...rest } = given;
  if (typeof fileName !== 'string' || fileName === '') return Object.freeze(rest as Backing);
  if (/^\s*\[\s*\]/.test(fileName)) return Object.freeze({ ...rest, fileName } as Backing);
  const parsed = parseDatastorePath(fileName);
  const datastore = datastoreNamed(setting.owner, parsed.datastore, fileName).id;
  return Object.freeze({ ...(rest as Backing), file: Object.freeze({ datastore, path: parsed.path }) });
}
