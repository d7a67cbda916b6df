/** A tour of simsphere, to be read from top to bottom; every stop finds the world of the scenario as it was at the start. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  asRef,
  type Client,
  connect,
  filterOf,
  isVsphereError,
  type Ref,
  type VsphereError,
} from '../src/client/index.ts';
import { cases, runContract } from '../src/contract/index.ts';
import { createDriver, type Driver } from '../src/driver/index.ts';
import { type Simulator, startSimulator } from '../src/index.ts';
import type { InsufficientMemoryResourcesFault, NoCompatibleHost } from '../src/vim25/index.ts';

const SCENARIO = `
name: tour
description: The default datacenter, a user with few rights, a VM too big for any host, and four kinds of trouble.
clock: manual
start: 2024-01-01T00:00:00Z
world:
  roles:
    - name: Operator
      privileges: [VirtualMachine.Interact.PowerOn, VirtualMachine.Interact.PowerOff]
  users:
    - name: operator@vsphere.local
      password: operating
      roles:
        - { role: ReadOnly, on: / }
        - { role: Operator, on: /DC0/vm/DC0_H0_VM0 }
  machines:
    - { path: /DC0/vm/DC0_C0_RP0_VM0, memory: 200GiB, reserved: true, power: "off" }
faults:
  - id: host-out-of-reach
    match: { method: ReconfigVM_Task, name: DC0_H0_VM1 }
    when: { after: 10m }
    effect: { soap: { fault: HostCommunication, message: Unable to communicate with the remote host. } }
    limits: { until: 15m }
  - id: stuck-at-40
    match: { method: PowerOffVM_Task, name: DC0_H0_VM1 }
    effect: { task: { stall: 2m, at: 40% } }
  - id: lost-answer
    match: { method: CreateVM_Task, path: /DC0/vm/tour }
    when: { nth: 1 }
    effect: { transport: { reset: true, phase: after } }
  - id: pulled-cable
    when: { after: 5m }
    effect: { world: { verb: host.disconnect, name: DC0_C0_H1 } }
`;

const OPERATOR = { username: 'operator@vsphere.local', password: 'operating' };
const GIB = 1024;

describe('a tour of simsphere', { shuffle: false }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'simsphere-tour-'));
  let sim: Simulator;
  let client: Client;

  beforeAll(async () => {
    const scenario = join(folder, 'tour.yaml');
    writeFileSync(scenario, SCENARIO);
    sim = await startSimulator({ port: 0, scenario });
  });
  beforeEach(async () => {
    client = await connect(administrator());
  });
  afterEach(async () => {
    await client.close();
    expect(sim.unforeseen).toEqual([]);
    sim.reset();
  });
  afterAll(async () => {
    await sim.close();
    rmSync(folder, { recursive: true });
  });

  it('begins with a vCenter that is reached by URL, credentials and CA', async () => {
    expect(client.about).toMatchObject({ apiType: 'VirtualCenter', name: 'VMware vCenter Server' });
    const names: string[] = [];
    for await (const { properties } of client.retrieve({ type: 'VirtualMachine', properties: ['name'] })) {
      names.push(properties.name!);
    }
    expect(names.sort()).toEqual(['DC0_C0_RP0_VM0', 'DC0_C0_RP0_VM1', 'DC0_H0_VM0', 'DC0_H0_VM1']);
  });

  describe('who may do what', () => {
    let operator: Client;
    beforeEach(async () => {
      operator = await connect({ ...administrator(), ...OPERATOR });
    });
    afterEach(() => operator.close());

    it('the operator sees every VM and switches the one that was given to them', async () => {
      const given = await machine('DC0_H0_VM0');
      await operator.run(given, 'PowerOffVM_Task');
      expect(await operator.get(given, 'runtime.powerState')).toBe('poweredOff');
    });

    it('any other is refused with NoPermission that names the object and the privilege', async () => {
      const other = await machine('DC0_C0_RP0_VM1');
      const { faultType, fault } = await refusal(operator.run(other, 'PowerOffVM_Task'));
      expect(faultType).toBe('NoPermission');
      expect(fault).toMatchObject({ object: other, privilegeId: 'VirtualMachine.Interact.PowerOff' });
      expect(await client.get(other, 'runtime.powerState')).toBe('poweredOn');
    });

    it('and so is what nobody allowed on the VM that was given', async () => {
      const given = await machine('DC0_H0_VM0');
      const { fault } = await refusal(operator.run(given, 'Destroy_Task'));
      expect(fault).toMatchObject({ object: given, privilegeId: 'VirtualMachine.Inventory.Delete' });
    });
  });

  describe('DRS', () => {
    it('by load: starts each instance on the host that has most left', async () => {
      await using driver = await createDriver({ ...administrator(), cluster: 'DC0_C0', folder: 'load' });
      const hostOf = async (n: number, memoryMb: number) =>
        (await driver.spawn({ name: `web-${n}`, uuid: uuid(n), flavor: { vcpus: 1, memoryMb, rootGb: 1 } })).host;
      const hosts = [await hostOf(1, 64 * GIB), await hostOf(2, 8 * GIB), await hostOf(3, 8 * GIB)];
      expect(hosts.toSorted()).toEqual(['DC0_C0_H0', 'DC0_C0_H1', 'DC0_C0_H2']);
      const more = [
        await hostOf(4, 8 * GIB),
        await hostOf(5, 8 * GIB),
        await hostOf(6, 8 * GIB),
        await hostOf(7, 8 * GIB),
      ];
      expect(more).not.toContain(hosts[0]);
    });

    it('by room: passes over the idlest host when what is reserved there leaves too little', async () => {
      const busy = [await start('busy-1', 100 * GIB), await start('busy-2', 100 * GIB)];
      const reserved = await start('reserved', 64 * GIB, { reserved: true });
      expect(new Set([...busy, reserved]).size).toBe(3);
      expect(busy).toContain(await start('too-big-beside-it', 70 * GIB, { reserved: true }));
      expect(await start('fits-beside-it', 50 * GIB, { reserved: true })).toBe(reserved);
    });

    it('refuses at power-on when the cluster has room but no single host has, with the fault of each', async () => {
      const cluster = asRef('ClusterComputeResource', await client.findByInventoryPath('DC0/host/DC0_C0'))!;
      expect(await client.get(cluster, 'summary.effectiveMemory')).toBeGreaterThan(200 * GIB);

      const { fault, faultType } = await refusal(client.run(await machine('DC0_C0_RP0_VM0'), 'PowerOnVM_Task'));
      expect(faultType).toBe('NoCompatibleHost');
      const { host, error } = fault as unknown as NoCompatibleHost;
      const names = await Promise.all(host!.map((one) => client.get(one, 'name')));
      expect(names).toEqual(['DC0_C0_H0', 'DC0_C0_H1', 'DC0_C0_H2']);
      const reasons = error!.map((one) => one.fault as InsufficientMemoryResourcesFault);
      expect(reasons.map((reason) => reason._typeName)).toEqual(host!.map(() => 'InsufficientMemoryResourcesFault'));
      for (const { requested, unreserved } of reasons) expect(requested).toBeGreaterThan(unreserved);
    });
  });

  it('a file uploaded over /folder comes back identical', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_001 }, (_, i) => (i * 31 + (i >> 9)) & 0xff));
    const path = '[LocalDS_0] tour disk.img';
    await client.upload(path, bytes, { datacenter: 'DC0' });
    const parts: Buffer[] = [];
    for await (const part of await client.download(path, { datacenter: 'DC0' })) parts.push(part as Buffer);
    expect(bytes.equals(Buffer.concat(parts))).toBe(true);
    const doors = ((await control('GET', '/journal')) as { method: string }[]).map((entry) => entry.method);
    expect(doors).toEqual(expect.arrayContaining(['PUT /folder', 'GET /folder']));
  });

  const sources: [string, () => Promise<void>][] = [
    ['of the scenario', async () => undefined],
    [
      'armed over HTTP',
      async () => {
        await control('DELETE', '/faults');
        await control('POST', '/faults', parse(SCENARIO).faults);
      },
    ],
  ];

  describe.each(sources)('a fault rule %s, on a clock that only the test moves', (_source, arm) => {
    let vm: Ref<'VirtualMachine'>;
    beforeEach(async () => {
      await arm();
      vm = await machine('DC0_H0_VM1');
    });

    it('SOAP: from the tenth minute to the fifteenth the host cannot be reached', async () => {
      const reconfigure = (annotation: string) => client.run(vm, 'ReconfigVM_Task', { spec: { annotation } });
      await advance('9m');
      await reconfigure('before');
      await advance('1m');
      expect(await refusal(reconfigure('meanwhile'))).toMatchObject({ faultType: 'HostCommunication' });
      expect(await client.get(vm, 'config.annotation')).toBe('before');
      await advance('5m');
      await reconfigure('after');
      expect(await client.get(vm, 'config.annotation')).toBe('after');
      expect(await hits('host-out-of-reach')).toBe(1);
    });

    it('task: a power-off stands still at 40 % for two minutes, then ends well', async () => {
      const task = await client.call(vm, 'PowerOffVM_Task');
      await advance('119s');
      expect(await client.get(task, 'info')).toMatchObject({ state: 'running', progress: 40 });
      expect(await client.get(vm, 'runtime.powerState')).toBe('poweredOn');
      await advance('1s');
      expect(await client.waitForTask(task)).toMatchObject({ state: 'success' });
      expect(await client.get(vm, 'runtime.powerState')).toBe('poweredOff');
    });

    it('transport: the answer to a create is lost after the work was done, and the driver finds the VM that was made', async () => {
      await using driver = await createDriver({ ...administrator(), cluster: 'DC0_C0', folder: 'tour' });
      const wanted = { name: 'once', uuid: uuid(7), flavor: { vcpus: 1, memoryMb: 256, rootGb: 1 } };
      expect(await driver.spawn(wanted)).toMatchObject({ name: 'once', powerState: 'poweredOn' });
      expect(await driver.listInstances()).toEqual([{ name: 'once', uuid: uuid(7) }]);
      expect(await control('GET', '/journal?method=CreateVM_Task')).toMatchObject([
        { outcome: 'answer', rules: ['lost-answer'] },
      ]);
    });

    it('world: after five minutes a host is cut off, and whoever watches it is told', async () => {
      const host = asRef('HostSystem', await client.findByInventoryPath('DC0/host/DC0_C0/DC0_C0_H1'))!;
      const updates = client.watch(filterOf(host, ['runtime.connectionState']));
      expect(await told(updates)).toBe('connected');
      await advance('5m');
      expect(await told(updates)).toBe('disconnected');
      await updates.return();
      await using driver = await createDriver({ ...administrator(), cluster: 'DC0_C0', folder: 'world' });
      expect((await driver.getAvailableResource()).hosts).toBe(2);
    });
  });

  describe('the driver', () => {
    let driver: Driver;
    beforeEach(async () => {
      driver = await createDriver({ ...administrator(), cluster: 'DC0_C0' });
    });
    afterEach(() => driver.close());

    it('tells what the cluster can take, spawns an instance, tells of it, switches it and destroys it', async () => {
      const before = await driver.getAvailableResource();
      expect(before).toMatchObject({ hosts: 3, vcpus: 96, maxVcpus: 32, memoryMb: 3 * before.maxMemoryMb });

      const flavor = { vcpus: 2, memoryMb: 2 * GIB, rootGb: 20 };
      const networks = [{ network: 'VM Network' }];
      const made = await driver.spawn({ name: 'web', uuid: uuid(1), flavor, networks });
      expect(made).toMatchObject({ name: 'web', uuid: uuid(1), powerState: 'poweredOn', vcpus: 2, memoryMb: 2048 });
      expect(made.host).toMatch(/^DC0_C0_H[012]$/);
      expect(await driver.getInfo('web')).toEqual(made);

      await driver.powerOff('web');
      expect((await driver.getInfo(uuid(1))).powerState).toBe('poweredOff');
      await driver.powerOn('web');
      expect((await driver.getInfo(uuid(1))).powerState).toBe('poweredOn');

      await driver.destroy('web');
      expect(await driver.listInstances()).toEqual([]);
      expect((await driver.getAvailableResource()).localGbUsed).toBe(before.localGbUsed);
      expect(await client.findByInventoryPath('DC0/vm/simsphere/web')).toBeUndefined();
    });
  });

  it('ends with the contract, which knows this vCenter by its URL and credentials only', async () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
    const target = { ...administrator(), readOnlyUser: OPERATOR };
    const { results } = await runContract(target, { allowChanges: true });
    const others = results.filter(({ outcome }) => outcome !== 'passed');
    // The tour's cluster has one datastore: there is nowhere for a disk to move to.
    expect(others.map(({ reason }) => reason)).toEqual(["cluster 'DC0_C0' has one usable datastore"]);
    expect(results).toHaveLength(cases.length);
  });

  function administrator() {
    return { url: sim.url, username: sim.credentials.user, password: sim.credentials.password, ca: sim.ca };
  }

  async function machine(name: string): Promise<Ref<'VirtualMachine'>> {
    return asRef('VirtualMachine', await client.findByInventoryPath(`DC0/vm/${name}`))!;
  }

  /** Makes a VM in the cluster, starts it and answers the name of the host that DRS chose. */
  async function start(name: string, memoryMB: number, { reserved = false } = {}): Promise<string> {
    const vms = asRef('Folder', await client.findByInventoryPath('DC0/vm'))!;
    const pool = asRef('ResourcePool', await client.findByInventoryPath('DC0/host/DC0_C0/Resources'))!;
    const memoryAllocation = { reservation: reserved ? memoryMB : 0 };
    const config = { name, numCPUs: 1, memoryMB, memoryAllocation, files: { vmPathName: '[LocalDS_0]' } };
    const vm = await client.run(vms, 'CreateVM_Task', { config, pool });
    await client.run(vm, 'PowerOnVM_Task');
    return client.get((await client.get(vm, 'runtime.host'))!, 'name');
  }

  /** Moves the clock, as a script in any language would. */
  async function advance(time: string): Promise<void> {
    await control('POST', '/clock', { advance: time });
  }

  async function hits(rule: string): Promise<number> {
    return ((await control('GET', `/faults/${rule}`)) as { hits: number }).hits;
  }

  /** The control API under `/_simsphere`. */
  function control(method: string, path: string, body?: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const sent = request(`${sim.controlUrl}${path}`, { method, ca: sim.ca }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => {
          if (answer.statusCode! >= 400) reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
          else resolve(text === '' ? undefined : JSON.parse(text));
        });
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
});

/** What a call that must fail fails with. */
async function refusal(call: Promise<unknown>): Promise<VsphereError> {
  const outcome = await call.catch((error: unknown) => error);
  if (isVsphereError(outcome)) return outcome;
  throw new Error(`expected a refusal, saw ${JSON.stringify(outcome)}`);
}

/** The value in the next update. */
async function told(updates: ReturnType<Client['watch']>): Promise<unknown> {
  const { value } = await updates.next();
  return value?.filterSet?.[0]?.objectSet?.[0]?.changeSet?.[0]?.val;
}

function uuid(n: number): string {
  return `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
