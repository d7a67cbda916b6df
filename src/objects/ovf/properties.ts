/** Products and properties of a descriptor as a vApp has them: of a machine's or of a whole one's. */
import type { OvfEntity, OvfHardware, OvfProperty } from '../../formats/ovf/envelope.ts';
import type { VAppProductInfo, VAppPropertyInfo, VmConfigSpec } from '../../vim25/generated/index.ts';

/** The words of the importer: `key`, `class.key` or `class.key.instance`, and the value. */
export type Values = ReadonlyMap<string, string>;

export function productsOf({ products }: OvfEntity): VAppProductInfo[] {
  return products.map(
    ({ properties: _properties, product, ...rest }, key) =>
      ({ _typeName: 'VAppProductInfo', key, ...rest, name: product }) as unknown as VAppProductInfo,
  );
}

export function propertiesOf({ products }: OvfEntity, option: string, values: Values): VAppPropertyInfo[] {
  const found: VAppPropertyInfo[] = [];
  for (const { classId, instanceId, properties } of products) {
    for (const p of properties) {
      const id = [classId, p.key, instanceId].filter((part) => part !== '').join('.');
      const defaultValue = p.values.get(option) ?? p.values.get('') ?? '';
      found.push({
        _typeName: 'VAppPropertyInfo',
        key: found.length,
        classId,
        instanceId,
        id: p.key,
        category: p.category,
        label: p.label || p.key,
        type: typeOf(p),
        userConfigurable: p.userConfigurable,
        defaultValue,
        value: values.get(id) ?? values.get(p.key),
        description: p.description,
      } as VAppPropertyInfo);
    }
  }
  return found;
}

const WHOLE: Readonly<Record<string, string>> = {
  uint8: 'int(0..255)',
  sint8: 'int(-128..127)',
  uint16: 'int(0..65535)',
  sint16: 'int(-32768..32767)',
  uint32: 'int(0..2147483647)',
  sint32: 'int',
  uint64: 'int(0..2147483647)',
  sint64: 'int',
};

/** OVF's type and qualifiers in the words of a vApp: `string` with `MinLen(2) MaxLen(8)` is `string(2..8)`. */
export function typeOf({ type, qualifiers, password }: OvfProperty): string {
  if (type === 'boolean') return 'boolean';
  if (/^real/.test(type)) return 'real';
  if (WHOLE[type] !== undefined) return WHOLE[type];
  const network = /\bIp\s*(?:\(\s*"?([^")]*)"?\s*\))?/i.exec(qualifiers);
  if (network) return network[1] ? `ip:${network[1]}` : 'ip';
  const choices = /\bValueMap\s*\{(.*)\}/i.exec(qualifiers)?.[1];
  if (choices !== undefined) return `string[${choices}]`;
  const least = /\bMinLen\s*\(\s*(\d+)\s*\)/i.exec(qualifiers)?.[1];
  const most = /\bMaxLen\s*\(\s*(\d+)\s*\)/i.exec(qualifiers)?.[1];
  const word = password ? 'password' : 'string';
  return least === undefined && most === undefined ? word : `${word}(${least ?? ''}..${most ?? ''})`;
}

/** What the entity has of a vApp; undefined for a plain machine. */
export function vAppSpec(
  entity: OvfEntity,
  hardware: OvfHardware | undefined,
  option: string,
  values: Values,
): VmConfigSpec | undefined {
  const transports = hardware?.transports ?? [];
  if (entity.products.length === 0 && entity.eulas.length === 0 && transports.length === 0) return undefined;
  const add = (info: object) => ({ operation: 'add', info });
  return {
    product: productsOf(entity).map(add),
    property: propertiesOf(entity, option, values).map(add),
    eula: entity.eulas.length === 0 ? undefined : entity.eulas,
    ovfEnvironmentTransport: transports.length === 0 ? undefined : transports,
  } as unknown as VmConfigSpec;
}
