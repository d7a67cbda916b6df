/** What is configured of a primary is configured of its secondary; and what of a primary cannot be changed. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Host } from '../../compute/host/host.ts';
import type { Site } from '../../site.ts';
import { memoryAllocation } from '../config/allocation.ts';
import { copiedCard } from '../copy/clone-disks.ts';
import { type Device, isCard, isDisk, networkOf } from '../device/device.ts';
import type { Machine } from '../machine.ts';
import { touched } from '../work.ts';
import { configIssues } from './issues.ts';
import { secondaryOf } from './tolerance.ts';

type Vm = Cell<Machine>;

/**
 * Throws what keeps a machine that runs twice from becoming another: FaultToleranceCannotEditMem for its memory,
 * VmConfigIncompatibleForFaultTolerance for CPUs, disks, and what nobody can keep in step. While it runs its devices stay.
 */
export function guardTolerant(vm: Vm, after: Machine): void {
  const before = vm.state;
  if (!before.tolerance) return;
  if (memoryOf(before) !== memoryOf(after)) {
    throw new VimFault('FaultToleranceCannotEditMem', { vmName: before.name, vm: vm.ref });
  }
  for (const issue of configIssues(vm, after)) throw incompatible(issue);
  const processors = ({ config }: Machine) => `${config.numCPU}/${config.coresPerSocket}`;
  if (processors(before) !== processors(after)) throw incompatible();
  const kept = before.power.state === 'poweredOn' ? hardwareOf : disksOf;
  if (kept(before) !== kept(after)) throw incompatible();
}

/** Throws VmConfigIncompatibleForFaultTolerance for what is not done to a machine that runs twice. */
export function guardAlone({ state }: Vm): void {
  if (state.tolerance) throw incompatible();
}

function incompatible(issue?: VimFault): VimFault {
  return new VimFault('VmConfigIncompatibleForFaultTolerance', issue ? { fault: issue.localized() } : {});
}

function memoryOf({ config }: Machine): string {
  const { reservation, limit, shares } = memoryAllocation(config);
  return JSON.stringify([config.memoryMB, reservation, limit, shares?.level, shares?.shares]);
}

function disksOf({ devices }: Machine): string {
  return JSON.stringify(devices.filter(isDisk).map((d) => [d.key, d.capacityInBytes, d.backing?.file]));
}

function hardwareOf({ devices }: Machine): string {
  return JSON.stringify(devices.map((d) => [d._typeName, d.key, d.capacityInBytes, isDisk(d) ? d.backing?.file : '']));
}

/** The secondary as its primary has become, inside a turn. */
export function mirrorPrimary(site: Site, primary: Vm): void {
  const secondary = primary.state.tolerance && secondaryOf(primary);
  if (!secondary) return;
  const { name, config, devices, identity } = primary.state;
  site.world.update(secondary, {
    name,
    config,
    identity: Object.freeze({ ...touched(site, secondary), uuid: identity.uuid }),
    devices: likeness(site, secondary, devices),
  });
}

function likeness(site: Site, secondary: Vm, devices: readonly Device[]): readonly Device[] {
  const { state, id } = secondary;
  const owner = secondary.one<Host>('host')?.one('parent');
  const setting = { site, owner, files: state.files, id, machine: undefined, config: state.config };
  const made: Device[] = [];
  for (const [index, d] of devices.entries()) made.push(alike(d, index));
  return Object.freeze(made);

  function alike(d: Device, index: number): Device {
    const own = state.devices.find(({ key, _typeName }) => key === d.key && _typeName === d._typeName);
    if (isDisk(d)) return own ? Object.freeze({ ...d, backing: own.backing }) : d;
    const connectable = d.connectable && own?.connectable ? { connectable: plug(d, own) } : {};
    if (!isCard(d)) return Object.freeze({ ...d, ...connectable });
    if (own && networkOf(own) === networkOf(d)) return Object.freeze({ ...d, ...connectable, backing: own.backing });
    const { backing } = copiedCard(setting, made, d, index);
    return Object.freeze({ ...d, ...connectable, backing });
  }
}

/** Whether it is plugged in is the secondary's own affair, which follows from whether that runs. */
function plug({ connectable }: Device, own: Device): NonNullable<Device['connectable']> {
  const { connected, status } = own.connectable!;
  return Object.freeze({ ...connectable!, connected, status });
}
