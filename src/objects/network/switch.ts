/** What is said of a distributed switch. */
import type { DVPortSetting, DVSContactInfo, LinkDiscoveryProtocolConfig } from '../../vim25/generated/index.ts';
import type { Entity } from '../inventory/managed-entity.ts';

export interface Member {
  /** Id of the host. */
  readonly host: string;
  /** Physical cards the switch uses there. */
  readonly nics: readonly string[];
}

export interface SwitchConfig {
  readonly uplinks: readonly string[];
  readonly portSetting: DVPortSetting;
  readonly description?: string | undefined;
  readonly contact?: DVSContactInfo | undefined;
  readonly mtu: number;
  readonly maxPorts: number;
  readonly standalonePorts: number;
  readonly discovery: LinkDiscoveryProtocolConfig;
  readonly ipAddress?: string | undefined;
  readonly extensionKey?: string | undefined;
  readonly lacpApiVersion: string;
  readonly multicastFiltering: string;
  readonly networkResourceManagement: boolean;
  /** `7.0.3` and the like. */
  readonly version: string;
  readonly created: number;
  /** Counts changes: `config.configVersion`. */
  readonly changes: number;
}

export interface DistributedSwitch extends Entity {
  readonly datacenter: string;
  readonly uuid: string;
  readonly config: SwitchConfig;
  readonly members: readonly Member[];
}
