/** What the table says of types, in the form in which the quick reader asks for it. */
import type { DataType, Property, Schema, TypeKind } from '../vim25/schema.ts';
import { type ArrayItem, REFERENCE } from './array-type.ts';
import { XSD_ALIASES } from './decode-value.ts';
import { Repeats } from './repeats.ts';

export interface Field {
  readonly name: string;
  readonly kind: TypeKind;
  readonly type: string;
  readonly array: boolean;
  /** The declared type, where that is a data type. */
  readonly plan: Plan | undefined;
  /** Name under which a value inside an anyType keeps its type. */
  readonly boxed?: string | undefined;
  /** The type of reference, or of data, that was last seen to fit here. */
  checked: string | undefined;
  checkedPlan: Plan | undefined;
  /** What data objects stood there. */
  readonly repeats: Repeats | undefined;
}

export interface Plan {
  readonly name: string;
  fields: readonly Field[];
  readonly places: ReadonlyMap<string, number>;
  /** Arrays that every value has. */
  readonly required: readonly string[];
  /** By the place of one property, plus one: the place of the one that last came after it. */
  readonly next: Int32Array;
}

/** Scalars that speak for themselves. */
const PLAIN = new Set(['string', 'boolean', 'int', 'TypeName', 'PropertyPath', 'MethodName']);

export class Plans {
  readonly anyReference: Field = field('', 'ref', 'ManagedObject', false, undefined);
  readonly #schema: Schema;
  readonly #shares: boolean;
  readonly #plans = new Map<string, Plan>();
  readonly #fields = new WeakMap<Property, Field>();
  readonly #dynamic = new Map<string, Field | undefined>();
  readonly #items = new Map<string, Field>();

  /** `shares` lets what many objects say alike be one value. */
  constructor(schema: Schema, shares: boolean) {
    this.#schema = schema;
    this.#shares = shares;
  }

  fieldOf(property: Property): Field {
    let known = this.#fields.get(property);
    if (!known) {
      const { name, kind, type, array } = property;
      const plan = kind === 'data' ? this.#planOf(type) : undefined;
      known = field(name, kind, type, array, plan, undefined, this.#shares);
      this.#fields.set(property, known);
    }
    return known;
  }

  /** The plan for a value whose own type is told; a type that is unknown or does not fit is read as the declared one. */
  runtime(declared: Field, name: string): Plan {
    if (declared.checked === name) return declared.checkedPlan!;
    const fits = this.#schema.data(name) !== undefined && this.#schema.isData(name, declared.type);
    const plan = fits ? this.#planOf(name)! : declared.plan!;
    declared.checked = name;
    declared.checkedPlan = plan;
    return plan;
  }

  /** How a value inside an anyType is read by the type it names; undefined when that is no single value's. */
  dynamic(name: string): Field | undefined {
    if (this.#dynamic.has(name)) return this.#dynamic.get(name);
    const type = XSD_ALIASES[name] ?? name;
    const kind = this.#schema.kind(type);
    let made: Field | undefined;
    if (kind === 'data') made = field('', kind, type, false, this.#planOf(type));
    else if (kind === 'builtin' || kind === 'enum') {
      made = field('', kind, type, false, undefined, kind === 'builtin' && PLAIN.has(type) ? undefined : type);
    }
    this.#dynamic.set(name, made);
    return made;
  }

  itemOf(arrayType: string, { type, kind }: ArrayItem): Field {
    let made = this.#items.get(arrayType);
    if (!made) {
      const declared = type === REFERENCE ? 'ManagedObject' : type;
      made = field('', kind, declared, false, kind === 'data' ? this.#planOf(declared) : undefined);
      this.#items.set(arrayType, made);
    }
    return made;
  }

  /** Whether a reference of one type may stand where another is declared. */
  fits(type: string, declared: string): boolean {
    const schema = this.#schema;
    if (!schema.managed(type) || !schema.managed(declared)) return true;
    return schema.isManaged(type, declared) || schema.isManaged(declared, type);
  }

  #planOf(name: string): Plan {
    const known = this.#plans.get(name);
    if (known) return known;
    const type = this.#schema.data(name) as DataType;
    const { allProperties, required } = type;
    const plan: Plan = {
      name,
      fields: [],
      places: new Map(allProperties.map((property, place) => [property.name, place])),
      required: required.filter(({ array }) => array).map((property) => property.name),
      next: new Int32Array(allProperties.length + 1),
    };
    // A type may hold values of itself.
    this.#plans.set(name, plan);
    plan.fields = allProperties.map((property) => this.fieldOf(property));
    return plan;
  }
}

function field(
  name: string,
  kind: TypeKind,
  type: string,
  array: boolean,
  plan: Plan | undefined,
  boxed?: string,
  shares = false,
): Field {
  const repeats = kind === 'data' && shares ? new Repeats() : undefined;
  return { name, kind, type, array, plan, boxed, checked: undefined, checkedPlan: undefined, repeats };
}
