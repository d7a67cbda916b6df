/** The specs that make an instance: the machine with its NICs, then the root disk with its controller. */
import type {
  Description,
  OptionValue,
  VirtualDeviceBackingInfo,
  VirtualDeviceConfigSpec,
  VirtualDisk,
  VirtualDiskFlatVer2BackingInfo,
  VirtualLsiLogicController,
  VirtualMachineConfigSpec,
  VirtualVmxnet3,
} from '../vim25/index.ts';
import type { Flavor, SpawnRequest } from './options.ts';

/** Under which key the instance's uuid stands in extraConfig: nova's own. */
export const UUID_KEY = 'nvp.vm-uuid';

export interface Nic {
  readonly backing: VirtualDeviceBackingInfo;
  readonly macAddress: string | undefined;
}

export function machineSpec(request: SpawnRequest, datastore: string, nics: readonly Nic[]): VirtualMachineConfigSpec {
  const { name, uuid, flavor, guestId } = request;
  const mark: OptionValue = { _typeName: 'OptionValue', key: UUID_KEY, value: uuid };
  return {
    name,
    instanceUuid: uuid,
    guestId: guestId ?? 'otherGuest64',
    numCPUs: flavor.vcpus,
    memoryMB: flavor.memoryMb,
    files: { vmPathName: `[${datastore}]` },
    extraConfig: [mark],
    deviceChange: nics.map(nicSpec),
  };
}

/** New devices have negative keys, by which they know each other until the server has named them. */
const CONTROLLER_KEY = -101;
const DISK_KEY = -102;
const FIRST_NIC_KEY = -47;

/** The root disk on a SCSI controller of its own, in the order that nova sends them. */
export function rootDiskSpec({ rootGb }: Flavor): VirtualMachineConfigSpec {
  const backing: VirtualDiskFlatVer2BackingInfo = {
    _typeName: 'VirtualDiskFlatVer2BackingInfo',
    fileName: '',
    diskMode: 'persistent',
    thinProvisioned: true,
  };
  const disk: VirtualDisk = {
    _typeName: 'VirtualDisk',
    key: DISK_KEY,
    controllerKey: CONTROLLER_KEY,
    unitNumber: 0,
    capacityInKB: rootGb * 1024 * 1024,
    backing,
  };
  const controller: VirtualLsiLogicController = {
    _typeName: 'VirtualLsiLogicController',
    key: CONTROLLER_KEY,
    busNumber: 0,
    sharedBus: 'noSharing',
  };
  const changes: VirtualDeviceConfigSpec[] = [
    { operation: 'add', fileOperation: 'create', device: disk },
    { operation: 'add', device: controller },
  ];
  return { deviceChange: changes };
}

function nicSpec({ backing, macAddress }: Nic, index: number): VirtualDeviceConfigSpec {
  const label: Description = { label: `Network adapter ${index + 1}`, summary: '' };
  const nic: VirtualVmxnet3 = {
    _typeName: 'VirtualVmxnet3',
    key: FIRST_NIC_KEY - index,
    deviceInfo: label,
    backing,
    connectable: { startConnected: true, allowGuestControl: true, connected: true },
    addressType: macAddress === undefined ? 'generated' : 'manual',
    macAddress,
  };
  return { operation: 'add', device: nic };
}
