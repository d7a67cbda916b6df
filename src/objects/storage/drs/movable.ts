/** What keeps Storage DRS from moving a machine, where it could otherwise be moved by hand. */
import type { LocalizedMethodFault } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { isDisk } from '../../machine/device/device.ts';
import type { Machine } from '../../machine/machine.ts';
import type { MachineSettings } from './settings.ts';

/** The fault that says why not; undefined when it may. */
export function immovable(vm: Cell<Machine>, settings: MachineSettings, evacuates: boolean): VimFault | undefined {
  const { config, devices, power } = vm.state;
  if (!settings.enabled) return new VimFault('StorageDrsDisabledOnVm');
  if (config.template && !evacuates) return new VimFault('StorageDrsCannotMoveTemplate');
  const disks = devices.filter(isDisk);
  if (disks.some((d) => d.backing?.['sharing'] === 'sharingMultiWriter')) {
    return new VimFault('StorageDrsCannotMoveDiskInMultiWriterMode');
  }
  if (devices.some((d) => d['sharedBus'] !== undefined && d['sharedBus'] !== 'noSharing')) {
    return new VimFault('StorageDrsCannotMoveSharedDisk');
  }
  const independent = disks.some((d) => String(d.backing?.['diskMode'] ?? '').startsWith('independent'));
  if (independent && power.state !== 'poweredOff' && !evacuates)
    return new VimFault('StorageDrsCannotMoveIndependentDisk');
  return undefined;
}

export interface FaultByVm {
  readonly _typeName: 'ClusterDrsFaultsFaultsByVm';
  readonly vm: Cell['ref'];
  readonly fault: readonly LocalizedMethodFault[];
}

export function faultByVm(vm: Cell<Machine>, fault: VimFault): FaultByVm {
  return { _typeName: 'ClusterDrsFaultsFaultsByVm', vm: vm.ref, fault: [fault.localized() as LocalizedMethodFault] };
}
