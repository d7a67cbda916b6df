import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../../src/index.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';
import { Wire } from '../server/wire.ts';

const MANUAL = { clock: { kind: 'manual' } } as const satisfies StartOptions;

const open = (scenario: string, more: StartOptions = {}) => Endpoint.open({ scenario, ...MANUAL, ...more });
const advance = (ep: Endpoint, seconds: number) => ep.sim.clock.advance(seconds * 1_000);

/** A property past all doors, for when they are shut. */
const look = (ep: Endpoint, path: string, property: string): Answer =>
  ep.sim.simulation.bench.world.at(path).get(property);

const task = (ep: Endpoint, ref: { readonly value: string }): Answer =>
  ep.sim.simulation.bench.world.at(ref.value).get('info');

describe('the scenario slow-storage', () => {
  it('makes work on the one datastore wait, and not on the other', async () => {
    await using ep = await open('slow-storage');
    const pool = await ep.read(await ep.at('/DC0/host/DC0_C0'), 'resourcePool');
    const folder = await ep.at('/DC0/vm');
    const create = async (name: string, datastore: string) => {
      const config = { name, guestId: 'otherGuest', files: { vmPathName: `[${datastore}]` } };
      return ep.call(folder, 'CreateVM_Task', { config, pool });
    };
    const [slow, fast] = [await create('slow', 'LocalDS_0'), await create('fast', 'LocalDS_1')];
    await advance(ep, 1);
    expect(task(ep, fast).state).toBe('success');
    expect(task(ep, slow).state).not.toBe('success');
    await advance(ep, 40);
    expect(task(ep, slow).state).toBe('success');
  });

  it('is as slow again after a reset', async () => {
    await using ep = await open('slow-storage');
    ep.sim.reset();
    const again = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    const vm = await again.at('/DC0/vm/DC0_C0_RP0_VM0');
    const started = await again.call(vm, 'PowerOffVM_Task');
    await advance(ep, 1);
    expect(task(ep, started).state).not.toBe('success');
    await again.client.close();
  });
});

describe('the scenario datastore-full', () => {
  it('has room on one datastore and next to none on the other', async () => {
    await using ep = await open('datastore-full');
    const free = (name: string) => look(ep, `/DC0/datastore/${name}`, 'summary.freeSpace');
    expect(free('LocalDS_0')).toBeLessThanOrEqual(16 * 2 ** 20);
    expect(free('LocalDS_1')).toBeGreaterThan(2 ** 40);
    const vm = await ep.at('/DC0/vm/DC0_C0_RP0_VM0');
    expect(await ep.fault(vm, 'PowerOnVM_Task')).toMatchObject({ _typeName: expect.stringMatching(/DiskSpace/) });
    const wire = await new Wire(ep.sim).login();
    const body = Buffer.alloc(17 * 2 ** 20);
    expect((await wire.file('PUT', 'big.iso', { body })).status).toBe(507);
    expect((await wire.file('PUT', 'big.iso', { body }, 'LocalDS_1')).status).toBe(201);
    ep.sim.simulation.bench.world.do('datastore.free', { name: 'LocalDS_0' });
    await ep.run(vm, 'PowerOnVM_Task');
  });
});

describe('the scenario host-crash', () => {
  it('takes a host away, and HA starts its VMs elsewhere; the host comes back', async () => {
    await using ep = await open('host-crash');
    const host = (vm: string) => ep.sim.simulation.bench.world.at(look(ep, `/DC0/vm/${vm}`, 'runtime.host')).name;
    const vms = [1, 2, 3].map((n) => `DC0_C0_RP0_VM${n}`);
    const state = () => look(ep, '/DC0/host/DC0_C0/DC0_C0_H0', 'runtime.connectionState');
    await advance(ep, 29);
    expect([state(), ...vms.map(host)]).toEqual(['connected', 'DC0_C0_H0', 'DC0_C0_H0', 'DC0_C0_H0']);
    await advance(ep, 1);
    expect(state()).toBe('notResponding');
    await advance(ep, 200);
    for (const vm of vms) {
      expect(host(vm)).not.toBe('DC0_C0_H0');
      expect(look(ep, `/DC0/vm/${vm}`, 'runtime.powerState')).toBe('poweredOn');
    }
    await advance(ep, 70);
    expect(state()).toBe('connected');
  });
});

