/** What stands in a vApp, and how each part takes part when the whole starts and stops. */
import type { VAppEntityConfigInfo, VirtualAppLinkInfo } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Machine } from '../../machine/machine.ts';
import { told, wrongKey } from '../../machine/v-app/v-app-config-list.ts';
import { DEEPEST } from '../pool/pool.ts';
import type { VApp } from './v-app.ts';

/** A child's configuration of which everything is said. */
export type EntityConfig = {
  readonly [P in keyof Omit<VAppEntityConfigInfo, '_typeName'>]-?: NonNullable<VAppEntityConfigInfo[P]>;
};

/** The ways down to the pools in a vApp, which itself stands at least one level below the root. */
export const BELOW: readonly string[] = Array.from({ length: DEEPEST - 2 }, (_, i) => 'resourcePool.'.repeat(i + 1));

/** What a property that calls `entities` has to declare. */
export const READS_ENTITIES: readonly string[] = [
  'settings',
  'vAppVm',
  'resourcePool',
  'linkedVApp',
  ...BELOW.map((pools) => `${pools}vm`),
];

const DEFAULTS = {
  tag: '',
  startDelay: 120,
  waitingForGuest: false,
  startAction: 'powerOn',
  stopDelay: 120,
  stopAction: 'powerOff',
  destroyWithParent: false,
};

/** Machines and vApps of the vApp: its own, those in pools of it, and those linked to it. */
export function childrenOf(self: Cell<VApp>): Cell[] {
  return [...self.back('vAppVm'), ...inPools(self as unknown as Cell), ...self.back('linkedVApp')];
}

function* inPools(pool: Cell): Generator<Cell> {
  for (const child of pool.back('resourcePool')) {
    if (child.is('VirtualApp')) yield child;
    else {
      yield* child.back('vm');
      yield* inPools(child);
    }
  }
}

/** Each child's configuration. One of which nothing is said comes after all before it, in a group of its own. */
export function entities(self: Cell<VApp>): EntityConfig[] {
  const children = childrenOf(self);
  const said = new Map(self.state.settings?.entityConfig?.map((e) => [e.key?.value, told(e)]));
  let last = Math.max(0, ...children.map((child) => said.get(child.id)?.startOrder ?? 0));
  return children.map((child) => {
    const own = said.get(child.id);
    const startOrder = own?.startOrder ?? ++last;
    return { ...DEFAULTS, ...own, key: child.ref, startOrder } as EntityConfig;
  });
}

/** Whether a machine belongs to a vApp without standing in it. */
export function isLinkedMachine({ place }: Pick<Machine, 'place'>): boolean {
  return place.vApp !== undefined && place.vApp !== place.pool;
}

function isLinked(self: Cell<VApp>, child: Cell): boolean {
  if (child.is('VirtualMachine')) return isLinkedMachine((child as unknown as Cell<Machine>).state);
  return (child as unknown as Cell<VApp>).state.parent !== self.id;
}

export function linkedChildren(self: Cell<VApp>): Cell[] {
  return [...self.back('vAppVm'), ...self.back('linkedVApp')].filter((child) => isLinked(self, child));
}

export function childLinks(self: Cell<VApp>): VirtualAppLinkInfo[] {
  return linkedChildren(self).map((child) => ({
    key: child.ref as Ref<'ManagedEntity'>,
    destroyWithParent: saidOf(self, child.id)?.destroyWithParent ?? false,
  }));
}

function saidOf(self: Cell<VApp>, id: string): VAppEntityConfigInfo | undefined {
  return self.state.settings?.entityConfig?.find((e) => e.key?.value === id);
}

/** Whether a linked child goes when the vApp does. */
export function goesAlong(self: Cell<VApp>, child: Cell): boolean {
  return saidOf(self, child.id)?.destroyWithParent === true;
}

type Said = readonly VAppEntityConfigInfo[];

/** What is said of children after a spec. Throws InvalidArgument or InvalidIndexArgument naming the entry. */
export function entitiesSaid(self: Cell<VApp> | undefined, before: Said | undefined, given: Said, path: string): Said {
  const children = new Map((self ? childrenOf(self) : []).map((child) => [child.id, child]));
  // Of children that are gone nothing needs to be said any more.
  const after = new Map((before ?? []).filter((e) => children.has(e.key!.value)).map((e) => [e.key!.value, e]));
  const seen = new Set<string>();
  given.forEach((entry, i) => {
    const at = `${path}[${i}]`;
    const child = entry.key && children.get(entry.key.value);
    if (!child) throw invalidArgument(`${at}.key`);
    if (seen.has(child.id)) throw wrongKey(child.id, `${at}.key`);
    seen.add(child.id);
    guardEntry(entry, child, at);
    after.set(
      child.id,
      Object.freeze({ ...after.get(child.id), ...told(entry), key: child.ref } as VAppEntityConfigInfo),
    );
  });
  return Object.freeze([...after.values()]);
}

const STARTS = /^(none|powerOn)$/;
const STOPS = /^(none|powerOff|guestShutdown|suspend)$/;
const VAPP_STOPS = /^(none|powerOff)$/;

function guardEntry(entry: VAppEntityConfigInfo, child: Cell, path: string): void {
  for (const part of ['startOrder', 'startDelay', 'stopDelay'] as const) {
    if ((entry[part] ?? 0) < 0) throw invalidArgument(`${path}.${part}`);
  }
  const stops = child.is('VirtualApp') ? VAPP_STOPS : STOPS;
  if (!STARTS.test(entry.startAction ?? 'none')) throw invalidArgument(`${path}.startAction`);
  if (!stops.test(entry.stopAction ?? 'none')) throw invalidArgument(`${path}.stopAction`);
}

/** Settings without a word about a child that leaves. */
export function withoutChild(self: Cell<VApp>, id: string): VApp['settings'] {
  const { settings } = self.state;
  const entityConfig = settings?.entityConfig?.filter((e) => e.key?.value !== id);
  return entityConfig?.length === settings?.entityConfig?.length
    ? settings
    : Object.freeze({ ...settings, entityConfig });
}
