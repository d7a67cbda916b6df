/** HostNetworkSystem: standard switches, their port groups, and the VMkernel's cards. */
import type { HostPortGroupSpec, HostVirtualNicSpec, HostVirtualSwitchSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import type { Datacenter } from '../../inventory/datacenter.ts';
import { datacenterOf } from '../../inventory/place.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { createNetwork, networkNamed } from '../../network/network.ts';
import type { DistributedSwitch } from '../../network/switch.ts';
import type { Host } from './host.ts';
import { groupName } from './host-network.ts';
import { change, hostOf } from './host-part-methods.ts';
import { policyOver } from './host-policy.ts';
import type { PortGroup, Switch, VmkNic } from './host-switches.ts';
import { networkSystemKind } from './host-systems.ts';

const named = <T extends { readonly name: string }>(list: readonly T[], name: string): T => {
  const found = list.find((item) => item.name === name);
  if (!found) throw new VimFault('NotFound');
  return found;
};

function inUse(type: string, name: string): VimFault {
  return new VimFault('ResourceInUse', { type, name });
}

/** The cards a switch is to have: a bond of several, or a simple bridge to one. */
function nicsOf(host: Cell<Host>, spec: HostVirtualSwitchSpec | undefined, own: string): readonly string[] {
  const given = (spec?.bridge as { readonly nicDevice?: string | readonly string[] } | undefined)?.nicDevice ?? [];
  const nics = typeof given === 'string' ? [given] : given;
  for (const nic of nics) guardNic(host, nic, own);
  return Object.freeze([...nics]);
}

/** Throws when the host has no such card, or another of its switches, standard or distributed, has it. */
function guardNic(host: Cell<Host>, nic: string, own: string): void {
  const number = Number(/^vmnic(\d+)$/.exec(nic)?.[1] ?? Number.NaN);
  if (!(number < host.state.profile.nics)) throw invalidArgument('spec.bridge.nicDevice');
  if (host.state.switches.some((v) => v.name !== own && v.nics.includes(nic))) throw inUse('PhysicalNic', nic);
  for (const { state } of host.back<DistributedSwitch>('dvs')) {
    if (state.members.some((m) => m.host === host.id && m.nics.includes(nic))) throw inUse('PhysicalNic', nic);
  }
}

function replaced<T>(list: readonly T[], before: T, after: T): readonly T[] {
  return Object.freeze(list.map((item) => (item === before ? Object.freeze(after) : item)));
}

/** A port group by the name clients know it by. */
function groupNamed(host: Cell<Host>, name: string): PortGroup | undefined {
  return host.state.portGroups.find((group) => groupName(group, host.world) === name);
}

function neededGroup(host: Cell<Host>, name: string): PortGroup {
  const group = groupNamed(host, name);
  if (!group) throw new VimFault('NotFound');
  return group;
}

/** The Network of a port group's name, made if this host is the first of its datacenter to have one. */
function networkFor(call: Call, host: Cell<Host>, name: string): string {
  const datacenter = datacenterOf(host as unknown as Cell)! as unknown as Cell<Datacenter>;
  const known = networkNamed(datacenter as unknown as Cell, name);
  const own = `HaNetwork-${name}`;
  // A network that was renamed keeps the id of its first name.
  const id = call.site.flavour === 'esx' && !call.world.find(own) ? own : undefined;
  return (known ?? createNetwork(call.site, name, datacenter.id, datacenter.state.folders.network, id)).id;
}

function guardGroup(host: Cell<Host>, spec: HostPortGroupSpec): void {
  if (spec.name === '') throw invalidArgument('portgrp.name');
  if (spec.vlanId < 0 || spec.vlanId > 4095) throw invalidArgument('portgrp.vlanId');
  named(host.state.switches, spec.vswitchName);
}

/** VMs of this host that are plugged into a Network. */
function isPlugged(host: Cell<Host>, group: PortGroup): boolean {
  const network = group.network === undefined ? undefined : host.world.find(group.network);
  for (const vm of network?.back('vm') ?? []) if (vm.one('host') === (host as unknown as Cell)) return true;
  return false;
}

/** Drops the Network when no host and no VM has it any more. */
function dropUnused(call: Call, network: string | undefined): void {
  const cell = network === undefined ? undefined : call.world.find(network);
  if (cell && cell.countBack('host') === 0 && cell.countBack('vm') === 0) call.world.destroy(cell);
}

function removeGroup(call: Call, host: Cell<Host>, name: string): void {
  const group = neededGroup(host, name);
  if (host.state.vmkNics.some((nic) => nic.portGroup === group.name) || isPlugged(host, group))
    throw inUse('PortGroup', name);
  call.turn(() => {
    call.world.update(host, { portGroups: Object.freeze(host.state.portGroups.filter((g) => g !== group)) });
    dropUnused(call, group.network);
  });
}

function addVmkNic(call: Call, host: Cell<Host>, portGroup: string, { ip, mtu }: HostVirtualNicSpec): string {
  const group = neededGroup(host, portGroup);
  const taken = new Set(host.state.vmkNics.map((nic) => nic.device));
  let number = 0;
  while (taken.has(`vmk${number}`)) number++;
  const made: VmkNic = {
    device: `vmk${number}`,
    portGroup: group.name,
    mtu: mtu ?? 1500,
    traffic: Object.freeze([]),
    address: ip?.ipAddress,
    mask: ip?.subnetMask,
  };
  change(call, host, { vmkNics: Object.freeze([...host.state.vmkNics, Object.freeze(made)]) });
  return made.device;
}

export const networkSystem: ManagedObject = managedObject('HostNetworkSystem', networkSystemKind, {
  AddVirtualSwitch(call, self, { vswitchName: name, spec }) {
    const host = hostOf(call, self);
    if (host.state.switches.some((v) => v.name === name)) throw new VimFault('AlreadyExists', { name });
    if (name === '') throw invalidArgument('vswitchName');
    const { mtu = 1500, numPorts: ports = 128, policy } = spec ?? {};
    const made: Switch = { name, mtu, ports, nics: nicsOf(host, spec, name), policy };
    change(call, host, { switches: Object.freeze([...host.state.switches, Object.freeze(made)]) });
  },

  RemoveVirtualSwitch(call, self, { vswitchName: name }) {
    const host = hostOf(call, self);
    const found = named(host.state.switches, name);
    if (host.state.portGroups.some((g) => g.switch === name)) throw inUse('VirtualSwitch', name);
    change(call, host, { switches: Object.freeze(host.state.switches.filter((v) => v !== found)) });
  },

  UpdateVirtualSwitch(call, self, { vswitchName: name, spec }) {
    const host = hostOf(call, self);
    const before = named(host.state.switches, name);
    const nics = spec.bridge ? nicsOf(host, spec, name) : Object.freeze([]);
    const policy = spec.policy ? policyOver(before.policy ?? {}, spec.policy) : before.policy;
    const after = { ...before, mtu: spec.mtu ?? before.mtu, ports: spec.numPorts, nics, policy };
    change(call, host, { switches: replaced(host.state.switches, before, after) });
  },

  AddPortGroup(call, self, { portgrp: spec }) {
    const host = hostOf(call, self);
    guardGroup(host, spec);
    const { name, vlanId: vlan, vswitchName, policy } = spec;
    if (groupNamed(host, name)) throw new VimFault('AlreadyExists', { name });
    call.turn(() => {
      const made: PortGroup = { name, vlan, switch: vswitchName, network: networkFor(call, host, name), policy };
      call.world.update(host, { portGroups: Object.freeze([...host.state.portGroups, Object.freeze(made)]) });
    });
  },

  RemovePortGroup: (call, self, { pgName }) => removeGroup(call, hostOf(call, self), pgName),

  UpdatePortGroup(call, self, { pgName, portgrp: spec }) {
    const host = hostOf(call, self);
    const before = neededGroup(host, pgName);
    guardGroup(host, spec);
    const { name, vlanId: vlan, vswitchName, policy } = spec;
    if (name !== pgName) {
      if (groupNamed(host, name)) throw new VimFault('AlreadyExists', { name });
      // A machine's card names the group it is plugged into.
      if (isPlugged(host, before)) throw inUse('PortGroup', pgName);
    }
    call.turn(() => {
      const network = before.network === undefined ? undefined : networkFor(call, host, name);
      const after: PortGroup = { name, vlan, switch: vswitchName, network, policy };
      const vmkNics = host.state.vmkNics.map((nic) =>
        nic.portGroup === before.name ? Object.freeze({ ...nic, portGroup: name }) : nic,
      );
      const portGroups = replaced(host.state.portGroups, before, after);
      call.world.update(host, { portGroups, vmkNics: Object.freeze(vmkNics) });
      if (network !== before.network) dropUnused(call, before.network);
    });
  },

  AddVirtualNic: (call, self, { portgroup, nic }) => addVmkNic(call, hostOf(call, self), portgroup, nic),

  RemoveVirtualNic(call, self, { device }) {
    const host = hostOf(call, self);
    const rest = host.state.vmkNics.filter((nic) => nic.device !== device);
    if (rest.length === host.state.vmkNics.length) throw new VimFault('NotFound');
    // The last card for management keeps the host reachable.
    if (!rest.some((nic) => nic.traffic.includes('management'))) throw new VimFault('HostConfigFault');
    change(call, host, { vmkNics: Object.freeze(rest) });
  },

  QueryNetworkHint: () => [],
  RefreshNetworkSystem() {},
});
