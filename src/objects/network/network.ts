/** Network: a standard port group as VMs see it; one object for all hosts of a datacenter that have one of that name. */
import type { NetworkSummary } from '../../vim25/generated/index.ts';
import { type Ref, ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type Entity, managedEntity } from '../inventory/managed-entity.ts';
import type { Site } from '../site.ts';
import { poolOf } from './ip-pool/ip-pool.ts';

/** What a property that calls `networkSummary` has to declare beside the name. */
export const READS_POOL = ['ipPool', 'ipPool.of', 'ipPool.said'] as const;

export interface Network extends Entity {
  /** Id of the datacenter; it never leaves it. */
  readonly datacenter: string;
}

export const networkKind: KindSpec<Network> = defineKind<Network>({
  type: 'Network',
  base: managedEntity as never,
  prefix: 'network',
  relations: {
    datacenter: { facet: 'datacenter', to: 'Datacenter', of: (s) => s.datacenter, inverse: 'network' },
  },
  properties: {
    // The table gives Network a `name` of its own, equal to the entity's.
    name: { reads: ['name'], value: (s) => s.name },
    vm: { reads: ['vm'], value: (_, self) => self.refsBack('vm') },
    host: { reads: ['host'], value: (_, self) => self.refsBack('host') },
    summary: {
      reads: ['name', 'host', ...READS_POOL],
      value: (_, self) => networkSummary(self, self.countBack('host') > 0),
    },
  },
});

export function networkSummary<F extends Network>(self: Cell<F>, accessible: boolean): NetworkSummary {
  const { ref: network, state } = self;
  const pool = poolOf(self as unknown as Cell);
  return {
    _typeName: 'NetworkSummary',
    network: network as Ref<'Network'>,
    name: state.name,
    accessible,
    ipPoolName: pool?.state.said.name ?? '',
    ...(pool && { ipPoolId: pool.state.of.number }),
  };
}

export function createNetwork(
  site: Site,
  name: string,
  datacenter: string,
  folder: string,
  id?: string,
): Cell<Network> {
  return site.world.create(networkKind, { name, parent: folder, datacenter }, id);
}

/** The Network of that name in a datacenter. */
export function networkNamed(datacenter: Cell, name: string): Cell<Network> | undefined {
  for (const cell of datacenter.back<Network>('network'))
    if (cell.type === 'Network' && cell.state.name === name) return cell;
  return undefined;
}

export const hostRef = (id: string): Ref => ref('HostSystem', id);
