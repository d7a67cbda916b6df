/** `summary`: a machine at a glance. */
import { formatTime } from '../../kernel/time.ts';
import type {
  VirtualMachineConfigSummary,
  VirtualMachineRuntimeInfo,
  VirtualMachineStorageSummary,
  VirtualMachineSummary,
} from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { memoryAllocation } from './config/allocation.ts';
import { guestName } from './config/guest-names.ts';
import { isCard, isDisk } from './device/device.ts';
import { datastorePath, type Names } from './device/device-view.ts';
import { toleranceInfo } from './fault-tolerance/tolerance.ts';
import { filesOf } from './files.ts';
import { guestSummary } from './guest-info.ts';
import { measuredAt } from './layout.ts';
import type { Machine } from './machine.ts';
import { overlaid, summarised } from './outside.ts';
import { quickStats } from './quick-stats.ts';

const VGPU = 'VirtualPCIPassthroughVmiopBackingInfo';

export function machineSummary(
  m: Machine,
  self: Cell<Machine>,
  names: Names,
  runtime: VirtualMachineRuntimeInfo,
): VirtualMachineSummary {
  const summary: VirtualMachineSummary = {
    _typeName: 'VirtualMachineSummary',
    vm: self.ref as Ref<'VirtualMachine'>,
    runtime,
    guest: summarised(guestSummary(m), m.outside, 'guest'),
    config: summarised(configSummary(m, self, names), m.outside, 'config'),
    storage: storageSummary(m),
    quickStats: quickStats(self),
    overallStatus: m.status ?? 'green',
    customValue: m.customValues ?? [],
  };
  return overlaid(summary, m.outside, 'summary');
}

function configSummary(m: Machine, self: Cell<Machine>, names: Names): VirtualMachineConfigSummary {
  const { config, identity, devices } = m;
  return {
    _typeName: 'VirtualMachineConfigSummary',
    name: m.name,
    template: config.template ?? false,
    vmPathName: datastorePath(names, m.files.vmx),
    memorySizeMB: config.memoryMB,
    cpuReservation: config.cpu?.reservation ?? 0,
    memoryReservation: memoryAllocation(config).reservation ?? 0,
    numCpu: config.numCPU,
    numEthernetCards: devices.filter(isCard).length,
    numVirtualDisks: devices.filter(isDisk).length,
    uuid: identity.uuid,
    instanceUuid: identity.instanceUuid,
    guestId: config.guestId,
    guestFullName: config.said?.alternateGuestName || guestName(config.guestId),
    annotation: config.said?.annotation ?? '',
    product: config.vApp?.product?.[0],
    installBootRequired: config.vApp?.installBootRequired ?? false,
    ftInfo: toleranceInfo(self),
    managedBy: config.said?.managedBy,
    tpmPresent: devices.some((d) => d._typeName === 'VirtualTPM'),
    numVmiopBackings: devices.filter((d) => d.backing?._typeName === VGPU).length,
    hwVersion: config.version,
  };
}

function storageSummary(m: Machine): VirtualMachineStorageSummary {
  let committed = 0;
  let unshared = 0;
  let uncommitted = 0;
  for (const file of filesOf(m)) {
    committed += file.size;
    if (!file.foreign) unshared += file.size;
    uncommitted += file.growth;
  }
  return {
    _typeName: 'VirtualMachineStorageSummary',
    committed,
    uncommitted,
    unshared,
    timestamp: formatTime(measuredAt(m)),
  };
}
