/** How a NIC is added to a machine. */
import { SimError } from '../kernel/errors.ts';
import type {
  VirtualDeviceBackingInfo,
  VirtualDeviceConfigSpec,
  VirtualEthernetCard,
  VirtualEthernetCardResourceAllocation,
} from '../vim25/index.ts';
import { vim25 } from '../vim25/index.ts';
import type { Quota } from './flavor.ts';
import type { VifModel } from './image.ts';
import { sharesOf } from './shares.ts';

export interface Nic {
  readonly backing: VirtualDeviceBackingInfo;
  readonly model: VifModel;
  readonly macAddress?: string | undefined;
  readonly quota?: Quota | undefined;
}

const MODELS: Readonly<Record<string, string>> = {
  e1000: 'VirtualE1000',
  e1000e: 'VirtualE1000e',
  pcnet: 'VirtualPCNet32',
  vmxnet: 'VirtualVmxnet',
  vmxnet3: 'VirtualVmxnet3',
};

/** `key` is negative, as a new device's. Throws ERR_USAGE for a model that is none. */
export function nicSpec({ backing, model, macAddress, quota }: Nic, key: number): VirtualDeviceConfigSpec {
  const nic: VirtualEthernetCard = {
    _typeName: modelType(model),
    key,
    backing,
    connectable: { startConnected: true, allowGuestControl: true, connected: true },
    addressType: macAddress === undefined ? 'generated' : 'manual',
    macAddress,
    wakeOnLanEnabled: true,
    resourceAllocation: quota && allocationOf(quota),
  };
  return { operation: 'add', device: nic };
}

function modelType(model: VifModel): string {
  const type = MODELS[model] ?? model;
  if (vim25.isData(type, 'VirtualEthernetCard')) return type;
  throw new SimError('ERR_USAGE', `there is no vif model '${model}'`, { hint: Object.keys(MODELS).join(', ') });
}

function allocationOf({ limit = -1, reservation = 0, shares }: Quota): VirtualEthernetCardResourceAllocation {
  return { limit, reservation, share: sharesOf(shares) };
}
