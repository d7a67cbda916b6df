/** The objects behind a host's configManager: each shows a part of the host, and nothing of its own. */
import type { HostVirtualNicManagerInfo } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { type Derivation, defineKind, type KindSpec } from '../../../world/kind.ts';
import { READS_STORAGE, storageDevices } from '../storage/devices.ts';
import { READS_AUTO_START } from './auto-start.ts';
import type { Host } from './host.ts';
import { autoStartConfig, DATASTORE_CAPABILITIES, POWER_CAPABILITY, POWER_INFO } from './host-config.ts';
import { hostDns, hostNetworkInfo, NET_CAPABILITIES, OFFLOAD, READS_NETWORK, ROUTE } from './host-network.ts';
import { health } from './host-runtime.ts';
import { firewallInfo, serviceInfo } from './host-services.ts';
import { dateTimeInfo } from './host-time.ts';
import { nicManagerInfo, READS_VNICS } from './host-vnics.ts';
import { hostVolumes, READS_VOLUMES } from './host-volumes.ts';

export interface HostPart {
  /** Id of the host. */
  readonly host: string;
}

type Part = Derivation<HostPart>;

/** A property that shows something of the host; `reads` are the host's. */
function shows(reads: readonly string[], value: (host: Cell<Host>) => unknown): Part {
  return {
    reads: reads.map((read) => `host.${read}`),
    value: (_, self) => {
      const host = self.one<Host>('host');
      return host && value(host);
    },
  };
}

function part(type: string, properties: { readonly [name: string]: Part }): KindSpec<HostPart> {
  return defineKind<HostPart>({
    type,
    relations: { host: { facet: 'host', to: 'HostSystem', of: (s) => s.host, inverse: 'parts' } },
    properties,
  });
}

const fixed = (value: unknown): Part => ({ reads: [], value: () => value });
const extensible = { value: fixed([]), availableField: fixed([]) };

export const networkSystemKind: KindSpec<HostPart> = part('HostNetworkSystem', {
  ...extensible,
  capabilities: fixed(NET_CAPABILITIES),
  networkInfo: shows(READS_NETWORK, hostNetworkInfo),
  offloadCapabilities: fixed(OFFLOAD),
  dnsConfig: shows(['name'], (host) => hostDns(host.state)),
  ipRouteConfig: fixed(ROUTE),
});

export const storageSystemKind: KindSpec<HostPart> = part('HostStorageSystem', {
  ...extensible,
  storageDeviceInfo: shows(READS_STORAGE, storageDevices),
  fileSystemVolumeInfo: shows(READS_VOLUMES, hostVolumes),
  systemFile: fixed([]),
  multipathStateInfo: fixed({ path: [] }),
});

export const datastoreSystemKind: KindSpec<HostPart> = part('HostDatastoreSystem', {
  datastore: shows(['datastore'], (host): Ref[] => host.refsBack('datastore')),
  capabilities: fixed(DATASTORE_CAPABILITIES),
});

export const firewallSystemKind: KindSpec<HostPart> = part('HostFirewallSystem', {
  ...extensible,
  firewallInfo: shows(['firewall'], (host) => firewallInfo(host.state)),
});

export const serviceSystemKind: KindSpec<HostPart> = part('HostServiceSystem', {
  ...extensible,
  serviceInfo: shows(['services'], (host) => serviceInfo(host.state)),
});

export const dateTimeSystemKind: KindSpec<HostPart> = part('HostDateTimeSystem', {
  dateTimeInfo: shows(['time'], (host) => dateTimeInfo(host.state)),
});

export const virtualNicManagerKind: KindSpec<HostPart> = part('HostVirtualNicManager', {
  ...extensible,
  info: shows(READS_VNICS, (host): HostVirtualNicManagerInfo => nicManagerInfo(host.state)),
});

export const autoStartManagerKind: KindSpec<HostPart> = part('HostAutoStartManager', {
  config: shows(READS_AUTO_START, autoStartConfig),
});

export const healthStatusSystemKind: KindSpec<HostPart> = part('HostHealthStatusSystem', {
  runtime: shows(['profile'], (host) => health(host.state)),
});

export const powerSystemKind: KindSpec<HostPart> = part('HostPowerSystem', {
  capability: fixed(POWER_CAPABILITY),
  info: fixed(POWER_INFO),
});

/** By type, for whoever makes a host. */
export const PART_KINDS: { readonly [type: string]: KindSpec<HostPart> } = Object.freeze({
  HostNetworkSystem: networkSystemKind,
  HostStorageSystem: storageSystemKind,
  HostDatastoreSystem: datastoreSystemKind,
  HostFirewallSystem: firewallSystemKind,
  HostServiceSystem: serviceSystemKind,
  HostDateTimeSystem: dateTimeSystemKind,
  HostVirtualNicManager: virtualNicManagerKind,
  HostAutoStartManager: autoStartManagerKind,
  HostHealthStatusSystem: healthStatusSystemKind,
  HostPowerSystem: powerSystemKind,
});
