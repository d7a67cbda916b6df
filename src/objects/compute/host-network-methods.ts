/** HostNetworkSystem: standard switches, their port groups, and the VMkernel's cards. */
import type { HostPortGroupSpec, HostVirtualNicSpec, HostVirtualSwitchSpec } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import type { Datacenter } from '../inventory/datacenter.ts';
import { datacenterOf } from '../inventory/place.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { createNetwork, networkNamed } from '../network/network.ts';
import type { Host } from './host.ts';
import { change, hostOf } from './host-part-methods.ts';
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

function nicsOf(host: Cell<Host>, spec: HostVirtualSwitchSpec | undefined, own: string): readonly string[] {
  const nics = (spec?.bridge as { readonly nicDevice?: readonly string[] } | undefined)?.nicDevice ?? [];
  for (const nic of nics) {
    const number = Number(/^vmnic(\d+)$/.exec(nic)?.[1] ?? Number.NaN);
    if (!(number < host.state.profile.nics)) throw invalidArgument('spec.bridge.nicDevice');
    const holder = host.state.switches.find((v) => v.name !== own && v.nics.includes(nic));
    if (holder) throw inUse('PhysicalNic', nic);
  }
  return Object.freeze([...nics]);
}

function replaced<T extends { readonly name: string }>(list: readonly T[], name: string, next: T): readonly T[] {
  return Object.freeze(list.map((item) => (item.name === name ? Object.freeze(next) : item)));
}

/** The Network of a port group's name, made if this host is the first of its datacenter to have one. */
function networkFor(call: Call, host: Cell<Host>, name: string): string {
  const datacenter = datacenterOf(host as unknown as Cell)! as unknown as Cell<Datacenter>;
  const known = networkNamed(datacenter as unknown as Cell, name);
  const id = call.site.flavour === 'esx' ? `HaNetwork-${name}` : undefined;
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
  const group = named(host.state.portGroups, name);
  if (host.state.vmkNics.some((nic) => nic.portGroup === name) || isPlugged(host, group))
    throw inUse('PortGroup', name);
  call.turn(() => {
    call.world.update(host, { portGroups: Object.freeze(host.state.portGroups.filter((g) => g !== group)) });
    dropUnused(call, group.network);
  });
}

function addVmkNic(call: Call, host: Cell<Host>, portGroup: string, { ip, mtu }: HostVirtualNicSpec): string {
  named(host.state.portGroups, portGroup);
  const taken = new Set(host.state.vmkNics.map((nic) => nic.device));
  let number = 0;
  while (taken.has(`vmk${number}`)) number++;
  const made: VmkNic = {
    device: `vmk${number}`,
    portGroup,
    mtu: mtu ?? 1500,
    traffic: Object.freeze([]),
    address: ip?.ipAddress,
  };
  change(call, host, { vmkNics: Object.freeze([...host.state.vmkNics, Object.freeze(made)]) });
  return made.device;
}

export const networkSystem: ManagedObject = managedObject('HostNetworkSystem', networkSystemKind, {
  AddVirtualSwitch(call, self, { vswitchName: name, spec }) {
    const host = hostOf(call, self);
    if (host.state.switches.some((v) => v.name === name)) throw new VimFault('AlreadyExists', { name });
    const made: Switch = { name, mtu: spec?.mtu ?? 1500, ports: spec?.numPorts ?? 128, nics: nicsOf(host, spec, name) };
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
    const after = { ...before, mtu: spec.mtu ?? before.mtu, ports: spec.numPorts, nics };
    change(call, host, { switches: replaced(host.state.switches, name, after) });
  },

  AddPortGroup(call, self, { portgrp: spec }) {
    const host = hostOf(call, self);
    guardGroup(host, spec);
    const { name, vlanId: vlan, vswitchName } = spec;
    if (host.state.portGroups.some((g) => g.name === name)) throw new VimFault('AlreadyExists', { name });
    call.turn(() => {
      const made: PortGroup = { name, vlan, switch: vswitchName, network: networkFor(call, host, name) };
      call.world.update(host, { portGroups: Object.freeze([...host.state.portGroups, Object.freeze(made)]) });
    });
  },

  RemovePortGroup: (call, self, { pgName }) => removeGroup(call, hostOf(call, self), pgName),

  UpdatePortGroup(call, self, { pgName, portgrp: spec }) {
    const host = hostOf(call, self);
    const before = named(host.state.portGroups, pgName);
    guardGroup(host, spec);
    const taken = spec.name !== pgName && host.state.portGroups.some((g) => g.name === spec.name);
    if (taken) throw new VimFault('AlreadyExists', { name: spec.name });
    call.turn(() => {
      const network = before.network === undefined ? undefined : networkFor(call, host, spec.name);
      const after: PortGroup = { name: spec.name, vlan: spec.vlanId, switch: spec.vswitchName, network };
      call.world.update(host, { portGroups: replaced(host.state.portGroups, pgName, after) });
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
