/** What CustomizationSpecManager keeps: specifications by name, the key for their passwords, and failures to come. */
import type { CustomizationSpecItem } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Site } from '../site.ts';
import type { Fate } from './fates.ts';
import { publicKey } from './passwords.ts';

export interface SpecManagerFacets {
  readonly items: readonly CustomizationSpecItem[];
  readonly key: readonly number[];
  /** Which customizations a scenario or a fault rule lets fail. */
  readonly fates?: readonly Fate[] | undefined;
}

export type SpecManager = Cell<SpecManagerFacets>;

export const customizationSpecManagerKind: KindSpec<SpecManagerFacets> = defineKind<SpecManagerFacets>({
  type: 'CustomizationSpecManager',
  properties: {
    info: { reads: ['items'], value: (s) => s.items.map((item) => item.info) },
    encryptionKey: { reads: ['key'], value: (s) => s.key },
  },
});

/** What the manager of a fresh server begins with. */
export function freshSpecManager(site: Site): SpecManagerFacets {
  return { items: [], key: publicKey(site) };
}
