/** Reads the events of one piece of work, and holds them to what every event of a vCenter keeps to. */
import { expect } from 'vitest';
import type { Answer, Endpoint } from '../endpoint.ts';
import { isRef, type Names } from './history-names.ts';

/** An event: its type, what it is about and where that is, its sentence, and the arguments that are its own. */
export type Told = readonly [type: string, place: string, sentence: string, own?: Readonly<Record<string, Answer>>];

const COMMON: ReadonlySet<string> = new Set([
  ...['_typeName', 'key', 'chainId', 'createdTime', 'userName', 'fullFormattedMessage', 'changeTag'],
  ...['vm', 'host', 'computeResource', 'datacenter', 'template'],
]);

export class Chronicle {
  readonly #ep: Endpoint;
  readonly #names: Names;
  /** Sentences by the type of event, as the server describes them. */
  readonly #formats: ReadonlyMap<string, string>;
  #last = 0;

  private constructor(ep: Endpoint, names: Names, formats: ReadonlyMap<string, string>) {
    this.#ep = ep;
    this.#names = names;
    this.#formats = formats;
  }

  static async of(ep: Endpoint, names: Names): Promise<Chronicle> {
    const { eventInfo } = await ep.read(ep.manager('eventManager'), 'description');
    return new Chronicle(ep, names, new Map(eventInfo.map((info: Answer) => [info.key, info.fullFormat])));
  }

  async begin(): Promise<void> {
    this.#last = (await this.#ep.read(this.#ep.manager('eventManager'), 'latestEvent')).key;
  }

  async told(): Promise<Told[]> {
    const all: Answer[] = await this.#ep.call(this.#ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    const events = all.filter((event) => event.key > this.#last && !/^mark /.test(event.message ?? ''));
    this.#guardOrder(events);
    return events.map((event) => this.#line(event));
  }

  /** Keys and times ascend; what one task did is one chain, which begins with the event of the task. */
  #guardOrder(events: readonly Answer[]): void {
    const keys = events.map((event) => event.key);
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    const times = events.map((event) => Date.parse(event.createdTime));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const tasks = events.filter((event) => event._typeName === 'TaskEvent');
    if (tasks.length === 1) {
      const own = events.filter((event) => event.key > tasks[0].key && event.userName !== '');
      for (const event of own) expect(event.chainId, `the chain of ${event._typeName}`).toBe(tasks[0].chainId);
    }
    for (const event of tasks) {
      expect([event.key, event.info.eventChainId, event.info.state]).toEqual([event.chainId, event.chainId, 'queued']);
    }
  }

  #line(event: Answer): Told {
    const { _typeName: type, fullFormattedMessage: sentence } = event;
    expect(sentence, `the sentence of ${type}`).toBe(this.#sentence(event));
    const own = this.#own(event);
    const told = brief(sentence, event.reason?.localizedMessage);
    const place = this.#place(event);
    return Object.keys(own).length > 0 ? [type, place, told, own] : [type, place, told];
  }

  /** The sentence that the server's description and the event's own values make. */
  #sentence(event: Answer): string {
    if (event._typeName === 'TaskEvent') return event.fullFormattedMessage;
    const value = (path: string) => path.split('.').reduce((at, step) => at?.[step], event);
    return this.#formats.get(event._typeName)!.replace(/\{([\w.]+?)(\.@enum\.[\w.]+)?\}/g, (_, path, label) => {
      const text = String(value(path)?.localizedMessage ?? value(path) ?? '');
      return label ? text.charAt(0).toUpperCase() + text.slice(1) : text;
    });
  }

  /** `web on H0 of C0 in DC0`; each a typed argument that names the object it refers to. */
  #place(event: Answer): string {
    const named = (name: string, type: string, word: string) => {
      const argument = event[name];
      if (!argument) return '';
      expect(argument._typeName).toBe(`${type}EventArgument`);
      return word + argument.name;
    };
    const vm = named('vm', 'Vm', event.template ? 'template ' : '');
    const host = named('host', 'Host', ' on ');
    const resource = named('computeResource', 'ComputeResource', ' of ');
    return `${vm}${host}${resource}${named('datacenter', 'Datacenter', ' in ')}`.trim();
  }

  /** What only this type has; also whose doing it was, where it was not the administrator's. */
  #own(event: Answer): Record<string, Answer> {
    const own: Record<string, Answer> = {};
    const user = this.#ep.client.session.userName;
    if (event.userName !== user) own['by'] = event.userName || 'the system';
    for (const [name, value] of Object.entries(event)) {
      if (!COMMON.has(name)) own[name] = this.#argument(name, value);
    }
    return own;
  }

  #argument(name: string, value: Answer): Answer {
    if (name === 'info') return value.descriptionId;
    if (name === 'configSpec')
      return Object.keys(value)
        .filter((member) => member !== '_typeName')
        .join(' ');
    if (name === 'configChanges') return lines(value);
    if (name === 'reason' && value.fault) return value.fault._typeName;
    if (/EventArgument$/.test(value?._typeName) && typeof value.name === 'string') {
      const ref = Object.values(value).find(isRef);
      if (ref && this.#names.knows(ref)) expect(value.name).toBe(this.#names.saidOf(ref));
      return value.name;
    }
    return this.#names.shown(value);
  }
}

/** Each change on a line of its own. */
function lines({ modified, added, deleted }: Answer): Record<string, string[]> {
  const kept = Object.entries({ modified, added, deleted }).filter(([, text]) => text !== '');
  return Object.fromEntries(
    kept.map(([name, text]) => [
      name,
      text
        .split('; \n\n')
        .filter((line: string) => line)
        .map(short),
    ]),
  );
}

function short(line: string): string {
  return line.length > 100 ? `${line.slice(0, 100)}...` : line;
}

/** A sentence without the list of changes that follows some, and without the words of a fault. */
function brief(sentence: string, reason: string | undefined): string {
  const [first = ''] = sentence.split('\n');
  return (reason ? first.replace(reason, '{reason}') : first).trim();
}
