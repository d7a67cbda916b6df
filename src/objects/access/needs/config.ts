/** What a VirtualMachineConfigSpec needs: each part of it its own privilege, devices by what is done to them. */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { changesOf, devicePrivileges, devicesOf, deviceUses } from './device.ts';
import { at, type MethodRule, type Need, type Params } from './need.ts';
import { vAppParts } from './v-app.ts';

const SETTING = 'VirtualMachine.Config.Settings';

/** Part of the spec -> last word of the privilege of VirtualMachine.Config. Parts not named here are `Settings`. */
const PARTS: Readonly<Record<string, string>> = {
  name: 'Rename',
  annotation: 'Annotation',
  numCPUs: 'CPUCount',
  numCoresPerSocket: 'CPUCount',
  memoryMB: 'Memory',
  cpuAllocation: 'Resource',
  memoryAllocation: 'Resource',
  cpuAffinity: 'Resource',
  memoryAffinity: 'Resource',
  latencySensitivity: 'Resource',
  memoryReservationLockedToMax: 'Resource',
  extraConfig: 'AdvancedConfig',
  swapPlacement: 'SwapPlacement',
  changeTrackingEnabled: 'ChangeTracking',
  managedBy: 'ManagedBy',
  forkParent: 'ToggleForkParent',
  scheduledHardwareUpgradeInfo: 'UpgradeVirtualHardware',
};

/** Parts that change nothing by themselves, and those asked about beside them. */
const SILENT: ReadonlySet<string> = new Set([
  '_typeName',
  'changeVersion',
  'deviceChange',
  'vmProfile',
  'vAppConfig',
  'vAppConfigRemoved',
  'crypto',
]);

/** What is done to a key -> last word of the privilege of Cryptographer; a spec that changes nothing needs none. */
const CRYPTO: Readonly<Record<string, string>> = {
  CryptoSpecEncrypt: 'Encrypt',
  CryptoSpecDecrypt: 'Decrypt',
  CryptoSpecDeepRecrypt: 'Recrypt',
  CryptoSpecShallowRecrypt: 'Recrypt',
  CryptoSpecRegister: 'RegisterVM',
};

/** Of the parts of a new machine these need more than leave to make it. */
const OF_CREATION: ReadonlySet<string> = new Set([
  'extraConfig',
  'swapPlacement',
  'changeTrackingEnabled',
  'forkParent',
]);

/** Of its devices, disks and what stands in a host; the others come with it. */
const DEVICES_OF_CREATION: ReadonlySet<string> = new Set(
  ['AddNewDisk', 'AddExistingDisk', 'RawDevice', 'HostUSBDevice'].map((word) => `VirtualMachine.Config.${word}`),
);

export const reconfigure: MethodRule = ({ world, self, params }) => reconfigureNeeds(world, self, params.spec);

/** What changing a VM by a spec needs on the VM, and on what the spec makes it use. */
export function* reconfigureNeeds(world: World, vm: Cell, spec: unknown): Generator<Need> {
  const privileges = new Set<string>();
  for (const part of said(spec)) {
    if (!SILENT.has(part)) privileges.add(PARTS[part] ? `VirtualMachine.Config.${PARTS[part]}` : SETTING);
  }
  const devices = changesOf(spec).length > 0 ? devicesOf(vm) : [];
  for (const privilege of devicePrivileges(spec, devices)) privileges.add(privilege);
  const crypto = CRYPTO[String(at(spec, 'crypto._typeName'))];
  if (crypto) privileges.add(`Cryptographer.${crypto}`);
  for (const privilege of vAppPrivileges(vm, spec)) privileges.add(privilege);
  for (const privilege of privileges) yield { cell: vm, privilege };
  yield* deviceUses(world, vm, spec, devices);
}

/** What making a VM by a spec needs of the folder it goes to; CPU, memory and settings come with creating. */
export function* creationNeeds(world: World, folder: Cell, spec: unknown): Generator<Need> {
  const privileges = new Set<string>();
  for (const part of said(spec)) if (OF_CREATION.has(part)) privileges.add(`VirtualMachine.Config.${PARTS[part]}`);
  for (const privilege of devicePrivileges(spec)) if (DEVICES_OF_CREATION.has(privilege)) privileges.add(privilege);
  if (at(spec, 'crypto._typeName') === 'CryptoSpecEncrypt') privileges.add('Cryptographer.EncryptNew');
  for (const privilege of privileges) yield { cell: folder, privilege };
  yield* deviceUses(world, folder, spec);
}

/** Names of the parts that a spec says; an empty list says nothing. */
function said(spec: unknown): string[] {
  const says = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.entries((spec ?? {}) as Params).flatMap(([part, value]) => (says(value) ? [part] : []));
}

function vAppPrivileges(vm: Cell, spec: unknown): Iterable<string> {
  if (at(spec, 'vAppConfigRemoved') === true) return ['VApp.ApplicationConfig'];
  const config = at(spec, 'vAppConfig');
  return config === undefined ? [] : vAppParts(config as Params, at(vm.state, 'config.vApp.property'));
}
