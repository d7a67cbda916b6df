/**
 * What makes a machine, or several in a vApp, a product: its properties, which the guest finds in its OVF environment,
 * and what is said about where it comes from. One configuration and a spec give the next one; nothing else is touched.
 */
import type {
  VAppIPAssignmentInfo,
  VAppOvfSectionInfo,
  VAppProductInfo,
  VmConfigInfo,
  VmConfigSpec,
} from '../../../vim25/generated/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { changedList, told } from './v-app-config-list.ts';
import { guardKeys, propertyEntry, propertyInfo, type VAppProperty } from './v-app-config-property.ts';

export type OvfSection = VAppOvfSectionInfo & { readonly key: number };

/** What is kept of a configuration: what somebody said. */
export interface VAppConfig {
  readonly product?: readonly VAppProductInfo[] | undefined;
  readonly property?: readonly VAppProperty[] | undefined;
  readonly ipAssignment?: VAppIPAssignmentInfo | undefined;
  readonly eula?: readonly string[] | undefined;
  readonly ovfSection?: readonly OvfSection[] | undefined;
  readonly ovfEnvironmentTransport?: readonly string[] | undefined;
  readonly installBootRequired?: boolean | undefined;
  readonly installBootStopDelay?: number | undefined;
}

/** The transport by which a running guest reads its OVF environment from VMware Tools. */
export const GUEST_INFO = 'com.vmware.guestInfo';

/** The configuration after the spec. Throws what keeps it from being applied, by its path below `path`. */
export function vAppConfigured<C extends VAppConfig>(before: C | undefined, spec: VmConfigSpec, path: string): C {
  const was = before ?? ({} as C);
  const property = changedList(was.property, spec.property as never, {
    path: `${path}.property`,
    entry: propertyEntry,
  });
  guardKeys(property, `${path}.property`);
  const delay = spec.installBootStopDelay;
  if (delay !== undefined && delay < 0) throw invalidArgument(`${path}.installBootStopDelay`);
  return Object.freeze({
    ...was,
    product: changedList(was.product, spec.product, { path: `${path}.product`, entry: productEntry }),
    property,
    ipAssignment: assigned(was.ipAssignment, spec.ipAssignment, `${path}.ipAssignment`),
    eula: replaced(was.eula, spec.eula),
    ovfSection: changedList(was.ovfSection, spec.ovfSection as never, {
      path: `${path}.ovfSection`,
      entry: (said: Partial<OvfSection>, old: OvfSection | undefined) => ({ ...old, ...said }) as OvfSection,
      nextKey: (list) => Math.max(0, ...list.map((section) => section.key)) + 1,
    }),
    ovfEnvironmentTransport: transports(was.ovfEnvironmentTransport, spec.ovfEnvironmentTransport, path),
    installBootRequired: spec.installBootRequired ?? was.installBootRequired,
    installBootStopDelay: delay ?? was.installBootStopDelay,
  });
}

function productEntry(
  said: Partial<VAppProductInfo>,
  before: VAppProductInfo | undefined,
  path: string,
): VAppProductInfo {
  const after = { ...before, ...said } as VAppProductInfo;
  for (const part of ['classId', 'instanceId'] as const) {
    if (/\s/.test(after[part] ?? '')) throw invalidArgument(`${path}.${part}`);
  }
  return after;
}

/** A list that is set replaces the one before; an empty one changes nothing, and one of an empty text clears it. */
function replaced(before: readonly string[] | undefined, given: readonly string[] | undefined): typeof before {
  if (!given || given.length === 0) return before;
  const kept = given.filter((text) => text !== '');
  return kept.length === 0 ? undefined : Object.freeze(kept);
}

function transports(before: readonly string[] | undefined, given: readonly string[] | undefined, path: string) {
  if (given?.some((t) => t !== '' && t !== 'iso' && t !== GUEST_INFO))
    throw invalidArgument(`${path}.ovfEnvironmentTransport`);
  return replaced(before, given);
}

const POLICIES = /^(dhcpPolicy|transientPolicy|fixedPolicy|fixedAllocatedPolicy)$/;

function assigned(
  before: VAppIPAssignmentInfo | undefined,
  given: VAppIPAssignmentInfo | undefined,
  path: string,
): VAppIPAssignmentInfo | undefined {
  if (!given) return before;
  const { ipAllocationPolicy = 'fixedPolicy', ipProtocol = 'IPv4' } = given;
  const { supportedAllocationScheme: schemes, supportedIpProtocol: protocols } = given;
  if (!POLICIES.test(ipAllocationPolicy)) throw invalidArgument(`${path}.ipAllocationPolicy`);
  if (!/^IPv[46]$/.test(ipProtocol)) throw invalidArgument(`${path}.ipProtocol`);
  if (!schemes?.every((s) => /^(dhcp|ovfenv)?$/.test(s)) && schemes)
    throw invalidArgument(`${path}.supportedAllocationScheme`);
  if (!protocols?.every((p) => /^(IPv4|IPv6)?$/.test(p)) && protocols)
    throw invalidArgument(`${path}.supportedIpProtocol`);
  return Object.freeze({
    ...before,
    ...told(given),
    supportedAllocationScheme: replaced(before?.supportedAllocationScheme, schemes),
    supportedIpProtocol: replaced(before?.supportedIpProtocol, protocols),
  });
}

/** The configuration as a client reads it. */
export function vAppConfigInfo(kept: VAppConfig): VmConfigInfo {
  const { ipAssignment } = kept;
  return {
    product: kept.product ?? [],
    property: (kept.property ?? []).map(propertyInfo),
    ipAssignment: {
      supportedAllocationScheme: ipAssignment?.supportedAllocationScheme ?? [],
      ipAllocationPolicy: ipAssignment?.ipAllocationPolicy ?? 'fixedPolicy',
      supportedIpProtocol: ipAssignment?.supportedIpProtocol ?? [],
      ipProtocol: ipAssignment?.ipProtocol ?? 'IPv4',
    },
    eula: kept.eula ?? [],
    ovfSection: kept.ovfSection ?? [],
    ovfEnvironmentTransport: kept.ovfEnvironmentTransport ?? [],
    installBootRequired: kept.installBootRequired ?? false,
    installBootStopDelay: kept.installBootStopDelay ?? 0,
  };
}
