/** What is done at a machine's console, or to its process: keys, displays, a non-maskable interrupt, the end. */
import type { UsbScanCodeSpecKeyEvent, VirtualMachineDisplayTopology } from '../../../vim25/generated/index.ts';
import { invalidArgument, notSupported } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Display, Machine } from '../machine.ts';
import { guardConnected } from '../standing.ts';
import { guardPower, type Vm } from '../work.ts';
import { guardGuest } from './guest-power.ts';
import { kill } from './running.ts';

/** Key codes carry the usage page of keyboards below the usage. */
const KEYBOARD_PAGE = 7;
const USAGES = { first: 0x04, last: 0xe7 } as const;
/** What an svga device of VMware can show. */
const LARGEST = { width: 7680, height: 4320 } as const;

function guardRunning(vm: Vm): void {
  guardConnected(vm);
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, 'poweredOn', 'poweredOn');
}

function isKey({ usbHidCode }: UsbScanCodeSpecKeyEvent): boolean {
  const usage = usbHidCode >>> 16;
  return (usbHidCode & 0xffff) === KEYBOARD_PAGE && usage >= USAGES.first && usage <= USAGES.last;
}

/** Keys are pressed and released; how many is all that can be known of it. */
function press(vm: Vm, keys: readonly UsbScanCodeSpecKeyEvent[]): number {
  guardRunning(vm);
  const wrong = keys.findIndex((key) => !isKey(key));
  if (wrong >= 0) throw invalidArgument(`spec.keyEvents[${wrong}].usbHidCode`);
  return keys.length;
}

function guardSize(width: number, height: number, path: (part: string) => string): void {
  if (!(width > 0 && width <= LARGEST.width)) throw invalidArgument(path('width'));
  if (!(height > 0 && height <= LARGEST.height)) throw invalidArgument(path('height'));
}

function show(call: Call, vm: Vm, displays: readonly Display[]): void {
  guardGuest(vm, 'poweredOn');
  call.turn(() => call.world.update(vm, { displays: Object.freeze(displays) }));
}

function topology(displays: readonly VirtualMachineDisplayTopology[]): Display[] {
  if (displays.length === 0) throw invalidArgument('displays');
  return displays.map(({ x, y, width, height }, i) => {
    guardSize(width, height, (part) => `displays[${i}].${part}`);
    return Object.freeze({ x, y, width, height });
  });
}

function terminate(call: Call, vm: Vm): void {
  guardConnected(vm);
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, 'poweredOff', 'poweredOn');
  call.site.tasks.guardFree(vm.ref);
  call.turn(() => kill(call.site, vm, call.user));
}

export const consoleMethods: MethodsOf<'VirtualMachine', Machine> = {
  TerminateVM: (call, self) => terminate(call, self),
  SendNMI: (_call, self) => guardRunning(self),
  PutUsbScanCodes: (_call, self, { spec }) => press(self, spec.keyEvents),
  SetScreenResolution(call, self, { width, height }) {
    guardSize(width, height, (part) => part);
    show(call, self, [Object.freeze({ x: 0, y: 0, width, height })]);
  },
  SetDisplayTopology: (call, self, { displays }) => show(call, self, topology(displays)),
};
