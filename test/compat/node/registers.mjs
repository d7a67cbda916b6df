// Things a client writes and reads back, each with what it is known to be and what a write under way would make of it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Soap } from './soap.mjs';

const DC = 'DC0';
const STORE = 'LocalDS_0';

/** A client of one run of the server. */
export class Caller {
  soap;
  #origin;
  #auth;

  static async of({ url, user, password }) {
    const caller = new Caller();
    caller.soap = await new Soap(url).login(user, password);
    caller.#origin = new URL(url).origin;
    caller.#auth = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return caller;
  }

  async file(method, name, body) {
    const headers = { authorization: this.#auth };
    const answer = await fetch(`${this.#origin}/folder/${name}?dcPath=${DC}&dsName=${STORE}`, {
      method,
      headers,
      body,
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  /** Type and id of what stands at an inventory path; undefined where nothing does. */
  async at(path) {
    const text = await this.soap.call(
      'FindByInventoryPath',
      ['SearchIndex', 'SearchIndex'],
      `<inventoryPath>${DC}/${path}</inventoryPath>`,
    );
    return /<returnval type="(\w+)"[^>]*>([^<]+)</.exec(text)?.slice(1, 3);
  }

  /** Waits until a task is over; says how it ended. */
  async ended(task) {
    for (;;) {
      const state = await this.soap.read(['Task', task], 'info.state');
      if (state === 'success' || state === 'error') return state;
      assert.ok(state !== undefined, `${task} is not there any more`);
    }
  }
}

/** What was acknowledged of one thing, and what was asked for and not yet answered. */
class Register {
  known;
  asked = [];

  constructor(known) {
    this.known = known;
  }

  /** Does a write; it is known once it was answered. */
  async write(value, act) {
    this.asked = [value];
    await act();
    this.known = value;
    this.asked = [];
  }

  /** After a restart: it is what was acknowledged, or all of what was asked for. */
  settle(what, actual) {
    const allowed = [this.known, ...this.asked];
    assert.ok(allowed.includes(actual), `${what} is ${actual}, and was ${allowed.join(' or ')}`);
    this.known = actual;
    this.asked = [];
  }
}

export class File extends Register {
  constructor(name) {
    super(undefined);
    this.name = name;
  }

  step(caller, dice) {
    if (this.known !== undefined && dice() < 0.2) {
      return this.write(undefined, async () => {
        const { status } = await caller.file('DELETE', this.name);
        assert.ok(status === 204 || status === 200, `DELETE ${this.name}: ${status}`);
      });
    }
    const bytes = Buffer.alloc(Math.floor(dice() ** 3 * 400_000));
    for (let at = 0; at < bytes.length; at += 64) bytes[at] = Math.floor(dice() * 256);
    return this.write(digest(bytes), async () => {
      const { status } = await caller.file('PUT', this.name, bytes);
      assert.ok(status === 201 || status === 200, `PUT ${this.name}: ${status}`);
    });
  }

  async check(caller) {
    const { status, bytes } = await caller.file('GET', this.name);
    assert.ok(status === 200 || status === 404, `GET ${this.name}: ${status}`);
    this.settle(this.name, status === 200 ? digest(bytes) : undefined);
  }
}

export class Folder extends Register {
  #number = 0;

  constructor(name) {
    super(undefined);
    this.name = name;
  }

  async step(caller, dice) {
    const { soap } = caller;
    if (this.known === undefined) {
      const home = await caller.at('vm');
      return this.write(this.#next(), () => soap.call('CreateFolder', home, `<name>${this.asked[0]}</name>`));
    }
    const self = await caller.at(`vm/${this.known}`);
    if (dice() < 0.4) return this.write(undefined, async () => done(caller, await soap.ref('Destroy_Task', self)));
    return this.write(this.#next(), async () =>
      done(caller, await soap.ref('Rename_Task', self, `<newName>${this.asked[0]}</newName>`)),
    );
  }

  async check(caller) {
    const there = [];
    for (const name of [this.known, ...this.asked])
      if (name !== undefined && (await caller.at(`vm/${name}`))) there.push(name);
    assert.ok(there.length <= 1, `${there} are there at once`);
    this.settle(this.name, there[0]);
  }

  #next() {
    this.#number += 1;
    return `${this.name}-${this.#number}`;
  }
}

export class Machine extends Register {
  constructor(name) {
    super(undefined);
    this.name = name;
  }

  async step(caller) {
    const { soap } = caller;
    if (this.known) {
      const self = await caller.at(`vm/${this.name}`);
      return this.write(undefined, async () => done(caller, await soap.ref('Destroy_Task', self)));
    }
    const [home, pool] = [await caller.at('vm'), await caller.at('host/DC0_H0/Resources')];
    const config = `<config><name>${this.name}</name><guestId>otherGuest</guestId><files><vmPathName>[${STORE}]</vmPathName></files><numCPUs>1</numCPUs><memoryMB>32</memoryMB></config>`;
    const create = `${config}<pool type="${pool[0]}">${pool[1]}</pool>`;
    return this.write('there', async () => done(caller, await soap.ref('CreateVM_Task', home, create)));
  }

  async check(caller) {
    const self = await caller.at(`vm/${this.name}`);
    if (self) {
      assert.equal(await caller.soap.read(self, 'config.hardware.memoryMB'), '32');
      assert.match(await caller.soap.read(self, 'config.files.vmPathName'), new RegExp(`\\[${STORE}\\] ${this.name}`));
    }
    // Work that was under way goes on: what it comes to is known when it is over.
    for (const task of await running(caller, self ?? (await caller.at('vm')))) await caller.ended(task);
    this.settle(this.name, (await caller.at(`vm/${this.name}`)) ? 'there' : undefined);
  }
}

export class Note extends Register {
  constructor(machine) {
    super('');
    this.machine = machine;
  }

  async step(caller, dice) {
    const self = await caller.at(`vm/${this.machine}`);
    const text = String(dice()).repeat(Math.floor(1 + dice() * 300));
    const spec = `<spec><annotation>${text}</annotation></spec>`;
    return this.write(text, async () => done(caller, await caller.soap.ref('ReconfigVM_Task', self, spec)));
  }

  async check(caller) {
    const self = await caller.at(`vm/${this.machine}`);
    for (const task of await running(caller, self)) await caller.ended(task);
    this.settle(`the note of ${this.machine}`, (await caller.soap.read(self, 'config.annotation')) ?? '');
  }
}

/** A task is acknowledged when it is begun: it has to come to its end, however often the server dies. */
export class Power extends Register {
  #task;

  constructor(machine) {
    super('poweredOn');
    this.machine = machine;
  }

  async step(caller) {
    const self = await caller.at(`vm/${this.machine}`);
    if (this.#task) assert.equal(await caller.ended(this.#task), 'success');
    const [method, value] =
      this.known === 'poweredOn' ? ['PowerOffVM_Task', 'poweredOff'] : ['PowerOnVM_Task', 'poweredOn'];
    await this.write(value, async () => {
      this.#task = await caller.soap.ref(method, self);
    });
  }

  async check(caller) {
    const self = await caller.at(`vm/${this.machine}`);
    for (const task of await running(caller, self)) await caller.ended(task);
    if (this.#task) assert.equal(await caller.ended(this.#task), 'success');
    this.settle(`the power of ${this.machine}`, await caller.soap.read(self, 'runtime.powerState'));
  }
}

export class Events {
  #told = [];
  #asked;
  #number = 0;

  async step({ soap }) {
    this.#asked = `message ${++this.#number};`;
    await soap.call(
      'LogUserEvent',
      ['EventManager', 'EventManager'],
      `<entity type="Folder">group-d1</entity><msg>${this.#asked}</msg>`,
    );
    this.#told.push(this.#asked);
  }

  async check({ soap }) {
    const filter = '<filter><eventTypeId>GeneralUserEvent</eventTypeId></filter>';
    const text = await soap.call('QueryEvents', ['EventManager', 'EventManager'], filter);
    // A query gives the newest thousand.
    for (const message of this.#told.slice(-500)) assert.equal(text.split(`<message>${message}<`).length, 2, message);
    if (this.#asked && text.includes(`<message>${this.#asked}<`) && !this.#told.includes(this.#asked))
      this.#told.push(this.#asked);
  }
}

async function done(caller, task) {
  assert.equal(await caller.ended(task), 'success');
}

/** Open tasks on an entity. */
async function running({ soap }, self) {
  const list = (await soap.read(self, 'recentTask')) ?? '';
  return [...list.matchAll(/type="Task"[^>]*>([^<]+)</g)].map(([, id]) => id);
}

function digest(bytes) {
  return `${bytes.length} bytes ${createHash('sha256').update(bytes).digest('hex')}`;
}
