/** Views: a container's contents, a list, an inventory tree; they belong to the session that made them. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { contents } from './contents.ts';
import { onSessionEnd } from './property-collector.ts';

/** Views one session may have open. */
const MAX_VIEWS = 1_000;

interface ViewFacets {
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

const ofSession = {
  facet: 'session',
  to: 'UserSession',
  of: (s: ViewFacets) => s.session,
  inverse: 'views',
} as const;

export const containerViewKind: KindSpec<ContainerFacets> = defineKind<ContainerFacets>({
  type: 'ContainerView',
  prefix: 'view',
  volatile: true,
  relations: { session: ofSession },
  properties: {
    container: { reads: ['container'], value: (s) => s.container },
    type: { reads: ['types'], value: (s) => s.types },
    recursive: { reads: ['recursive'], value: (s) => s.recursive },
    view: { reads: ['container', 'types', 'recursive', '@topology'], value: (s, self) => contained(s, self) },
  },
});

export const listViewKind: KindSpec<ListFacets> = defineKind<ListFacets>({
  type: 'ListView',
  prefix: 'view',
  volatile: true,
  relations: { session: ofSession },
  properties: {
    view: { reads: ['list', '@topology'], value: (s, self) => s.list.filter((r) => self.world.find(r.value)) },
  },
});

export const inventoryViewKind: KindSpec<ListFacets> = defineKind<ListFacets>({
  type: 'InventoryView',
  prefix: 'view',
  volatile: true,
  relations: { session: ofSession },
  properties: {
    view: { reads: ['list', '@topology'], value: (s, self) => s.list.filter((r) => self.world.find(r.value)) },
  },
});

export const viewManagerKind: KindSpec<object> = defineKind<object>({
  type: 'ViewManager',
  properties: {
    viewList: { reads: ['@viewer'], value: (_, self, viewer) => viewsOf(self as unknown as Cell, viewer?.session) },
  },
});

function contained(s: ContainerFacets, self: Cell<ContainerFacets>): Ref[] {
  const container = self.world.find(s.container.value);
  return container ? contents(container, s.types, s.recursive) : [];
}

function viewsOf(self: Cell, session: string | undefined): Ref[] {
  const cell = session === undefined ? undefined : self.world.find(session);
  return cell?.refsBack('views') ?? [];
}

function create<F extends ViewFacets>(call: Call, kind: KindSpec<F>, facets: Omit<F, 'session'>): Ref {
  const session = call.session!;
  const open = session.countBack('views');
  if (open >= MAX_VIEWS) throw new VimFault('SystemError', { reason: 'too many views' });
  return call.turn(() => {
    const id = `session[${session.state.identity.key}]${call.site.ids.uuid(call.world.numbers.id('view'))}`;
    const view = call.world.create(kind, { ...facets, session: session.id } as F, id);
    onSessionEnd(session, () => call.turn(() => call.world.destroy(view)));
    return view.ref;
  });
}

/** Guards that a view is the caller's. */
function mine<F extends ViewFacets>(call: Call, self: Cell<F>): Cell<F> {
  if (self.state.session !== call.session?.id) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
  return self;
}

function existing(call: Call, refs: readonly Ref[]): { known: Ref[]; unknown: Ref[] } {
  const known: Ref[] = [];
  const unknown: Ref[] = [];
  for (const r of refs) (call.world.find(r.value) ? known : unknown).push(r);
  return { known, unknown };
}

/** What may be a view's container. */
const CONTAINERS = ['Folder', 'Datacenter', 'ComputeResource', 'ResourcePool', 'HostSystem'];

export const viewManager: ManagedObject = managedObject('ViewManager', viewManagerKind, {
  CreateContainerView(call, _self, { container, type, recursive }) {
    const cell = call.world.find(container.value);
    if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: container });
    if (!CONTAINERS.some((t) => cell.is(t))) throw invalidArgument('container');
    for (const t of type ?? []) if (!call.site.schema.isManaged(t, 'ManagedEntity')) throw invalidArgument('type');
    return create(call, containerViewKind, { container, types: type ?? [], recursive }) as Ref<'ContainerView'>;
  },
  CreateListView(call, _self, { obj }) {
    const { known, unknown } = existing(call, obj ?? []);
    if (unknown[0]) throw new VimFault('ManagedObjectNotFound', { obj: unknown[0] });
    return create(call, listViewKind, { list: known }) as Ref<'ListView'>;
  },
  CreateListViewFromView(call, _self, { view }) {
    const source = call.world.find(view.value);
    if (!source?.is('ManagedObjectView')) throw new VimFault('ManagedObjectNotFound', { obj: view });
    return create(call, listViewKind, { list: (source.get('view') ?? []) as Ref[] }) as Ref<'ListView'>;
  },
  CreateInventoryView(call) {
    const root = call.world.find('group-d1') ?? call.world.find('ha-folder-root');
    const list = root ? [root.ref, ...contents(root, [], false)] : [];
    return create(call, inventoryViewKind, { list }) as Ref<'InventoryView'>;
  },
});

const DestroyView = (call: Call, self: Cell<ViewFacets>) => {
  mine(call, self);
  call.turn(() => call.world.destroy(self));
};

export const containerView: ManagedObject = managedObject('ContainerView', containerViewKind, { DestroyView });

export const listView: ManagedObject = managedObject('ListView', listViewKind, {
  DestroyView,
  ModifyListView(call, self, { add, remove }) {
    mine(call, self);
    const { known, unknown } = existing(call, add ?? []);
    const out = new Set((remove ?? []).map((r) => r.value));
    const kept = self.state.list.filter((r) => !out.has(r.value));
    const has = new Set(kept.map((r) => r.value));
    call.turn(() => call.world.update(self, { list: [...kept, ...known.filter((r) => !has.has(r.value))] }));
    return unknown;
  },
  ResetListView(call, self, { obj }) {
    mine(call, self);
    const { known, unknown } = existing(call, obj ?? []);
    call.turn(() => call.world.update(self, { list: known }));
    return unknown;
  },
  ResetListViewFromView(call, self, { view }) {
    mine(call, self);
    const source = call.world.find(view.value);
    if (!source?.is('ManagedObjectView')) throw new VimFault('ManagedObjectNotFound', { obj: view });
    call.turn(() => call.world.update(self, { list: (source.get('view') ?? []) as Ref[] }));
  },
});

export const inventoryView: ManagedObject = managedObject('InventoryView', inventoryViewKind, {
  DestroyView,
  OpenInventoryViewFolder(call, self, { entity }) {
    mine(call, self);
    const { known, unknown } = existing(call, entity);
    const opened = known.flatMap((r) => contents(call.world.find(r.value)!, [], false));
    const all = new Map([...self.state.list, ...opened].map((r) => [r.value, r]));
    call.turn(() => call.world.update(self, { list: [...all.values()] }));
    return unknown as Ref<'ManagedEntity'>[];
  },
  CloseInventoryViewFolder(call, self, { entity }) {
    mine(call, self);
    const { known, unknown } = existing(call, entity);
    const closed = new Set(known.flatMap((r) => contents(call.world.find(r.value)!, [], true)).map((r) => r.value));
    call.turn(() => call.world.update(self, { list: self.state.list.filter((r) => !closed.has(r.value)) }));
    return unknown as Ref<'ManagedEntity'>[];
  },
});
