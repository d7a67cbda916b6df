/**
 * Reads values straight off the text of an answer, by the table: no tree in between. It knows the plain form in which every
 * server writes; of anything rarer (prefixes of its own, comments, CDATA, a type that does not fit) it says nothing, and
 * the decoder that takes trees has to judge. What is read here reads the same there; a property test holds that.
 */
import type { Property, Schema } from '../vim25/schema.ts';
import { box } from '../vim25/value.ts';
import { arrayItem, REFERENCE } from './array-type.ts';
import { type Field, type Plan, Plans } from './quick-plan.ts';
import { endsName, LESS, MORE, NOT_PLAIN, QuickText, SLASH } from './quick-text.ts';
import { missed, type Repeats } from './repeats.ts';

export class QuickReader extends QuickText {
  readonly #schema: Schema;
  readonly #plans: Plans;

  /** `shares`: for reading many objects. What one says as the other did is one value then, and frozen. */
  constructor(schema: Schema, shares = false) {
    super();
    this.#schema = schema;
    this.#plans = new Plans(schema, shares);
  }

  /**
   * The value of the element that stands in a text from one place to another; undefined when it is not plain, or not what
   * the property says. A text with a place in it is read faster than a piece cut from it.
   */
  read(text: string, property: Property, from = 0, to: number = text.length): { readonly value: unknown } | undefined {
    if (!this.begin(text, from, to)) return undefined;
    try {
      const field = this.#plans.fieldOf(property);
      if (!text.startsWith(field.name, from + 1)) return undefined;
      this.at = from + 1 + field.name.length;
      const value = this.#element(field);
      return this.at === to ? { value } : undefined;
    } catch (error) {
      if (error === NOT_PLAIN) return undefined;
      throw error;
    } finally {
      this.text = '';
    }
  }

  /** From behind the name of an opening tag to behind the closing one. Undefined for one that is nil. */
  #element(field: Field): unknown {
    if (this.text.charCodeAt(this.at) === MORE) {
      this.at += 1;
      this.xsiType = this.type = undefined;
      this.empty = false;
    } else if (this.attributes()) return this.#nil(field.name);
    return this.#value(field, field.name);
  }

  /** As {@link #element}, for what may be the same as it was before. */
  #repeated(repeats: Repeats, field: Field, place: number): unknown {
    const last = repeats.at(place);
    if (last === undefined) return this.#element(field);
    const from = this.at;
    const to = from + last.text.length;
    // Comparing a piece is several times as fast as `startsWith`.
    if (to > from && this.text.slice(from, to) === last.text) {
      this.at = to;
      last.misses = 0;
      return last.value;
    }
    const value = this.#element(field);
    missed(last, this.text, from, this.at, value);
    return value;
  }

  #value(field: Field, name: string): unknown {
    switch (field.kind) {
      case 'builtin':
        return this.#scalar(field.type, name);
      case 'enum':
        return this.kept(name).trim();
      case 'ref':
        return this.#reference(field, name);
      case 'data': {
        const xsiType = this.xsiType;
        let { plan } = field;
        if (xsiType !== undefined && xsiType !== plan!.name) plan = this.#plans.runtime(field, xsiType);
        return this.#data(plan!, name);
      }
      default:
        return this.#any(name);
    }
  }

  #data(plan: Plan, name: string): Record<string, unknown> {
    const out: Record<string, unknown> = { _typeName: plan.name };
    if (!this.empty) this.#properties(plan, out, name);
    const { required } = plan;
    for (let i = 0; i < required.length; i += 1) if (out[required[i]!] === undefined) out[required[i]!] = [];
    return out;
  }

  #properties(plan: Plan, out: Record<string, unknown>, name: string): void {
    const text = this.text;
    const { fields, next } = plan;
    let last = 0;
    for (;;) {
      let at = this.at;
      if (text.charCodeAt(at) !== LESS) {
        at = text.indexOf('<', at);
        if (at < 0) throw NOT_PLAIN;
      }
      if (text.charCodeAt(at + 1) === SLASH) {
        this.at = at;
        this.close(name);
        return;
      }
      at += 1;
      let place = next[last]!;
      let field = fields[place];
      if (
        field === undefined ||
        !text.startsWith(field.name, at) ||
        !endsName(text.charCodeAt(at + field.name.length))
      ) {
        this.at = at;
        const found = this.name();
        const known = plan.places.get(found);
        if (known === undefined) {
          this.pass(found);
          continue;
        }
        place = known;
        next[last] = known;
        field = fields[known]!;
      } else this.at = at + field.name.length;
      last = place + 1;
      if (!field.array) {
        const value = field.repeats ? this.#repeated(field.repeats, field, 0) : this.#element(field);
        if (value !== undefined) out[field.name] = value;
        continue;
      }
      const items = out[field.name] as unknown[] | undefined;
      const value = field.repeats ? this.#repeated(field.repeats, field, items?.length ?? 0) : this.#element(field);
      if (value === undefined) continue;
      if (items === undefined) out[field.name] = [value];
      else items.push(value);
    }
  }

  #any(name: string): unknown {
    const xsiType = this.xsiType;
    if (xsiType === undefined || xsiType === 'anyType') {
      if (this.type !== undefined) return this.#reference(this.#plans.anyReference, name);
      return this.#scalar('string', name);
    }
    if (xsiType === REFERENCE) return this.#reference(this.#plans.anyReference, name);
    const field = this.#plans.dynamic(xsiType);
    if (field) {
      if (field.kind === 'data') return this.#data(field.plan!, name);
      const value = this.#value(field, name);
      return field.boxed === undefined ? value : box(field.boxed, value);
    }
    const item = arrayItem(this.#schema, xsiType);
    if (!item) throw NOT_PLAIN;
    return box(xsiType, this.#items(this.#plans.itemOf(xsiType, item), name));
  }

  /** Elements of an `ArrayOfX`, whatever they are called. */
  #items(field: Field, name: string): unknown[] {
    const values: unknown[] = [];
    if (this.empty) return values;
    const text = this.text;
    for (;;) {
      const at = text.indexOf('<', this.at);
      if (at < 0) throw NOT_PLAIN;
      this.at = at;
      if (text.charCodeAt(at + 1) === SLASH) {
        this.close(name);
        return values;
      }
      this.at = at + 1;
      const own = this.name();
      if (text.charCodeAt(this.at) === MORE) {
        this.at += 1;
        this.xsiType = this.type = undefined;
        this.empty = false;
      } else if (this.attributes()) throw NOT_PLAIN;
      values.push(this.#value(field, own));
    }
  }

  #reference(field: Field, name: string): unknown {
    const type = this.type ?? field.type;
    if (type !== field.type && type !== field.checked) {
      if (!this.#plans.fits(type, field.type)) throw NOT_PLAIN;
      field.checked = type;
    }
    return { type, value: this.kept(name).trim() };
  }

  #scalar(type: string, name: string): unknown {
    switch (type) {
      case 'string':
      case 'anyURI':
      case 'TypeName':
      case 'PropertyPath':
      case 'MethodName':
        return this.kept(name);
      case 'boolean':
        return this.boolean(name);
      case 'int':
        return this.whole(name) ?? this.strict(type, name);
      case 'long':
        return this.whole(name) ?? this.strict(type, name);
      default:
        return this.strict(type, name);
    }
  }

  /** An element whose value is none. */
  #nil(name: string): undefined {
    if (!this.empty) this.closeEmpty(name);
    return undefined;
  }
}
