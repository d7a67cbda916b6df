/** Properties of a vApp configuration: what may be defined, and which values they take. */
import type { VAppPropertyInfo } from '../../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import { isSecret, propertyType } from './v-app-config-type.ts';

/** A property of which everything is said. */
export interface VAppProperty extends VAppPropertyInfo {
  readonly id: string;
  readonly type: string;
  readonly defaultValue: string;
  readonly value: string;
  readonly userConfigurable: boolean;
}

const FRESH = {
  classId: '',
  instanceId: '',
  id: '',
  category: '',
  label: '',
  type: 'string',
  userConfigurable: false,
  defaultValue: '',
  value: '',
  description: '',
};

/** A property after what a spec says of it. Throws a VAppPropertyFault, or InvalidArgument naming the part. */
export function propertyEntry(
  said: Partial<VAppPropertyInfo>,
  before: VAppProperty | undefined,
  path: string,
): VAppProperty {
  const after = { ...FRESH, ...before, ...said } as VAppProperty;
  if (after.id === '') throw invalidArgument(`${path}.id`);
  for (const part of ['id', 'classId', 'instanceId'] as const) {
    if (/\s/.test(after[part] ?? '')) throw invalidArgument(`${path}.${part}`);
  }
  if (before && after.value !== before.value) guardSettable(after);
  guardValues(after);
  return after;
}

/** Throws InvalidPropertyType or InvalidPropertyValue when the property does not agree with itself. */
function guardValues(property: VAppProperty): void {
  const takes = propertyType(property.type);
  if (!takes) throw propertyFault('InvalidPropertyType', property);
  for (const value of [property.defaultValue, property.value]) {
    if (value !== '' && !takes(value)) throw propertyFault('InvalidPropertyValue', { ...property, value });
  }
}

function guardSettable(property: VAppProperty): void {
  if (!property.userConfigurable) throw propertyFault('NotUserConfigurableProperty', property);
}

/** The property with a value that whoever deploys it gives. */
export function withValue(property: VAppProperty, value: string): VAppProperty {
  const after = Object.freeze({ ...property, value });
  if (value !== property.value) guardSettable(after);
  guardValues(after);
  return after;
}

/** A fault about a property. A secret is in no fault either. */
export function propertyFault(
  fault: string,
  property: VAppProperty,
  more: Readonly<Record<string, unknown>> = {},
): VimFault {
  const { id, category = '', label = '', type } = property;
  return new VimFault(fault, { id, category, label, type, value: isSecret(type) ? '' : property.value, ...more });
}

/** `[classId.]id[.instanceId]`: the name under which the guest finds the property. */
export function propertyKey({ classId, id, instanceId }: VAppPropertyInfo): string {
  return [classId, id, instanceId].filter((part) => part !== undefined && part !== '').join('.');
}

/** Throws InvalidArgument when two properties have one name. */
export function guardKeys(properties: readonly VAppProperty[] | undefined, path: string): void {
  const seen = new Set<string>();
  for (const property of properties ?? []) {
    const key = propertyKey(property);
    if (seen.has(key)) throw invalidArgument(`${path}.id`);
    seen.add(key);
  }
}

/** The property as a client reads it: passwords are written and never read. */
export function propertyInfo(property: VAppProperty): VAppPropertyInfo {
  return isSecret(property.type) ? { ...property, value: '', defaultValue: '' } : property;
}
