/**
 * The API as data: look-ups over one of the tables in `wsdl/`.
 *
 * Rows become objects when first asked for, so loading costs one JSON.parse. The order of `allProperties` is the
 * order of the WSDL: base type first, then declared order.
 */
import { readFileSync } from 'node:fs';

/** One row of a table as the importer writes it: name, type, flags, version, privilege. */
type PropertyRow = readonly [string, string, number, number, (string | null)?];
type MethodRow = readonly [
  name: string,
  version: number,
  params: readonly PropertyRow[],
  result: readonly [string, number, string | null],
  privilege: string | null,
  faults: readonly string[],
];

interface Table {
  readonly namespace: string;
  readonly source: string;
  readonly versions: readonly string[];
  readonly data: Record<string, readonly [base: string, version: number, properties: readonly PropertyRow[]]>;
  readonly enums: Record<string, readonly [version: number, values: readonly (string | readonly [string, number])[]]>;
  readonly managed: Record<
    string,
    readonly [base: string, version: number, properties: readonly PropertyRow[], methods: readonly MethodRow[]]
  >;
}

const OPTIONAL = 1;
const LINK = 2;
const SECRET = 8;

/** What a type name stands for. `any` is xsd:anyType, `builtin` the other XSD scalars. */
export type TypeKind = 'builtin' | 'any' | 'data' | 'enum' | 'ref';

/** A property of a data object, a parameter of a method, or a method's result. */
export interface Property {
  readonly name: string;
  /** Wire name of the type of one item, without `[]`. */
  readonly type: string;
  readonly kind: TypeKind;
  readonly array: boolean;
  readonly optional: boolean;
  readonly link: boolean;
  readonly secret: boolean;
  /** Index into `Schema.versions`: the first API version that has it. */
  readonly version: number;
  /** Privilege a reader or caller needs, when the table names one. */
  readonly privilege: string | undefined;
}

export interface DataType {
  readonly name: string;
  readonly base: DataType | undefined;
  readonly version: number;
  readonly properties: readonly Property[];
  readonly allProperties: readonly Property[];
  readonly byName: ReadonlyMap<string, Property>;
  /** What every value has: the type's own first, then its base's. */
  readonly required: readonly RequiredProperty[];
}

export interface RequiredProperty {
  readonly name: string;
  readonly array: boolean;
  /** It came with its type; what came later, older clients cannot send. */
  readonly always: boolean;
}

export interface EnumType {
  readonly name: string;
  readonly version: number;
  /** Value -> index of the first API version that has it. */
  readonly values: ReadonlyMap<string, number>;
}

export interface Method {
  readonly name: string;
  readonly owner: string;
  readonly version: number;
  readonly params: readonly Property[];
  readonly paramByName: ReadonlyMap<string, Property>;
  /** Undefined for a method that returns nothing. */
  readonly result: Property | undefined;
  /** For methods that return a Task: the type of `TaskInfo.result`, when there is one. */
  readonly taskResult: string | undefined;
  readonly privilege: string | undefined;
  readonly faults: readonly string[];
}

export interface ManagedType {
  readonly name: string;
  readonly base: ManagedType | undefined;
  readonly version: number;
  readonly properties: ReadonlyMap<string, Property>;
  readonly methods: ReadonlyMap<string, Method>;
}

const BUILTINS = new Set([
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
  'TypeName',
  'PropertyPath',
  'MethodName',
]);

/**
 * One API table, indexed. A table that builds on another (pbm on vim25) is given that one as `base`, and counts versions as
 * that one does; `eras` says which of the base's versions stands for one that only the table itself has.
 */
export class Schema {
  readonly namespace: string;
  readonly versions: readonly string[];
  readonly base: Schema | undefined;
  readonly #table: Table;
  /** For each version of the table, the place of its like among the base's. */
  readonly #eras: readonly number[] | undefined;
  readonly #eraOf: ReadonlyMap<string, number>;
  readonly #data = new Map<string, DataType | undefined>();
  readonly #enums = new Map<string, EnumType | undefined>();
  readonly #managed = new Map<string, ManagedType | undefined>();
  readonly #items = new WeakMap<Property, Property>();

  constructor(table: unknown, base?: Schema, eras: { readonly [version: string]: string } = {}) {
    this.#table = table as Table;
    this.base = base;
    this.namespace = this.#table.namespace;
    this.versions = base?.versions ?? this.#table.versions;
    let last = 0;
    this.#eras = base && this.#table.versions.map((id) => (last = Math.max(last, base.versionIndex(eras[id] ?? id))));
    this.#eraOf = new Map(this.#eras && this.#table.versions.map((id, i) => [id, this.#eras![i]!]));
  }

  /** Reads a table as JSON from a file. */
  static read(file: URL | string, base?: Schema, eras?: { readonly [version: string]: string }): Schema {
    return new Schema(JSON.parse(readFileSync(file, 'utf8')), base, eras);
  }

  /** Whether a type of that name comes from the table that this one builds on. */
  isInherited(name: string): boolean {
    if (!this.base) return false;
    const { data, enums, managed } = this.#table;
    return !own<unknown>(data, name) && !own<unknown>(enums, name) && !own<unknown>(managed, name);
  }

