/** Linked children: machines and vApps that belong to a vApp and take their resources elsewhere. */
import type { VirtualAppLinkInfo } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import { type Call, nameOf } from '../../call.ts';
import { guardUnique } from '../../inventory/names.ts';
import { datacenterOf } from '../../inventory/place.ts';
import type { Machine } from '../../machine/machine.ts';
import { machineName } from '../../machine/naming.ts';
import type { Site } from '../../site.ts';
import type { VApp } from './v-app.ts';
import { linkedChildren, withoutChild } from './v-app-entities.ts';
import { folderBehind } from './v-app-place.ts';

type Links = readonly VirtualAppLinkInfo[] | undefined;

/** Makes the links that are to be there, then takes those away that are not. Each stands by itself, as vCenter says. */
export function updateLinks(call: Call, self: Cell<VApp>, added: Links, removed: readonly Ref[] | undefined): void {
  (added ?? []).forEach((link, i) => {
    const child = found(call, link.key);
    guardLink(self, child, `addChangeSet[${i}].key`);
    call.turn(() => join(call.site, self, child, link.destroyWithParent ?? false));
  });
  (removed ?? []).forEach((ref, i) => {
    const child = found(call, ref);
    if (!linkedChildren(self).includes(child)) throw invalidArgument(`removeSet[${i}]`);
    guardUnique(call.world.find(shownIn(self))!, nameOf(child), child);
    call.turn(() => part(call.site, self, child));
  });
}

function found(call: Call, ref: Ref): Cell {
  const cell = call.world.find(ref.value);
  if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  return cell;
}

function guardLink(self: Cell<VApp>, child: Cell, path: string): void {
  const machine = child.is('VirtualMachine');
  if (!machine && !child.is('VirtualApp')) throw invalidArgument(path);
  if (machine) machineName(self as unknown as Cell, nameOf(child), child);
  const container = child.one(machine ? 'pool' : 'parent');
  if (container?.is('VirtualApp')) throw invalidArgument(path);
  if (!machine && isAbove(child, self as unknown as Cell)) throw invalidArgument(path);
  if (datacenterOf(child) !== datacenterOf(self as unknown as Cell)) throw notSupported();
}

/** Whether one vApp holds another, by standing around it or by a link. */
function isAbove(upper: Cell, lower: Cell | undefined): boolean {
  for (let at = lower; at; at = at.one('parent')) {
    if (at === upper) return true;
    if (at.is('VirtualApp') && isAbove(upper, at.one('linkedTo'))) return true;
  }
  return false;
}

/** Makes a linked child, inside a turn; a link it had before goes. */
export function join(site: Site, self: Cell<VApp>, child: Cell, destroyWithParent: boolean): void {
  const before = child.one<VApp>(child.is('VirtualMachine') ? 'parentVApp' : 'linkedTo');
  if (before && before !== self) site.world.update(before, { settings: withoutChild(before, child.id) });
  if (child.is('VirtualMachine')) {
    const vm = child as unknown as Cell<Machine>;
    site.world.update(vm, { parent: undefined, place: Object.freeze({ ...vm.state.place, vApp: self.id }) });
  } else {
    site.world.update(child as unknown as Cell<VApp>, { linkedTo: self.id, folder: undefined });
  }
  const settings = withoutChild(self, child.id);
  const entry = Object.freeze({ key: child.ref as Ref<'ManagedEntity'>, destroyWithParent });
  const entityConfig = Object.freeze([...(settings?.entityConfig ?? []), entry]);
  site.world.update(self, { settings: Object.freeze({ ...settings, entityConfig }) });
}

/** Id of the folder that shows the vApp, or the vApp around it. */
function shownIn(self: Cell<VApp>): string {
  return self.state.folder ?? folderBehind(self as unknown as Cell)!;
}

/** Takes a link away, inside a turn; the child is shown again in the folder that shows the vApp. */
export function part(site: Site, self: Cell<VApp>, child: Cell): void {
  const shown = shownIn(self);
  site.world.update(self, { settings: withoutChild(self, child.id) });
  if (child.is('VirtualMachine')) {
    const vm = child as unknown as Cell<Machine>;
    site.world.update(vm, { parent: shown, place: Object.freeze({ ...vm.state.place, vApp: undefined }) });
  } else {
    site.world.update(child as unknown as Cell<VApp>, { linkedTo: undefined, folder: shown });
  }
}
