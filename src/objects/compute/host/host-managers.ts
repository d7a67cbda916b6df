/** The objects behind a host's configManager: their ids follow from the host's. */
import type { HostConfigManager } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';

type Manager = readonly [property: keyof HostConfigManager, type: string, prefix: string, onEsx: string];

/** As vCenter and ESXi name them; only what exists is listed. */
export const MANAGERS: readonly Manager[] = [
  ['datastoreSystem', 'HostDatastoreSystem', 'datastoreSystem', 'ha-datastoresystem'],
  ['storageSystem', 'HostStorageSystem', 'storageSystem', 'storageSystem'],
  ['networkSystem', 'HostNetworkSystem', 'networkSystem', 'networkSystem'],
  ['virtualNicManager', 'HostVirtualNicManager', 'virtualNicManager', 'ha-vnic-mgr'],
  ['serviceSystem', 'HostServiceSystem', 'serviceSystem', 'serviceSystem'],
  ['firewallSystem', 'HostFirewallSystem', 'firewallSystem', 'firewallSystem'],
  ['advancedOption', 'OptionManager', 'EsxHostAdvSettings', 'ha-adv-options'],
  ['autoStartManager', 'HostAutoStartManager', 'autoStartManager', 'ha-autostart-mgr'],
  ['dateTimeSystem', 'HostDateTimeSystem', 'dateTimeSystem', 'dateTimeSystem'],
  ['healthStatusSystem', 'HostHealthStatusSystem', 'healthStatusSystem', 'healthStatusSystem'],
  ['powerSystem', 'HostPowerSystem', 'powerSystem', 'ha-power-system'],
];

export function managerId([, , prefix, onEsx]: Manager, host: string): string {
  const number = /^host-(\d+)$/.exec(host)?.[1];
  return number === undefined ? onEsx : `${prefix}-${number}`;
}

export function managersOf(host: string): HostConfigManager {
  const refs: Record<string, Ref> = {};
  for (const manager of MANAGERS) refs[manager[0]] = { type: manager[1], value: managerId(manager, host) };
  return refs;
}
