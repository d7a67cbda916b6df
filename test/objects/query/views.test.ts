import { describe, expect, it } from 'vitest';
import { SmallSite } from '../access/small-site.ts';

const ref = (type: string, value: string) => ({ type, value });
const VM1 = ref('VirtualMachine', 'vm-1');
const VM2 = ref('VirtualMachine', 'vm-2');
const GONE = ref('VirtualMachine', 'vm-99');

function start(obj: readonly object[]) {
  const site = new SmallSite();
  const session = site.login();
  const { value } = site.call('ViewManager', 'CreateListView', { obj }, session);
  const on = (method: string, args: object) => site.call(value, method, args as never, session);
  return { site, on, list: () => site.read(value, 'view', session), value };
}

describe('a list view', () => {
  it('names each object once', () => {
    const { on, list } = start([VM1, VM1]);
    expect(list()).toEqual([VM1]);
    on('ModifyListView', { add: [VM2, VM2, VM1] });
    expect(list()).toEqual([VM1, VM2]);
    on('ResetListView', { obj: [VM2, VM2] });
    expect(list()).toEqual([VM2]);
  });

  it('gives back what is not there, and takes the rest', () => {
    const { on, list } = start([]);
    expect(on('ModifyListView', { add: [GONE, VM1] })).toEqual([GONE]);
    expect(list()).toEqual([VM1]);
  });

  it('forgets what is gone', () => {
    const { site, on, value } = start([VM1, VM2]);
    const { world } = site.site;
    world.turn(() => world.destroy(site.cell('vm-1')));
    on('ModifyListView', { add: [] });
    expect(site.cell(value).state).toMatchObject({ list: [VM2] });
  });

  it('no longer shows what is gone, be it no part of the inventory', () => {
    const { site, list, value } = start([]);
    const { world } = site.site;
    const other = site.call('ViewManager', 'CreateListView', { obj: [] }, site.login()).value as { value: string };
    const shown = site.cell(other as never);
    world.turn(() => world.update(site.cell(value), { list: [VM1, shown.ref] } as never));
    expect(list()).toEqual([VM1, shown.ref]);
    world.turn(() => world.destroy(shown));
    expect(list()).toEqual([VM1]);
  });
});

describe('a container view', () => {
  it('is refused on what holds nothing, and for types that are no entities', () => {
    const site = new SmallSite();
    const session = site.login();
    const create = (args: object) => () => site.call('ViewManager', 'CreateContainerView', args as never, session);
    const invalid = (invalidProperty: string) =>
      expect.objectContaining({ type: 'InvalidArgument', detail: expect.objectContaining({ invalidProperty }) });
    expect(create({ container: VM1, recursive: true })).toThrow(invalid('container'));
    const container = ref('Folder', 'group-d1');
    expect(create({ container, type: ['Task'], recursive: true })).toThrow(invalid('type'));
  });

  it('shows a tree that moves twice in one turn and is read in between', () => {
    const site = new SmallSite();
    const { world } = site.site;
    const session = site.login();
    const args = { container: ref('Folder', 'group-d1'), type: ['VirtualMachine'], recursive: true };
    const { value } = site.call('ViewManager', 'CreateContainerView', args, session);
    world.turn(() => {
      world.destroy(site.cell('vm-1'));
      expect(site.read(value, 'view', session)).toEqual([VM2]);
      world.destroy(site.cell('vm-2'));
    });
    expect(site.read(value, 'view', session)).toEqual([]);
  });

  it('finds what is below, of the types asked for', () => {
    const site = new SmallSite();
    const session = site.login();
    const args = { container: ref('Folder', 'group-d1'), type: ['VirtualMachine', 'HostSystem'], recursive: true };
    const { value } = site.call('ViewManager', 'CreateContainerView', args, session);
    expect(new Set(site.read(value, 'view', session))).toEqual(new Set([VM1, VM2, ref('HostSystem', 'host-6')]));
  });
});
