/** CustomFieldsManager: fields that users add to objects, and their values. */
import type { CustomFieldDef } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import { managedEntityArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import { type Entity, managedEntity } from '../inventory/managed-entity.ts';
import { type AnyMethod, type ManagedObject, managedObject } from '../managed-object.ts';

export interface CustomFieldFacets {
  readonly fields: readonly CustomFieldDef[];
}

export const customFieldsManagerKind: KindSpec<CustomFieldFacets> = defineKind<CustomFieldFacets>({
  type: 'CustomFieldsManager',
  properties: { field: { reads: ['fields'], value: (s) => s.fields } },
});

type Manager = Cell<CustomFieldFacets>;

export const customFieldsManager: ManagedObject = managedObject('CustomFieldsManager', customFieldsManagerKind, {
  AddCustomFieldDef(call, self, { name, moType, fieldDefPolicy, fieldPolicy }) {
    guardName(self, name, moType);
    if (moType !== undefined && !call.site.schema.managed(moType)) throw invalidArgument('moType');
    return call.turn(() => {
      const key = 100 + call.world.numbers.next('#customField');
      const def: CustomFieldDef = {
        key,
        name,
        type: 'string',
        managedObjectType: moType,
        fieldDefPrivileges: fieldDefPolicy,
        fieldInstancePrivileges: fieldPolicy,
      };
      call.world.update(self, { fields: [...self.state.fields, def] });
      post(call.site, call.user, 'CustomFieldDefAddedEvent', { fieldKey: key, name });
      return def;
    });
  },

  RenameCustomFieldDef(call, self, { key, name }) {
    const def = known(self, key);
    guardName(self, name, def.managedObjectType, def);
    call.turn(() => {
      call.world.update(self, { fields: self.state.fields.map((f) => (f.key === key ? { ...f, name } : f)) });
      post(call.site, call.user, 'CustomFieldDefRenamedEvent', { fieldKey: key, name: def.name, newName: name });
    });
  },

  /** The values go with the field. */
  RemoveCustomFieldDef(call, self, { key }) {
    const def = known(self, key);
    call.turn(() => {
      call.world.update(self, { fields: self.state.fields.filter((f) => f.key !== key) });
      for (const entity of call.world.every(managedEntity)) {
        const values = entity.state.customValues;
        if (values?.some((v) => v.key === key)) {
          call.world.update(entity, { customValues: values.filter((v) => v.key !== key) });
        }
      }
      post(call.site, call.user, 'CustomFieldDefRemovedEvent', { fieldKey: key, name: def.name });
    });
  },

  SetField(call, self, { entity, key, value }) {
    const def = known(self, key);
    const cell = call.resolve(managedEntity, entity);
    const { managedObjectType } = def;
    if (managedObjectType !== undefined && !cell.is(managedObjectType)) throw invalidArgument('entity');
    setField(call, cell, def, value);
  },
});

/** `setCustomValue`, which every entity has: the field is named, not numbered. */
export const setCustomValue: AnyMethod = (call: Call, self: Cell<never>, args: never) => {
  const { key, value } = args as { readonly key: string; readonly value: string };
  const cell = self as unknown as Cell<Entity>;
  const manager = call.world.ofType('CustomFieldsManager').values().next().value as Manager | undefined;
  const named = manager?.state.fields.filter((f) => f.name === key) ?? [];
  const def = named.find((f) => f.managedObjectType === undefined || cell.is(f.managedObjectType));
  if (!def) throw invalidArgument('key');
  setField(call, cell, def, value);
};

/** An empty value takes the field off the object. */
function setField(call: Call, cell: Cell<Entity>, def: CustomFieldDef, value: string): void {
  const before = cell.state.customValues ?? [];
  const old = before.find((v) => v.key === def.key) as { value?: string } | undefined;
  const others = before.filter((v) => v.key !== def.key);
  const added = value === '' ? [] : [{ _typeName: 'CustomFieldStringValue', key: def.key, value }];
  const entity = cell as unknown as Cell;
  call.turn(() => {
    call.world.update(cell, { customValues: [...others, ...added] });
    const told = { entity: managedEntityArgument(entity), fieldKey: def.key, name: def.name, value };
    post(call.site, call.user, 'CustomFieldValueChangedEvent', { ...told, prevState: old?.value }, { entity });
  });
}

function known(self: Manager, key: number): CustomFieldDef {
  const def = self.state.fields.find((f) => f.key === key);
  if (!def) throw invalidArgument('key');
  return def;
}

/** A name is free unless a field of that name applies to the same type, or to every type. */
function guardName(self: Manager, name: string, moType: string | undefined, own?: CustomFieldDef): void {
  const clash = self.state.fields.some(
    (f) =>
      f !== own &&
      f.name === name &&
      (moType === undefined || f.managedObjectType === undefined || f.managedObjectType === moType),
  );
  if (clash) throw new VimFault('DuplicateName', { name, object: self.ref });
}
