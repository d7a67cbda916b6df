/** A small inventory of real types, for tests of the store and of queries alone. */

import { type Entity, managedEntity } from '../../src/objects/inventory/managed-entity.ts';
import { queryObjects } from '../../src/objects/query/objects.ts';
import { vim25 } from '../../src/vim25/vim25.ts';
import { defineKind, type KindSpec } from '../../src/world/kind.ts';
import { Model } from '../../src/world/model.ts';
import { taskKind } from '../../src/world/task.ts';
import type { Viewer } from '../../src/world/viewer.ts';
import { World } from '../../src/world/world.ts';

export const folder: KindSpec<Entity> = defineKind<Entity>({
  type: 'Folder',
  base: managedEntity as never,
  prefix: 'group-d',
  properties: { childEntity: { reads: ['children'], value: (_, self) => self.refsBack('children') } },
});

export interface Machine extends Entity {
  readonly host: string | undefined;
  readonly power: string;
  readonly options: Readonly<Record<string, string>>;
  readonly memory: number;
}

export const machine: KindSpec<Machine> = defineKind<Machine>({
  type: 'VirtualMachine',
  base: managedEntity as never,
  prefix: 'vm',
  relations: { host: { facet: 'host', to: 'HostSystem', of: (s) => s.host, inverse: 'vm', structural: true } },
  sums: {
    memory: { relation: 'host', facets: ['memory', 'power'], value: (s) => (s.power === 'poweredOn' ? s.memory : 0) },
  },
  indexes: { uuid: { facets: ['name'], keys: (s) => `uuid-${s.name}` } },
  properties: {
    runtime: {
      reads: ['power', 'host'],
      value: (s, self) => ({
        _typeName: 'VirtualMachineRuntimeInfo',
        powerState: s.power,
        host: self.one('host')?.ref,
      }),
    },
    config: {
      reads: ['options', 'name', 'memory'],
      value: (s) => ({
        _typeName: 'VirtualMachineConfigInfo',
        name: s.name,
        hardware: {
          _typeName: 'VirtualHardware',
          memoryMB: s.memory,
          device: [{ _typeName: 'VirtualDisk', key: 2000, capacityInKB: s.memory }],
        },
        extraConfig: Object.entries(s.options).map(([key, value]) => ({ _typeName: 'OptionValue', key, value })),
      }),
    },
    summary: {
      reads: ['.runtime', 'host.name'],
      value: (_, self) => ({
        _typeName: 'VirtualMachineSummary',
        runtime: self.get('runtime'),
        config: { name: self.one('host')?.get('name') },
      }),
    },
  },
});

export const host: KindSpec<Entity> = defineKind<Entity>({
  type: 'HostSystem',
  base: managedEntity as never,
  prefix: 'host',
  properties: {
    vm: { reads: ['vm'], value: (_, self) => self.refsBack('vm') },
    summary: {
      reads: ['+memory', 'vm.power'],
      value: (_, self) => ({
        _typeName: 'HostListSummary',
        quickStats: { overallMemoryUsage: self.sum('memory') },
        rebootRequired: [...self.back<Machine>('vm')].some((v) => v.state.power === 'suspended'),
      }),
    },
  },
});

export const seesAll: Viewer = {
  user: 'test',
  session: undefined,
  address: 'test',
  unrestricted: true,
  can: () => true,
};

export function toyWorld(): World {
  const model = new Model(vim25, [folder, machine, host, taskKind, ...queryObjects.map((o) => o.kind)] as never);
  const world = new World(model);
  world.turn(() => {
    world.create(folder, { name: 'root' }, 'group-d1');
  });
  return world;
}
