/** What resource pools answer: pools and vApps are made, changed, moved and emptied. */
import { formatTime } from '../../../kernel/time.ts';
import type { ResourceConfigSpec, VAppConfigSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import { type Call, nameOf } from '../../call.ts';
import { chainFromHere } from '../../history/chain.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { post } from '../../history/post.ts';
import { type Folder, folderKind } from '../../inventory/folder.ts';
import { entityName, guardUnique, guardUniqueTogether } from '../../inventory/names.ts';
import { isWithin } from '../../inventory/place.ts';
import { guardRename, isFixture } from '../../inventory/rename.ts';
import { guardPoolOfPair } from '../../machine/fault-tolerance/pair-places.ts';
import type { Machine } from '../../machine/machine.ts';
import { machineName } from '../../machine/naming.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { type Allocations, allocations, freshAllocations } from '../allocation.ts';
import { createPool } from '../create-compute.ts';
import { createVApp } from '../v-app/create-v-app.ts';
import type { VApp } from '../v-app/v-app.ts';
import { guardResting, leaveVApp } from '../v-app/v-app-children.ts';
import { folderBehind } from '../v-app/v-app-place.ts';
import { settingsAfter, uuidAsked } from '../v-app/v-app-settings.ts';
import { admitted, available, insufficient } from './admission.ts';
import { DEEPEST, type Pool } from './pool.ts';
import { type ChildChange, machineChange, type Reservations } from './pool-children.ts';
import { dissolve, putInto } from './remove-pool.ts';
import { poolKind } from './resource-pool.ts';

type PoolCell = Cell<Pool>;

interface Change {
  readonly after: Reservations;
  readonly before?: Reservations;
}

/** Throws when pools may not reserve so much more than before, together, by what their parent has left. */
function guardRoom(parent: PoolCell | undefined, ...changes: readonly Change[]): void {
  if (!parent) return;
  for (const of of ['cpu', 'memory'] as const) {
    const more = changes.reduce((sum, c) => sum + c.after[of].reservation - (c.before?.[of].reservation ?? 0), 0);
    const unreserved = available(parent, of);
    if (more <= 0 || more <= unreserved) continue;
    const unit = of === 'cpu' ? 1 : 2 ** 20;
    throw insufficient(of, unit * unreserved, unit * more);
  }
}

function depthOf(pool: PoolCell): number {
  let depth = 0;
  for (let at = pool.one<Pool>('within'); at; at = at.one<Pool>('within')) depth++;
  return depth;
}

/** Levels of pools below one. */
function heightOf(pool: PoolCell): number {
  return Math.max(0, ...Array.from(pool.back<Pool>('resourcePool'), (child) => 1 + heightOf(child)));
}

/** Throws when something of that height would reach below the deepest level. */
function guardDepth(self: PoolCell, height: number): void {
  if (depthOf(self) + height + 2 > DEEPEST) throw new VimFault('InvalidState');
}

/** The name of something new in a pool. Throws what keeps it from being made there. */
export function guardNew(self: PoolCell, given: string, allocation: Allocations): string {
  const name = entityName(given);
  guardUnique(self as never, name);
  guardDepth(self, 0);
  guardRoom(self, { after: allocation });
  return name;
}

function asked(call: Call, spec: ResourceConfigSpec, path: string): Allocations {
  const now = call.site.clock.now();
  return allocations(spec, freshAllocations(now), now, path);
}

/** What a spec makes of a pool's allocation. Throws ConcurrentAccess when it was written over an older one. */
function changed(call: Call, pool: PoolCell, spec: ResourceConfigSpec | undefined, path: string): Allocations {
  const before = pool.state.allocation;
  if (spec?.changeVersion !== undefined && spec.changeVersion !== formatTime(before.changed))
    throw new VimFault('ConcurrentAccess');
  return allocations(spec, before, call.site.clock.now(), path);
}

function poolChange(call: Call, pool: PoolCell, spec: ResourceConfigSpec, path: string): ChildChange {
  const after = changed(call, pool, spec, path);
  return { before: pool.state.allocation, after, apply: () => call.world.update(pool, { allocation: after }) };
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
  const folder = inVApp || !folderRef ? undefined : vmFolder(call, folderRef, name);
  const settings = settingsAfter(undefined, spec, 'configSpec');
  const uuid = uuidAsked(spec, 'configSpec');
  return call.turn(() => {
    const place = { name, parent: self.id, owner: self.state.owner, folder: folder?.id };
    const cell = createVApp(call.site, { ...place, allocation, settings, uuid });
    announce(call, cell as never, self);
    return cell.ref;
  });
}

function vmFolder(call: Call, ref: Ref, name: string): Cell<Folder> {
  const folder = call.resolve(folderKind, ref);
  if (!folder.state.childTypes.includes('VirtualApp')) throw invalidArgument('vmFolder');
  guardUnique(folder as unknown as Cell, name);
  return folder;
}

/** Moves a pool, a vApp or a VM of the same compute resource under another pool. */
function moveInto(call: Call, self: PoolCell, cell: Cell): void {
  const target = self as unknown as Cell;
  const machine = cell.is('VirtualMachine') ? (cell as unknown as Cell<Machine>) : undefined;
  const oldParent = eventArgument(cell.one(machine ? 'pool' : 'parent')!);
  leaveVApp(call.world, cell, self);
  if (machine) putInto(call.site, machine, target);
  else call.world.update(cell as unknown as PoolCell, { parent: self.id, ...folderAfter(self, cell) });
  const moved = { oldParent, newParent: eventArgument(target) };
  const template = machine && { template: machine.state.config.template ?? false };
  const event = machine ? 'VmResourcePoolMovedEvent' : 'ResourcePoolMovedEvent';
  post(call.site, call.user, event, { ...moved, ...template }, { entity: cell });
}

/** A vApp in another is shown in no folder, and in one again when it comes out. */
function folderAfter(self: PoolCell, cell: Cell): { readonly folder?: string | undefined } {
  if (!cell.is('VirtualApp')) return {};
  const { folder, linkedTo } = (cell as unknown as Cell<VApp>).state;
  return { folder: self.is('VirtualApp') || linkedTo !== undefined ? undefined : (folder ?? folderBehind(cell)) };
}

/** Throws DuplicateName when the vApp something comes into, or the folder it comes out to, has another of its name. */
function guardName(self: PoolCell, cell: Cell): void {
  const machine = cell.is('VirtualMachine');
  if (self.is('VirtualApp')) {
    if (machine) machineName(self as unknown as Cell, nameOf(cell), cell);
    return;
  }
  const shown = machine ? cell.one('parent') : cell.one('parentFolder');
  const folder = shown ? undefined : folderBehind(cell);
  if (folder !== undefined) guardUnique(cell.world.find(folder)!, nameOf(cell), cell);
}

function isPlainPool(cell: Cell): boolean {
  return cell.is('ResourcePool') && !cell.is('VirtualApp');
}

function guardMoved(self: PoolCell, cell: Cell): void {
  const target = self as unknown as Cell;
  const owner = cell.is('VirtualMachine') ? cell.one<Pool>('pool')?.state.owner : (cell.state as Partial<Pool>).owner;
  if (!cell.is('VirtualMachine') && !cell.is('ResourcePool')) throw notSupported();
  if (isFixture(cell) || owner !== self.state.owner) throw notSupported();
  guardPoolOfPair(cell);
  guardResting(target, cell);
  if (!isPlainPool(cell)) guardName(self, cell);
  if (cell.is('VirtualMachine')) return;
  if (isWithin(target, cell)) throw invalidArgument('list');
  guardDepth(self, heightOf(cell as unknown as PoolCell));
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
    const allocation = changed(call, self, config, 'config');
    guardRoom(self.one<Pool>('within'), { after: allocation, before: self.state.allocation });
    call.turn(() => {
      call.world.update(self, { allocation, ...(name !== undefined && { name: entityName(name) }) });
      if (config) post(call.site, call.user, 'ResourcePoolReconfiguredEvent', {}, { entity: self as never });
    });
  },

  UpdateChildResourceConfiguration(call, self, { spec }) {
    const changes = spec.map((s, i) => {
      const child = s.entity && call.world.find(s.entity.value);
      const machine = child?.is('VirtualMachine') && child.one('pool') === (self as unknown as Cell);
      if (machine) return machineChange(call, child as unknown as Cell<Machine>, s, `spec[${i}]`);
      if (!child?.is('ResourcePool') || child.one('parent') !== (self as unknown as Cell))
        throw invalidArgument(`spec[${i}].entity`);
      return poolChange(call, child as unknown as PoolCell, s, `spec[${i}]`);
    });
    guardRoom(self, ...changes);
    call.turn(() => {
      for (const change of changes) change.apply();
    });
  },

  MoveIntoResourcePool(call, self, { list }) {
    const cells = list.map((ref) => {
      const cell = call.world.find(ref.value);
      if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
      return cell;
    });
    for (const cell of cells) guardMoved(self, cell);
    guardUniqueTogether(
      self as unknown as Cell,
      cells.filter((cell) => !cell.is('VirtualMachine')),
    );
    call.turn(() =>
      admitted(self, cells, () => {
        for (const cell of cells) moveInto(call, self, cell);
      }),
    );
  },

  /** All pools below dissolve; their VMs come up to this one. */
  DestroyChildren(call, self) {
    const by = { site: call.site, user: call.user, chainId: chainFromHere(call.world) };
    call.turn(() => {
      const next = () => [...self.back<Pool>('resourcePool')].find((child) => !child.is('VirtualApp'));
      for (let child = next(); child; child = next()) dissolve(child, by);
    });
  },

  RefreshRuntime() {},
});
