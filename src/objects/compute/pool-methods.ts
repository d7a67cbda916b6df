/** What resource pools answer: pools and vApps are made, changed, moved and emptied. */
import type { ResourceConfigSpec, VAppConfigSpec } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { eventArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import { type Folder, folderKind } from '../inventory/folder.ts';
import { entityName, guardUnique } from '../inventory/names.ts';
import { isWithin } from '../inventory/place.ts';
import { guardRename, isFixture } from '../inventory/rename.ts';
import type { Machine } from '../machine/machine.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { type Allocations, allocations, freshAllocations } from './allocation.ts';
import { createPool } from './create-compute.ts';
import { createVApp } from './create-v-app.ts';
import { DEEPEST, type Pool } from './pool.ts';
import { available } from './pool-usage.ts';
import { dissolve, putInto } from './remove-pool.ts';
import { poolKind } from './resource-pool.ts';
import type { VAppSettings } from './v-app.ts';

type PoolCell = Cell<Pool>;

/** Throws when a pool may not reserve so much more than before, by what its parent has left. */
function guardRoom(parent: PoolCell | undefined, after: Allocations, before?: Allocations): void {
  if (!parent) return;
  for (const of of ['cpu', 'memory'] as const) {
    const more = after[of].reservation - (before?.[of].reservation ?? 0);
    const unreserved = available(parent, of);
    if (more <= 0 || more <= unreserved) continue;
    const unit = of === 'cpu' ? 1 : 2 ** 20;
    const type = of === 'cpu' ? 'InsufficientCpuResourcesFault' : 'InsufficientMemoryResourcesFault';
    throw new VimFault(type, { unreserved: unit * unreserved, requested: unit * more });
  }
}

function depthOf(pool: PoolCell): number {
  let depth = 0;
  for (let at = pool.one<Pool>('within'); at; at = at.one<Pool>('within')) depth++;
  return depth;
}

function guardNew(self: PoolCell, given: string, allocation: Allocations): string {
  const name = entityName(given);
  guardUnique(self as never, name);
  if (depthOf(self) + 2 > DEEPEST) throw new VimFault('InvalidState');
  guardRoom(self, allocation);
  return name;
}

function asked(call: Call, spec: ResourceConfigSpec, path: string): Allocations {
  const now = call.site.clock.now();
  return allocations(spec, freshAllocations(now), now, path);
}

function announce(call: Call, cell: Cell, self: PoolCell): void {
  post(call.site, call.user, 'ResourcePoolCreatedEvent', { parent: eventArgument(self as never) }, { entity: cell });
}

function makeVApp(
  call: Call,
  self: PoolCell,
  given: string,
  resSpec: ResourceConfigSpec,
  spec: VAppConfigSpec,
  folderRef: Ref | undefined,
): Ref {
  const allocation = asked(call, resSpec, 'resSpec');
  const name = guardNew(self, given, allocation);
  const inVApp = self.is('VirtualApp');
  if (!inVApp && folderRef === undefined && call.site.flavour === 'vcenter') throw invalidArgument('vmFolder');
  const folder = inVApp || !folderRef ? undefined : vmFolder(call, folderRef);
  return call.turn(() => {
    const place = { name, parent: self.id, owner: self.state.owner, folder: folder?.id };
    const cell = createVApp(call.site, { ...place, allocation, settings: settingsOf(spec) });
    announce(call, cell as never, self);
    return cell.ref;
  });
}

function vmFolder(call: Call, ref: Ref): Cell<Folder> {
  const folder = call.resolve(folderKind, ref);
  if (!folder.state.childTypes.includes('VirtualApp')) throw invalidArgument('vmFolder');
  return folder;
}

function settingsOf(spec: VAppConfigSpec): VAppSettings {
  const product = spec.product?.flatMap((p) => (p.info ? [p.info] : []));
  return Object.freeze({ annotation: spec.annotation, product, entityConfig: spec.entityConfig, eula: spec.eula });
}

/** Moves a pool, a vApp or a VM of the same compute resource under another pool. */
function moveInto(call: Call, self: PoolCell, cell: Cell): void {
  if (cell.is('VirtualMachine')) {
    putInto(call.site, cell as unknown as Cell<Machine>, self as unknown as Cell);
    return;
  }
  const pool = cell as unknown as PoolCell;
  const oldParent = eventArgument(cell.one('parent')!);
  call.world.update(pool, { parent: self.id });
  const moved = { oldParent, newParent: eventArgument(self as unknown as Cell) };
  post(call.site, call.user, 'ResourcePoolMovedEvent', moved, { entity: cell });
}

function guardMoved(self: PoolCell, cell: Cell): void {
  const target = self as unknown as Cell;
  const owner = cell.is('VirtualMachine') ? cell.one<Pool>('pool')?.state.owner : (cell.state as Partial<Pool>).owner;
  if (!cell.is('VirtualMachine') && !cell.is('ResourcePool')) throw notSupported();
  if (isFixture(cell) || owner !== self.state.owner) throw notSupported();
  if (cell.is('VirtualMachine')) return;
  if (isWithin(target, cell)) throw invalidArgument('list');
  guardUnique(target, String(cell.get('name')), cell);
}

export const resourcePool: ManagedObject = managedObject('ResourcePool', poolKind, {
  CreateResourcePool(call, self, { name: given, spec }) {
    const allocation = asked(call, spec, 'spec');
    const name = guardNew(self, given, allocation);
    return call.turn(() => {
      const cell = createPool(call.site, name, self.id, self.state.owner, allocation);
      announce(call, cell as never, self);
      return cell.ref as Ref<'ResourcePool'>;
    });
  },

  CreateVApp: (call, self, { name, resSpec, configSpec, vmFolder: folder }) =>
    makeVApp(call, self, name, resSpec, configSpec, folder) as Ref<'VirtualApp'>,

  UpdateConfig(call, self, { name, config }) {
    if (name !== undefined && name !== self.state.name) guardRename(self, name);
    // The root pool is as large as its compute resource, whatever one says.
    if (config && isFixture(self as never)) throw notSupported();
    const allocation = allocations(config, self.state.allocation, call.site.clock.now(), 'config');
    guardRoom(self.one<Pool>('within'), allocation, self.state.allocation);
    call.turn(() => {
      call.world.update(self, { allocation, ...(name !== undefined && { name: entityName(name) }) });
      if (config) post(call.site, call.user, 'ResourcePoolReconfiguredEvent', {}, { entity: self as never });
    });
  },

  UpdateChildResourceConfiguration(call, self, { spec }) {
    const now = call.site.clock.now();
    const changes = spec.map((s, i) => {
      const child = s.entity && call.world.find(s.entity.value);
      if (!child?.is('ResourcePool') || child.one('parent') !== (self as unknown as Cell))
        throw invalidArgument(`spec[${i}].entity`);
      const pool = child as unknown as PoolCell;
      return { pool, allocation: allocations(s, pool.state.allocation, now, `spec[${i}]`) };
    });
    for (const { pool, allocation } of changes) guardRoom(self, allocation, pool.state.allocation);
    call.turn(() => {
      for (const { pool, allocation } of changes) call.world.update(pool, { allocation });
    });
  },

  MoveIntoResourcePool(call, self, { list }) {
    const cells = list.map((ref) => {
      const cell = call.world.find(ref.value);
      if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
      return cell;
    });
    for (const cell of cells) guardMoved(self, cell);
    call.turn(() => {
      for (const cell of cells) moveInto(call, self, cell);
    });
  },

  /** All pools below dissolve; their VMs come up to this one. */
  DestroyChildren(call, self) {
    const by = { site: call.site, user: call.user, chainId: call.world.numbers.next('#event') };
    call.turn(() => {
      const next = () => [...self.back<Pool>('resourcePool')].find((child) => !child.is('VirtualApp'));
      for (let child = next(); child; child = next()) dissolve(child, by);
    });
  },

  RefreshRuntime() {},
});
