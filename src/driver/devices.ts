/** Devices of an instance: which disk is its root, what drives it, and where another finds room. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import {
  type VirtualController,
  type VirtualDevice,
  type VirtualDeviceConfigSpec,
  type VirtualDisk,
  type VirtualDiskFlatVer2BackingInfo,
  type VirtualEthernetCard,
  vim25,
} from '../vim25/index.ts';
import type { AdapterType } from './image.ts';
import type { Surroundings } from './surroundings.ts';

/** What each adapter type is in the API, how many disks it takes, and the unit that is its own. */
const ADAPTERS: { readonly [A in AdapterType]: { type: string; units: number; own?: number } } = {
  lsiLogic: { type: 'VirtualLsiLogicController', units: 16, own: 7 },
  lsiLogicsas: { type: 'VirtualLsiLogicSASController', units: 16, own: 7 },
  busLogic: { type: 'VirtualBusLogicController', units: 16, own: 7 },
  paraVirtual: { type: 'ParaVirtualSCSIController', units: 16, own: 7 },
  ide: { type: 'VirtualIDEController', units: 2 },
};
const MOST_SCSI = 4;

/** New devices have negative keys, by which they know each other until the server has named them. */
const NEW_CONTROLLER = -101;

export async function devicesOf(
  { client }: Surroundings,
  vm: Ref<'VirtualMachine'>,
): Promise<readonly VirtualDevice[]> {
  return (await client.get(vm, 'config.hardware.device')) ?? [];
}

/** Disks in the order in which a machine looks for one to start from. */
export function disksOf(devices: readonly VirtualDevice[]): VirtualDisk[] {
  const place = ({ controllerKey = 0, unitNumber = 0 }: VirtualDisk) => controllerKey * 1_000 + unitNumber;
  return devices.filter(isDisk).sort((a, b) => place(a) - place(b));
}

/** Network cards, in the machine's order. */
export function nicsOf(devices: readonly VirtualDevice[]): VirtualEthernetCard[] {
  return devices.filter((device): device is VirtualEthernetCard => isA(device, 'VirtualEthernetCard'));
}

function isDisk(device: VirtualDevice): device is VirtualDisk {
  return device._typeName === 'VirtualDisk';
}

/** Path of a disk's file: `[nas-1] web/web.vmdk`; undefined where it is no file. */
export function fileOf({ backing }: VirtualDevice): string | undefined {
  return (backing as VirtualDiskFlatVer2BackingInfo | undefined)?.fileName;
}

/** By what a disk goes in every machine that has it. */
export function uuidOf({ backing }: VirtualDevice): string | undefined {
  return (backing as VirtualDiskFlatVer2BackingInfo | undefined)?.uuid?.toLowerCase();
}

/** The adapter type of the controller that a disk hangs on. */
export function adapterOf(devices: readonly VirtualDevice[], disk: VirtualDisk): AdapterType | undefined {
  const controller = devices.find(({ key }) => key === disk.controllerKey);
  const named = Object.entries(ADAPTERS).find(([, { type }]) => type === controller?._typeName);
  return named?.[0] as AdapterType | undefined;
}

export interface Place {
  readonly controllerKey: number;
  readonly unitNumber: number;
  /** The controller to add in the same change, where those that are there are full. */
  readonly controller: VirtualDeviceConfigSpec | undefined;
}

/** A free place on a controller of a type. Throws ERR_CLIENT when the machine takes no more. */
export function freePlace(devices: readonly VirtualDevice[], adapter: AdapterType): Place {
  const { type, units, own } = ADAPTERS[adapter];
  const controllers = devices.filter((device): device is VirtualController => isA(device, 'VirtualController'));
  for (const { key } of controllers.filter((device) => device._typeName === type)) {
    const taken = new Set(devices.filter((device) => device.controllerKey === key).map((device) => device.unitNumber));
    for (let unit = 0; unit < units; unit++) {
      if (unit !== own && !taken.has(unit)) return { controllerKey: key, unitNumber: unit, controller: undefined };
    }
  }
  const buses = new Set(
    controllers.filter((device) => isA(device, 'VirtualSCSIController')).map(({ busNumber }) => busNumber),
  );
  const bus = [...Array(MOST_SCSI).keys()].find((number) => !buses.has(number));
  if (adapter === 'ide' || bus === undefined) {
    throw new SimError('ERR_CLIENT', `the instance has no room for another disk on ${adapter}`, {
      hint: 'detach a disk, or choose another adapter',
    });
  }
  const device = { _typeName: type, key: NEW_CONTROLLER, busNumber: bus, sharedBus: 'noSharing' };
  return { controllerKey: NEW_CONTROLLER, unitNumber: 0, controller: { operation: 'add', device } };
}

/** Whether a device is of a type of the API or of one that derives from it. */
export function isA(device: VirtualDevice, type: string): boolean {
  return device._typeName !== undefined && vim25.isData(device._typeName, type);
}
