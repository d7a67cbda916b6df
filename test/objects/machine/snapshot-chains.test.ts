import { array, assert, boolean, constantFrom, nat, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import type { Backing, Device } from '../../../src/objects/machine/device/device.ts';
import type { Machine } from '../../../src/objects/machine/machine.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { type Workshop, workshop } from './workshop.ts';

const act = record({
  what: constantFrom('take', 'take', 'revert', 'remove', 'remove', 'removeAll', 'consolidate', 'move'),
  which: nat(),
  flag: boolean(),
  consolidate: boolean(),
});

interface Act {
  readonly what: string;
  readonly which: number;
  readonly flag: boolean;
  readonly consolidate: boolean;
}

function perform({ call, at }: Workshop, vm: Cell<Machine>, { what, which, flag, consolidate }: Act): void {
  const list = vm.state.snapshots?.list ?? [];
  const chosen = list.length > 0 ? at(list[which % list.length]!.id) : undefined;
  const datastore = { type: 'Datastore', value: `datastore-${1 + (which % 2)}` };
  if (what === 'take') call(vm, 'CreateSnapshot_Task', { name: `s${which}`, memory: flag, quiesce: false });
  else if (what === 'move') call(vm, 'RelocateVM_Task', { spec: { datastore } });
  else if (what === 'consolidate') call(vm, 'ConsolidateVMDisks_Task');
  else if (what === 'removeAll') call(vm, 'RemoveAllSnapshots_Task', { consolidate });
  else if (chosen && what === 'revert') call(chosen, 'RevertToSnapshot_Task', { suppressPowerOn: flag });
  else if (chosen) call(chosen, 'RemoveSnapshot_Task', { removeChildren: flag, consolidate });
}

/** Paths in a disk's chain, top first. */
function chainOf(devices: readonly Device[]): string[] {
  const paths: string[] = [];
  const disk = devices.find((d) => d._typeName === 'VirtualDisk')!;
  for (let b: Backing | undefined = disk.backing; b; b = b.parent) paths.push(`${b.file!.datastore}/${b.file!.path}`);
  return paths;
}

function check({ world }: Workshop, vm: Cell<Machine>): void {
  const { devices, snapshots } = vm.state;
  const own = chainOf(devices);
  const saved = (snapshots?.list ?? []).map((s) => chainOf(s.saved.devices));
  for (const chain of [own, ...saved]) expect(new Set(chain).size).toBe(chain.length);
  // All stand on one base, and nobody writes to what a snapshot keeps.
  expect(new Set([own, ...saved].map((chain) => chain.at(-1))).size).toBe(1);
  expect(saved.flat()).not.toContain(own[0]);
  // A file lies over one other, wherever it is met.
  const below = new Map<string, string>();
  for (const chain of [own, ...saved]) {
    chain.forEach((file, i) => {
      expect(below.get(file) ?? chain[i + 1] ?? 'nothing').toBe(chain[i + 1] ?? 'nothing');
      below.set(file, chain[i + 1] ?? 'nothing');
    });
  }
  const ids = (snapshots?.list ?? []).map((s) => s.id);
  expect(ids.every((id) => world.find(id))).toBe(true);
  expect([...vm.back('snapshotHandles')].map((c) => c.id).sort()).toEqual([...ids].sort());
  if (snapshots?.current !== undefined) expect(ids).toContain(snapshots.current);
  const runtime = vm.get('runtime') as { readonly consolidationNeeded: boolean };
  if (ids.length === 0 && !runtime.consolidationNeeded) expect(own).toHaveLength(1);
}

it('whatever is done to snapshots, disks stay whole chains over one base', () => {
  assert(
    property(array(act, { maxLength: 14 }), boolean(), (acts, poweredOn) => {
      const shop = workshop();
      const vm = shop.seed({ name: 'chained', poweredOn });
      for (const one of acts) {
        perform(shop, vm, one);
        check(shop, vm);
      }
      shop.call(vm, 'RemoveAllSnapshots_Task');
      shop.call(vm, 'ConsolidateVMDisks_Task');
      check(shop, vm);
      expect(chainOf(vm.state.devices)).toHaveLength(1);
    }),
    { numRuns: 60, seed: 11 },
  );
});