  get dataNames(): string[] {
    return Object.keys(this.#table.data);
  }

  get enumNames(): string[] {
    return Object.keys(this.#table.enums);
  }

  get managedNames(): string[] {
    return Object.keys(this.#table.managed);
  }

  data(name: string): DataType | undefined {
    if (this.#data.has(name)) return this.#data.get(name);
    const made = this.#makeData(name) ?? this.base?.data(name);
    this.#data.set(name, made);
    return made;
  }

  enum(name: string): EnumType | undefined {
    if (this.#enums.has(name)) return this.#enums.get(name);
    const row = own(this.#table.enums, name);
    const made = row
      ? {
          name,
          version: this.#era(row[0]),
          values: new Map(
            row[1].map((v) => (typeof v === 'string' ? [v, this.#era(row[0])] : [v[0], this.#era(v[1])])),
          ),
        }
      : this.base?.enum(name);
    this.#enums.set(name, made);
    return made;
  }

  managed(name: string): ManagedType | undefined {
    if (this.#managed.has(name)) return this.#managed.get(name);
    const made = this.#makeManaged(name) ?? this.base?.managed(name);
    this.#managed.set(name, made);
    return made;
  }

  /** The kind of a wire type name without `[]`; undefined when the table does not know it. */
  kind(name: string): TypeKind | undefined {
    if (name === 'anyType') return 'any';
    if (BUILTINS.has(name)) return 'builtin';
    if (own(this.#table.data, name)) return 'data';
    if (own(this.#table.enums, name)) return 'enum';
    if (own(this.#table.managed, name)) return 'ref';
    return this.base?.kind(name);
  }

  /** Whether data type `name` is `ancestor` or inherits from it. */
  isData(name: string, ancestor: string): boolean {
    for (let t = this.data(name); t; t = t.base) if (t.name === ancestor) return true;
    return false;
  }

  /** Whether managed type `name` is `ancestor` or inherits from it. */
  isManaged(name: string, ancestor: string): boolean {
    for (let t = this.managed(name); t; t = t.base) if (t.name === ancestor) return true;
    return false;
  }

  /** Index of a wire version id such as `8.0.2.0`; -1 when the table has no such version. */
  versionIndex(id: string): number {
    return this.#eraOf.get(id) ?? this.versions.indexOf(id);
  }

  /** The row of one element of an array property. */
  item(row: Property): Property {
    let item = this.#items.get(row);
    if (!item) {
      item = { ...row, array: false };
      this.#items.set(row, item);
    }
    return item;
  }

  #makeData(name: string): DataType | undefined {
    const row = own(this.#table.data, name);
    if (!row) return undefined;
    const base = row[0] ? this.data(row[0]) : undefined;
    const properties = row[2].map((p) => this.#property(p));
    const allProperties = base ? [...base.allProperties, ...properties] : properties;
    return {
      name,
      base,
      version: this.#era(row[1]),
      properties,
      allProperties,
      byName: new Map(allProperties.map((p) => [p.name, p])),
      required: [
        ...properties
          .filter((p) => !p.optional)
          .map(({ name, array, version }) => ({ name, array, always: version <= this.#era(row[1]) })),
        ...(base?.required ?? []),
      ],
    };
  }

  #makeManaged(name: string): ManagedType | undefined {
    const row = own(this.#table.managed, name);
    if (!row) return undefined;
    const base = row[0] ? this.managed(row[0]) : undefined;
    const properties = new Map(base?.properties);
    for (const p of row[2]) properties.set(p[0], this.#property(p));
    const methods = new Map(base?.methods);
    for (const m of row[3]) methods.set(m[0], this.#method(name, m));
    return { name, base, version: this.#era(row[1]), properties, methods };
  }

  #method(owner: string, row: MethodRow): Method {
    const [name, version, params, [result, flags, taskResult], privilege, faults] = row;
    const made = params.map((p) => this.#property(p));
    return {
      name,
      owner,
      version: this.#era(version),
      params: made,
      paramByName: new Map(made.map((p) => [p.name, p])),
      result: result === 'void' ? undefined : this.#property(['returnval', result, flags, version]),
      taskResult: taskResult === null || taskResult === 'void' ? undefined : taskResult,
      privilege: privilege ?? undefined,
      faults,
    };
  }

  #property(row: PropertyRow): Property {
    const array = row[1].endsWith('[]');
    const type = array ? row[1].slice(0, -2) : row[1];
    const kind = this.kind(type);
    if (!kind) throw new Error(`${this.namespace}: property ${row[0]} has unknown type ${row[1]}`);
    return {
      name: row[0],
      type,
      kind,
      array,
      optional: (row[2] & OPTIONAL) !== 0,
      link: (row[2] & LINK) !== 0,
      secret: (row[2] & SECRET) !== 0,
      version: this.#era(row[3]),
      privilege: row[4] || undefined,
    };
  }

  #era(version: number): number {
    return this.#eras?.[version] ?? version;
  }
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
