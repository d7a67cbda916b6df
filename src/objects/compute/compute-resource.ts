/** ComputeResource: what hosts offer together; a standalone host has one to itself. */
import type { ComputeResourceConfigInfo } from '../../vim25/generated/index.ts';
import { type Ref, ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type Entity, managedEntity } from '../inventory/managed-entity.ts';
import { computeSummary, READS_CAPACITY } from './compute-summary.ts';
import { hostNetworks } from './host/host.ts';

export interface ComputeResource extends Entity {
  /** What was said of its configuration; swap files stand beside VMs unless said. */
  readonly settings?: Partial<Omit<ComputeResourceConfigInfo, '_typeName'>> | undefined;
}

export const computeResourceKind: KindSpec<ComputeResource> = defineKind<ComputeResource>({
  type: 'ComputeResource',
  base: managedEntity as never,
  prefix: 'domain-s',
  properties: {
    resourcePool: { reads: ['rootPool'], value: (_, self) => self.refsBack('rootPool')[0] },
    host: { reads: ['host'], value: (_, self) => self.refsBack('host') },
    datastore: {
      reads: ['host', 'host.datastore'],
      value: (_, self) => union(self, (host) => host.refsBack('datastore')),
    },
    network: {
      reads: ['host', 'host.portGroups', 'host.dvs', 'host.dvs.portgroup', 'host.opaqueNetwork'],
      value: (_, self) => union(self, hostNetworks),
    },
    summary: { reads: READS_CAPACITY, value: (s, self) => computeSummary(self, s.status) },
    environmentBrowser: { reads: [], value: (_, self) => ref('EnvironmentBrowser', environmentBrowserId(self.id)) },
    configurationEx: { reads: ['settings'], value: (s) => computeConfig(s) },
    lifecycleManaged: { reads: [], value: () => false },
    configManagerEnabled: { reads: [], value: () => false },
  },
});

/** A compute resource and its environment browser share a number. */
export function environmentBrowserId(computeResource: string): string {
  const number = /^domain-[a-z](\d+)$/.exec(computeResource)?.[1];
  return number === undefined ? `${computeResource}-envbrowser` : `envbrowser-${number}`;
}

export function computeConfig({ settings }: ComputeResource): ComputeResourceConfigInfo {
  return { vmSwapPlacement: 'vmDirectory', spbmEnabled: true, ...settings };
}

/** What any of the hosts has, each once, in the order of the hosts. */
function union(self: Cell<ComputeResource>, of: (host: Cell) => Ref[]): Ref[] {
  const found = new Map<string, Ref>();
  for (const host of self.back('host')) for (const r of of(host)) found.set(r.value, r);
  return [...found.values()];
}
