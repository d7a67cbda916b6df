/**
 * `config.deviceSwap`: controllers of LSI Logic that a Windows guest has paravirtual ones for. A machine whose controllers
 * are to be swapped has that done when it is next switched on; nobody's are without being asked.
 */
import type { VirtualMachineConfigSpec, VirtualMachineVirtualDeviceSwap } from '../../../vim25/generated/index.ts';
import type { Device } from '../device/device.ts';
import type { Config, Machine, Said } from '../machine.ts';
import { touched, type Vm, type Work } from '../work.ts';
import { guestFamily } from './guest-names.ts';
import { hardwareNumber } from './hardware-version.ts';

type Swap = NonNullable<VirtualMachineVirtualDeviceSwap['lsiToPvscsi']>;

const LSI: ReadonlySet<string> = new Set(['VirtualLsiLogicController', 'VirtualLsiLogicSASController']);
/** Hardware that has paravirtual controllers. */
const OLDEST = 7;

/** Which a client may say: whether the swap is wanted. How far it is, is the server's to say. */
export function swapSaid(
  before: Said['deviceSwap'],
  { deviceSwap }: Pick<VirtualMachineConfigSpec, 'deviceSwap'>,
): Said['deviceSwap'] {
  const enabled = deviceSwap?.lsiToPvscsi?.enabled;
  if (enabled === undefined) return before;
  return Object.freeze({ lsiToPvscsi: Object.freeze({ enabled }) });
}

export function deviceSwap({ config, devices }: Pick<Machine, 'config' | 'devices'>): VirtualMachineVirtualDeviceSwap {
  const said = config.said?.deviceSwap?.lsiToPvscsi;
  const enabled = said?.enabled ?? true;
  const applicable = enabled && isApplicable(config, devices);
  const status: Swap['status'] = said?.status ?? (said?.enabled && applicable ? 'scheduled' : 'none');
  return { lsiToPvscsi: { enabled, applicable, status } };
}

function isApplicable({ guestId, version }: Config, devices: readonly Device[]): boolean {
  if (guestFamily(guestId) !== 'windowsGuest' || !/64Guest$/.test(guestId)) return false;
  return hardwareNumber(version) >= OLDEST && devices.some((d) => LSI.has(d._typeName));
}

/** Inside a turn, before a machine that is off is switched on. */
export function swapWhenDue({ site }: Pick<Work, 'site'>, vm: Vm): void {
  const { config, devices } = vm.state;
  if (deviceSwap(vm.state).lsiToPvscsi?.status !== 'scheduled') return;
  const swap = Object.freeze({ lsiToPvscsi: Object.freeze({ enabled: true, status: 'completed' }) });
  const swapped = devices.map((d) =>
    LSI.has(d._typeName) ? Object.freeze({ ...d, _typeName: 'ParaVirtualSCSIController' }) : d,
  );
  site.world.update(vm, {
    config: Object.freeze({ ...config, said: Object.freeze({ ...config.said, deviceSwap: swap }) }),
    devices: Object.freeze(swapped),
    identity: touched(site, vm),
  });
}