describe('the scenario vcenter-restart', () => {
  it('resets connections, then answers 503, then is there without its sessions', async () => {
    const ep = await open('vcenter-restart');
    const ask = (path: string) =>
      new Wire(ep.sim).login().then(
        () => 'let in',
        (error: Error) => `${path}: ${error.message}`,
      );
    await ep.client.call(ep.client.content.rootFolder, 'CreateFolder' as never, { name: 'kept' } as never);
    await advance(ep, 30);
    await expect(ep.call(ep.manager('rootFolder'), 'CreateFolder', { name: 'x' })).rejects.toThrow();
    expect(await ask('down')).toMatch(/socket hang up|ECONNRESET/);
    await advance(ep, 10);
    expect(await ask('starting')).not.toBe('let in');
    await advance(ep, 20);
    expect(await ask('up')).toBe('let in');
    expect(await ep.fault(ep.manager('rootFolder'), 'CreateFolder', { name: 'x' })).toMatchObject({
      _typeName: 'NotAuthenticated',
    });
    expect(ep.sim.simulation.bench.world.find('/kept')).toBeDefined();
    expect(ep.sim.unforeseen).toEqual([]);
    await ep.client.close().catch(() => {});
    await ep.sim.close();
  });
});

describe('the scenario snapshot-locked', () => {
  it('leaves disks that need consolidation behind, and no way to it until the files are released', async () => {
    await using ep = await open('snapshot-locked');
    const outcome = async (name: string, method: string) =>
      ep.run(await ep.at(`/DC0/vm/${name}`), method).then(
        () => 'done',
        (error: { fault?: { _typeName: string } }) => error.fault?._typeName,
      );
    expect(await outcome('free', 'RemoveAllSnapshots_Task')).toBe('done');
    expect(await outcome('locked', 'RemoveAllSnapshots_Task')).toBe('FileLocked');
    expect(look(ep, '/DC0/vm/locked', 'snapshot')).toBeUndefined();
    expect(look(ep, '/DC0/vm/locked', 'runtime.consolidationNeeded')).toBe(true);
    expect(await outcome('locked', 'ConsolidateVMDisks_Task')).toBe('FileLocked');
    await advance(ep, 600);
    expect(await outcome('locked', 'ConsolidateVMDisks_Task')).toBe('done');
    expect(look(ep, '/DC0/vm/locked', 'runtime.consolidationNeeded')).toBe(false);
  });
});

describe('the scenario partial-outage', () => {
  it('leaves what works working', async () => {
    await using ep = await open('partial-outage');
    const host = (n: number) => look(ep, `/DC0/host/DC0_C0/DC0_C0_H${n}`, 'runtime.connectionState');
    expect([0, 1, 2, 3].map((n) => host(n) === 'connected')).toEqual([true, false, true, true]);
    const mounts: Answer[] = look(ep, '/DC0/datastore/LocalDS_1', 'host');
    const reached = mounts.map(({ key, mountInfo }) => [
      ep.sim.simulation.bench.world.at(key).name,
      mountInfo.accessible,
    ]);
    expect(Object.fromEntries(reached)).toMatchObject({ DC0_C0_H0: true, DC0_C0_H2: false });
    const outcomes: string[] = [];
    for (let n = 0; n < 8; n++) {
      const vm = await ep.at(`/DC0/vm/DC0_C0_RP0_VM${n}`);
      outcomes.push(
        await ep.fault(vm, 'PowerOffVM_Task').then(
          (fault) => fault._typeName,
          () => 'done',
        ),
      );
    }
    // Every fourth call meets a busy host; two of the eight run on the host that is gone.
    expect(outcomes.filter((outcome) => outcome === 'done').length).toBeGreaterThanOrEqual(4);
    expect([outcomes[3], outcomes[7]]).toEqual(['HostCommunication', 'HostCommunication']);
    expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'HostCommunication')).not.toEqual([]);
  });
});
