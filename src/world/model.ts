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
  readonly #descendants = new Map<string, readonly Kind[]>();
  readonly #holders = new Map<Relation, readonly Kind[]>();
  readonly #here = new WayBack([]);

  constructor(schema: Schema, specs: readonly AnySpec[]) {
    this.#schema = schema;
    this.#specs = specs;
  }

  build(): Map<string, Kind> {
    for (const spec of this.#specs) this.#kinds.set(spec.type, this.#flatten(spec));
    for (const kind of this.#kinds.values()) this.#linkInverses(kind);
    for (const kind of this.#kinds.values()) this.#wire(kind);
    return this.#kinds;
  }

  #flatten(spec: AnySpec): Kind {
    const chain: AnySpec[] = [];
    for (let s: AnySpec | undefined = spec; s; s = s.base) chain.unshift(s);
    const relationByName = new Map<string, Relation>();
    const sums = new Map<string, Sum>();
    const indexes = new Map<string, Index>();
    const derivations = new Map<string, Derivation<never>>();
    const machinery = new Map<string, (() => unknown) | undefined>();
    for (const s of chain) {
      for (const [name, make] of Object.entries(s.machinery ?? {})) machinery.set(name, make as () => unknown);
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
      machinery,
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
      const at = [...relations.keys()].indexOf(spec.relation);
      made = { ...spec, name, relation, at, slot: this.sums++, event: `+${name}` };
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
      for (const target of this.#withLineage(relation.to)) add(target.inverseByName, relation.inverse, relation);
    }
    for (const sum of kind.sums) {
      for (const target of this.#withLineage(sum.relation.to)) add(target.sumByName, sum.name, sum);
    }
  }

  #withLineage(type: string): readonly Kind[] {
    let kinds = this.#descendants.get(type);
    if (!kinds) {
      kinds = [...this.#kinds.values()].filter((k) => k.lineage.has(type));
      this.#descendants.set(type, kinds);
    }
    return kinds;
  }

  /** Registers, for each thing that properties read, the way back from that thing to the properties. */
  #wire(home: Kind): void {
    const readers = new Map<string, number[]>();
    for (const { slot, reads } of home.slots) {
      for (const read of reads) if (!read.startsWith('@')) add(readers, read, slot);
    }
    for (const [read, slots] of readers) this.#walk({ home, slots, read }, [home], read.split('.'), this.#here);
  }

  #walk(reader: Reader, at: readonly Kind[], rest: readonly string[], back: WayBack): void {
    const [name, ...more] = rest as [string, ...string[]];
    if (name === '@there') return;
    const further = new Map<WayBack, readonly Kind[]>();
    for (const kind of at) {
      const relation = kind.relationByName.get(name);
      const inverses = kind.inverseByName.get(name);
      if (more.length > 0 && relation) {
        on(kind, relation.leaving, back, reader);
        further.set(back.from(relation, false), this.#withLineage(relation.to));
      } else if (inverses) {
        for (const inverse of inverses) {
          on(kind, inverse.arriving, back, reader);
          if (more.length > 0) further.set(back.from(inverse, true), this.#having(inverse));
        }
      } else if (more.length > 0) {
        const { home, read } = reader;
        throw new SimError('ERR_STATE', `${home.type} reads ${read}: ${kind.type} has no relation ${name}`);
      } else {
        on(kind, name, back, reader);
      }
    }
    for (const [way, kinds] of further) this.#walk(reader, kinds, more, way);
  }

  #having(relation: Relation): readonly Kind[] {
    let kinds = this.#holders.get(relation);
    if (!kinds) {
      kinds = [...this.#kinds.values()].filter((k) => k.relations.includes(relation));
      this.#holders.set(relation, kinds);
    }
    return kinds;
  }
}

/** The properties of a kind that read one thing. */
interface Reader {
  readonly home: Kind;
  readonly slots: readonly number[];
  readonly read: string;
}

/** Steps back to the object that reads. The same steps are the same object, so that properties share their triggers. */
class WayBack {
  readonly steps: readonly Step[];
  readonly #longer = new Map<Relation, [WayBack?, WayBack?]>();

  constructor(steps: readonly Step[]) {
    this.steps = steps;
  }

  /** The way from one object further off. */
  from(relation: Relation, forward: boolean): WayBack {
    const known = this.#longer.get(relation) ?? [];
    this.#longer.set(relation, known);
    const made = known[forward ? 1 : 0] ?? new WayBack([{ relation, forward }, ...this.steps]);
    known[forward ? 1 : 0] = made;
    return made;
  }
}

function on(kind: Kind, event: string, { steps }: WayBack, { home, slots }: Reader): void {
  const triggers = kind.triggers.get(event) ?? [];
  kind.triggers.set(event, triggers);
  let trigger = triggers.find((t) => t.steps === steps);
  if (!trigger) {
    trigger = { steps, slots: new Map() };
    triggers.push(trigger);
  }
  for (const slot of slots) add(trigger.slots as Map<Kind, number[]>, home, slot);
}

/** Each value once, in order of arrival. */
function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
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
