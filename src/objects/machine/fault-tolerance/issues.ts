/** What keeps a machine from being run twice, in step, on two hosts: each a fault that names its reason. */
import type { VmFaultToleranceConfigIssueReasonForIssue } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import { chain, type Device, isDisk } from '../device/device.ts';
import { labelOf } from '../device/label.ts';
import type { Machine } from '../machine.ts';
import type { Vm } from '../work.ts';

type Reason = VmFaultToleranceConfigIssueReasonForIssue;

/** What a machine may have at most; the old way ran one processor on thick disks. */
const MOST_CPUS = 8;
const MOST_MEMORY = 131_072;

function issue(reason: Reason, entity: Vm | Cell): VimFault {
  return new VimFault('VmFaultToleranceConfigIssue', {
    reason,
    entityName: String((entity as Cell).get('name') ?? ''),
    entity: entity.ref,
  });
}

/** Everything that speaks against it: of the machine, its devices, its host and its cluster. */
export function* faultToleranceIssues(vm: Vm, legacy: boolean): Generator<VimFault> {
  for (const reason of machineReasons(vm.state, legacy)) yield issue(reason, vm);
  yield* deviceIssues(vm.state.devices);
  const host = vm.one<Host>('host');
  if (!host) return;
  const cluster = host.one('parent');
  if (!cluster || !hasHa(cluster)) yield issue('haNotEnabled', cluster ?? (host as unknown as Cell));
  yield* hostIssues(host);
}

/** What a configuration is not to become while it is run twice. */
export function* configIssues(vm: Vm, after: Machine): Generator<VimFault> {
  for (const reason of machineReasons(after, false)) yield issue(reason, vm);
  yield* deviceIssues(after.devices);
}

/** What a host lacks to run either machine of a pair. */
export function* hostIssues(host: Cell<Host>): Generator<VimFault> {
  for (const reason of hostReasons(host)) yield issue(reason, host as unknown as Cell);
}

/** Devices that stand in one host and not in another, or that nobody keeps in step. */
const UNSUPPORTED = /Passthrough|Sriov|VirtualUSB$|VirtualSound|Ensoniq|HdAudio|NVDIMM|VirtualTPM/;
/** Drives that are a host's own, or a client's. */
const OF_A_HOST =
  /^Virtual(Cdrom|Floppy)(Atapi|RemoteAtapi|Passthrough|RemotePassthrough|Device|RemoteDevice)BackingInfo$/;

function* deviceIssues(devices: readonly Device[]): Generator<VimFault> {
  for (const device of devices) {
    if (UNSUPPORTED.test(device._typeName)) {
      yield new VimFault('DeviceNotSupported', { device: labelOf(devices, device) });
    }
    const { backing } = device;
    if (!device.connectable?.startConnected || !OF_A_HOST.test(backing?._typeName ?? '')) continue;
    yield new VimFault('VmFaultToleranceInvalidFileBacking', {
      backingType: device._typeName === 'VirtualFloppy' ? 'virtualFloppy' : 'virtualCdrom',
      backingFilename: String(backing?.['deviceName'] ?? ''),
    });
  }
}

function* machineReasons(m: Machine, legacy: boolean): Generator<Reason> {
  const { config, devices, snapshots } = m;
  if (m.primary !== undefined) yield 'ftSecondaryVm';
  if (config.template) yield 'templateVm';
  if (snapshots?.list.length) yield 'hasSnapshots';
  if (legacy && config.numCPU > 1) yield 'multipleVCPU';
  if (config.numCPU > MOST_CPUS) yield 'tooManyVCPUs';
  if (config.memoryMB > MOST_MEMORY) yield 'tooMuchMemory';
  if (config.said?.nestedHVEnabled) yield 'hasNestedHVConfiguration';
  if (devices.some((d) => d['enable3DSupport'] === true)) yield 'video3dEnabled';
  if (legacy && devices.some(isThin)) yield 'thinDisk';
  if (devices.some((d) => d.backing?.['compatibilityMode'] === 'physicalMode')) yield 'hasUnsupportedDisk';
  if (devices.some(isLinked)) yield 'hasLinkedCloneDisk';
}

function isThin(device: Device): boolean {
  return isDisk(device) && device.backing?.['thinProvisioned'] === true;
}

/** Whether the disk lies over one that belongs to another machine, or to none. */
function isLinked(device: Device): boolean {
  return isDisk(device) && Array.from(chain(device.backing)).some(({ foreign }) => foreign === true);
}

function* hostReasons({ state }: Cell<Host>): Generator<Reason> {
  const carries = (traffic: string) => state.vmkNics.some((nic) => nic.traffic.includes(traffic));
  if (!carries('vmotion')) yield 'missingVMotionNic';
  if (!carries('faultToleranceLogging')) yield 'missingFTLoggingNic';
}

export function hasHa(cluster: Cell): boolean {
  const config = cluster.get('configurationEx') as { readonly dasConfig?: { readonly enabled?: boolean } } | undefined;
  return config?.dasConfig?.enabled === true;
}
