/** Values of one target told so that another's can stand beside them. */
import { type DataObject, isBoxed, isRef, type Ref } from '../vim25/index.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What the target calls things that every target has: `LocalDS_0` is `‹datastore 1›`. */
export class Names {
  readonly #places: [string, string][] = [];
  readonly #counts = new Map<string, number>();

  add(kind: string, name: string | undefined): this {
    if (name === undefined || name === '' || this.#places.some(([known]) => known === name)) return this;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    this.#places.push([name, `‹${kind} ${count}›`]);
    // The longest first: a name may be part of another.
    this.#places.sort(([a], [b]) => b.length - a.length);
    return this;
  }

  replaced(text: string): string {
    return this.#places.reduce((told, [name, place]) => told.replaceAll(name, place), text);
  }
}

/** Texts for people, in the target's words and language. */
const TEXTS: ReadonlySet<string> = new Set([
  'localizedMessage',
  'faultMessage',
  'fullFormattedMessage',
  'createdTime',
  'message',
]);
/** What passes between two looks, or differs by the size of the target. */
const PASSING =
  /^(quickStats|usageSummary|numVmotions|freeSpace|uncommitted|committed|unshared|uptimeSeconds|.*Usage|.*Demand|callCount|lastActiveTime|eventChainId|chainId|key[A-Z]\w*|size|port|activationId)$/;
const SECRET = /password|^ticket$/i;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const DISK_UUID = /\b([0-9a-f]{2} ){7}[0-9a-f]{2}-([0-9a-f]{2} ){7}[0-9a-f]{2}\b/gi;
/** Digests of certificates, and tokens within names and addresses. */
const DIGEST = /\b[0-9a-f]{2}(:[0-9a-f]{2}){15,}\b/gi;
const TOKEN = /\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,}\b/g;
const MAC = /\b[0-9a-f]{2}(:[0-9a-f]{2}){5}\b/gi;
const MOID =
  /\b(vm|host|network|datastore|datacenter|domain-[cs]|group-[dhvsnp]|resgroup(-v)?|task|session|snapshot|dvportgroup|dvs)-\d+\b/g;

/** Numbers what it meets in the order in which it meets it. One per case: what one case saw shifts nothing in another. */
export class Normaliser {
  readonly #names: Names;
  readonly #met = new Map<string, Map<string, number>>();

  constructor(names: Names) {
    this.#names = names;
  }

  ref({ type, value }: Ref): string {
    return this.#nth(type, value);
  }

  value(value: unknown, key = ''): Json {
    if (value === undefined || value === null) return null;
    if (isBoxed(value)) return this.value(value._value, key);
    if (PASSING.test(key)) return '‹varies›';
    if (typeof value === 'string') return SECRET.test(key) ? '‹secret›' : this.#text(value);
    // Those below are vCenter's own.
    if (key === 'roleId' && typeof value === 'number' && value > 0) return this.#nth('role', String(value));
    // The id of a VM's own bus is a number of dice.
    if (key === 'id' && typeof value === 'number') return '‹varies›';
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return String(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (value instanceof Uint8Array) return `‹${value.length} bytes›`;
    if (isRef(value)) return this.ref(value);
    return this.#object(value as DataObject);
  }

  #object(object: DataObject): Json {
    const told: Record<string, Json> = {};
    for (const [key, value] of Object.entries(object)) {
      if (value !== undefined && !TEXTS.has(key)) told[key] = this.value(value, key);
    }
    return told;
  }

  #text(text: string): string {
    if (TIME.test(text)) return '‹time›';
    return this.#names
      .replaced(text)
      .replace(UUID, (uuid) => this.#nth('uuid', uuid.toLowerCase()))
      .replace(DISK_UUID, (uuid) => this.#nth('uuid', uuid.toLowerCase()))
      .replace(DIGEST, (digest) => this.#nth('digest', digest.toLowerCase()))
      .replace(MAC, (mac) => this.#nth('mac', mac.toLowerCase()))
      .replace(MOID, (id) => this.#nth('id', id))
      .replace(TOKEN, (token) => this.#nth('token', token));
  }

  #nth(kind: string, id: string): string {
    const met = this.#met.get(kind) ?? new Map<string, number>();
    const number = met.get(id) ?? met.size + 1;
    this.#met.set(kind, met.set(id, number));
    return `‹${kind} ${number}›`;
  }
}
