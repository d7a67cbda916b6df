import fc from 'fast-check';
import { expect, it } from 'vitest';
import { datastoresOf, filesOf, spaceOn } from '../../src/objects/machine/files.ts';
import type { Machine } from '../../src/objects/machine/machine.ts';

const datastore = fc.constantFrom('datastore-1', 'datastore-2', 'datastore-3');
const name = fc.constantFrom('a', 'b', 'c');
const at = (ending: string) =>
  fc.record({ datastore, path: fc.tuple(name, name).map(([folder, file]) => `${folder}/${file}${ending}`) });
const directory = fc.option(fc.record({ datastore, path: name }), { nil: undefined });
const backing = fc.letrec((tie) => ({
  backing: fc.record(
    {
      file: at('.vmdk'),
      used: fc.nat(),
      foreign: fc.constant(true),
      parent: fc.option(tie('backing'), { nil: undefined, depthSize: 'small' }),
    },
    { requiredKeys: ['file'] },
  ),
})).backing;
const disk = fc.record({ _typeName: fc.constant('VirtualDisk'), capacityInBytes: fc.nat(), backing });
const devices = fc.array(fc.oneof(disk, fc.constant({ _typeName: 'VirtualKeyboard', key: 600 })), { maxLength: 4 });
const config = fc.record({
  memoryMB: fc.nat(4096),
  extra: fc.option(
    fc.constantFrom('0', '3', '2.5', '-1', 'many').map((value) => [{ key: 'log.keepOld', value }]),
    { nil: undefined },
  ),
  said: fc.constantFrom(undefined, { flags: { enableLogging: false } }, { flags: { enableLogging: true } }),
});
const snapshots = fc.option(
  fc.record({
    list: fc.array(
      fc.record({ number: fc.nat(9), saved: fc.record({ devices, config, memory: fc.constantFrom(undefined, {}) }) }),
      { maxLength: 3 },
    ),
  }),
  { nil: undefined },
);
const machine = fc.record({
  config,
  devices,
  snapshots,
  files: fc.record({
    vmx: at('.vmx'),
    snapshotDirectory: directory,
    suspendDirectory: directory,
    logDirectory: directory,
  }),
  power: fc.record({
    state: fc.constantFrom('poweredOn', 'poweredOff', 'suspended'),
    bootTime: fc.constantFrom(undefined, 1),
  }),
  starts: fc.option(fc.nat(15), { nil: undefined }),
}) as unknown as fc.Arbitrary<Machine>;

it('a machine takes the room on a datastore that its files there take', () => {
  fc.assert(
    fc.property(machine, (m) => {
      for (const id of ['datastore-1', 'datastore-2', 'datastore-3', ...datastoresOf(m)]) {
        const there = filesOf(m).filter((file) => file.at.datastore === id);
        const bytes = (files: typeof there) => files.reduce((sum, { size }) => sum + size, 0);
        const used = bytes(there.filter((file) => !file.foreign));
        const growth = there.reduce((sum, file) => sum + file.growth, 0);
        expect(spaceOn(m, id)).toEqual({ used, growth, shared: bytes(there) - used });
      }
    }),
  );
});
