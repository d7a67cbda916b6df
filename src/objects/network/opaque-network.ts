/** OpaqueNetwork: a network that something outside vCenter, as NSX, makes and manages. */

import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { hostRef, type Network, networkKind, networkSummary, READS_POOL } from './network.ts';

export interface OpaqueNetwork extends Network {
  readonly opaque: { readonly id: string; readonly type: string };
  /** Ids of the hosts that reach it. */
  readonly hosts: readonly string[];
}

export const opaqueNetworkKind: KindSpec<OpaqueNetwork> = defineKind<OpaqueNetwork>({
  type: 'OpaqueNetwork',
  base: networkKind as never,
  prefix: 'network-o',
  relations: {
    host: { facet: 'hosts', to: 'HostSystem', of: (s) => s.hosts, inverse: 'opaqueNetwork' },
  },
  properties: {
    host: { reads: ['hosts'], value: (s) => s.hosts.map(hostRef) },
    summary: {
      reads: ['name', 'hosts', 'opaque', ...READS_POOL],
      value: (s, self) => ({
        ...networkSummary(self, s.hosts.length > 0),
        _typeName: 'OpaqueNetworkSummary',
        opaqueNetworkId: s.opaque.id,
        opaqueNetworkType: s.opaque.type,
      }),
    },
    capability: { reads: [], value: () => ({ networkReservationSupported: true }) },
    extraConfig: { reads: [], value: () => [] },
  },
});

/** Adds an NSX logical switch as hosts show it, inside a turn. What made it may call it by an id and a type of its own. */
export function createOpaqueNetwork(
  site: Site,
  given: {
    readonly name: string;
    readonly datacenter: string;
    readonly parent: string;
    readonly hosts: readonly string[];
  },
  { id, type }: { readonly id?: string | undefined; readonly type?: string | undefined } = {},
): Cell<OpaqueNetwork> {
  const opaque = Object.freeze({
    id: id ?? site.ids.uuid(`opaque/${given.datacenter}/${given.name}`),
    type: type ?? 'nsx.LogicalSwitch',
  });
  return site.world.create(opaqueNetworkKind, { ...given, opaque });
}

export const opaqueNetwork: ManagedObject = managedObject('OpaqueNetwork', opaqueNetworkKind);
