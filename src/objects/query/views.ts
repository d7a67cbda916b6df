/** Views: a container's contents, a list, an inventory tree; they belong to the session that made them. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { rootOf } from '../access/authority.ts';
import { type Belonging, belongingId, guardOwn, ofSession, ownSession } from '../access/sessions/belongings.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { contents, isContainer } from './contents.ts';

/** Views one session may have open. */
const MAX_VIEWS = 1_000;

interface ViewFacets extends Belonging {
  readonly session: string;
}

interface ContainerFacets extends ViewFacets {
  readonly container: Ref;
  readonly types: readonly string[];
  readonly recursive: boolean;
}

interface ListFacets extends ViewFacets {
  readonly list: readonly Ref[];
}

export const containerViewKind: KindSpec<ContainerFacets> = defineKind<ContainerFacets>({
  type: 'ContainerView',
  prefix: 'view',
  volatile: true,
  relations: { session: ofSession('views') },
  properties: {
    container: { reads: ['container'], value: (s) => s.container },
    type: { reads: ['types'], value: (s) => s.types },
    recursive: { reads: ['recursive'], value: (s) => s.recursive },
    view: { reads: ['container', 'types', 'recursive', '@topology'], value: (s, self) => contained(s, self) },
  },
});

export const listViewKind: KindSpec<ListFacets> = kindOfList('ListView');
export const inventoryViewKind: KindSpec<ListFacets> = kindOfList('InventoryView');

export const viewManagerKind: KindSpec<object> = defineKind<object>({
  type: 'ViewManager',
  properties: {
    viewList: { reads: ['@viewer'], value: (_, self, viewer) => viewsOf(self as unknown as Cell, viewer?.session) },
  },
});

/** A view that is a list, of which it shows what is there. */
function kindOfList(type: string): KindSpec<ListFacets> {
  return defineKind<ListFacets>({
    type,
    prefix: 'view',
    volatile: true,
    relations: {
      session: ofSession('views'),
      list: { facet: 'list', to: 'ManagedObject', of: (s) => s.list.map((r) => r.value), inverse: 'lists' },
    },
    properties: { view: { reads: ['list', 'list.@there'], value: (s, self) => present(self.world, s.list) } },
  });
}

function present(world: World, refs: readonly Ref[]): Ref[] {
  return refs.filter((r) => world.find(r.value));
}

function contained(s: ContainerFacets, self: Cell<ContainerFacets>): Ref[] {
  const container = self.world.find(s.container.value);
  return container ? contents(container, s.types, s.recursive) : [];
}

function viewsOf(self: Cell, session: string | undefined): Ref[] {
  const cell = session === undefined ? undefined : self.world.find(session);
  return cell?.refsBack('views') ?? [];
}

function create<F extends ViewFacets>(call: Call, kind: KindSpec<F>, facets: Omit<F, 'session'>): Ref {
  const session = ownSession(call);
  if (session.countBack('views') >= MAX_VIEWS) throw new VimFault('SystemError', { reason: 'too many views' });
  return call.turn(() => {
    const state = { ...facets, session: session.id } as F;
    return call.world.create(kind, state, belongingId(call, 'view')).ref;
  });
}

function list(call: Call, self: Cell<ListFacets>, refs: readonly Ref[]): void {
  call.turn(() => call.world.update(self, { list: once(present(call.world, refs)) }));
}

/** Each object once, where it stood first. */
function once(refs: readonly Ref[]): Ref[] {
  return [...new Map(refs.map((r) => [r.value, r])).values()];
}

function missing(call: Call, refs: readonly Ref[]): Ref[] {
  return refs.filter((r) => !call.world.find(r.value));
}

/** What another view shows now. */
function shownBy(call: Call, view: Ref): Ref[] {
  const source = call.world.find(view.value);
  if (!source?.is('ManagedObjectView')) throw new VimFault('ManagedObjectNotFound', { obj: view });
  return (source.get('view') ?? []) as Ref[];
}

/** What stands below the folders and the like that are there. */
function below(call: Call, entities: readonly Ref[], recursive: boolean): Ref[] {
  return present(call.world, entities).flatMap((r) => contents(call.world.find(r.value)!, [], recursive));
}

export const viewManager: ManagedObject = managedObject('ViewManager', viewManagerKind, {
  CreateContainerView(call, _self, { container, type, recursive }) {
    const cell = call.world.find(container.value);
    if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: container });
    if (!isContainer(cell)) throw invalidArgument('container');
    for (const t of type ?? []) if (!call.site.schema.isManaged(t, 'ManagedEntity')) throw invalidArgument('type');
    return create(call, containerViewKind, { container, types: type ?? [], recursive }) as Ref<'ContainerView'>;
  },
  CreateListView(call, _self, { obj }) {
    const [gone] = missing(call, obj ?? []);
    if (gone) throw new VimFault('ManagedObjectNotFound', { obj: gone });
    return create(call, listViewKind, { list: once(obj ?? []) }) as Ref<'ListView'>;
  },
  CreateListViewFromView(call, _self, { view }) {
    return create(call, listViewKind, { list: shownBy(call, view) }) as Ref<'ListView'>;
  },
  CreateInventoryView(call) {
    const root = rootOf(call.world);
    const opened = root ? [root.ref, ...contents(root, [], false)] : [];
    return create(call, inventoryViewKind, { list: opened }) as Ref<'InventoryView'>;
  },
});

const DestroyView = (call: Call, self: Cell<ViewFacets>) => {
  guardOwn(call, self);
  call.turn(() => call.world.destroy(self));
};

export const containerView: ManagedObject = managedObject('ContainerView', containerViewKind, { DestroyView });

export const listView: ManagedObject = managedObject('ListView', listViewKind, {
  DestroyView,
  ModifyListView(call, self, { add, remove }) {
    guardOwn(call, self);
    const out = new Set((remove ?? []).map((r) => r.value));
    const kept = self.state.list.filter((r) => !out.has(r.value));
    list(call, self, [...kept, ...(add ?? [])]);
    return missing(call, add ?? []);
  },
  ResetListView(call, self, { obj }) {
    guardOwn(call, self);
    list(call, self, obj ?? []);
    return missing(call, obj ?? []);
  },
  ResetListViewFromView(call, self, { view }) {
    guardOwn(call, self);
    list(call, self, shownBy(call, view));
  },
});

export const inventoryView: ManagedObject = managedObject('InventoryView', inventoryViewKind, {
  DestroyView,
  OpenInventoryViewFolder(call, self, { entity }) {
    guardOwn(call, self);
    list(call, self, [...self.state.list, ...below(call, entity, false)]);
    return missing(call, entity) as Ref<'ManagedEntity'>[];
  },
  CloseInventoryViewFolder(call, self, { entity }) {
    guardOwn(call, self);
    const closed = new Set(below(call, entity, true).map((r) => r.value));
    list(
      call,
      self,
      self.state.list.filter((r) => !closed.has(r.value)),
    );
    return missing(call, entity) as Ref<'ManagedEntity'>[];
  },
});
