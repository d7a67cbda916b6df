/** Keeps what a filter over the whole inventory is told between two looks, by object and path. */
import { expect } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { Answer, Endpoint } from '../endpoint.ts';
import type { Names } from './history-names.ts';

/** `web runtime.powerState` -> what it is now. */
export type Changes = Readonly<Record<string, Answer>>;

/** The statistics of the load model are left to its own tests. */
const SUMMARY = ['config', 'runtime', 'guest', 'storage', 'overallStatus', 'customValue'].map((s) => `summary.${s}`);

const WATCHED: Readonly<Record<string, readonly string[]>> = {
  VirtualMachine: [
    ...['name', 'parent', 'resourcePool', 'parentVApp', 'datastore', 'network', 'recentTask', 'value'],
    ...['config', 'runtime', 'guest', 'snapshot', 'rootSnapshot', 'layoutEx', 'storage', 'resourceConfig'],
    ...['overallStatus', 'configStatus', 'configIssue', 'triggeredAlarmState', 'alarmActionsEnabled', ...SUMMARY],
  ],
  Datastore: ['summary', 'vm'],
  HostSystem: ['vm', 'recentTask'],
  Network: ['vm'],
  ResourcePool: ['vm', 'runtime.memory.reservationUsedForVm', 'runtime.cpu.reservationUsedForVm'],
  Folder: ['childEntity', 'recentTask'],
};

/** What a guest says of itself is the guests' own tests' affair: that it is told is enough. */
const OF_GUESTS = /guest\.(disk|ipAddress|ipStack|net|screen)$/;

/** Told member by member; which members changed is enough, as their values are bytes and places. */
const FOLDED = /^(layoutEx|storage|summary\.storage)\.(\w+)/;

export class Ledger {
  readonly #ep: Endpoint;
  readonly #names: Names;
  readonly #sets: AsyncGenerator<Answer>;
  /** Numbers of datastores and pools as they were told last. */
  readonly #numbers = new Map<string, number>();
  #marks = 0;

  private constructor(ep: Endpoint, names: Names, sets: AsyncGenerator<Answer>) {
    this.#ep = ep;
    this.#names = names;
    this.#sets = sets;
  }

  static async of(ep: Endpoint, names: Names): Promise<Ledger> {
    const obj = await ep.call(ep.manager('viewManager'), 'CreateContainerView', {
      container: ep.manager('rootFolder'),
      type: Object.keys(WATCHED),
      recursive: true,
    });
    const inventory = {
      propSet: Object.entries(WATCHED).map(([type, pathSet]) => ({ type, pathSet })),
      objectSet: [{ obj, skip: true, selectSet: [{ _typeName: 'TraversalSpec', type: obj.type, path: 'view' }] }],
    };
    const words = {
      propSet: [{ type: 'EventManager', pathSet: ['latestEvent'] }],
      objectSet: [{ obj: ep.manager('eventManager') }],
    };
    const specs = [inventory, words] as never;
    return new Ledger(ep, names, ep.client.watch(specs, { partialUpdates: true }) as AsyncGenerator<Answer>);
  }

  /** Passes over what was told so far. */
  async begin(): Promise<void> {
    for (const { obj, changeSet } of await this.#told()) for (const c of changeSet ?? []) this.#number(obj, c);
  }

  async changes(): Promise<Changes> {
    const changes: Record<string, Answer> = {};
    for (const { kind, obj, changeSet } of await this.#told()) {
      const name = this.#names.of(obj);
      if (kind === 'enter') changes[name] = 'came';
      else if (kind === 'leave') {
        for (const path of Object.keys(changes)) if (path.startsWith(`${name} `)) delete changes[path];
        changes[name] = 'went';
      } else if (changes[name] !== 'came') for (const c of changeSet) this.#note(changes, name, obj, c);
    }
    return agreed(changes);
  }

  close(): Promise<unknown> {
    return this.#sets.return(undefined);
  }

  #note(changes: Record<string, Answer>, name: string, obj: Ref, change: Answer): void {
    const [, property, member] = FOLDED.exec(change.name) ?? [];
    if (property) {
      const members = `${changes[`${name} ${property}`] ?? ''} ${member}`.trim().split(' ');
      changes[`${name} ${property}`] = [...new Set(members)].sort().join(' ');
      return;
    }
    const gone = change.op === 'remove' || change.op === 'indirectRemove';
    const more = this.#number(obj, change);
    changes[`${name} ${this.#names.inWords(change.name)}`] = gone ? 'gone' : (more ?? this.#shown(change));
  }

  #shown({ name, val }: Answer): Answer {
    if (name.startsWith('configIssue')) return val.fullFormattedMessage;
    return OF_GUESTS.test(name) ? 'told' : this.#names.shown(val);
  }

  /** Of numbers of datastores and pools it is told whether they grew. */
  #number(obj: Ref, { name, val }: Answer): string | undefined {
    if (obj.type === 'VirtualMachine') return undefined;
    if (typeof val === 'object') {
      for (const [member, v] of Object.entries(val ?? {})) this.#number(obj, { name: `${name}.${member}`, val: v });
    }
    if (typeof val !== 'number') return undefined;
    const key = `${obj.value} ${name}`;
    const before = this.#numbers.get(key) ?? 0;
    this.#numbers.set(key, val);
    return val > before ? 'more' : 'less';
  }

  /** Updates of objects up to now. A word of the user's own marks where now is. */
  async #told(): Promise<Answer[]> {
    const mark = `mark ${++this.#marks}`;
    const entity = this.#ep.manager('rootFolder');
    await this.#ep.call(this.#ep.manager('eventManager'), 'LogUserEvent', { entity, msg: mark });
    const told: Answer[] = [];
    for (;;) {
      const { value } = await this.#sets.next();
      const objects: Answer[] = value.filterSet.flatMap((filter: Answer) => filter.objectSet);
      told.push(...objects.filter((object) => object.obj.type !== 'EventManager'));
      const words = objects.filter((object) => object.obj.type === 'EventManager').flatMap((o) => o.changeSet);
      if (words.some((change: Answer) => JSON.stringify(change.val ?? '').includes(mark))) return told;
    }
  }
}

/** `summary.runtime` says what `runtime` says, word for word; saying it once is enough. */
function agreed(changes: Record<string, Answer>): Changes {
  const kept = Object.entries(changes).filter(([path]) => !path.includes(' summary.runtime.'));
  for (const [path, value] of Object.entries(changes)) {
    const [name, twin] = path.split(' summary.runtime.');
    if (twin !== undefined) expect(changes[`${name} runtime.${twin}`], path).toEqual(value);
  }
  return Object.fromEntries(kept);
}
