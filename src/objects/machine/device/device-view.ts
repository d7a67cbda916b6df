/** Devices as clients read them: the kept record with label, summary, lists and file names that follow from it. */
import { fnv1a } from '../../../kernel/random.ts';
import type { SharesInfo, VirtualDevice } from '../../../vim25/generated/index.ts';
import { DEFAULT_DEVICES } from './default-devices.ts';
import type { Backing, Device } from './device.ts';
import { isCard, isDisk, isScsi } from './device.ts';
import { datastorePath, description, type Names, NO_NAMES } from './device-words.ts';
import { isBroken } from './disk-chain.ts';

export { datastorePath, type Names } from './device-words.ts';

/** All devices of a machine as `config.hardware.device` lists them. */
export function deviceViews(devices: readonly Device[], uuid: string, names: Names): VirtualDevice[] {
  const hanging = new Map<number, number[]>();
  for (const { controllerKey, key } of devices) {
    if (controllerKey === undefined) continue;
    const list = hanging.get(controllerKey);
    if (list) list.push(key);
    else hanging.set(controllerKey, [key]);
  }
  return devices.map((d) => shared(d, hanging.get(d.key)) ?? deviceView(d, uuid, names, hanging.get(d.key)));
}

function shared(d: Device, hanging: readonly number[] | undefined): VirtualDevice | undefined {
  const alike = ALIKE.get(d);
  return alike && alike.hanging === String(hanging ?? '') ? alike.view : undefined;
}

/** The default device as it is in a machine that has no other. */
export function defaultView(d: Device): VirtualDevice {
  const keys = DEFAULT_DEVICES.filter((other) => other.controllerKey === d.key).map((other) => other.key);
  return deviceView(d, '', NO_NAMES, keys.length > 0 ? keys : undefined);
}

function deviceView(d: Device, uuid: string, names: Names, hanging: number[] | undefined): VirtualDevice {
  const { ordinal: _ordinal, policy: _policy, backing, ...rest } = d;
  return {
    ...rest,
    deviceInfo: { _typeName: 'Description', ...description(d, names) },
    backing: backing && backingView(backing, names),
    ...(d.busNumber !== undefined && { device: hanging }),
    ...(isScsi(d) && { scsiCtlrUnitNumber: 7 }),
    ...(isDisk(d) && diskView(d)),
    ...(isCard(d) && { resourceAllocation: cardAllocation(d) }),
    ...(d._typeName === 'VirtualMachineVMCIDevice' && { id: fnv1a(uuid) | 0 }),
  } as unknown as VirtualDevice;
}

function diskView(d: Device): object {
  const bytes = d.capacityInBytes ?? 0;
  const io = d['storageIOAllocation'] as Record<string, unknown> | undefined;
  // The older property says the same as the newer; what a client said last stands in both.
  const shares = sharesOf((io?.['shares'] ?? d['shares']) as SharesInfo | undefined, DISK_SHARES);
  return {
    capacityInKB: Math.floor(bytes / 1024),
    capacityInBytes: bytes,
    shares,
    storageIOAllocation: { limit: io?.['limit'] ?? -1, shares, reservation: io?.['reservation'] ?? 0 },
    diskObjectId: `1-${d.key}`,
    nativeUnmanagedLinkedClone: false,
    ...(isBroken(d) && { diskChainBrokenIssue: 'cidMismatch' }),
  };
}

const DISK_SHARES = { low: 500, normal: 1000, high: 2000 } as const;
const CARD_SHARES = { low: 25, normal: 50, high: 100 } as const;

function sharesOf(said: SharesInfo | undefined, table: { readonly [level: string]: number }): SharesInfo {
  const level = said?.level ?? 'normal';
  return { shares: level === 'custom' ? said!.shares : table[level]!, level };
}

function cardAllocation(d: Device): object {
  const said = d['resourceAllocation'] as Record<string, unknown> | undefined;
  return {
    reservation: said?.['reservation'] ?? 0,
    share: sharesOf(said?.['share'] as SharesInfo | undefined, CARD_SHARES),
    limit: said?.['limit'] ?? -1,
  };
}

function backingView(backing: Backing, names: Names): object {
  const {
    file,
    parent,
    used: _used,
    content: _content,
    foreign: _foreign,
    nowContentId: _now,
    tracked,
    networkId: _network,
    ...rest
  } = backing;
  if (backing._typeName === 'VirtualEthernetCardNetworkBackingInfo') return networkView(backing, names);
  return {
    ...rest,
    ...(file && { fileName: datastorePath(names, file), datastore: { type: 'Datastore', value: file.datastore } }),
    ...(parent && { parent: backingView(parent, names) }),
    ...(tracked && { changeId: `${tracked.series}/${tracked.count}` }),
  };
}

function networkView(backing: Backing, names: Names): object {
  const { networkId, ...rest } = backing;
  const id = networkId as string | undefined;
  return {
    ...rest,
    deviceName: (id && names.network.get(id)) ?? rest['deviceName'] ?? '',
    network: id && { type: 'Network', value: id },
  };
}

/** Default devices that look alike in every machine: all but what lists the machine's own, and what has an id of its own. */
const ALIKE: ReadonlyMap<Device, { readonly view: VirtualDevice; readonly hanging: string }> = new Map(
  DEFAULT_DEVICES.filter((d) => d.key !== 100 && d.key !== 12000).map((d) => {
    const keys = DEFAULT_DEVICES.filter((other) => other.controllerKey === d.key).map((other) => other.key);
    return [d, { view: Object.freeze(defaultView(d)), hanging: String(keys) }];
  }),
);
