import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/simulator/simulator.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { misfits } from './fits.ts';

const EVERYTHING = { dc: 2, app: 1, pool: 1, pod: 1, nsx: 1, pgNsx: 1, folder: 1 };

function everyCell(sim: Simulation): Cell[] {
  const { world } = sim.site;
  return [...world.model.kinds.keys()].flatMap((type) => [...world.ofType(type)]);
}

function pathOf(cell: Cell): string {
  const parent = cell.one('parent');
  return parent ? `${pathOf(parent)}/${cell.get('name')}` : '';
}

function paths(sim: Simulation, type: string): string[] {
  return everyCell(sim)
    .filter((c) => c.is(type))
    .map(pathOf);
}

describe('the inventory a vCenter starts with', () => {
  it('has the names of vcsim', () => {
    const sim = new Simulation();
    expect(paths(sim, 'Datacenter')).toEqual(['/DC0']);
    expect(paths(sim, 'HostSystem')).toEqual([
      '/DC0/host/DC0_H0/DC0_H0',
      '/DC0/host/DC0_C0/DC0_C0_H0',
      '/DC0/host/DC0_C0/DC0_C0_H1',
      '/DC0/host/DC0_C0/DC0_C0_H2',
    ]);
    expect(paths(sim, 'Datastore')).toEqual(['/DC0/datastore/LocalDS_0']);
    expect(paths(sim, 'VirtualMachine')).toEqual([
      '/DC0/vm/DC0_H0_VM0',
      '/DC0/vm/DC0_H0_VM1',
      '/DC0/vm/DC0_C0_RP0_VM0',
      '/DC0/vm/DC0_C0_RP0_VM1',
    ]);
    expect(paths(sim, 'Network').map((p) => p.replace(/\d+$/, ''))).toEqual([
      '/DC0/network/VM Network',
      '/DC0/network/DVS0-DVUplinks-',
      '/DC0/network/DC0_DVPG',
    ]);
  });

  it('puts the last datacenters, and what is in them, into folders', () => {
    const sim = new Simulation({ inventory: { dc: 2, folder: 1 } });
    expect(paths(sim, 'Datacenter')).toEqual(['/DC0', '/F0/DC1']);
    expect(paths(sim, 'Datastore')).toEqual(['/DC0/datastore/LocalDS_0', '/F0/DC1/datastore/F0/LocalDS_0']);
    expect(paths(sim, 'VirtualMachine')).toContain('/F0/DC1/vm/F0/DC1_C0_RP0_VM0');
  });

  it('puts VMs into child pools when there are any, and into vApps', () => {
    const sim = new Simulation({ inventory: { pool: 1, app: 1, vm: 1 } });
    const names = everyCell(sim)
      .filter((c) => c.is('VirtualMachine'))
      .map((c) => c.get('name'));
    expect(names).toEqual(['DC0_H0_VM0', 'DC0_C0_RP1_VM0', 'DC0_C0_APP0_VM0']);
  });

  it('mounts each datastore on every host of its datacenter', () => {
    const { site } = new Simulation();
    const [datastore] = site.world.ofType('Datastore');
    const hosts = [...site.world.ofType('HostSystem')];
    const mounts = datastore!.get('host') as { key: Ref }[];
    expect(mounts.map((m) => m.key.value)).toEqual(hosts.map((h) => h.id));
    for (const host of hosts) expect(host.get('datastore')).toEqual([datastore!.ref]);
  });

  it('counts a shared host, network and datastore once in a compute resource', () => {
    const { site } = new Simulation();
    const [cluster] = site.world.ofType('ClusterComputeResource');
    expect((cluster!.get('host') as Ref[]).length).toBe(3);
    expect((cluster!.get('datastore') as Ref[]).length).toBe(1);
    expect((cluster!.get('network') as Ref[]).map((n) => n.type)).toEqual([
      'Network',
      'DistributedVirtualPortgroup',
      'DistributedVirtualPortgroup',
    ]);
    expect(cluster!.get('summary')).toMatchObject({
      numHosts: 3,
      numEffectiveHosts: 3,
      numCpuCores: 48,
      totalCpu: 3 * 16 * 2294,
    });
  });

  it('repeats with the seed', () => {
    const uuids = (sim: Simulation) =>
      everyCell(sim)
        .filter((c) => c.is('HostSystem'))
        .map((c) => (c.get('summary') as { hardware: { uuid: string } }).hardware.uuid);
    expect(uuids(new Simulation({ seed: 'a' }))).toEqual(uuids(new Simulation({ seed: 'a' })));
    expect(uuids(new Simulation({ seed: 'a' }))).not.toEqual(uuids(new Simulation({ seed: 'b' })));
  });
});

describe('the inventory of an ESXi host', () => {
  it('has the ids and names of ESXi', () => {
    const { site } = new Simulation({ esx: true });
    for (const id of [
      'ha-folder-root',
      'ha-datacenter',
      'ha-folder-vm',
      'ha-compute-res',
      'ha-root-pool',
      'ha-host',
      'HaNetwork-VM Network',
    ]) {
      expect(site.world.find(id)?.id).toBe(id);
    }
    expect(site.world.find('ha-host')!.get('name')).toBe('localhost.localdomain');
    expect([...site.world.ofType('VirtualMachine')].map((vm) => vm.get('name'))).toEqual([
      'ha-host_VM0',
      'ha-host_VM1',
    ]);
  });
});

describe('every property of every object', () => {
  it.each([
    ['a vCenter', { inventory: EVERYTHING }],
    ['an ESXi host', { esx: true }],
  ])('fits the API table on %s', (_, options) => {
    const sim = new Simulation(options);
    const wrong = everyCell(sim).flatMap((cell) =>
      cell.kind.slots.flatMap((p) =>
        misfits(sim.site.schema, { ...p.row, optional: true }, cell.get(p.name), `${cell.type}.${p.name}`),
      ),
    );
    expect([...new Set(wrong.map((w) => w.replace(/\[\d+\]/g, '[]')))]).toEqual([]);
  });

  it('refers only to what exists', () => {
    const sim = new Simulation({ inventory: EVERYTHING });
    const lost: string[] = [];
    const visit = (value: unknown, at: string) => {
      if (typeof value !== 'object' || value === null) return;
      const { type, value: id } = value as Partial<Ref>;
      if (
        typeof type === 'string' &&
        typeof id === 'string' &&
        sim.site.schema.managed(type) &&
        !sim.site.world.find(id)
      )
        lost.push(`${at}: ${type} ${id}`);
      for (const [key, part] of Object.entries(value)) visit(part, `${at}.${key}`);
    };
    for (const cell of everyCell(sim))
      for (const p of cell.kind.slots) visit(cell.get(p.name), `${cell.type}.${p.name}`);
    expect([...new Set(lost.map((l) => l.replace(/\.\d+/g, '')))]).toEqual([]);
  });
});
