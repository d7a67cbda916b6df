/** What things are called, so that tables can name them; what is gone keeps the name it had. */
import type { Ref } from '../../../src/client/index.ts';
import type { Answer, Endpoint } from '../endpoint.ts';

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

export class Names {
  readonly #ep: Endpoint;
  readonly #known = new Map<string, string>();

  constructor(ep: Endpoint) {
    this.#ep = ep;
  }

  async learn(): Promise<void> {
    const ep = this.#ep;
    const view = await ep.call(ep.manager('viewManager'), 'CreateContainerView', {
      container: ep.manager('rootFolder'),
      type: [],
      recursive: true,
    });
    for (const ref of await ep.read(view, 'view')) this.#call(ref, await ep.read(ref, 'name'));
    await ep.call(view, 'DestroyView');
    for (const ref of await ep.call(ep.manager('alarmManager'), 'GetAlarm')) {
      if (!this.#known.has(ref.value)) this.#known.set(ref.value, await ep.read(ref, 'info.name'));
    }
    for (const ref of await ep.read(ep.manager('taskManager'), 'recentTask')) {
      if (!this.#known.has(ref.value)) this.#known.set(ref.value, await ep.read(ref, 'info.descriptionId'));
    }
  }

  /** Of the two machines of a fault tolerant pair, which have one name, the one met later is called the twin. */
  #call(ref: Ref, name: string): void {
    const known = this.#known.get(ref.value);
    const isTwin = ref.type === 'VirtualMachine' && [...this.#known.values()].includes(name) && known !== name;
    this.#known.set(ref.value, isTwin ? `${name}'s twin` : name);
  }

  knows(ref: Ref): boolean {
    return this.#known.has(ref.value);
  }

  of(ref: Ref): string {
    return this.#known.get(ref.value) ?? ref.value;
  }

  /** What it is called where it says so itself: both machines of a pair say one name. */
  saidOf(ref: Ref): string {
    return this.of(ref).replace(/'s twin$/, '');
  }

  /** A text in which machines and alarms are named rather than numbered. */
  inWords(text: string): string {
    return text.replace(/\b(vm|alarm)-\d+\b/g, (id) => this.#known.get(id) ?? id);
  }

  /** A value as tables show it: references by name, the types of data objects and exact times left out. */
  shown(value: Answer): Answer {
    if (typeof value === 'string') return TIME.test(value) ? 'a time' : this.inWords(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.shown(item));
    if (isRef(value)) return this.of(value);
    const members = Object.entries(value).filter(([name, v]) => name !== '_typeName' && v !== undefined);
    return Object.fromEntries(members.map(([name, v]) => [name, this.shown(v)]));
  }
}

export function isRef(value: Answer): value is Ref {
  return typeof value?.type === 'string' && typeof value.value === 'string' && !('_typeName' in value);
}
