/** Policies that a spec names, put on a machine and on its disks. */
import type {
  VirtualDeviceConfigSpec,
  VirtualMachineDefinedProfileSpec,
  VirtualMachineProfileSpec,
} from '../../vim25/generated/index.ts';
import { invalidArgument } from '../../world/fault.ts';
import type { World } from '../../world/world.ts';
import { type Device, isDisk, sameFile } from '../machine/device/device.ts';
import type { FileAt, Machine } from '../machine/machine.ts';
import { datastoreKind } from '../storage/datastore.ts';
import { defaultPolicyOf } from './default-of.ts';
import { type Applied, applied, policyOf } from './profile.ts';

type Profiles = readonly VirtualMachineProfileSpec[] | undefined;

/** What a request says of policies. */
export interface PolicySpec {
  /** For the machine's home: its configuration file, its swap file. */
  readonly home?: Profiles;
  readonly changes?: readonly VirtualDeviceConfigSpec[] | undefined;
  /** Disks by their keys, as relocation and cloning name them. */
  readonly disks?: readonly { readonly diskId: number; readonly profile?: Profiles }[] | undefined;
  /** Real keys of the devices that the changes added, in their order. */
  readonly added?: readonly number[] | undefined;
  /** The machine's devices before the changes. */
  readonly before?: readonly Device[] | undefined;
  /** The machine is being made: where nothing is said, the datastore's default holds. */
  readonly fresh?: boolean | undefined;
}

/** The machine as it follows what the request says. Throws InvalidArgument for a policy that is not there. */
export function withPolicies(world: World, machine: Machine, spec: PolicySpec): Machine {
  const words = new Map<number, Wish>();
  for (const { diskId, profile } of spec.disks ?? []) note(words, diskId, wish(world, profile, 'profile'));
  for (const [key, profile] of named(machine, spec)) note(words, key, wish(world, profile, 'profile'));
  const home = wish(world, spec.home, 'vmProfile') ?? (spec.fresh ? 'default' : undefined);
  const fresh = new Set(spec.fresh ? machine.devices.map((d) => d.key) : spec.added);
  const devices = machine.devices.map((d) => {
    if (!isDisk(d)) return d;
    const said = words.get(d.key) ?? (fresh.has(d.key) && !d.policy ? 'default' : undefined);
    const policy = said && settled(world, said, d.backing?.file);
    return said === undefined || same(policy, d.policy) ? d : Object.freeze({ ...d, policy });
  });
  const changed = devices.some((d, i) => d !== machine.devices[i]);
  const policy = home && settled(world, home, machine.files.vmx);
  return {
    ...machine,
    ...(changed && { devices: Object.freeze(devices) }),
    ...(home && !same(policy, machine.policy) && { policy }),
  };
}

type Wish = 'none' | 'default' | Applied;

function note(words: Map<number, Wish>, key: number, said: Wish | undefined): void {
  if (said !== undefined) words.set(key, said);
}

/** What a list of profiles comes to; undefined where it says nothing. */
function wish(world: World, profiles: Profiles, path: string): Wish | undefined {
  let said: Wish | undefined;
  for (const profile of profiles ?? []) {
    if (profile._typeName === 'VirtualMachineEmptyProfileSpec') said ??= 'none';
    else if (profile._typeName === 'VirtualMachineDefaultProfileSpec') said ??= 'default';
    else if (profile._typeName === 'VirtualMachineDefinedProfileSpec') {
      const { profileId } = profile as VirtualMachineDefinedProfileSpec;
      const policy = policyOf(world, profileId);
      if (policy?.state.origin.category !== 'REQUIREMENT') throw invalidArgument(`${path}.profileId`);
      said = applied(policy);
    }
  }
  return said;
}

/** The policies of the disks that the changes add or edit, by the keys these disks have now. */
function* named({ devices }: Machine, spec: PolicySpec): Generator<[number, Profiles]> {
  const disks = (spec.changes ?? []).filter(({ device }) => device._typeName === 'VirtualDisk');
  const added = (spec.added ?? []).filter((key) => devices.some((d) => d.key === key && isDisk(d)));
  let next = 0;
  for (const { operation, device, profile } of disks) {
    if (operation === 'add') yield [added[next++] ?? -1, profile];
    else if (operation === 'edit') {
      const was = spec.before?.find((d) => d.key === device.key);
      const file = was?.backing?.file;
      const is = devices.find((d) => file !== undefined && sameFile(d.backing?.file, file));
      yield [is?.key ?? device.key, profile];
    }
  }
}

function settled(world: World, said: Wish, file: FileAt | undefined): Applied | undefined {
  if (said === 'none') return undefined;
  if (said !== 'default') return said;
  const datastore = world.as(datastoreKind, file?.datastore);
  const policy = datastore && defaultPolicyOf(world, datastore);
  return policy && applied(policy);
}

function same(a: Applied | undefined, b: Applied | undefined): boolean {
  return a === b || (a !== undefined && a.policy === b?.policy && a.generation === b.generation);
}

/** The policies of one disk that belongs to no machine. */
export function policyFor(world: World, profiles: Profiles, file: FileAt): Applied | undefined {
  return settled(world, wish(world, profiles, 'profile') ?? 'default', file);
}
