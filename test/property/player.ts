/** Clients that do what dice say, over the wire, and can do it again in the order in which it came the first time. */
import { Agent, type ClientRequest, request } from 'node:http';
import type { JournalEntry, Simulator } from '../../src/index.ts';
import { Random } from '../../src/kernel/random.ts';

/** Says when a client may send its next request, and hears that it has come in. */
export interface Order {
  turn(client: number): Promise<void>;
  came(client: number): void;
}

/** Everybody at once: each lets others go first now and then. */
export class Crowd implements Order {
  readonly #dice: Random;

  constructor(seed: string) {
    this.#dice = new Random(seed, 'crowd');
  }

  async turn(): Promise<void> {
    for (let waits = Math.floor(this.#dice.fraction() * 4); waits > 0; waits--) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  came(): void {}
}

/** One after the other, in an order that is known. */
export class Queue implements Order {
  readonly #order: readonly number[];
  readonly #waiting = new Map<number, () => void>();
  #at = 0;

  constructor(order: readonly number[]) {
    this.#order = order;
  }

  turn(client: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.set(client, resolve);
      this.#next();
    });
  }

  came(): void {
    this.#at++;
    this.#next();
  }

  #next(): void {
    const client = this.#order[this.#at];
    const go = client === undefined ? undefined : this.#waiting.get(client);
    if (!go) return;
    this.#waiting.delete(client!);
    go();
  }
}

/** One client with a connection of its own. */
export class Player {
  readonly number: number;
  readonly #sim: Simulator;
  readonly #order: Order;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #dice: Random;
  #calls = 0;
  #cookie = '';

  constructor(sim: Simulator, number: number, seed: string, order: Order) {
    this.#sim = sim;
    this.number = number;
    this.#order = order;
    this.#dice = new Random(seed, `player-${number}`);
  }

  /** Logs in, does so many things, logs out. */
  async play(things: number): Promise<void> {
    const { user, password } = this.#sim.credentials;
    await this.#soap(
      'Login',
      'SessionManager',
      'SessionManager',
      `<userName>${user}</userName><password>${password}</password>`,
    );
    for (let i = 0; i < things; i++) await this.#doSomething();
    if (this.#dice.fraction() < 0.5) await this.#soap('Logout', 'SessionManager', 'SessionManager');
    this.#agent.destroy();
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#dice.fraction() * list.length)]!;
  }

