/** An inventory saved over the wire the way `govc object.save` does it, and put back into another simulator. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Restored, savedInventory } from '../../src/scenario/saved-inventory.ts';
import { type Simulator, type StartOptions, startSimulator } from '../../src/server/start.ts';
import { Wire } from '../server/wire.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saved-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Time does not pass: what a simulator says follows from what it is. */
const STILL: StartOptions = { http: true, clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 1) };

const names = ({ simulation: { site } }: Simulator) =>
  site.flavour === 'esx' ? { esx: true, root: 'ha-folder-root' } : { esx: false, root: 'group-d1' };

async function login(sim: Simulator): Promise<Wire> {
  const wire = new Wire(sim);
  if (!names(sim).esx) return wire.login();
  const { user, password } = sim.credentials;
  const secret = `<userName>${user}</userName><password>${password}</password>`;
  const reply = await wire.soap('Login', 'SessionManager', 'ha-sessionmgr', secret);
  wire.cookie = String(reply.headers['set-cookie']).split(';')[0]!;
  return wire;
}

/** One text for each entity, and the service instance: its ObjectContent. */
async function contents(sim: Simulator): Promise<string[]> {
  const wire = await login(sim);
  const { esx, root } = names(sim);
  const view = await wire.soap(
    'CreateContainerView',
    'ViewManager',
    'ViewManager',
    `<container type="Folder">${root}</container><recursive>true</recursive>`,
  );
  const id = />([^<]+)<\/returnval>/.exec(view.text)![1]!;
  const traversal = '<name>v</name><type>ContainerView</type><path>view</path><skip>false</skip>';
  const reply = await wire.soap(
    'RetrieveProperties',
    'PropertyCollector',
    esx ? 'ha-property-collector' : 'propertyCollector',
    `<specSet><propSet><type>ManagedEntity</type><all>true</all></propSet>
      <propSet><type>ServiceInstance</type><pathSet>content</pathSet></propSet>
      <objectSet><obj type="ContainerView">${id}</obj><skip>true</skip>
        <selectSet xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="TraversalSpec">${traversal}</selectSet></objectSet>
      <objectSet><obj type="Folder">${root}</obj></objectSet>
      <objectSet><obj type="ServiceInstance">ServiceInstance</obj></objectSet></specSet>`,
  );
  const found = reply.text.match(/<returnval>[\s\S]*?<\/returnval>/g);
  if (!found) throw new Error(reply.text);
  return found;
}

function save(objects: readonly string[]): void {
  objects.forEach((text, i) => {
    const content = text.replace(/^<returnval>/, '<ObjectContent>').replace(/<\/returnval>$/, '</ObjectContent>');
    writeFileSync(join(folder, `${String(i).padStart(4, '0')}-object.xml`), content);
  });
}

/** Saves one simulator and starts another with what was saved. */
async function reloaded(sim: Simulator, options: StartOptions = {}): Promise<{ again: Simulator; report: Restored }> {
  save(await contents(sim));
  let report: Restored | undefined;
  const again = await startSimulator({ ...STILL, ...options, ...savedInventory(folder, (told) => (report = told)) });
  return { again, report: report! };
}

/** By object, its properties by name. */
function byObject(objects: readonly string[]): Map<string, Map<string, string>> {
  return new Map(
    objects.map((text) => {
      const sets = [...text.matchAll(/<propSet><name>(\w+)<\/name>([\s\S]*?)<\/propSet>/g)];
      return [/<obj [^>]*>([^<]+)</.exec(text)![1]!, new Map(sets.map((m) => [m[1]!, m[2]!]))];
    }),
  );
}

/** What follows from a number that a simulator gives its objects as they come, and is in no saved property. */
const COUNTED =
  /<(environmentBrowser|eventTime|productLineId)\b[^>]*>[^<]*<\/\1>|<val type="EnvironmentBrowser"[^>]*>[^<]*<\/val>/g;

/** The objects a property names, in an order of their own: that in which they came is not saved. */
function ordered(text: string): string {
  const ref = /<ManagedObjectReference [^>]*>[^<]*<\/ManagedObjectReference>/g;
  const sorted = (text.match(ref) ?? []).sort();
  return text.replace(ref, () => sorted.shift()!);
}

/** What stands about the first place where one text differs from another. */
function difference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at === one.length && at === other.length ? '' : one.slice(Math.max(0, at - 200), at + 200);
}

async function expectAlike(one: Simulator, other: Simulator): Promise<void> {
  const [was, is] = [byObject(await contents(one)), byObject(await contents(other))];
  expect([...is.keys()].sort()).toEqual([...was.keys()].sort());
  for (const [id, properties] of was) {
    for (const [name, text] of properties) {
      // Tasks are not saved.
      if (name === 'recentTask') continue;
      const [before, now] = [text, is.get(id)!.get(name) ?? ''].map((t) => ordered(t.replace(COUNTED, '')));
      expect(`${id} ${name} ${difference(now!, before!)}`).toEqual(`${id} ${name} ${difference(before!, now!)}`);
    }
  }
}

describe('a saved inventory', () => {
  it('is put back whole: every property of every entity reads as it did', async () => {
    const inventory = { dc: 2, folder: 1, pool: 1, app: 1, pod: 1, nsx: 1, pgNsx: 1, vm: 1, host: 2 };
    await using sim = await startSimulator({ ...STILL, inventory });
    const { again, report } = await reloaded(sim);
    await using _ = again;
    expect([...report.left]).toEqual([]);
    await expectAlike(sim, again);
  });

  it('of an ESXi host makes an ESXi host', async () => {
    await using sim = await startSimulator({ ...STILL, esx: true });
    const { again } = await reloaded(sim);
    await using _ = again;
    expect(again.simulation.site.flavour).toBe('esx');
    await expectAlike(sim, again);
  });
});

