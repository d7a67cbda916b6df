import type { DataType, EnumType, Method, Property, Schema } from '../vim25/schema.ts';
import { wireType } from './array-type.ts';
import { VersionView } from './version-view.ts';

const XSD_SCALARS = new Set([
  'string',
  'int',
  'long',
  'short',
  'byte',
  'boolean',
  'float',
  'double',
  'dateTime',
  'base64Binary',
  'anyURI',
  'anyType',
]);

/** The part of a table that one version of the API shows: what its WSDL describes. */
export class ApiSurface {
  readonly schema: Schema;
  readonly version: number;
  readonly dataTypes: readonly DataType[];
  readonly enumTypes: readonly EnumType[];
  /** By wire name, which is unique: a SOAP operation does not belong to a type. */
  readonly methods: readonly Method[];
  /** Types that are faults. */
  readonly faults: readonly DataType[];
  readonly view: VersionView;

  constructor(schema: Schema, version: number) {
    this.schema = schema;
    this.version = version;
    this.view = new VersionView(schema, version);
    this.dataTypes = known(schema.dataNames, (name) => schema.data(name), version);
    this.enumTypes = known(schema.enumNames, (name) => schema.enum(name), version);
    this.faults = this.dataTypes.filter((type) => schema.isData(type.name, 'MethodFault'));
    this.methods = methodsOf(schema, version);
  }

  /** The version's name as SOAPActions carry it. */
  get versionId(): string {
    return this.schema.versions[this.version]!;
  }

  properties(type: DataType): readonly Property[] {
    return type.properties.filter((p) => this.view.has(p));
  }

  params(method: Method): readonly Property[] {
    return method.params.filter((p) => this.view.has(p));
  }

  /** Faults a method declares at this version; every method can also meet a RuntimeFault. */
  faultsOf(method: Method): readonly string[] {
    const names = new Set(method.faults.map((name) => this.view.data(name).name));
    return [...names.add('RuntimeFault')].sort();
  }

  /** The base type as described: the nearest that the version knows. */
  base(type: DataType): DataType | undefined {
    return type.base && this.view.data(type.base.name);
  }

  /** The qualified name of a property's type in a document that binds `xsd` and `vim25`. */
  qname(property: Pick<Property, 'kind' | 'type'>): string {
    if (property.kind === 'data') return `vim25:${this.view.data(property.type).name}`;
    if (property.kind === 'enum' && !this.view.enumValues(property.type)) return 'xsd:string';
    const name = wireType(property);
    return XSD_SCALARS.has(name) ? `xsd:${name}` : `vim25:${name}`;
  }
}

function known<T extends { readonly name: string; readonly version: number }>(
  names: readonly string[],
  find: (name: string) => T | undefined,
  version: number,
): T[] {
  const found: T[] = [];
  for (const name of names) {
    const type = find(name);
    if (type && type.version <= version) found.push(type);
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function methodsOf(schema: Schema, version: number): Method[] {
  const byName = new Map<string, Method>();
  for (const owner of schema.managedNames) {
    const type = schema.managed(owner);
    if (!type || type.version > version) continue;
    for (const method of type.methods.values()) {
      if (method.owner === owner && method.version <= version) byName.set(method.name, method);
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
