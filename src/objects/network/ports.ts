/** Ports of a distributed switch: one per key of its groups; who is plugged in follows from the VMs' cards. */
import { formatTime } from '../../kernel/time.ts';
import type { DistributedVirtualPort, DistributedVirtualSwitchPortCriteria } from '../../vim25/generated/index.ts';
import { type Ref, ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import type { Machine } from '../machine/machine.ts';
import { type Portgroup, portKeys } from './portgroup.ts';
import type { DistributedSwitch } from './switch.ts';

/** A card of a VM on a port group. */
interface Plug {
  readonly vm: Cell<Machine>;
  readonly nic: number;
  readonly portKey: string | undefined;
}

function plugs(group: Cell<Portgroup>): Plug[] {
  const found: Plug[] = [];
  for (const vm of group.back<Machine>('vm')) {
    for (const device of vm.state.devices) {
      const backing = device.backing as
        | { readonly networkId?: string; readonly port?: { readonly portKey?: string } }
        | undefined;
      if (backing?.networkId === group.id) found.push({ vm, nic: device.key, portKey: backing.port?.portKey });
    }
  }
  return found;
}

/** Ports that meet the criteria; all of them when there are none. */
export function fetchPorts(
  self: Cell<DistributedSwitch>,
  criteria: DistributedVirtualSwitchPortCriteria = {},
): DistributedVirtualPort[] {
  const inGroup = (group: Cell) => criteria.portgroupKey?.includes(group.id) ?? false;
  const wanted = [...self.back<Portgroup>('portgroup')].filter((group) => {
    if (criteria.uplinkPort !== undefined && group.state.config.uplink !== criteria.uplinkPort) return false;
    return criteria.portgroupKey === undefined || inGroup(group as unknown as Cell) === (criteria.inside ?? true);
  });
  return wanted.flatMap((group) => portsOf(self, group)).filter((port) => meets(port, criteria));
}

function meets(
  port: DistributedVirtualPort,
  { connected, active, portKey, host }: DistributedVirtualSwitchPortCriteria,
): boolean {
  const plugged = port.connectee !== undefined;
  if (connected !== undefined && plugged !== connected) return false;
  if (active !== undefined && plugged !== active) return false;
  if (host !== undefined && !host.some((h) => h.value === port.proxyHost?.value)) return false;
  return portKey === undefined || portKey.includes(port.key);
}

/**
 * Cards that name a port have it; the others take the free ones in order. Of two that name one port the first has it: the
 * other stands on a port of conflict, as vCenter calls it, which has no settings of its own.
 */
function portsOf(self: Cell<DistributedSwitch>, group: Cell<Portgroup>): DistributedVirtualPort[] {
  const { config } = group.state;
  if (config.uplink) return uplinkPorts(self, group);
  const plugged = plugs(group);
  const keys = [...new Set([...portKeys(group), ...plugged.flatMap((p) => p.portKey ?? [])])];
  const at = new Map<string, Plug>();
  const contending: Plug[] = [];
  for (const plug of plugged) {
    if (plug.portKey === undefined) continue;
    if (at.has(plug.portKey)) contending.push(plug);
    else at.set(plug.portKey, plug);
  }
  const waiting = plugged.filter((p) => p.portKey === undefined);
  for (const key of keys) {
    const next = at.has(key) ? undefined : waiting.shift();
    if (next) at.set(key, next);
  }
  const ports = keys.map((key) => {
    const plug = at.get(key);
    return { ...blank(self, group, key, ''), ...(plug && pluggedIn(plug)) };
  });
  return [...ports, ...contending.map((plug) => inConflict(self, group, plug))];
}

function inConflict(self: Cell<DistributedSwitch>, group: Cell<Portgroup>, plug: Plug): DistributedVirtualPort {
  const { config: _config, ...bare } = blank(
    self,
    group,
    `c-${/\d+$/.exec(plug.vm.id)?.[0] ?? plug.vm.id}-${plug.nic}`,
    '',
  );
  return { ...bare, conflict: true, conflictPortKey: plug.portKey, ...pluggedIn(plug) } as DistributedVirtualPort;
}

function pluggedIn({ vm, nic }: Plug): Partial<DistributedVirtualPort> {
  return {
    connectee: { connectedEntity: vm.ref as Ref<'ManagedEntity'>, nicKey: String(nic), type: 'vmVnic' },
    proxyHost: vm.one('host')?.ref as Ref<'HostSystem'> | undefined,
  };
}

function uplinkPorts(self: Cell<DistributedSwitch>, group: Cell<Portgroup>): DistributedVirtualPort[] {
  const { uplinks } = self.state.config;
  return portKeys(group).map((key, i) => {
    const member = self.state.members[Math.floor(i / uplinks.length)]!;
    const slot = i % uplinks.length;
    const host = ref('HostSystem', member.host);
    const nic = member.nics[slot];
    const port = { ...blank(self, group, key, uplinks[slot]!), proxyHost: host };
    return nic === undefined
      ? port
      : { ...port, connectee: { connectedEntity: host as Ref<'ManagedEntity'>, nicKey: nic, type: 'pnic' } };
  });
}

function blank(
  self: Cell<DistributedSwitch>,
  group: Cell<Portgroup>,
  key: string,
  name: string,
): DistributedVirtualPort {
  const { portSetting, changes } = group.state.config;
  return {
    key,
    config: { name, scope: [], setting: portSetting, configVersion: String(changes) },
    dvsUuid: self.state.uuid,
    portgroupKey: group.id,
    conflict: false,
    lastStatusChange: formatTime(self.state.config.created),
    hostLocalPort: false,
  };
}