describe('what was changed before it was saved', () => {
  it('is there afterwards: what is said of a vApp', async () => {
    await using sim = await startSimulator({ ...STILL, inventory: { app: 1, vm: 1 } });
    const [vApp] = sim.simulation.site.world.ofType('VirtualApp');
    const wire = await new Wire(sim).login();
    const reply = await wire.soap(
      'UpdateVAppConfig',
      'VirtualApp',
      vApp!.id,
      `<spec><product><operation>add</operation><info><key>0</key><name>shop</name></info></product>
        <property><operation>add</operation><info><key>1</key><id>city</id><type>string</type><defaultValue>Rome</defaultValue></info></property>
        <ipAssignment><ipAllocationPolicy>transientPolicy</ipAllocationPolicy></ipAssignment>
        <eula>yes</eula><ovfEnvironmentTransport>com.vmware.guestInfo</ovfEnvironmentTransport><annotation>sells</annotation></spec>`,
    );
    expect(reply.text).not.toContain('Fault');
    const { again } = await reloaded(sim);
    await using _ = again;
    const said = async (of: Simulator) =>
      byObject(await contents(of))
        .get(vApp!.id)!
        .get('vAppConfig');
    expect(await said(again)).toBe(await said(sim));
    expect(await said(sim)).toContain('transientPolicy');
  });

  it('is there afterwards: power, addresses, snapshots, templates, maintenance', async () => {
    await using sim = await startSimulator(STILL);
    const wire = await new Wire(sim).login();
    const vm = (n: number) => `/DC0/vm/DC0_H0_VM${n}`;
    await wire.vmTask('PowerOffVM_Task', vm(0));
    await wire.soap('MarkAsTemplate', 'VirtualMachine', await wire.find(vm(0)));
    const spec = `<spec><annotation>a &lt;b&gt; &amp; c</annotation>
      <extraConfig><key>some</key><value xsi:type="xsd:string" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">thing</value></extraConfig>
      <extraConfig><key>SET.guest.ipAddress</key><value xsi:type="xsd:string" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">10.1.2.3</value></extraConfig></spec>`;
    const machine = await wire.find(vm(1));
    await wire.soap('ReconfigVM_Task', 'VirtualMachine', machine, spec);
    for (const name of ['one', 'two']) {
      const snapshot = `<name>${name}</name><memory>false</memory><quiesce>false</quiesce>`;
      await wire.soap('CreateSnapshot_Task', 'VirtualMachine', machine, snapshot);
    }
    const { again } = await reloaded(sim);
    await using _ = again;
    const { world } = again.simulation.site;
    await expectAlike(sim, again);
    expect([...world.lookup.get('ipAddress', '10.1.2.3')].map((c) => c.id)).toEqual([machine]);
    const revert = await new Wire(again).login();
    const reverted = await revert.soap('RevertToCurrentSnapshot_Task', 'VirtualMachine', machine);
    expect(reverted.text).toContain('RevertToCurrentSnapshot_TaskResponse');
  });

  it('leaves room for what comes after: new objects get ids of their own', async () => {
    await using sim = await startSimulator(STILL);
    const { again } = await reloaded(sim);
    await using _ = again;
    const wire = await new Wire(again).login();
    const made = await wire.soap('CreateFolder', 'Folder', 'group-d1', '<name>new</name>');
    const id = />(group-d\d+)</.exec(made.text)![1]!;
    expect(sim.simulation.site.world.find(id)).toBeUndefined();
    await sim.close();
  });
});

describe('a directory', () => {
  const nothing = () => undefined;

  it('without a saved inventory is refused, and one that is not there', () => {
    expect(() => savedInventory(folder, nothing)).toThrow(/there is nothing in .* saved by govc object.save/);
    expect(() => savedInventory(join(folder, 'gone'), nothing)).toThrow(/cannot read .*gone/);
  });

  it('with a broken file is refused by the name of the file', () => {
    writeFileSync(join(folder, '0001-Folder-group-d1.xml'), '<html></html>');
    expect(() => savedInventory(folder, nothing)).toThrow(/0001-Folder-group-d1.xml: no ObjectContent/);
  });

  it('may hold answers of methods in directories of its own, and things nobody knows: those are left out and counted', async () => {
    await using sim = await startSimulator({ ...STILL, inventory: { vm: 1 } });
    save(await contents(sim));
    mkdirSync(join(folder, 'HostSystem-host-1'));
    const type = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type';
    const strange = (i: number, kind: string, value = '') =>
      writeFileSync(
        join(folder, `900${i}-x.xml`),
        `<ObjectContent><obj type="${kind}">x-${i}</obj><propSet><name>parent</name><val type="Folder" ${type}="ManagedObjectReference">group-gone</val></propSet>${value}</ObjectContent>`,
      );
    strange(1, 'Rainbow');
    strange(2, 'Wormhole', `<propSet><name>config</name><val ${type}="WormholeConfig"><a>1</a></val></propSet>`);
    strange(3, 'VirtualMachine');
    strange(4, 'Folder');
    let report: Restored | undefined;
    await using again = await startSimulator({ ...STILL, ...savedInventory(folder, (told) => (report = told)) });
    expect(Object.fromEntries(report!.left)).toEqual({ Rainbow: 1, Wormhole: 1, VirtualMachine: 1, Folder: 1 });
    expect(again.unforeseen).toEqual([]);
  });
});
