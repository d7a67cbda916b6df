/** Compiles kinds: flattens inheritance, numbers slots, and turns what each property reads into triggers. */
import { SimError } from '../kernel/errors.ts';
import type { Property, Schema } from '../vim25/schema.ts';
import type { Ageing, Derivation, DerivedProperty, Index, Kind, KindSpec, Relation, Step, Sum } from './kind.ts';

type AnySpec = KindSpec<never>;

export class Model {
  readonly schema: Schema;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly relationCount: number;
  readonly sumCount: number;

  constructor(schema: Schema, specs: readonly KindSpec<never>[]) {
    this.schema = schema;
    const builder = new Builder(schema, specs);
    this.kinds = builder.build();
    this.relationCount = builder.relations;
    this.sumCount = builder.sums;
  }

  kind(type: string): Kind {
    const kind = this.kinds.get(type);
    if (!kind) throw new SimError('ERR_STATE', `no kind ${type} is defined`);
    return kind;
  }
}

class Builder {
  relations = 0;
  sums = 0;
  readonly #schema: Schema;
  readonly #specs: readonly AnySpec[];
  readonly #kinds = new Map<string, Kind>();
  readonly #relationOf = new Map<unknown, Relation>();
  readonly #sumOf = new Map<unknown, Sum>();

  constructor(schema: Schema, specs: readonly AnySpec[]) {
    this.#schema = schema;
    this.#specs = specs;
  }

  build(): Map<string, Kind> {
    for (const spec of this.#specs) this.#kinds.set(spec.type, this.#flatten(spec));
    for (const kind of this.#kinds.values()) this.#linkInverses(kind);
    for (const kind of this.#kinds.values()) {
      for (const property of kind.slots) this.#wire(kind, property);
    }
    return this.#kinds;
  }

  #flatten(spec: AnySpec): Kind {
    const chain: AnySpec[] = [];
    for (let s: AnySpec | undefined = spec; s; s = s.base) chain.unshift(s);
    const relationByName = new Map<string, Relation>();
    const sums = new Map<string, Sum>();
    const indexes = new Map<string, Index>();
    const derivations = new Map<string, Derivation<never>>();
    for (const s of chain) {
      for (const [name, r] of Object.entries(s.relations ?? {})) relationByName.set(name, this.#relation(name, r));
      for (const [name, x] of Object.entries(s.sums ?? {})) sums.set(name, this.#sum(name, x, relationByName));
      for (const [name, x] of Object.entries(s.indexes ?? {})) indexes.set(name, { name, ...x });
      for (const [name, d] of Object.entries(s.properties ?? {})) derivations.set(name, d);
    }
    const slots = this.#derive(spec, derivations);
    const slotsReading = (test: (p: DerivedProperty) => boolean) => slots.filter(test).map((p) => p.slot);
    return {
      type: spec.type,
      lineage: this.#lineage(spec.type),
      prefix: spec.prefix ?? chain.findLast((s) => s.prefix)?.prefix ?? spec.type,
      volatile: chain.some((s) => s.volatile === true),
      relations: [...relationByName.values()],
      relationByName,
      inverseByName: new Map(),
      sums: [...sums.values()],
      sumByName: new Map(),
      indexes: [...indexes.values()],
      properties: new Map(slots.map((p) => [p.name, p])),
      slots,
      triggers: new Map(),
      topology: slotsReading((p) => p.reads.includes('@topology')),
      ticking: slotsReading((p) => p.ageing === 'tick'),
    };
  }

  #lineage(type: string): Set<string> {
    const lineage = new Set([type]);
    for (let t = this.#schema.managed(type); t; t = t.base) lineage.add(t.name);
    return lineage;
  }

  #relation(name: string, spec: NonNullable<AnySpec['relations']>[string]): Relation {
    let made = this.#relationOf.get(spec);
    if (!made) {
      const slot = this.relations++;
      made = { ...spec, name, structural: spec.structural ?? false, slot, leaving: `>${name}`, arriving: `<${slot}` };
      this.#relationOf.set(spec, made);
    }
    return made;
  }

  #sum(name: string, spec: NonNullable<AnySpec['sums']>[string], relations: ReadonlyMap<string, Relation>): Sum {
    let made = this.#sumOf.get(spec);
    if (!made) {
      const relation = relations.get(spec.relation);
      if (!relation) throw new SimError('ERR_STATE', `sum ${name}: no relation ${spec.relation}`);
      made = { ...spec, name, relation, slot: this.sums++, event: `+${name}` };
      this.#sumOf.set(spec, made);
    }
    return made;
  }

  /** Properties of the table get a slot each; one without a derivation is simply unset. */
  #derive(spec: AnySpec, derivations: ReadonlyMap<string, Derivation<never>>): DerivedProperty[] {
    const rows = this.#schema.managed(spec.type)?.properties ?? new Map<string, Property>();
    for (const name of derivations.keys()) {
      if (!rows.has(name)) throw new SimError('ERR_STATE', `${spec.type} has no property ${name} in the API table`);
    }
    const slots: DerivedProperty[] = [];
    for (const [name, row] of rows) {
      const d = derivations.get(name);
      if (!d) continue;
      const reads = [...new Set(expand(spec.type, d.reads, derivations, new Set([name])))];
      slots.push({ name, slot: slots.length, row, ageing: ageing(reads), value: d.value, reads });
    }
    return slots;
  }

