import { describe, expect, it } from 'vitest';
import { difference } from '../../../src/objects/query/difference.ts';
import { follow, keyOf, parsePath } from '../../../src/objects/query/path.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';

const option = (key: string, value: string) => ({ _typeName: 'OptionValue', key, value });

describe('a change of one element', () => {
  it.each(['guestinfo.x', 'with "quotes"', 'back\\slash', 'two\nlines', 'tab\tté', 'a]b', 'a.b[0]'])(
    'has a path that leads to the element of key %j',
    (key) => {
      const before = { _typeName: 'VirtualMachineConfigInfo', extraConfig: [option(key, '1')] };
      const after = { _typeName: 'VirtualMachineConfigInfo', extraConfig: [option(key, '2')] };
      const [change] = difference(before, after);
      const path = parsePath(`config${change!.path}`);
      const row = vim25.managed('VirtualMachine')!.properties.get('config')!;
      expect(follow(vim25, after, row, path!.steps)?.value).toBe('2');
    },
  );

  it('is an add, a remove, or what changed within', () => {
    const disk = (key: number, capacityInKB: number) => ({ _typeName: 'VirtualDisk', key, capacityInKB });
    expect(difference([disk(1, 5), disk(2, 5)], [disk(2, 6), disk(3, 5)])).toEqual([
      { path: '[1]', op: 'remove' },
      { path: '[2].capacityInKB', op: 'assign' },
      { path: '[3]', op: 'add' },
    ]);
    expect(keyOf(disk(1, 5))).toBe('1');
  });

  it('without keys sends the whole list', () => {
    expect(difference(['a'], ['a', 'b'])).toEqual([{ path: '', op: 'assign' }]);
    expect(difference(['a'], ['a'])).toEqual([]);
  });
});
