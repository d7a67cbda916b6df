import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importInventory } from '../../src/cli/import.ts';
import { type Simulator, type StartOptions, startSimulator } from '../../src/index.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';

/** Both simulators know the same time. */
const STILL = { http: true, clock: { kind: 'manual' }, start: 1_700_000_000_000 } as const satisfies StartOptions;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simsphere-import-'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function imported(sim: Simulator, name: string, ...more: string[]): Promise<string> {
  const file = join(folder, name);
  const { user, password } = sim.credentials;
  const words = ['--url', sim.url, '--user', user, '--password', password, '-o', file, ...more];
  expect(await importInventory(words)).toBe(0);
  return file;
}

/** Numbers that a simulator gives its objects as they come, and what is of the moment. */
const OWN = new Set(['recentTask', 'environmentBrowser', 'triggeredAlarmState', 'declaredAlarmState', 'configIssue']);

/** Every property of every entity as clients read it, as text. */
async function inventory(sim: Simulator): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  const client = await Endpoint.login(sim);
  for (const { cell, ref } of sim.simulation.bench.world.all('ManagedEntity')) {
    const names = [...sim.simulation.site.schema.managed(ref.type)!.properties.keys()];
    const read = names.filter((name) => !OWN.has(name) && cell.kind.properties.has(name));
    const values = (await client.get(ref, read as never)) as Readonly<Record<string, unknown>>;
    for (const name of read) all.set(`${ref.value} ${name}`, text(values[name]));
  }
  await client.close();
  return all;
}

/** Lists of references are in the order in which objects came, which nobody imports. */
function text(value: unknown): string {
  const sorted = JSON.stringify(value, (_key, item: Answer) => {
    if (!Array.isArray(item) || !item.every((one) => typeof one?.value === 'string')) return item;
    return [...item].sort((a, b) => (a.value < b.value ? -1 : 1));
  });
  return (sorted ?? '').replace(/"(productLineId|eventTime|environmentBrowser)":("[^"]*"|\{[^}]*\})/g, '');
}

function difference(was: Map<string, string>, is: Map<string, string>): string[] {
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => around(name, was.get(name), is.get(name)));
}

function around(name: string, was = 'nothing', is = 'nothing'): string {
  let at = 0;
  while (at < was.length && was[at] === is[at]) at++;
  const [from, to] = [Math.max(0, at - 60), at + 80];
  return `${name}: ${was.slice(from, to)} <> ${is.slice(from, to)}`;
}

const INVENTORY = { dc: 2, folder: 1, cluster: 1, host: 2, pool: 1, app: 1, pod: 1, nsx: 1, pgNsx: 1, vm: 1 };

/** A world that differs in many ways from a fresh one. */
async function used(): Promise<Endpoint> {
  const ep = await Endpoint.open({ ...STILL, inventory: INVENTORY });
  const vm = await ep.at('/DC0/vm/DC0_H0_VM0');
  await ep.run(vm, 'ReconfigVM_Task', {
    spec: { annotation: 'mine', extraConfig: [{ key: 'a', value: 'b' }] },
  });
  await ep.run(vm, 'CreateSnapshot_Task', { name: 'before', memory: false, quiesce: false });
  await ep.run(await ep.at('/DC0/vm/DC0_C0_RP1_VM0'), 'PowerOffVM_Task');
  await ep.call(await ep.at('/DC0/vm/DC0_C0_RP1_VM0'), 'MarkAsTemplate');
  return ep;
}

