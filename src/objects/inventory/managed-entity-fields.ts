/** Fields that users defined, as the objects they may be set on show them. */
import type { CustomFieldDef } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';

/** Id of the one CustomFieldsManager; an ESXi host has none. */
export const FIELD_MANAGER = 'CustomFieldsManager';

export interface CustomFieldFacets {
  readonly fields: readonly CustomFieldDef[];
}

/** Whether a field is one of objects of that kind: defined for its type, or for every type. */
export function appliesTo({ managedObjectType }: CustomFieldDef, cell: Cell): boolean {
  return managedObjectType === undefined || cell.is(managedObjectType);
}

/** `availableField` of an entity that has the relation `fieldManager`: sorted by name. */
export function availableFields(self: Cell): readonly CustomFieldDef[] {
  const fields = self.one<CustomFieldFacets>('fieldManager')?.state.fields ?? [];
  return fields.filter((field) => appliesTo(field, self)).sort((a, b) => (a.name < b.name ? -1 : 1));
}
