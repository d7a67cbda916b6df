/** VmwareDistributedVirtualSwitch: one switch over many hosts. */
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { managedEntity } from '../inventory/managed-entity.ts';
import type { DistributedSwitch } from './switch.ts';
import {
  READS_SWITCH,
  READS_SWITCH_SUMMARY,
  SWITCH_CAPABILITY,
  switchConfig,
  switchRuntime,
  switchSummary,
} from './switch-config.ts';

export const switchKind: KindSpec<DistributedSwitch> = defineKind<DistributedSwitch>({
  type: 'VmwareDistributedVirtualSwitch',
  base: managedEntity as never,
  prefix: 'dvs',
  relations: {
    member: { facet: 'members', to: 'HostSystem', of: (s) => s.members.map((m) => m.host), inverse: 'dvs' },
    datacenter: { facet: 'datacenter', to: 'Datacenter', of: (s) => s.datacenter, inverse: 'dvs' },
  },
  indexes: {
    switchUuid: { facets: ['uuid'], keys: (s) => s.uuid },
  },
  properties: {
    uuid: { reads: ['uuid'], value: (s) => s.uuid },
    capability: { reads: [], value: () => SWITCH_CAPABILITY },
    summary: { reads: READS_SWITCH_SUMMARY, value: (s, self) => switchSummary(s, self) },
    config: { reads: READS_SWITCH, value: (s, self) => switchConfig(s, self) },
    networkResourcePool: { reads: [], value: () => [] },
    portgroup: { reads: ['portgroup'], value: (_, self) => self.refsBack('portgroup') },
    runtime: { reads: ['members'], value: (s) => switchRuntime(s) },
  },
});
