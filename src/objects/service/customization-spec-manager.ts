/** CustomizationSpecManager: guest customizations kept by name. */
import { formatTime } from '../../kernel/time.ts';
import type { CustomizationSpecItem } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';

export interface CustomizationFacets {
  readonly items: readonly CustomizationSpecItem[];
}

export const customizationSpecManagerKind: KindSpec<CustomizationFacets> = defineKind<CustomizationFacets>({
  type: 'CustomizationSpecManager',
  properties: {
    info: { reads: ['items'], value: (s) => s.items.map((item) => item.info) },
    encryptionKey: { reads: [], value: () => [] },
  },
});

type Manager = Cell<CustomizationFacets>;

export const customizationSpecManager: ManagedObject = managedObject(
  'CustomizationSpecManager',
  customizationSpecManagerKind,
  {
    DoesCustomizationSpecExist: (_call, self, { name }) => find(self, name) !== undefined,

    GetCustomizationSpec: (_call, self, { name }) => known(self, name),

    CreateCustomizationSpec(call, self, { item }) {
      guardFree(self, item.info.name);
      put(self, [...self.state.items, stamped(call, item)]);
    },

    /** Who overwrites names the version they read; another in between is ConcurrentAccess. */
    OverwriteCustomizationSpec(call, self, { item }) {
      const old = known(self, item.info.name);
      const { changeVersion } = item.info;
      if (changeVersion && changeVersion !== old.info.changeVersion) throw new VimFault('ConcurrentAccess');
      put(self, replaced(self, item.info.name, stamped(call, item, old)));
    },

    DeleteCustomizationSpec(_call, self, { name }) {
      known(self, name);
      put(self, without(self, name));
    },

    DuplicateCustomizationSpec(call, self, { name, newName }) {
      const item = known(self, name);
      guardFree(self, newName);
      put(self, [...self.state.items, stamped(call, { ...item, info: { ...item.info, name: newName } })]);
    },

    RenameCustomizationSpec(call, self, { name, newName }) {
      const item = known(self, name);
      guardFree(self, newName);
      put(self, replaced(self, name, stamped(call, { ...item, info: { ...item.info, name: newName } }, item)));
    },
  },
);

function find(self: Manager, name: string): CustomizationSpecItem | undefined {
  return self.state.items.find((item) => item.info.name === name);
}

function known(self: Manager, name: string): CustomizationSpecItem {
  const item = find(self, name);
  if (!item) throw new VimFault('NotFound');
  return item;
}

function guardFree(self: Manager, name: string): void {
  if (find(self, name)) throw new VimFault('AlreadyExists', { name });
}

function without(self: Manager, name: string): CustomizationSpecItem[] {
  return self.state.items.filter((item) => item.info.name !== name);
}

function replaced(self: Manager, name: string, by: CustomizationSpecItem): CustomizationSpecItem[] {
  return self.state.items.map((item) => (item.info.name === name ? by : item));
}

function put(self: Manager, items: readonly CustomizationSpecItem[]): void {
  self.world.turn(() => self.world.update(self, { items }));
}

/** With the time as its version, in seconds; a change within the second of the last takes the next one. */
function stamped(call: Call, item: CustomizationSpecItem, old?: CustomizationSpecItem): CustomizationSpecItem {
  const now = call.site.clock.now();
  const version = Math.max(Math.floor(now / 1000), Number(old?.info.changeVersion ?? 0) + 1);
  return { ...item, info: { ...item.info, changeVersion: String(version), lastUpdateTime: formatTime(now) } };
}
