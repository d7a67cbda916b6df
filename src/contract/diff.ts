/** What two recordings tell differently. */
import type { Json } from './normaliser.ts';
import type { RecordedCase, RecordedExchange, Recording } from './recorder.ts';

export interface Difference {
  /** The fact: `VirtualMachine.config.hardware.numCPU`, `Folder.CreateVM_Task() fault`, or `outcome` of a case. */
  readonly path: string;
  readonly case: string;
  readonly a: string;
  readonly b: string;
}

const ABSENT = 'nothing';

/** Every difference of cases that both recordings hold, in the order in which they were seen. */
export function diffRecordings(a: Recording, b: Recording): Difference[] {
  const differences: Difference[] = [];
  for (const one of a.cases) {
    const other = b.cases.find(({ name }) => name === one.name);
    if (!other) differences.push({ path: 'outcome', case: one.name, a: one.outcome, b: ABSENT });
    else differences.push(...diffCase(one, other));
  }
  for (const { name, outcome } of b.cases) {
    if (!a.cases.some((one) => one.name === name))
      differences.push({ path: 'outcome', case: name, a: ABSENT, b: outcome });
  }
  return differences;
}

function diffCase(a: RecordedCase, b: RecordedCase): Difference[] {
  const compared = new Comparison(a.name);
  if (a.outcome !== b.outcome) compared.differ('outcome', a.outcome, b.outcome);
  const rest = [...b.exchanges];
  for (const one of a.exchanges) {
    const at = rest.findIndex((other) => kindOf(other) === kindOf(one));
    if (at >= 0) compared.exchange(one, rest.splice(at, 1)[0]!);
    // A case that failed on one side did not go on there; that it failed is said already.
    else if (a.outcome === b.outcome) compared.differ(`${methodOf(one)}()`, 'called', ABSENT);
  }
  if (a.outcome === b.outcome) for (const one of rest) compared.differ(`${methodOf(one)}()`, ABSENT, 'called');
  return compared.differences;
}

class Comparison {
  readonly differences: Difference[] = [];
  readonly #case: string;
  /** Which id of one side is which of the other: bound when they are first seen in the same place. */
  readonly #bound = new Map<string, string>();

  constructor(name: string) {
    this.#case = name;
  }

  differ(path: string, a: Json | undefined, b: Json | undefined): void {
    this.differences.push({ path, case: this.#case, a: told(a), b: told(b) });
  }

  exchange(a: RecordedExchange, b: RecordedExchange): void {
    const path = `${methodOf(a)}()`;
    if (a.fault !== undefined || b.fault !== undefined) this.#value(`${path} fault`, a.fault, b.fault);
    else if (a.read && b.read) this.#reads(a.read, b.read);
    else this.#value(path, a.answer, b.answer);
  }

  #reads(a: NonNullable<RecordedExchange['read']>, b: NonNullable<RecordedExchange['read']>): void {
    a.forEach((one, index) => {
      const type = typeOf(one.object);
      const other = b[index];
      if (!other) this.differ(type, 'read', ABSENT);
      else {
        this.#value(type, one.object, other.object);
        this.#value(type, one.properties, other.properties);
        this.#value(`${type} missing`, one.missing, other.missing);
      }
    });
    for (const { object } of b.slice(a.length)) this.differ(typeOf(object), ABSENT, 'read');
  }

  #value(path: string, a: Json | undefined, b: Json | undefined): void {
    if (isObject(a) && isObject(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) this.#value(`${path}.${key}`, a[key], b[key]);
    } else if (Array.isArray(a) && Array.isArray(b)) this.#list(path, a, b);
    else if (typeof a === 'string' && typeof b === 'string') {
      if (!this.#sameText(a, b)) this.differ(path, a, b);
    } else if (a !== b && !(a === undefined && b === undefined)) this.differ(path, a, b);
  }

  /** Items that have keys or names of their own stand beside their like; others by place. */
  #list(path: string, a: readonly Json[], b: readonly Json[]): void {
    if (a.length !== b.length) this.differ(`${path}[] count`, a.length, b.length);
    a.forEach((item, index) => {
      const label = labelOf(item);
      const other = label === undefined ? b[index] : b.find((one) => labelOf(one) === label);
      if (other !== undefined) this.#value(`${path}[]`, item, other);
      else if (a.length === b.length) this.differ(`${path}[]`, label ?? item, ABSENT);
    });
  }

  /** Numbers given to ids say only which is the same as which. */
  #sameText(a: string, b: string): boolean {
    const [as, bs] = [a.match(NUMBERED) ?? [], b.match(NUMBERED) ?? []];
    if (a.replace(NUMBERED, '‹›') !== b.replace(NUMBERED, '‹›')) return false;
    return as.every((id, index) => {
      const other = bs[index]!;
      const bound = this.#bound.get(id);
      if (bound === undefined) this.#bound.set(id, other);
      return (bound ?? other) === other && kindOfId(id) === kindOfId(other);
    });
  }
}

const NUMBERED = /‹[^›]+ \d+›/g;

function kindOfId(id: string): string {
  return id.replace(/ \d+›$/, '');
}

/** `‹VirtualMachine 1›` is a VirtualMachine. */
function typeOf(object: string): string {
  return /^‹(\S+) \d+›$/.exec(object)?.[1] ?? object;
}

function methodOf({ on, method }: RecordedExchange): string {
  return `${typeOf(on)}.${method}`;
}

function kindOf(exchange: RecordedExchange): string {
  const paths = exchange.read?.map(({ object }) => typeOf(object)).slice(0, 1);
  return `${methodOf(exchange)} ${paths ?? ''}`;
}

function labelOf(item: Json): string | undefined {
  if (!isObject(item)) return undefined;
  const { _typeName: type, key, name, privId } = item;
  // Devices keep their keys wherever they are; keys of events and counters are the target's own.
  if (typeof key === 'number' && /^Virtual/.test(String(type))) return String(key);
  const own =
    (typeof key === 'string' ? key : undefined) ?? privId ?? ('val' in item || 'roleId' in item ? name : undefined);
  return typeof own === 'string' ? own : undefined;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function told(value: Json | undefined): string {
  if (value === undefined) return ABSENT;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
