/** HostSystem.hardware: the machine itself. */
import type {
  HostCpuIdInfo,
  HostCpuPackage,
  HostHardwareInfo,
  HostNumaInfo,
  HostPciDevice,
} from '../../../vim25/generated/index.ts';
import type { Host } from './host.ts';
import { serviceTag } from './host-addresses.ts';
import { coresOf, type HostProfile, threadsOf } from './host-profile.ts';
import { identifying } from './host-summary.ts';

export const READS_HARDWARE = ['identity', 'profile'] as const;

const HZ = 1_000_000;

export function hostHardware({ profile, identity }: Host): HostHardwareInfo {
  return {
    systemInfo: {
      vendor: profile.vendor,
      model: profile.model,
      uuid: identity.uuid,
      otherIdentifyingInfo: [identifying(serviceTag(identity))],
      serialNumber: serviceTag(identity),
    },
    cpuPowerManagementInfo: { currentPolicy: 'Balanced', hardwareSupport: 'ACPI P-states, ACPI C-states' },
    cpuInfo: {
      numCpuPackages: profile.packages,
      numCpuCores: coresOf(profile),
      numCpuThreads: threadsOf(profile),
      hz: profile.mhz * HZ,
    },
    cpuPkg: Array.from({ length: profile.packages }, (_, i) => cpuPackage(profile, i)),
    memorySize: profile.memory,
    numaInfo: numa(profile),
    smcPresent: false,
    pciDevice: pciDevices(profile),
    cpuFeature: CPU_FEATURES,
    biosInfo: {
      biosVersion: profile.bios.version,
      releaseDate: profile.bios.released,
      vendor: profile.bios.vendor,
      majorRelease: 2,
      minorRelease: 19,
      firmwareType: 'UEFI',
    },
    reliableMemoryInfo: { memorySize: 0 },
    persistentMemoryInfo: { capacityInMB: 0 },
    memoryTieringType: 'noTiering',
    memoryTierInfo: [{ name: 'DRAM', type: 'DRAM', flags: ['memoryTier'], size: profile.memory }],
  };
}

/** Registers of CPUID as bits, highest first, in groups of four. */
const CPU_FEATURES: HostCpuIdInfo[] = [
  { level: 0, eax: bits(0x16), ebx: bits(0x756e6547), ecx: bits(0x6c65746e), edx: bits(0x49656e69) },
  { level: 1, eax: bits(0x50657), ebx: bits(0x00200800), ecx: bits(0x7ffefbff), edx: bits(0xbfebfbff) },
  { level: -2147483648, eax: bits(0x80000008), ebx: bits(0), ecx: bits(0), edx: bits(0) },
  { level: -2147483647, eax: bits(0), ebx: bits(0), ecx: bits(0x121), edx: bits(0x2c100800) },
];

function bits(register: number): string {
  return register.toString(2).padStart(32, '0').match(/.{4}/g)!.join(':');
}

function threadsOfPackage(profile: HostProfile, index: number): number[] {
  const each = profile.coresPerPackage * profile.threadsPerCore;
  return Array.from({ length: each }, (_, i) => index * each + i);
}

function cpuPackage(profile: HostProfile, index: number): HostCpuPackage {
  return {
    index,
    vendor: profile.cpuVendor,
    hz: profile.mhz * HZ,
    busHz: 100 * HZ,
    description: profile.cpuModel,
    threadId: threadsOfPackage(profile, index),
    cpuFeature: CPU_FEATURES,
  };
}

/** One node per socket, memory split evenly. */
function numa(profile: HostProfile): HostNumaInfo {
  const share = Math.floor(profile.memory / profile.packages);
  return {
    type: 'NUMA',
    numNodes: profile.packages,
    numaNode: Array.from({ length: profile.packages }, (_, i) => ({
      typeId: i,
      cpuID: threadsOfPackage(profile, i),
      memorySize: share,
      memoryRangeBegin: i * share,
      memoryRangeLength: share,
    })),
  };
}

/** A short is signed on the wire: ids above 0x7fff go out negative, as ESXi sends them. */
const short = (n: number) => (n << 16) >> 16;

function pciDevices(profile: HostProfile): HostPciDevice[] {
  const nics = Array.from({ length: profile.nics }, (_, i) =>
    pci(`0000:19:00.${i}`, 0x0200, 0x8086, 'Intel Corporation', 0x1572, 'Ethernet Controller X710 for 10GbE SFP+'),
  );
  return [
    pci('0000:00:00.0', 0x0600, 0x8086, 'Intel Corporation', 0x2020, 'Sky Lake-E DMI3 Registers'),
    pci('0000:00:11.5', 0x0106, 0x8086, 'Intel Corporation', 0xa1d2, 'Lewisburg SATA AHCI Controller'),
    pci(
      '0000:03:00.0',
      0x0300,
      0x102b,
      'Matrox Electronics Systems Ltd.',
      0x0536,
      'Integrated Matrox G200eW3 Graphics Controller',
    ),
    pci('0000:18:00.0', 0x0104, 0x1000, 'Broadcom', 0x0016, 'PERC H740P Mini'),
    ...nics,
  ];
}

function pci(
  id: string,
  classId: number,
  vendorId: number,
  vendorName: string,
  deviceId: number,
  deviceName: string,
): HostPciDevice {
  const [, bus, rest] = id.split(':') as [string, string, string];
  const [slot, fn] = rest.split('.') as [string, string];
  return {
    id,
    classId: short(classId),
    bus: Number.parseInt(bus, 16),
    slot: Number.parseInt(slot, 16),
    function: Number(fn),
    vendorId: short(vendorId),
    subVendorId: short(vendorId),
    vendorName,
    deviceId: short(deviceId),
    subDeviceId: 0,
    deviceName,
  };
}
