import { EncodedValue, type Memo, PropertyValue } from '../vim25/property-value.ts';
import type { Property } from '../vim25/schema.ts';
import { type DataObject, isBoxed, isRef, type Ref } from '../vim25/value.ts';
import { arrayItem, REFERENCE, wireArrayType, wireType } from './array-type.ts';
import type { DataWriters } from './data-writer.ts';
import { escapeText } from './escape.ts';
import { scalarText, xsdName } from './scalar-text.ts';
import { ChunkSink, type Sink } from './sink.ts';
import type { VersionView } from './version-view.ts';

type Typed = Pick<Property, 'kind' | 'type'>;

/**
 * Writes values that tell their own type: those in xsd:anyType positions and the items of `ArrayOfX` values. The
 * element's name is open when a method is called (`<val`); it writes attributes, `>` and the inside.
 */
export class ContentWriter {
  readonly #view: VersionView;
  readonly #data: DataWriters;
  readonly #referenceType: string;

  constructor(view: VersionView, data: DataWriters) {
    this.#view = view;
    this.#data = data;
    this.#referenceType = view.qualified(REFERENCE, REFERENCE);
  }

  /** A value in an anyType position: see `vim25/value.ts` for what stands for what. */
  any(sink: Sink, value: unknown): void {
    if (typeof value === 'string') this.#scalar(sink, 'string', value);
    else if (typeof value === 'boolean') sink.write(` xsi:type="xsd:boolean">${value}`);
    else if (typeof value === 'number') this.#scalar(sink, numberType(value), value);
    else if (typeof value === 'object' && value !== null) this.#object(sink, value);
    else throw new Error(`a value of type ${typeof value} cannot stand in an anyType`);
  }

  /** A data object of this runtime type; without its type's name where that is just the declared one. */
  data(sink: Sink, object: unknown, type: string, declared?: string): void {
    const writer = this.#data.of(type);
    if (declared !== undefined && !this.#view.schema.isData(type, declared)) {
      throw new Error(`a data object of type ${type} cannot stand where ${declared} is declared`);
    }
    sink.write(writer.name === declared ? '>' : ` xsi:type="${writer.typed}">`);
    writer.write(sink, object as Record<string, unknown>);
  }

  /** One value whose declared type is known, in a position that is not. */
  typed(sink: Sink, declared: Typed, value: unknown): void {
    switch (declared.kind) {
      case 'builtin':
        this.#scalar(sink, declared.type, value);
        break;
      case 'enum':
        this.#enum(sink, declared.type, value as string);
        break;
      case 'ref':
        this.#reference(sink, value as Ref);
        break;
      case 'data':
        this.data(sink, value, (value as DataObject)._typeName ?? declared.type);
        break;
      case 'any':
        this.any(sink, value);
        break;
    }
  }

  #object(sink: Sink, value: object): void {
    if (value instanceof PropertyValue) this.#propertyValue(sink, value);
    else if (isBoxed(value)) this.#boxed(sink, value._typeName, value._value);
    else if (isRef(value)) this.#reference(sink, value);
    else if (value instanceof Date) this.#scalar(sink, 'dateTime', value);
    else if (value instanceof Uint8Array) this.#scalar(sink, 'base64Binary', value);
    else this.data(sink, value, typeNameOf(value));
  }

  #boxed(sink: Sink, type: string, value: unknown): void {
    const { schema } = this.#view;
    const kind = type === REFERENCE ? 'ref' : schema.kind(type);
    const item = kind ? undefined : arrayItem(schema, type);
    if (kind) this.typed(sink, { kind, type }, value);
    else if (item) this.#array(sink, item, value as readonly unknown[]);
    else throw new Error(`${schema.namespace}: there is no type ${type}`);
  }

  #propertyValue(sink: Sink, { property, value, memo }: PropertyValue): void {
    if (memo === undefined || memo.value !== value) {
      this.#declared(sink, property, value);
      return;
    }
    const content = this.#remembered(property, memo);
    if (typeof content === 'string') sink.write(content);
    else sink.writeBytes(content);
  }

  #remembered(property: Property, memo: Memo): string | Buffer {
    const kept = memo.encoded;
    if (kept instanceof EncodedValue && kept.version === this.#view.version) return kept.content;
    const apart = new ChunkSink();
    this.#declared(apart, property, memo.value);
    const content = apart.content();
    memo.encoded = new EncodedValue(this.#view.version, content);
    return content;
  }

  #declared(sink: Sink, property: Property, value: unknown): void {
    if (property.array) this.#array(sink, property, value as readonly unknown[]);
    else this.typed(sink, property, value);
  }

  #array(sink: Sink, item: Typed, values: readonly unknown[]): void {
    const known = item.kind === 'data' ? { kind: item.kind, type: this.#view.data(item.type).name } : item;
    const name = wireType(known);
    sink.write(` xsi:type="${this.#view.qualified(wireArrayType(known), name)}">`);
    const element = this.#view.qualified(name, name);
    for (const value of values) {
      sink.write(`<${element}`);
      this.typed(sink, item, value);
      sink.write(`</${element}>`);
    }
  }

  #scalar(sink: Sink, type: string, value: unknown): void {
    sink.write(` xsi:type="xsd:${xsdName(type)}">${scalarText(type)(value)}`);
  }

  /** What the client does not know as a value of the enum goes out as a string: the element must say something. */
  #enum(sink: Sink, type: string, value: string): void {
    const since = this.#view.schema.enum(type)?.values.get(value);
    const known = since !== undefined && since <= this.#view.version;
    sink.write(` xsi:type="${known ? this.#view.qualified(type, type) : 'xsd:string'}">${escapeText(value)}`);
  }

  #reference(sink: Sink, value: Ref): void {
    sink.write(`${this.#view.reference(value.type)} xsi:type="${this.#referenceType}">${escapeText(value.value)}`);
  }
}

function typeNameOf(value: object): string {
  const name = (value as DataObject)._typeName;
  if (name === undefined) throw new Error('a data object in an anyType must carry its _typeName');
  return name;
}

function numberType(value: number): string {
  if (!Number.isInteger(value)) return 'double';
  return (value | 0) === value ? 'int' : 'long';
}
