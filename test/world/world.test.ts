import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/world/cell.ts';
import { VimFault } from '../../src/world/fault.ts';
import { folder, host, type Machine, machine, toyWorld } from './toy.ts';

function vm(world: ReturnType<typeof toyWorld>, patch: Partial<Machine> = {}): Cell<Machine> {
  return world.create(machine, {
    name: 'vm',
    parent: 'group-d1',
    host: undefined,
    power: 'poweredOff',
    options: {},
    memory: 100,
    ...patch,
  });
}

describe('the world', () => {
  it('derives back-references and sums from facets', () => {
    const world = toyWorld();
    const { h, a } = world.turn(() => {
      const h = world.create(host, { name: 'h', parent: 'group-d1' });
      return { h, a: vm(world, { host: h.id, power: 'poweredOn' }) };
    });
    expect(h.get('vm')).toEqual([a.ref]);
    expect(h.get('summary')).toMatchObject({ quickStats: { overallMemoryUsage: 100 } });
    world.turn(() => world.update(a, { power: 'poweredOff' }));
    expect(h.get('summary')).toMatchObject({ quickStats: { overallMemoryUsage: 0 } });
    world.turn(() => world.update(a, { host: undefined }));
    expect(h.get('vm')).toEqual([]);
  });

  it('recomputes only what reads the fact that changed', () => {
    const world = toyWorld();
    const a = world.turn(() => vm(world));
    const config = a.get('config');
    world.turn(() => world.update(a, { power: 'poweredOn' }));
    expect(a.get('config')).toBe(config);
    world.turn(() => world.update(a, { memory: 200 }));
    expect(a.get('config')).not.toBe(config);
  });

  it('follows a rename of another object over a relation', () => {
    const world = toyWorld();
    const { h, a } = world.turn(() => {
      const h = world.create(host, { name: 'h', parent: 'group-d1' });
      return { h, a: vm(world, { host: h.id }) };
    });
    expect(a.get('summary')).toMatchObject({ config: { name: 'h' } });
    world.turn(() => world.update(h, { name: 'h2' }));
    expect(a.get('summary')).toMatchObject({ config: { name: 'h2' } });
  });

  it('takes back everything a failed turn did', () => {
    const world = toyWorld();
    const { h, a } = world.turn(() => {
      const h = world.create(host, { name: 'h', parent: 'group-d1' });
      return { h, a: vm(world, { host: h.id, power: 'poweredOn' }) };
    });
    const root = world.find('group-d1')!;
    expect(() =>
      world.turn(() => {
        world.update(a, { memory: 999, host: undefined });
        vm(world, { name: 'other', host: h.id });
        world.destroy(h);
        expect(root.get('childEntity')).toHaveLength(2);
        throw new VimFault('NotSupported');
      }),
    ).toThrow('not supported');
    expect(h.alive && h.get('vm')).toEqual([a.ref]);
    expect(h.get('summary')).toMatchObject({ quickStats: { overallMemoryUsage: 100 } });
    expect(root.get('childEntity')).toHaveLength(2);
    expect(world.lookup.get('uuid', 'uuid-other').size).toBe(0);
  });

  it('takes back a turn that cannot be written down, a return to an image too', () => {
    const world = toyWorld();
    const a = world.turn(() => vm(world, { name: 'a' }));
    const image = world.save();
    world.turn(() => vm(world, { name: 'b' }));
    const last = world.numbers.last('');
    world.recorder = () => {
      throw new Error('the disk is full');
    };
    expect(() => world.turn(() => world.update(a, { name: 'c' }))).toThrow('the disk is full');
    expect(() => world.restore(image)).toThrow('the disk is full');
    world.recorder = undefined;
    expect([a.state.name, world.ofType('VirtualMachine').size, world.numbers.last('')]).toEqual(['a', 2, last]);
    world.restore(image);
    expect([...world.ofType('VirtualMachine')]).toEqual([a]);
  });

  it('finds objects by key as the key changes', () => {
    const world = toyWorld();
    const a = world.turn(() => vm(world, { name: 'a' }));
    expect([...world.lookup.get('uuid', 'uuid-a')]).toEqual([a]);
    world.turn(() => world.update(a, { name: 'b' }));
    expect(world.lookup.get('uuid', 'uuid-a').size).toBe(0);
    expect([...world.lookup.get('uuid', 'uuid-b')]).toEqual([a]);
    world.turn(() => world.destroy(a));
    expect(world.lookup.get('uuid', 'uuid-b').size).toBe(0);
  });

  it('tells watchers once a turn, with the value before and after', () => {
    const world = toyWorld();
    const a = world.turn(() => vm(world));
    const seen: unknown[] = [];
    a.watchers = new Set([
      {
        wants: (_, p) => p.name === 'runtime',
        changed: (_c, p, before, after) => seen.push([p.name, before, after]),
        gone: () => seen.push('gone'),
      },
    ]);
    world.turn(() => {
      world.update(a, { power: 'poweredOn' });
      world.update(a, { power: 'suspended' });
      world.update(a, { memory: 7 });
    });
    expect(seen).toMatchObject([['runtime', { powerState: 'poweredOff' }, { powerState: 'suspended' }]]);
    world.turn(() => {
      world.update(a, { power: 'poweredOn' });
      world.update(a, { power: 'suspended' });
    });
    expect(seen).toHaveLength(1);
    world.turn(() => world.destroy(a));
    expect(seen[1]).toBe('gone');
  });

  it('returns to an image, at the cost of what changed', () => {
    const world = toyWorld();
    const { h, a } = world.turn(() => {
      const h = world.create(host, { name: 'h', parent: 'group-d1' });
      return { h, a: vm(world, { name: 'a', host: h.id, power: 'poweredOn' }) };
    });
    const image = world.save();
    const b = world.turn(() => {
      world.update(a, { power: 'poweredOff' });
      world.destroy(h);
      return vm(world, { name: 'b' });
    });
    expect(image.changes.size).toBe(3);
    world.restore(image);
    const back = world.find(h.id)!;
    expect(back.get('vm')).toEqual([a.ref]);
    expect(back.get('summary')).toMatchObject({ quickStats: { overallMemoryUsage: 100 } });
    expect(world.find(b.id)).toBeUndefined();
    expect(world.turn(() => vm(world, { name: 'c' })).id).toBe(b.id);
  });

  it('keeps a consistent picture for a reader that has not read all of it yet', () => {
    const world = toyWorld();
    const a = world.turn(() => vm(world));
    let before: unknown;
    const reader = {
      beforeChange: (cell: Cell) => {
        if ((cell as unknown) === a) before ??= a.get('runtime');
      },
    };
    world.pin(reader);
    world.turn(() => world.update(a, { power: 'poweredOn' }));
    world.unpin(reader);
    expect(before).toMatchObject({ powerState: 'poweredOff' });
  });

  it('refuses a change outside a turn', () => {
    const world = toyWorld();
    expect(() => world.create(folder, { name: 'x' })).toThrow('outside a turn');
  });
});
