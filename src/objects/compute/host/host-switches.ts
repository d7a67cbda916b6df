/** What is said of a host's networking: standard switches, port groups, the VMkernel's cards. */
import type { HostNetworkPolicy } from '../../../vim25/generated/index.ts';

export interface Switch {
  readonly name: string;
  readonly mtu: number;
  /** As it was asked for. */
  readonly ports: number;
  /** Physical cards it uplinks through: `vmnic0`. */
  readonly nics: readonly string[];
  readonly policy?: HostNetworkPolicy | undefined;
}

export interface PortGroup {
  readonly name: string;
  readonly vlan: number;
  /** Name of its switch. */
  readonly switch: string;
  /** Id of the Network VMs see it as; absent for one that only the VMkernel uses. */
  readonly network?: string | undefined;
  readonly policy?: HostNetworkPolicy | undefined;
}

export interface VmkNic {
  /** `vmk0` */
  readonly device: string;
  readonly portGroup: string;
  readonly mtu: number;
  /** Kinds of traffic it carries, as VirtualNicManager names them. */
  readonly traffic: readonly string[];
  /** Its address where it is not the host's own. */
  readonly address?: string | undefined;
  readonly mask?: string | undefined;
}

export const MANAGEMENT = 'Management Network';

export const DEFAULT_SWITCHES: readonly Switch[] = Object.freeze([
  Object.freeze({ name: 'vSwitch0', mtu: 1500, ports: 128, nics: Object.freeze(['vmnic0']) }),
]);

export const DEFAULT_VMK_NICS: readonly VmkNic[] = Object.freeze([
  Object.freeze({
    device: 'vmk0',
    portGroup: MANAGEMENT,
    mtu: 1500,
    traffic: Object.freeze(['management', 'vmotion']),
  }),
]);

/** Port groups of a fresh host: one for VMs, seen as that Network, and one for management. */
export function defaultPortGroups(name: string, network: string): readonly PortGroup[] {
  return Object.freeze([
    Object.freeze({ name, vlan: 0, switch: 'vSwitch0', network }),
    Object.freeze({ name: MANAGEMENT, vlan: 0, switch: 'vSwitch0' }),
  ]);
}
