/** CustomizationSpecManager: guest customizations kept by name, written out and read in. */
import { formatTime } from '../../kernel/time.ts';
import type { CustomizationSpecItem } from '../../vim25/generated/index.ts';
import type { DataObject } from '../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { systemOf } from './guest-system.ts';
import { uncustomizable } from './outcome.ts';
import { guardPasswords, sealed } from './passwords.ts';
import { customizationSpecManagerKind, type SpecManager } from './spec-manager-kind.ts';
import { readConfig } from './xml-read.ts';
import { writeConfig } from './xml-write.ts';

const ITEM = 'CustomizationSpecItem';

export const customizationSpecManager: ManagedObject = managedObject(
  'CustomizationSpecManager',
  customizationSpecManagerKind,
  {
    DoesCustomizationSpecExist: (_call, self, { name }) => find(self, name) !== undefined,

    GetCustomizationSpec: (_call, self, { name }) => known(self, name),

    CreateCustomizationSpec(call, self, { item }) {
      guardFree(self, item.info.name, 'item.info.name');
      guardPasswords(call.site, item.spec);
      put(self, [...self.state.items, stamped(call, self, item)]);
    },

    /** Who overwrites names the version they read; another in between is ConcurrentAccess. */
    OverwriteCustomizationSpec(call, self, { item }) {
      const old = known(self, item.info.name);
      const { changeVersion } = item.info;
      if (changeVersion && changeVersion !== old.info.changeVersion) throw new VimFault('ConcurrentAccess');
      guardPasswords(call.site, item.spec);
      put(self, replaced(self, item.info.name, stamped(call, self, item, old)));
    },

    DeleteCustomizationSpec(_call, self, { name }) {
      known(self, name);
      put(
        self,
        self.state.items.filter((item) => item.info.name !== name),
      );
    },

    DuplicateCustomizationSpec(call, self, { name, newName }) {
      const item = known(self, name);
      guardFree(self, newName, 'newName');
      put(self, [...self.state.items, stamped(call, self, renamed(item, newName))]);
    },

    RenameCustomizationSpec(call, self, { name, newName }) {
      const item = known(self, name);
      guardFree(self, newName, 'newName');
      put(self, replaced(self, name, stamped(call, self, renamed(item, newName), item)));
    },

    CustomizationSpecItemToXml: (call, _self, { item }) => writeConfig(call.site.schema, ITEM, item as never),

    XmlToCustomizationSpecItem({ site }, _self, { specItemXml }) {
      return readConfig(site.schema, site.version, ITEM, specItemXml) as DataObject & CustomizationSpecItem;
    },

    /** The server has what it takes for every guest that can be customized. */
    CheckCustomizationResources(_call, _self, { guestOs }) {
      if (systemOf(guestOs) === undefined) throw uncustomizable(guestOs);
    },

    IsGuestOsCustomizable: (_call, _self, { guestId }) => systemOf(guestId) !== undefined,
  },
);

function find(self: SpecManager, name: string): CustomizationSpecItem | undefined {
  return self.state.items.find((item) => item.info.name === name);
}

function known(self: SpecManager, name: string): CustomizationSpecItem {
  const item = find(self, name);
  if (!item) throw new VimFault('NotFound');
  return item;
}

function guardFree(self: SpecManager, name: string, path: string): void {
  if (name === '') throw invalidArgument(path);
  if (find(self, name)) throw new VimFault('AlreadyExists', { name });
}

function renamed(item: CustomizationSpecItem, name: string): CustomizationSpecItem {
  return { ...item, info: { ...item.info, name } };
}

function replaced(self: SpecManager, name: string, by: CustomizationSpecItem): CustomizationSpecItem[] {
  return self.state.items.map((item) => (item.info.name === name ? by : item));
}

function put(self: SpecManager, items: readonly CustomizationSpecItem[]): void {
  self.world.turn(() => self.world.update(self, { items }));
}

/** With the time as its version, in seconds; a change within the second of the last takes the next one. */
function stamped(
  call: Call,
  self: SpecManager,
  item: CustomizationSpecItem,
  old?: CustomizationSpecItem,
): CustomizationSpecItem {
  const now = call.site.clock.now();
  const version = Math.max(Math.floor(now / 1000), Number(old?.info.changeVersion ?? 0) + 1);
  const info = { ...item.info, changeVersion: String(version), lastUpdateTime: formatTime(now) };
  return { ...item, info, spec: sealed(self.state.key, item.spec) };
}
