/** OptionManager: a server's or a host's advanced settings. */
import type { OptionValue } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';

export interface OptionFacets {
  readonly settings: readonly OptionValue[];
  /** Id of the host whose settings these are; absent for the server's own. */
  readonly host?: string | undefined;
}

/** Stands in a value for the name under which the reader reaches the server. */
export const REACHED_AS = '{host}';
/** The same with the port. */
export const REACHED_AT = '{address}';

export const optionManagerKind: KindSpec<OptionFacets> = defineKind<OptionFacets>({
  type: 'OptionManager',
  relations: {
    host: { facet: 'host', to: 'HostSystem', of: (s) => s.host, inverse: 'optionManager' },
  },
  properties: {
    setting: { reads: ['settings', '@viewer'], value: (s, _, viewer) => settingsFor(s, viewer?.address) },
    supportedOption: { reads: [], value: () => [] },
  },
});

export const optionManager: ManagedObject = managedObject('OptionManager', optionManagerKind, {
  /** A name, or the part before a dot of several; nothing found is InvalidName. */
  QueryOptions(call, self, { name }) {
    const all = settingsFor(self.state, call.viewer.address);
    if (name === undefined || name === '') return all;
    const found = all.filter(({ key }) => key === name || key.startsWith(name.endsWith('.') ? name : `${name}.`));
    if (found.length === 0) throw new VimFault('InvalidName', { name });
    return found;
  },

  /** A setting keeps its type. vCenter takes new ones below `config.`, and no other name that it does not know. */
  UpdateOptions(_call, self, { changedValue }) {
    const next = new Map(self.state.settings.map((option) => [option.key, option]));
    changedValue.forEach((change, i) => {
      const old = next.get(change.key);
      if (!old && !change.key.startsWith('config.')) throw new VimFault('InvalidName', { name: change.key });
      if (old && typeof old.value !== typeof change.value) throw invalidArgument(`changedValue[${i}].value`);
      next.set(change.key, { key: change.key, value: change.value });
    });
    put(self, [...next.values()]);
  },
});

function put(self: Cell<OptionFacets>, settings: readonly OptionValue[]): void {
  self.world.turn(() => self.world.update(self, { settings }));
}

function settingsFor(s: OptionFacets, address: string | undefined): OptionValue[] {
  const at = address ?? 'localhost';
  const host = at.replace(/:\d+$/, '');
  const told = (value: unknown) =>
    typeof value === 'string' ? value.replaceAll(REACHED_AS, host).replaceAll(REACHED_AT, at) : value;
  return s.settings.map(({ key, value }) => ({ key, value: told(value) }));
}

/** The settings of a fresh vCenter. */
export function vcenterSettings(instanceName: string): OptionValue[] {
  return Object.entries({
    'VirtualCenter.FQDN': REACHED_AS,
    'VirtualCenter.InstanceName': instanceName,
    'VirtualCenter.ManagedIP': '',
    'VirtualCenter.AutoManagedIPV4': '',
    'VirtualCenter.DBPassword': '*',
    'VirtualCenter.LDAPAdminPrincipal': '',
    'VirtualCenter.MaxDBConnection': 50,
    'VirtualCenter.PortNumber': 443,
    'VirtualCenter.VerifySSLCertificates': false,
    'WebService.Ports.http': 80,
    'WebService.Ports.https': 443,
    'WebService.Timeout': 30,
    'client.timeout': 30,
    'client.timeout.long': 120,
    'event.maxAge': 30,
    'event.maxAgeEnabled': true,
    'task.maxAge': 30,
    'task.maxAgeEnabled': true,
    'instance.id': 1,
    'log.level': 'info',
    'mail.sender': '',
    'mail.smtp.port': '25',
    'mail.smtp.server': '',
    'snmp.receiver.1.enabled': true,
    'snmp.receiver.1.name': 'localhost',
    'snmp.receiver.1.port': 162,
    'config.log.level': 'info',
    'config.vpxd.filter.hostRescanFilter': 'true',
    'config.vpxd.hostnameUrl': REACHED_AS,
    'config.vpxd.macAllocScheme.prefixScheme.prefix': '005056',
    'config.vpxd.sso.default.admin': 'administrator@vsphere.local',
    'config.vpxd.sso.sts.uri': `https://${REACHED_AS}/sts/STSService/vsphere.local`,
    'config.vpxd.sso.admin.uri': `https://${REACHED_AS}/sso-adminserver/sdk/vsphere.local`,
    'config.vpxd.sso.lookupService.uri': `https://${REACHED_AS}/lookupservice/sdk`,
    'config.vpxd.stats.maxQueryMetrics': 256,
    'config.workflow.port': 8088,
  }).map(([key, value]) => ({ key, value }));
}

/** The settings of a fresh ESXi host's agent. */
export function hostAgentSettings(): OptionValue[] {
  return Object.entries({
    'Config.HostAgent.level[Hbrsvc].logLevel': 'info',
    'Config.HostAgent.log.level': 'info',
    'Config.HostAgent.plugins.solo.enableMob': false,
    'Config.HostAgent.plugins.vimsvc.authValidateInterval': 1440,
    'Config.GlobalSettings.guest.commands.sharedPolicyRefCount': 0,
  }).map(([key, value]) => ({ key, value }));
}