  #linkInverses(kind: Kind): void {
    for (const relation of kind.relations) {
      for (const target of this.#withLineage(relation.to)) {
        const list = target.inverseByName.get(relation.inverse) ?? [];
        if (!list.includes(relation)) target.inverseByName.set(relation.inverse, [...list, relation]);
      }
    }
    for (const sum of kind.sums) {
      for (const target of this.#withLineage(sum.relation.to)) {
        const list = target.sumByName.get(sum.name) ?? [];
        if (!list.includes(sum)) target.sumByName.set(sum.name, [...list, sum]);
      }
    }
  }

  #withLineage(type: string): Kind[] {
    return [...this.#kinds.values()].filter((k) => k.lineage.has(type));
  }

  /** Registers, for each thing a property reads, the way back from that thing to the property. */
  #wire(kind: Kind, property: DerivedProperty): void {
    for (const read of property.reads) {
      if (!read.startsWith('@')) this.#walk(kind, [kind], property, read.split('.'), []);
    }
  }

  #walk(
    home: Kind,
    at: readonly Kind[],
    property: DerivedProperty,
    rest: readonly string[],
    back: readonly Step[],
  ): void {
    const [name, ...more] = rest as [string, ...string[]];
    for (const kind of at) {
      const relation = kind.relationByName.get(name);
      const inverses = kind.inverseByName.get(name);
      if (more.length > 0 && relation) {
        this.#on(kind, relation.leaving, back, home, property);
        const step = { relation, forward: false };
        this.#walk(home, this.#withLineage(relation.to), property, more, [step, ...back]);
      } else if (inverses) {
        for (const inverse of inverses) {
          this.#on(kind, inverse.arriving, back, home, property);
          if (more.length === 0) continue;
          const step = { relation: inverse, forward: true };
          this.#walk(home, this.#having(inverse), property, more, [step, ...back]);
        }
      } else if (more.length > 0) {
        throw new SimError(
          'ERR_STATE',
          `${home.type}.${property.name} reads ${rest.join('.')}: ${kind.type} has no relation ${name}`,
        );
      } else {
        this.#on(kind, name, back, home, property);
      }
    }
  }

  #having(relation: Relation): Kind[] {
    return [...this.#kinds.values()].filter((k) => k.relations.includes(relation));
  }

  #on(kind: Kind, event: string, steps: readonly Step[], home: Kind, property: DerivedProperty): void {
    const list = kind.triggers.get(event) ?? [];
    const same = list.find((t) => t.slot === property.slot && t.kinds.has(home) && sameSteps(t.steps, steps));
    if (!same) list.push({ steps, slot: property.slot, kinds: new Set([home]) });
    kind.triggers.set(event, list);
  }
}

function expand(
  type: string,
  reads: readonly string[],
  derivations: ReadonlyMap<string, Derivation<never>>,
  seen: Set<string>,
): string[] {
  return reads.flatMap((read) => {
    if (!read.startsWith('.')) return [read];
    const name = read.slice(1);
    const d = derivations.get(name);
    if (!d) throw new SimError('ERR_STATE', `${type}: nothing derives the property ${name}`);
    if (seen.has(name)) return [];
    seen.add(name);
    return expand(type, d.reads, derivations, seen);
  });
}

function ageing(reads: readonly string[]): Ageing {
  if (reads.includes('@viewer')) return 'viewer';
  if (reads.includes('@clock')) return 'clock';
  return reads.includes('@tick') ? 'tick' : 'facts';
}

function sameSteps(a: readonly Step[], b: readonly Step[]): boolean {
  return a.length === b.length && a.every((s, i) => s.relation === b[i]!.relation && s.forward === b[i]!.forward);
}
