/** What a reconfiguration did, as `VmReconfiguredEvent.configChanges` tells it: a line for each value. */
import type { ChangesInfoEventArgument, VirtualMachineConfigInfo } from '../../../vim25/generated/index.ts';
import type { Property } from '../../../vim25/schema.ts';
import { isRef } from '../../../vim25/value.ts';
import type { Site } from '../../site.ts';

type Plain = Readonly<Record<string, unknown>>;
type Config = Partial<VirtualMachineConfigInfo>;

/** What follows from the change itself, or from where the machine is. */
const UNTOLD: ReadonlySet<string> = new Set(['changeVersion', 'modified', 'datastoreUrl', 'initialOverhead']);

/** Compares two values of `config`. Lines read `config.hardware.numCPU: 1 -> 2; `, a blank one after each. */
export function configChanges(site: Site, before: Config, after: Config): ChangesInfoEventArgument {
  return new Comparison(site).of(before, after);
}

type Allocated = Pick<VirtualMachineConfigInfo, 'cpuAllocation' | 'memoryAllocation'>;

/** The same of what a machine is allotted; undefined where that stays. */
export function allocationChanges(
  site: Site,
  before: Allocated,
  after: Allocated,
): ChangesInfoEventArgument | undefined {
  const allotted = ({ cpuAllocation, memoryAllocation }: Allocated) => ({ cpuAllocation, memoryAllocation });
  const changes = configChanges(site, allotted(before) as Config, allotted(after) as Config);
  return changes.modified === '' ? undefined : changes;
}

class Comparison {
  readonly #site: Site;
  readonly #modified: string[] = [];
  readonly #added: string[] = [];
  readonly #deleted: string[] = [];

  constructor(site: Site) {
    this.#site = site;
  }

  of(before: Config, after: Config): ChangesInfoEventArgument {
    this.#compare('config', before, after, 'VirtualMachineConfigInfo');
    const text = (list: readonly string[]) => list.map((line) => `${line}; \n\n`).join('');
    return {
      _typeName: 'ChangesInfoEventArgument',
      modified: text(this.#modified),
      added: text(this.#added),
      deleted: text(this.#deleted),
    };
  }

  #compare(path: string, before: unknown, after: unknown, type: string): void {
    if (before === after) return;
    if (isKeyed(before) && isKeyed(after)) return this.#compareLists(path, before, after, type);
    if (isPlain(before) && isPlain(after)) {
      for (const { name, type: declared } of this.#members(after, type)) {
        if (!UNTOLD.has(name)) this.#compare(`${path}.${name}`, before[name], after[name], declared);
      }
      return;
    }
    const [was, is] = [this.#said(before, type), this.#said(after, type)];
    if (was !== is) this.#modified.push(`${path}: ${was} -> ${is}`);
  }

  #compareLists(path: string, before: readonly Plain[], after: readonly Plain[], type: string): void {
    const was = new Map(before.map((item) => [item['key'], item]));
    const is = new Map(after.map((item) => [item['key'], item]));
    const at = (key: unknown) => `${path}(${typeof key === 'string' ? JSON.stringify(key) : String(key)})`;
    for (const [key, item] of is) {
      if (was.has(key)) this.#compare(at(key), was.get(key), item, type);
      else this.#added.push(`${at(key)}: ${this.#said(item, type)}`);
    }
    for (const [key, item] of was) if (!is.has(key)) this.#deleted.push(`${at(key)}: ${this.#said(item, type)}`);
  }

  /** Properties that the presented version has, in the order the table declares them. */
  #members(value: Plain, type: string): readonly Property[] {
    const data = this.#site.schema.data((value['_typeName'] as string | undefined) ?? type);
    const all = data?.allProperties ?? [];
    return all.filter((p) => p.version <= this.#site.version && !p.name.startsWith('dynamic'));
  }

  #said(value: unknown, type: string): string {
    if (value === undefined || value === null) return this.#site.schema.data(type) ? 'null' : '<unset>';
    if (typeof value === 'string') return JSON.stringify(value);
    if (isRef(value)) return `'vim.${value.type}:${value.value}'`;
    if (Array.isArray(value)) return value.length === 0 ? '<unset>' : `(${this.#list(value, type)})`;
    if (!isPlain(value)) return String(value);
    if ('_value' in value) return this.#said(value['_value'], type);
    const parts = this.#members(value, type).map((p) => `${p.name} = ${this.#member(p, value[p.name])}`);
    return `(${parts.join(', ')})`;
  }

  #member(property: Property, value: unknown): string {
    return value === undefined && property.array ? '<unset>' : this.#said(value, property.type);
  }

  #list(items: readonly unknown[], type: string): string {
    return items.map((item) => this.#said(item, type)).join(', ');
  }
}

function isKeyed(value: unknown): value is readonly Plain[] {
  return Array.isArray(value) && value.every((item) => isPlain(item) && item['key'] !== undefined);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value);
}
