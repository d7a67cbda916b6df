/** What a placement is asked for: a machine from a ConfigSpec, a copy, a move, or the same machine in another size. */
import type {
  PlacementSpec,
  VirtualDevice,
  VirtualMachineConfigSpec,
  VirtualMachineRelocateSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { configured, freshConfig } from '../../machine/config/config-spec.ts';
import { isHardware, latestHardware } from '../../machine/config/hardware-version.ts';
import type { Device } from '../../machine/device/device.ts';
import type { Config, Machine } from '../../machine/machine.ts';
import { demandOf, standing } from '../../machine/power/demand.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { Demand } from './fit.ts';

export interface Asked {
  /** The machine it is about: none yet for one that is to be made. */
  readonly vm: Cell<Machine> | undefined;
  /** What it asks of a host, the datastores apart. */
  readonly demand: Demand;
  /** The machine itself goes there: no other is made after it. */
  readonly stays: boolean;
  /** Bytes that its files take. */
  readonly bytes: number;
  /** Where the request says it is to go. */
  readonly location: VirtualMachineRelocateSpec | undefined;
}

const PATH = 'placementSpec';
const MIB = 2 ** 20;

function typeOf({ placementType, vm, cloneSpec, configSpec }: PlacementSpec): string {
  return placementType ?? (!vm ? 'create' : cloneSpec ? 'clone' : configSpec ? 'reconfigure' : 'relocate');
}

/** Throws InvalidArgument naming the part of the request that is missing or means nothing. */
export function askedOf(call: Call, spec: PlacementSpec): Asked {
  const type = typeOf(spec);
  if (type === 'create') return created(call, spec);
  if (!['clone', 'relocate', 'reconfigure'].includes(type)) throw invalidArgument(`${PATH}.placementType`);
  const vm = call.resolve(vmKind, needed(spec.vm, 'vm'));
  const bytes = diskBytes(vm.state.devices);
  if (type === 'clone') {
    const { config, location } = needed(spec.cloneSpec, 'cloneSpec');
    const { vm: _, ...demand } = demandOf({ ...vm.state, config: resized(call, vm.state.config, config) });
    return { vm, demand: { ...demand, datastores: [] }, stays: false, bytes, location };
  }
  const change = type === 'reconfigure' ? needed(spec.configSpec, 'configSpec') : undefined;
  const demand = demandOf({ ...vm.state, config: resized(call, vm.state.config, change) }, vm.id);
  const running = vm.state.power.state === 'poweredOn';
  const asked = running || type === 'reconfigure' ? demand : standing(demand);
  return { vm, demand: { ...asked, datastores: [] }, stays: true, bytes, location: spec.relocateSpec };
}

function created(call: Call, spec: PlacementSpec): Asked {
  const config = needed(spec.configSpec, 'configSpec');
  const version = config.version || latestHardware(call.site);
  if (!isHardware(call.site, version)) throw invalidArgument(`${PATH}.configSpec.version`);
  const sized = configured(call.site, freshConfig(call.site, version), config);
  const given = (config.deviceChange ?? []).map(({ device }) => device);
  const files = { vmx: { datastore: '', path: '' } };
  const demand = demandOf({ config: sized, devices: [], files });
  const bytes = given.reduce((sum, d) => sum + 1024 * Number((d as { capacityInKB?: number }).capacityInKB ?? 0), 0);
  const location = spec.relocateSpec;
  return {
    vm: undefined,
    demand: { ...demand, datastores: [], networks: given.flatMap(networkAsked) },
    stays: false,
    bytes: bytes + sized.memoryMB * MIB,
    location,
  };
}

function resized(call: Call, before: Config, change: VirtualMachineConfigSpec | undefined): Config {
  return change ? configured(call.site, before, change) : before;
}

/** The network that a card of a spec names by reference. */
function networkAsked(device: VirtualDevice): string[] {
  const backing = device.backing as { network?: Ref; port?: { portgroupKey?: string } } | undefined;
  const id = backing?.network?.value ?? backing?.port?.portgroupKey;
  return id === undefined ? [] : [id];
}

function diskBytes(devices: readonly Device[]): number {
  return devices.reduce((sum, d) => sum + (d.backing?.used ?? d.capacityInBytes ?? 0), 0);
}

function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw invalidArgument(`${PATH}.${name}`);
  return value;
}
