/**
 * Machines that run twice in step: which is the primary, which the secondary, and how the pair stands. Only what cannot be
 * read off the two machines is kept; the state of the pair follows from whether they run.
 */
import type {
  FaultToleranceConfigInfo,
  VirtualMachineConfigInfo,
  VirtualMachineFaultToleranceState,
  VirtualMachineNeedSecondaryReason,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Entity } from '../../inventory/managed-entity.ts';
import { datastorePath } from '../device/device-words.ts';
import type { FileAt, Machine } from '../machine.ts';

/** What is said of a pair, kept with its primary. */
export interface Tolerance {
  /** False while it is suspended: the secondary stays off. */
  readonly enabled: boolean;
  /** The secondary that runs has the primary's state. */
  readonly synced?: true | undefined;
  /** Why it lost its secondary. */
  readonly reason?: VirtualMachineNeedSecondaryReason | undefined;
  /** The file by which the two agree who is the primary. */
  readonly metaData: FileAt;
  /** No host can have the secondary, and that was said. */
  readonly stranded?: true | undefined;
  /** The state that an event told of last. */
  readonly told?: VirtualMachineFaultToleranceState | undefined;
}

type Vm = Cell<Machine>;

/** The pair a machine belongs to; undefined for one that runs alone. */
export interface Pair {
  readonly primary: Vm;
  readonly secondary: Vm | undefined;
}

export function pairOf(vm: Vm): Pair | undefined {
  const primary = vm.one<Machine>('primary') ?? vm;
  if (!primary.state.tolerance) return undefined;
  return { primary, secondary: secondaryOf(primary) };
}

/** The other machine of its pair. */
export function twinOf(vm: Vm): Vm | undefined {
  return vm.one<Machine>('primary') ?? secondaryOf(vm);
}

export function secondaryOf(primary: Vm): Vm | undefined {
  for (const vm of primary.back<Machine>('secondary')) return vm;
  return undefined;
}

/** What `toleranceState` and `toleranceRuntime` read. */
export const READS_TOLERANCE: readonly string[] = [
  'tolerance',
  'power',
  'primary',
  'secondary.power',
  'primary.tolerance',
  'primary.power',
  'primary.secondary.power',
];

export function toleranceState(vm: Vm): VirtualMachineFaultToleranceState {
  const pair = pairOf(vm);
  if (!pair) return 'notConfigured';
  const { primary, secondary } = pair;
  const { enabled, synced } = primary.state.tolerance!;
  if (!enabled) return 'disabled';
  if (secondary?.state.power.state === 'poweredOn') return synced ? 'running' : 'starting';
  // That it lacks a secondary is a state of the primary.
  return vm === primary && primary.state.power.state === 'poweredOn' ? 'needSecondary' : 'enabled';
}

/** What `runtime` says of it. */
export function toleranceRuntime(vm: Vm): {
  readonly faultToleranceState: VirtualMachineFaultToleranceState;
  readonly needSecondaryReason?: VirtualMachineNeedSecondaryReason;
} {
  const faultToleranceState = toleranceState(vm);
  if (faultToleranceState !== 'needSecondary') return { faultToleranceState };
  return { faultToleranceState, needSecondaryReason: vm.state.tolerance?.reason ?? 'initializing' };
}

const OF_EACH = ['identity', 'files', 'datastore.name'] as const;

/** What `toleranceInfo` reads. */
export const READS_TOLERANCE_INFO: readonly string[] = [
  'tolerance',
  'primary',
  ...OF_EACH,
  ...OF_EACH.flatMap((read) => [`primary.${read}`, `secondary.${read}`]),
  'primary.tolerance',
  'primary.secondary.identity',
];

function pathOf(vm: Vm, file: FileAt = vm.state.files.vmx): string {
  const stores = vm.all<Entity>('datastore').map(({ id, state }) => [id, state.name] as const);
  return datastorePath({ datastore: new Map(stores), network: new Map() }, file);
}

/** A machine's configuration with what it says of the pair. */
export function withTolerance(info: VirtualMachineConfigInfo, vm: Vm): VirtualMachineConfigInfo {
  const pair = pairOf(vm);
  if (!pair) return info;
  const { metaData } = pair.primary.state.tolerance!;
  const directory = { datastore: metaData.datastore, path: metaData.path.replace(/\/?[^/]*$/, '') };
  return {
    ...info,
    ftInfo: toleranceInfo(vm),
    flags: { ...info.flags, faultToleranceType: 'checkpointing' },
    files: { ...info.files, ftMetadataDirectory: `${pathOf(pair.primary, directory)}/` },
  };
}

/** `config.ftInfo`: both machines, the primary first. */
export function toleranceInfo(vm: Vm): FaultToleranceConfigInfo | undefined {
  const pair = pairOf(vm);
  if (!pair) return undefined;
  const { primary, secondary } = pair;
  const both = secondary ? [primary, secondary] : [primary];
  const info = {
    role: vm === primary ? 1 : 2,
    instanceUuids: both.map(({ state }) => state.identity.instanceUuid),
    configPaths: both.map((m) => pathOf(m)),
    orphaned: false,
  };
  if (vm !== primary) {
    return { _typeName: 'FaultToleranceSecondaryConfigInfo', ...info, primaryVM: primary.ref } as never;
  }
  const secondaries = both.slice(1).map(({ ref }) => ref);
  return { _typeName: 'FaultTolerancePrimaryConfigInfo', ...info, secondaries } as never;
}
