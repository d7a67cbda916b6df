/** What is known of a running instance. */
import type { Ref } from '../client/index.ts';
import type { VirtualMachinePowerState } from '../vim25/index.ts';
import { devicesOf, disksOf, fileOf, nicsOf } from './devices.ts';
import type { Surroundings } from './surroundings.ts';

export interface Diagnostics {
  readonly powerState: VirtualMachinePowerState;
  readonly host: string | undefined;
  readonly guestId: string | undefined;
  /** What the guest's tools say of themselves: `guestToolsRunning`. */
  readonly tools: string | undefined;
  readonly addresses: readonly string[];
  readonly vcpus: number;
  readonly cpuMhz: number;
  readonly memoryMb: number;
  readonly memoryUsedMb: number;
  readonly uptimeSeconds: number;
  readonly disks: readonly DiskDiagnostics[];
  readonly nics: readonly NicDiagnostics[];
}

export interface DiskDiagnostics {
  readonly label: string;
  readonly file: string | undefined;
  readonly capacityBytes: number;
}

export interface NicDiagnostics {
  readonly label: string;
  readonly macAddress: string;
  readonly connected: boolean;
}

export async function diagnostics(surroundings: Surroundings, vm: Ref<'VirtualMachine'>): Promise<Diagnostics> {
  const { client } = surroundings;
  const read = await client.get(vm, ['summary', 'guest']);
  const { config, quickStats, runtime } = read.summary;
  const devices = await devicesOf(surroundings, vm);
  const addresses = (read.guest?.net ?? []).flatMap(({ ipAddress }) => ipAddress ?? []);
  return {
    powerState: runtime.powerState,
    host: runtime.host && (await client.get(runtime.host, 'name')),
    guestId: config.guestId,
    tools: read.guest?.toolsRunningStatus,
    addresses,
    vcpus: config.numCpu ?? 0,
    cpuMhz: quickStats.overallCpuUsage ?? 0,
    memoryMb: config.memorySizeMB ?? 0,
    memoryUsedMb: quickStats.guestMemoryUsage ?? 0,
    uptimeSeconds: quickStats.uptimeSeconds ?? 0,
    disks: disksOf(devices).map((disk) => ({
      label: disk.deviceInfo?.label ?? '',
      file: fileOf(disk),
      capacityBytes: disk.capacityInBytes ?? disk.capacityInKB * 1024,
    })),
    nics: nicsOf(devices).map((nic) => ({
      label: nic.deviceInfo?.label ?? '',
      macAddress: nic.macAddress ?? '',
      connected: nic.connectable?.connected ?? false,
    })),
  };
}
