/** A .vmx being written, and one being read: what nobody asked for while reading is the machine's extraConfig. */
import { isVmxKey, type Vmx, type VmxEntry } from '../../../formats/vmx.ts';

/** Lines in the order they are put; of two with one key the first stays where it is and takes the later value. */
export class VmxLines {
  readonly #lines = new Map<string, VmxEntry>();

  /** Nothing is written for undefined. */
  put(key: string, value: string | number | boolean | undefined): void {
    if (value === undefined || !isVmxKey(key)) return;
    const text = typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
    const before = this.#lines.get(key.toLowerCase());
    this.#lines.set(key.toLowerCase(), { key: before?.key ?? key, value: text });
  }

  get entries(): VmxEntry[] {
    return [...this.#lines.values()];
  }
}

export class VmxReading {
  readonly #vmx: Vmx;
  readonly #asked = new Set<string>();

  constructor(vmx: Vmx) {
    this.#vmx = vmx;
  }

  text(key: string): string | undefined {
    this.#asked.add(key.toLowerCase());
    return this.#vmx.get(key);
  }

  /** The same without having asked for it. */
  look(key: string): string | undefined {
    return this.#vmx.get(key);
  }

  flag(key: string): boolean | undefined {
    this.#asked.add(key.toLowerCase());
    return this.#vmx.flag(key);
  }

  number(key: string): number | undefined {
    this.#asked.add(key.toLowerCase());
    return this.#vmx.number(key);
  }

  /** A line that says nothing when it says just this. */
  pass(key: string, value: string): void {
    if (this.#vmx.get(key)?.toLowerCase() === value.toLowerCase()) this.#asked.add(key.toLowerCase());
  }

  /** Keys that match, whether they were asked for or not. */
  keys(pattern: RegExp): string[] {
    return Array.from(this.#vmx, ({ key }) => key.toLowerCase()).filter((key) => pattern.test(key));
  }

  /** What nobody asked for, in the order of the file. */
  rest(): VmxEntry[] {
    return Array.from(this.#vmx).filter(({ key }) => !this.#asked.has(key.toLowerCase()));
  }
}

/** `56 4d 9b ef ac d9 b4 e0-c8 f0 ae a8 b9 10 35 15`, as a .vmx has uuids. */
export function spacedUuid(uuid: string): string {
  const bytes = uuid.replace(/[^0-9a-f]/gi, '').match(/../g) ?? [];
  return `${bytes.slice(0, 8).join(' ')}-${bytes.slice(8).join(' ')}`;
}

/** The uuid in its common form; undefined for what is none. */
export function plainUuid(spaced: string | undefined): string | undefined {
  const digits = spaced?.replace(/[\s-]/g, '').toLowerCase() ?? '';
  if (!/^[0-9a-f]{32}$/.test(digits)) return undefined;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
