/** CustomFieldsManager: fields that users add to objects, and their values. */
import type { CustomFieldDef, CustomFieldValue, PrivilegePolicyDef } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { PRIVILEGE_IDS, SYSTEM_PRIVILEGES } from '../access/privileges.ts';
import type { Call } from '../call.ts';
import { managedEntityArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import { managedEntity } from '../inventory/managed-entity.ts';
import { appliesTo, type CustomFieldFacets } from '../inventory/managed-entity-fields.ts';
import { type AnyMethod, type ManagedObject, managedObject } from '../managed-object.ts';

export type { CustomFieldFacets };

export const customFieldsManagerKind: KindSpec<CustomFieldFacets> = defineKind<CustomFieldFacets>({
  type: 'CustomFieldsManager',
  properties: { field: { reads: ['fields'], value: (s) => s.fields } },
});

type Manager = Cell<CustomFieldFacets>;

/** Who may define and set a field of which nobody said so. */
const DEFINE = policy('Global.ManageCustomFields');
const SET = policy('Global.SetCustomField');

function policy(change: string): PrivilegePolicyDef {
  return Object.freeze({
    _typeName: 'PrivilegePolicyDef',
    createPrivilege: change,
    readPrivilege: 'System.View',
    updatePrivilege: change,
    deletePrivilege: change,
  });
}

export const customFieldsManager: ManagedObject = managedObject('CustomFieldsManager', customFieldsManagerKind, {
  AddCustomFieldDef(call, self, { name, moType, fieldDefPolicy, fieldPolicy }) {
    if (moType !== undefined && !call.site.schema.isManaged(moType, 'ExtensibleManagedObject')) {
      throw invalidArgument('moType');
    }
    for (const given of [fieldDefPolicy, fieldPolicy]) if (given) guardPolicy(given);
    guardName(self, name, moType);
    return call.turn(() => {
      const key = 100 + call.world.numbers.next('#customField');
      const def: CustomFieldDef = Object.freeze({
        _typeName: 'CustomFieldDef',
        key,
        name,
        type: 'string',
        managedObjectType: moType,
        fieldDefPrivileges: fieldDefPolicy ?? DEFINE,
        fieldInstancePrivileges: fieldPolicy ?? SET,
      });
      call.world.update(self, { fields: Object.freeze([...self.state.fields, def]) });
      post(call.site, call.user, 'CustomFieldDefAddedEvent', { fieldKey: key, name });
      return def;
    });
  },

  RenameCustomFieldDef(call, self, { key, name }) {
    const def = known(self, key);
    guardRight(call, self as unknown as Cell, def.fieldDefPrivileges?.updatePrivilege);
    guardName(self, name, def.managedObjectType, def);
    call.turn(() => {
      const fields = self.state.fields.map((f) => (f.key === key ? Object.freeze({ ...f, name }) : f));
      call.world.update(self, { fields: Object.freeze(fields) });
      post(call.site, call.user, 'CustomFieldDefRenamedEvent', { fieldKey: key, name: def.name, newName: name });
    });
  },

  /** The values go with the field. */
  RemoveCustomFieldDef(call, self, { key }) {
    const def = known(self, key);
    guardRight(call, self as unknown as Cell, def.fieldDefPrivileges?.deletePrivilege);
    call.turn(() => {
      for (const entity of call.world.every(managedEntity)) {
        const values = entity.state.customValues;
        if (values?.some((v) => v.key === key)) {
          call.world.update(entity, { customValues: Object.freeze(values.filter((v) => v.key !== key)) });
        }
      }
      call.world.update(self, { fields: Object.freeze(self.state.fields.filter((f) => f.key !== key)) });
      post(call.site, call.user, 'CustomFieldDefRemovedEvent', { fieldKey: key, name: def.name });
    });
  },

  SetField(call, self, { entity, key, value }) {
    const def = known(self, key);
    const cell = call.resolve(managedEntity, entity) as unknown as Cell;
    if (!appliesTo(def, cell)) throw invalidArgument('entity');
    setField(call, cell, def, value);
  },
});

/** `setCustomValue`, which every entity has: the field is named, not numbered. */
export const setCustomValue: AnyMethod = (call: Call, self: Cell<never>, args: never) => {
  const { key, value } = args as { readonly key: string; readonly value: string };
  const cell = self as unknown as Cell;
  const manager = call.world.ofType('CustomFieldsManager').values().next().value as Manager | undefined;
  const def = manager?.state.fields.find((f) => f.name === key && appliesTo(f, cell));
  if (!def) throw invalidArgument('key');
  setField(call, cell, def, value);
};

interface Holder {
  readonly customValues?: readonly CustomFieldValue[] | undefined;
}

/** An empty value takes the field off the object. */
function setField(call: Call, cell: Cell, def: CustomFieldDef, value: string): void {
  const holder = cell as unknown as Cell<Holder>;
  if (!cell.kind.properties.get('value')?.reads.includes('customValues')) throw notSupported();
  guardRight(call, cell, def.fieldInstancePrivileges?.updatePrivilege);
  const before = holder.state.customValues ?? [];
  const old = before.find((v) => v.key === def.key) as { readonly value?: string } | undefined;
  const others = before.filter((v) => v.key !== def.key);
  const added =
    value === '' ? [] : [Object.freeze({ _typeName: 'CustomFieldStringValue', key: def.key, value } as const)];
  call.turn(() => {
    call.world.update(holder, { customValues: Object.freeze([...others, ...added]) });
    if (!cell.is('ManagedEntity')) return;
    const told = { entity: managedEntityArgument(cell), fieldKey: def.key, name: def.name, value };
    post(call.site, call.user, 'CustomFieldValueChangedEvent', { ...told, prevState: old?.value }, { entity: cell });
  });
}

function known(self: Manager, key: number): CustomFieldDef {
  const def = self.state.fields.find((f) => f.key === key);
  if (!def) throw invalidArgument('key');
  return def;
}

/** What the field's own policy asks for beside what the method does. */
function guardRight(call: Call, cell: Cell, privilege: string | undefined): void {
  if (privilege === undefined || privilege === '' || call.viewer.can(cell, privilege)) return;
  throw new VimFault('NoPermission', { object: cell.ref, privilegeId: privilege });
}

function guardPolicy(given: PrivilegePolicyDef): void {
  const { createPrivilege, readPrivilege, updatePrivilege, deletePrivilege } = given;
  for (const privilege of [createPrivilege, readPrivilege, updatePrivilege, deletePrivilege]) {
    const exists = PRIVILEGE_IDS.includes(privilege) || SYSTEM_PRIVILEGES.includes(privilege);
    if (privilege !== '' && !exists) throw new VimFault('InvalidPrivilege', { privilege });
  }
}

/** A name is free unless a field of that name applies to the same type, or to every type. */
function guardName(self: Manager, name: string, moType: string | undefined, own?: CustomFieldDef): void {
  if (name.trim() === '') throw invalidArgument('name');
  const clash = self.state.fields.some(
    (f) =>
      f !== own &&
      f.name === name &&
      (moType === undefined || f.managedObjectType === undefined || f.managedObjectType === moType),
  );
  if (clash) throw new VimFault('DuplicateName', { name, object: self.ref });
}
