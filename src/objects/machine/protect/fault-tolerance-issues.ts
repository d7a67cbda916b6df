/** What keeps a machine from being run twice, in step, on two hosts: each a fault that names its reason. */
import type { VmFaultToleranceConfigIssueReasonForIssue } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import { type Device, isDisk } from '../device/device.ts';
import { labelOf } from '../device/label.ts';
import type { Machine } from '../machine.ts';
import type { Vm } from '../work.ts';

/** What a machine may have at most; the old way ran one processor on thick disks. */
const MOST_CPUS = 8;
const MOST_MEMORY = 131_072;

function issue(reason: VmFaultToleranceConfigIssueReasonForIssue, entity: Vm | Cell): VimFault {
  return new VimFault('VmFaultToleranceConfigIssue', {
    reason,
    entityName: String((entity as Cell).get('name') ?? ''),
    entity: entity.ref,
  });
}

export function* faultToleranceIssues(vm: Vm, legacy: boolean): Generator<VimFault> {
  for (const reason of machineReasons(vm.state, legacy)) yield issue(reason, vm);
  for (const device of vm.state.devices) {
    if (!UNSUPPORTED.test(device._typeName)) continue;
    yield new VimFault('DeviceNotSupported', { device: labelOf(vm.state.devices, device) });
  }
  const host = vm.one<Host>('host');
  if (!host) return;
  const cluster = host.one('parent');
  if (!cluster || !hasHa(cluster)) yield issue('haNotEnabled', cluster ?? (host as unknown as Cell));
  for (const reason of hostReasons(host)) yield issue(reason, host as unknown as Cell);
}

/** Devices that stand in one host and not in another, or that nobody keeps in step. */
const UNSUPPORTED = /Passthrough|Sriov|VirtualUSB$|VirtualSound|Ensoniq|HdAudio|NVDIMM|VirtualTPM/;

function* machineReasons(m: Machine, legacy: boolean): Generator<VmFaultToleranceConfigIssueReasonForIssue> {
  const { config, devices, snapshots } = m;
  if (config.template) yield 'templateVm';
  if (snapshots?.list.length) yield 'hasSnapshots';
  if (legacy && config.numCPU > 1) yield 'multipleVCPU';
  if (config.numCPU > MOST_CPUS) yield 'tooManyVCPUs';
  if (config.memoryMB > MOST_MEMORY) yield 'tooMuchMemory';
  if (config.said?.nestedHVEnabled) yield 'hasNestedHVConfiguration';
  if (devices.some((d) => d['enable3DSupport'] === true)) yield 'video3dEnabled';
  if (legacy && devices.some(isThin)) yield 'thinDisk';
  if (devices.some((d) => d.backing?.['compatibilityMode'] === 'physicalMode')) yield 'hasUnsupportedDisk';
}

function isThin(device: Device): boolean {
  return isDisk(device) && device.backing?.['thinProvisioned'] === true;
}

function* hostReasons({ state }: Cell<Host>): Generator<VmFaultToleranceConfigIssueReasonForIssue> {
  const carries = (traffic: string) => state.vmkNics.some((nic) => nic.traffic.includes(traffic));
  if (!carries('vmotion')) yield 'missingVMotionNic';
  if (!carries('faultToleranceLogging')) yield 'missingFTLoggingNic';
}

function hasHa(cluster: Cell): boolean {
  const config = cluster.get('configurationEx') as { readonly dasConfig?: { readonly enabled?: boolean } } | undefined;
  return config?.dasConfig?.enabled === true;
}