  #machine(): string {
    return `DC0/vm/${this.#pick(['DC0_H0_VM0', 'DC0_H0_VM1', 'DC0_C0_RP0_VM0', 'DC0_C0_RP0_VM1', 'made-1', 'made-2'])}`;
  }

  async #doSomething(): Promise<void> {
    const vm = await this.#find(this.#machine());
    const on = (method: string, inner = '') => this.#soap(method, 'VirtualMachine', vm || 'vm-none', inner);
    const things: readonly (() => Promise<unknown>)[] = [
      () => on('PowerOffVM_Task'),
      () => on('PowerOnVM_Task'),
      () => on('Rename_Task', `<newName>made-${this.#pick([1, 2])}</newName>`),
      () => on('ReconfigVM_Task', `<spec><numCPUs>${this.#pick([1, 2, 4])}</numCPUs></spec>`),
      () => on('CreateSnapshot_Task', '<name>s</name><memory>false</memory><quiesce>false</quiesce>'),
      () => on('RemoveAllSnapshots_Task'),
      () => on('Destroy_Task'),
      () => this.#clone(vm),
      () => this.#read(vm),
      () => this.#everything('VirtualMachine', vm),
      async () => this.#everything('HostSystem', await this.#find('DC0/host/DC0_C0/DC0_C0_H1')),
      async () => this.#everything('ClusterComputeResource', await this.#find('DC0/host/DC0_C0')),
      async () => this.#everything('Datastore', await this.#find('DC0/datastore/LocalDS_0')),
      () => this.#watch(),
      () => this.#view(),
      () => this.#soap('CreateFolder', 'Folder', 'group-d1', `<name>f${this.#pick([1, 2, 3])}</name>`),
      () => this.#soap('QueryEvents', 'EventManager', 'EventManager', '<filter/>'),
      () => this.#soap('AcquireCloneTicket', 'SessionManager', 'SessionManager'),
      () => on('ExportVm'),
      () => this.#file('PUT', 'd/a.txt', 'x'.repeat(2 + Math.floor(this.#dice.fraction() * 2_000))),
      () => this.#file('GET', 'd/a.txt'),
    ];
    await this.#pick(things)();
  }

  async #clone(vm: string): Promise<void> {
    const folder = await this.#find('DC0/vm');
    const spec = '<spec><location/><powerOn>false</powerOn><template>false</template></spec>';
    const inner = `<folder type="Folder">${folder}</folder><name>made-${this.#pick([1, 2])}</name>${spec}`;
    await this.#soap('CloneVM_Task', 'VirtualMachine', vm || 'vm-none', inner);
  }

  #read(vm: string): Promise<string> {
    const what =
      '<propSet><type>VirtualMachine</type><pathSet>name</pathSet><pathSet>runtime</pathSet><pathSet>config.hardware</pathSet></propSet>';
    const specs = `<specSet>${what}<objectSet><obj type="VirtualMachine">${vm || 'vm-none'}</obj></objectSet></specSet><options/>`;
    return this.#soap('RetrievePropertiesEx', 'PropertyCollector', 'propertyCollector', specs);
  }

  #everything(type: string, id: string): Promise<string> {
    const specs = `<specSet><propSet><type>${type}</type><all>true</all></propSet><objectSet><obj type="${type}">${id || 'vm-none'}</obj></objectSet></specSet><options/>`;
    return this.#soap('RetrievePropertiesEx', 'PropertyCollector', 'propertyCollector', specs);
  }

  async #view(): Promise<void> {
    const container =
      '<container type="Folder">group-d1</container><type>VirtualMachine</type><recursive>true</recursive>';
    const made = await this.#soap('CreateContainerView', 'ViewManager', 'ViewManager', container);
    const view = />([^<>]+)<\/returnval>/.exec(made)?.[1] ?? '';
    const walk = `<selectSet xsi:type="TraversalSpec" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><type>ContainerView</type><path>view</path></selectSet>`;
    const what =
      '<propSet><type>VirtualMachine</type><pathSet>name</pathSet><pathSet>summary.runtime.powerState</pathSet></propSet>';
    const spec = `<spec>${what}<objectSet><obj type="ContainerView">${view}</obj><skip>true</skip>${walk}</objectSet></spec>`;
    await this.#soap(
      'CreateFilter',
      'PropertyCollector',
      'propertyCollector',
      `${spec}<partialUpdates>true</partialUpdates>`,
    );
  }

  #watch(): Promise<string> {
    const options = '<options><maxWaitSeconds>0</maxWaitSeconds></options>';
    return this.#soap('WaitForUpdatesEx', 'PropertyCollector', 'propertyCollector', options);
  }

  async #find(path: string): Promise<string> {
    const reply = await this.#soap(
      'FindByInventoryPath',
      'SearchIndex',
      'SearchIndex',
      `<inventoryPath>${path}</inventoryPath>`,
    );
    return />([^<>]+)<\/returnval>/.exec(reply)?.[1] ?? '';
  }

  #soap(method: string, type: string, id: string, inner = ''): Promise<string> {
    const call = `<${method} xmlns="urn:vim25"><_this type="${type}">${id}</_this>${inner}</${method}>`;
    const opId = `<Header><operationID xmlns="">${this.number}-${++this.#calls}</operationID></Header>`;
    const body = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/">${opId}<Body>${call}</Body></Envelope>`;
    return this.#send('POST', '/sdk', body, { SOAPAction: 'urn:vim25/8.0.2.0', 'content-type': 'text/xml' });
  }

  #file(method: string, path: string, body = ''): Promise<string> {
    return this.#send(method, `/folder/${path}?dcPath=DC0&dsName=LocalDS_0`, body, {});
  }

  /** What is brought comes in two parts: the change is made when its last byte is here. */
  async #send(method: string, path: string, body: string, headers: Record<string, string>): Promise<string> {
    await this.#order.turn(this.number);
    const { arrived } = this.#sim.journal;
    const { port } = new URL(this.#sim.url);
    const more = { ...headers, cookie: this.#cookie, 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({ host: '127.0.0.1', port, path, method, headers: more, agent: this.#agent });
    const answered = this.#answer(sent);
    if (method === 'PUT') {
      sent.write(body.slice(0, -1));
      while (this.#sim.journal.arrived === arrived) await new Promise((resolve) => setImmediate(resolve));
      this.#order.came(this.number);
      await this.#order.turn(this.number);
    }
    sent.end(method === 'PUT' ? body.slice(-1) : body);
    const text = await answered;
    this.#order.came(this.number);
    return text;
  }

  #answer(sent: ClientRequest): Promise<string> {
    return new Promise((resolve, reject) => {
      sent.on('error', reject);
      sent.on('response', (answer) => {
        const [cookie] = answer.headers['set-cookie'] ?? [];
        if (cookie !== undefined) this.#cookie = cookie.split(';')[0]!;
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve(text));
      });
    });
  }
}

/**
 * The order in which players were heard, as a Queue takes it: once for each call, and for what was brought a second time
 * where its last byte made the change.
 */
export function orderOf(entries: readonly JournalEntry[], playerOf: (entry: JournalEntry) => number): number[] {
  const brought = entries.filter(isBrought).sort((a, b) => a.arrived - b.arrived);
  const order: number[] = [];
  for (const entry of entries) {
    while (brought[0] && brought[0].arrived <= entry.arrived) order.push(playerOf(brought.shift()!));
    const late = brought.indexOf(entry);
    if (late >= 0) order.push(...brought.splice(0, late + 1).map(playerOf));
    order.push(playerOf(entry));
  }
  return order;
}

function isBrought({ method }: JournalEntry): boolean {
  return method.startsWith('PUT ');
}
