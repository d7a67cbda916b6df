/** Networks. */
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type Entity, managedEntity } from '../inventory/managed-entity.ts';

export const networkKind: KindSpec<Entity> = defineKind<Entity>({
  type: 'Network',
  base: managedEntity as never,
  prefix: 'network',
  properties: {
    vm: { reads: ['vm'], value: (_, self) => self.refsBack('vm') },
    host: { reads: ['host'], value: (_, self) => self.refsBack('host') },
    summary: { reads: ['name'], value: (s, self) => ({ network: self.ref, name: s.name, accessible: true, ipPoolName: '' }) },
  },
});
