/** What the objects behind a host's configManager answer, but for networking and storage. */

import { formatTime, parseTime } from '../../../kernel/time.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { resolve } from '../../call.ts';
import { said } from '../../inventory/said.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { standingAutoStart } from './auto-start.ts';
import { type Host, hostKind } from './host.ts';
import { isRunning, RULESET_KEYS, SERVICE_KEYS, SERVICE_POLICIES, type Services } from './host-services.ts';
import {
  autoStartManagerKind,
  dateTimeSystemKind,
  firewallSystemKind,
  type HostPart,
  healthStatusSystemKind,
  powerSystemKind,
  serviceSystemKind,
  virtualNicManagerKind,
} from './host-systems.ts';
import { UTC } from './host-time.ts';
import { nicConfig, TRAFFIC } from './host-vnics.ts';

/** The host a part belongs to. */
export function hostOf(call: Call, part: Cell<HostPart>): Cell<Host> {
  return resolve(call.site, hostKind, { type: 'HostSystem', value: part.state.host });
}

/** Puts facets over a host's, in a turn. */
export function change(call: Call, host: Cell<Host>, patch: Partial<Host>): void {
  call.turn(() => call.world.update(host, patch));
}

function service(call: Call, self: Cell<HostPart>, id: string, said: Services[string]): void {
  const host = hostOf(call, self);
  if (!SERVICE_KEYS.has(id)) throw new VimFault('NotFound');
  const { services } = host.state;
  change(call, host, { services: Object.freeze({ ...services, [id]: Object.freeze({ ...services?.[id], ...said }) }) });
}

function guardState(call: Call, self: Cell<HostPart>, id: string, running: boolean): void {
  if (SERVICE_KEYS.has(id) && isRunning(hostOf(call, self).state, id) !== running) throw new VimFault('InvalidState');
}

const serviceSystem = managedObject('HostServiceSystem', serviceSystemKind, {
  StartService(call, self, { id }) {
    guardState(call, self, id, false);
    service(call, self, id, { running: true });
  },
  StopService(call, self, { id }) {
    guardState(call, self, id, true);
    service(call, self, id, { running: false });
  },
  RestartService: (call, self, { id }) => service(call, self, id, { running: true }),
  UpdateServicePolicy(call, self, { id, policy }) {
    if (!SERVICE_POLICIES.has(policy)) throw invalidArgument('policy');
    service(call, self, id, { policy });
  },
  RefreshServices() {},
});

function ruleset(call: Call, self: Cell<HostPart>, id: string, on: boolean): void {
  const host = hostOf(call, self);
  if (!RULESET_KEYS.has(id)) throw new VimFault('NotFound');
  const { firewall } = host.state;
  const enabled = Object.freeze({ ...firewall?.enabled, [id]: on });
  change(call, host, { firewall: Object.freeze({ ...firewall, enabled }) });
}

const firewallSystem = managedObject('HostFirewallSystem', firewallSystemKind, {
  EnableRuleset: (call, self, { id }) => ruleset(call, self, id, true),
  DisableRuleset: (call, self, { id }) => ruleset(call, self, id, false),
  UpdateDefaultPolicy(call, self, { defaultPolicy: { incomingBlocked, outgoingBlocked } }) {
    const host = hostOf(call, self);
    change(call, host, { firewall: Object.freeze({ ...host.state.firewall, incomingBlocked, outgoingBlocked }) });
  },
  RefreshFirewall() {},
});

const dateTimeSystem = managedObject('HostDateTimeSystem', dateTimeSystemKind, {
  QueryDateTime: (call, self) => formatTime(call.site.clock.now() + (hostOf(call, self).state.time?.skew ?? 0)),
  /** The host's own clock goes on from there. */
  UpdateDateTime(call, self, { dateTime }) {
    const host = hostOf(call, self);
    change(call, host, {
      time: Object.freeze({ ...host.state.time, skew: parseTime(dateTime) - call.site.clock.now() }),
    });
  },
  QueryAvailableTimeZones: () => [UTC],
  UpdateDateTimeConfig(call, self, { config }) {
    if (config.timeZone !== undefined && config.timeZone !== UTC.key) throw invalidArgument('config.timeZone');
    const host = hostOf(call, self);
    const given = said({ ntpServers: config.ntpConfig?.server, protocol: config.protocol, enabled: config.enabled });
    change(call, host, { time: Object.freeze({ ...host.state.time, ...given }) });
  },
  RefreshDateTimeSystem() {},
});

const autoStartManager = managedObject('HostAutoStartManager', autoStartManagerKind, {
  /** Machines keep their place unless named again. */
  ReconfigureAutostart(call, self, { spec }) {
    const host = hostOf(call, self);
    const before = host.state.autoStart;
    const machines = new Map(standingAutoStart(host).map((p) => [p.key.value, p]));
    for (const info of spec.powerInfo ?? []) machines.set(info.key.value, info);
    const defaults = spec.defaults ? { ...before?.defaults, ...spec.defaults } : before?.defaults;
    change(call, host, { autoStart: Object.freeze({ defaults, powerInfo: Object.freeze([...machines.values()]) }) });
  },
});

function traffic(call: Call, self: Cell<HostPart>, nicType: string, device: string, carries: boolean): void {
  const host = hostOf(call, self);
  if (!TRAFFIC.includes(nicType)) throw invalidArgument('nicType');
  if (!host.state.vmkNics.some((nic) => nic.device === device)) throw invalidArgument('device');
  const vmkNics = host.state.vmkNics.map((nic) => {
    if (nic.device !== device) return nic;
    const others = nic.traffic.filter((t) => t !== nicType);
    return Object.freeze({ ...nic, traffic: Object.freeze(carries ? [...others, nicType] : others) });
  });
  change(call, host, { vmkNics: Object.freeze(vmkNics) });
}

const virtualNicManager = managedObject('HostVirtualNicManager', virtualNicManagerKind, {
  QueryNetConfig(call, self, { nicType }) {
    if (!TRAFFIC.includes(nicType)) throw invalidArgument('nicType');
    return nicConfig(hostOf(call, self).state, nicType);
  },
  SelectVnicForNicType: (call, self, { nicType, device }) => traffic(call, self, nicType, device, true),
  DeselectVnicForNicType: (call, self, { nicType, device }) => traffic(call, self, nicType, device, false),
});

export const hostParts: readonly ManagedObject[] = [
  serviceSystem,
  firewallSystem,
  dateTimeSystem,
  autoStartManager,
  virtualNicManager,
  managedObject('HostHealthStatusSystem', healthStatusSystemKind, { RefreshHealthStatusSystem() {} }),
  managedObject('HostPowerSystem', powerSystemKind),
];