describe('an import', () => {
  it.each(['inventory.yaml', 'inventory.json'])('makes a scenario whose inventory is equal, in %s', async (name) => {
    await using ep = await used();
    const scenario = await imported(ep.sim, name);
    const again = await startSimulator({ ...STILL, scenario });
    expect(difference(await inventory(ep.sim), await inventory(again))).toEqual([]);
    expect(again.unforeseen).toEqual([]);
    const twice = await imported(again, `again-${name}`);
    const objects = (file: string) => readFileSync(file, 'utf8').split('\n').slice(1).sort();
    expect(objects(twice)).toEqual(objects(scenario));
    await again.close();
  });

  it('of an ESXi host makes an ESXi host', async () => {
    await using sim = await startSimulator({ ...STILL, esx: true });
    const scenario = await imported(sim, 'esx.yaml');
    await using again = await startSimulator({ ...STILL, scenario });
    expect(again.simulation.site.flavour).toBe('esx');
    expect(difference(await inventory(sim), await inventory(again))).toEqual([]);
  });

  it('may be added to, like any other scenario', async () => {
    await using sim = await startSimulator(STILL);
    const scenario = await imported(sim, 'more.yaml');
    const more = '  datacenters: [{ name: DC0, vms: [{ name: added }] }]\n';
    writeFileSync(scenario, `${readFileSync(scenario, 'utf8')}${more}`);
    await using ep = await Endpoint.open({ scenario });
    expect(await ep.read(await ep.at('/DC0/vm/added'), 'runtime.powerState')).toBe('poweredOn');
    const vms: Answer[] = await ep.read(await ep.at('/DC0/vm'), 'childEntity');
    expect(vms.length).toBe(5);
  });

  it('leaves out the names when that is asked for, alike wherever they stand', async () => {
    await using ep = await Endpoint.open({ ...STILL, inventory: { ...INVENTORY, hostName: 'secret-{n}.corp' } });
    const vm = await ep.at('/DC0/vm/DC0_H0_VM0');
    await ep.run(vm, 'Rename_Task', { newName: 'payroll' });
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'call Eve' } });
    await ep.run(vm, 'CreateSnapshot_Task', { name: 'before audit', memory: false, quiesce: false });
    await ep
      .run(
        await ep.at('/DC0/datastore/POD/../LocalDS_0').catch(() => ep.at('/DC0/datastore/LocalDS_0')),
        'RefreshDatastore',
      )
      .catch(() => {});
    const scenario = await imported(ep.sim, 'nobody.yaml', '--anonymise');
    const written = readFileSync(scenario, 'utf8');
    const addresses = [...ep.sim.simulation.site.world.ofType('HostSystem')].map(
      (host) => (host.state as Answer).identity.address as string,
    );
    const names = ['payroll', 'call Eve', 'before audit', 'secret-', 'corp', 'LocalDS', 'DC0', 'DVS0', ...addresses];
    const left = names.flatMap((name) => written.match(new RegExp(`.{0,40}${name.replace('.', '\\.')}.{0,20}`)) ?? []);
    expect(left).toEqual([]);
    await using again = await startSimulator({ ...STILL, scenario });
    const shape = (sim: Simulator) => {
      const types = sim.simulation.bench.world.all('ManagedEntity').map(({ type }) => type);
      return types.sort();
    };
    expect(shape(again)).toEqual(shape(ep.sim));
    const { world } = again.simulation.bench;
    const [machine] = world.all('VirtualMachine').filter(({ id }) => id === vm.value);
    expect(machine!.name).toMatch(/^vm-\d+$/);
    expect(machine!.get('config.files.vmPathName')).toMatch(/^\[datastore-\d+\] [\w-]+\/[\w-]+\.vmx$/);
    const [store] = machine!.get<Answer[]>('datastore')!;
    expect(machine!.get('config.files.vmPathName')).toContain(`[${world.at(store).name}]`);
  });

  it('needs no more than a user who may read', async () => {
    await using sim = await startSimulator({ ...STILL, scenario: 'restricted-user' });
    const whole = await imported(sim, 'whole.json');
    const file = join(folder, 'reader.json');
    const reader = ['--user', 'operator@vsphere.local', '--password', 'operator'];
    await importInventory(['--url', sim.url, ...reader, '--output', file]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(readFileSync(whole, 'utf8')));
  });

  it('says what it needs, and who it was not let in by', async () => {
    await using sim = await startSimulator(STILL);
    await expect(importInventory(['--url', sim.url])).rejects.toThrow('import needs --output');
    const wrong = ['--url', sim.url, '--user', 'root', '--password', 'no', '-o', join(folder, 'x.yaml')];
    await expect(importInventory(wrong)).rejects.toThrow('the user or the password is wrong');
    const nobody = ['--url', 'http://127.0.0.1:1/sdk', '--user', 'a', '--password', 'b', '-o', join(folder, 'x.yaml')];
    await expect(importInventory(nobody)).rejects.toMatchObject({ code: 'ERR_UNREACHABLE' });
  });
});

describe('an imported object', () => {
  it.each([
    ['{ type: VirtualMachne, id: vm-1, properties: {} }', "the API has no managed type 'VirtualMachne'"],
    ['{ type: VirtualMachine, id: vm-1, properties: {} }', 'there is no place for VirtualMachine vm-1'],
    [
      '{ type: Folder, id: a, properties: {} }, { type: Folder, id: a, properties: {} }',
      "there is an object 'a' already",
    ],
  ])('that has no place is refused with its line: %s', async (objects, why) => {
    const scenario = join(folder, 'wrong.yaml');
    writeFileSync(scenario, `world:\n  objects: [${objects}]\n`);
    await expect(startSimulator({ http: true, scenario })).rejects.toThrow(why);
    await expect(startSimulator({ http: true, scenario })).rejects.toThrow(/wrong\.yaml:2:\d+: world\.objects\[/);
  });

  it('may be in a directory that govc wrote, which must be one', async () => {
    const scenario = join(folder, 'saved.yaml');
    writeFileSync(scenario, 'world:\n  objects: ./none\n');
    await expect(startSimulator({ http: true, scenario })).rejects.toThrow(
      /saved\.yaml:2:3: world\.objects: cannot read .*none/,
    );
  });
});
