/** VirtualMachineConfigOption: what a machine of a hardware version may be, by the same tables that check a ConfigSpec. */
import type {
  ResourceConfigOption,
  VirtualHardwareOption,
  VirtualMachineConfigOption,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { guestsOf } from '../../machine/config/guest-support.ts';
import { type Hardware, hardwareKey } from '../../machine/config/hardware-version.ts';
import { defaultDevices } from '../../machine/device/default-devices.ts';
import { defaultView } from '../../machine/device/device-view.ts';
import { CAPABILITY } from '../../machine/runtime-info.ts';
import type { Site } from '../../site.ts';
import type { Host } from '../host/host.ts';
import { deviceOptions } from './device-options.ts';
import { guestDescriptor } from './guest-descriptors.ts';
import { bool, whole } from './option-values.ts';

/** `guests` narrows the descriptors to those guests, `host` to those that its release knows. */
export function configOption(
  site: Site,
  hardware: Hardware,
  guests: readonly string[] | undefined,
  host: Cell<Host> | undefined,
): VirtualMachineConfigOption {
  const version = hardwareKey(hardware.number);
  const ids = guestsOf(site, hardware.number, host).filter((id) => guests === undefined || guests.includes(id));
  return {
    _typeName: 'VirtualMachineConfigOption',
    version,
    description: describe(hardware),
    guestOSDescriptor: ids.map((id) => guestDescriptor(id, hardware)),
    guestOSDefaultIndex: Math.max(0, ids.indexOf('otherGuest')),
    hardwareOptions: hardwareOptions(hardware),
    capabilities: CAPABILITY,
    datastore: {},
    defaultDevice: defaultDevices(version).map(defaultView),
    supportedMonitorType: ['release', 'debug', 'stats'],
    supportedOvfEnvironmentTransport: ['com.vmware.guestInfo', 'iso'],
    supportedOvfInstallTransport: ['com.vmware.guestInfo', 'iso'],
  };
}

/** `ESXi 8.0 Update 2 virtual machine` */
export function describe({ release }: Hardware): string {
  return `${release} virtual machine`;
}

function hardwareOptions(hardware: Hardware): VirtualHardwareOption {
  const since = (number: number, most: number) => whole(0, hardware.number >= number ? most : 0);
  return {
    _typeName: 'VirtualHardwareOption',
    hwVersion: hardware.number,
    virtualDeviceOption: deviceOptions(hardware),
    deviceListReadonly: false,
    numCPU: Array.from({ length: hardware.cpus }, (_, i) => i + 1),
    numCoresPerSocket: whole(1, hardware.coresPerSocket, 1),
    autoCoresPerSocket: bool(hardware.number >= 20),
    numCpuReadonly: false,
    memoryMB: whole(4, hardware.memoryMB, 32),
    numPCIControllers: whole(1, 1),
    numIDEControllers: whole(2, 2),
    numUSBControllers: since(7, 1),
    numUSBXHCIControllers: since(8, 1),
    numSIOControllers: whole(1, 1),
    numPS2Controllers: whole(1, 1),
    licensingLimit: [],
    numSupportedWwnPorts: whole(0, 0),
    numSupportedWwnNodes: whole(0, 0),
    resourceConfigOption: {
      cpuAllocationOption: shares(4_000),
      memoryAllocationOption: shares(163_840),
    },
    numNVDIMMControllers: since(14, 1),
    numTPMDevices: since(14, 1),
    numWDTDevices: since(17, 1),
    numPrecisionClockDevices: since(17, 1),
    acpiHostBridgesFirmware: hardware.number >= 20 ? ['efi'] : [],
    numCpuSimultaneousThreads: whole(1, hardware.number >= 20 ? 2 : 1),
    numNumaNodes: whole(0, hardware.number >= 20 ? 16 : 0),
    numDeviceGroups: whole(0, 0),
  };
}

function shares(normal: number): ResourceConfigOption['cpuAllocationOption'] {
  return { sharesOption: { sharesOption: whole(0, 1_000_000, normal), defaultLevel: 'normal' } };
}
