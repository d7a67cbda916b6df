/** The driver against a simulator in the same process. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usableDatastores } from '../../src/driver/datastores.ts';
import { createDriver, type Driver, type DriverOptions } from '../../src/driver/index.ts';
import { type Simulator, startSimulator } from '../../src/index.ts';

const FLAVOR = { vcpus: 1, memoryMb: 64, rootGb: 1 };

let sim: Simulator;
let options: DriverOptions;
let driver: Driver;

beforeAll(async () => {
  sim = await startSimulator({ port: 0 });
  const { user, password } = sim.credentials;
  options = { url: sim.url, ca: sim.ca, username: user, password, cluster: 'DC0_C0' };
  driver = await createDriver(options);
});

afterAll(async () => {
  await driver.close();
  await sim.close();
  expect(sim.unforeseen).toEqual([]);
});

function uuid(n: number): string {
  return `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

describe('a driver', () => {
  it('that finds no such cluster lists those there are', async () => {
    const made = createDriver({ ...options, cluster: 'DC0_C9' });
    await expect(made).rejects.toMatchObject({ code: 'ERR_USAGE', hint: 'found: DC0_C0' });
  });

  it('whose regex matches no datastore lists those there are', async () => {
    await using other = await createDriver({ ...options, datastoreRegex: '^ssd' });
    await expect(other.getAvailableResource()).rejects.toMatchObject({
      code: 'ERR_USAGE',
      hint: expect.stringContaining('LocalDS_0'),
    });
  });

  it('tells the cluster as one hypervisor, and what a single host can take', async () => {
    const room = await driver.getAvailableResource();
    expect(room.hosts).toBe(3);
    expect(room.vcpus).toBe(3 * room.maxVcpus);
    expect(room.memoryMb).toBe(3 * room.maxMemoryMb);
  });

  it('spawns an instance on the network it was told, and finds it by both names', async () => {
    const network = 'VM Network';
    const made = await driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, networks: [{ network }] });
    expect(made).toMatchObject({ name: 'web', uuid: uuid(1), powerState: 'poweredOn', vcpus: 1, memoryMb: 64 });
    expect(await driver.getInfo('web')).toEqual(await driver.getInfo(uuid(1)));
    await driver.destroy('web');
  });

  it('makes one instance of a spawn asked for twice', async () => {
    const request = { name: 'once', uuid: uuid(2), flavor: FLAVOR };
    const refs = [(await driver.spawn(request)).ref, (await driver.spawn(request)).ref];
    expect(refs[0]).toEqual(refs[1]);
    await driver.destroy(uuid(2));
  });

  it('leaves nothing behind when no host can start the instance', async () => {
    const { maxVcpus } = await driver.getAvailableResource();
    const flavor = { ...FLAVOR, vcpus: 2 * maxVcpus };
    const made = driver.spawn({ name: 'huge', uuid: uuid(3), flavor });
    await expect(made).rejects.toMatchObject({ name: 'VsphereError', method: expect.stringContaining('PowerOn') });
    expect((await driver.listInstances()).map(({ name }) => name)).not.toContain('huge');
  });

  it('names the networks there are when one is not', async () => {
    const made = driver.spawn({ name: 'lost', uuid: uuid(4), flavor: FLAVOR, networks: [{ network: 'nope' }] });
    await expect(made).rejects.toMatchObject({ code: 'ERR_USAGE', hint: expect.stringContaining('VM Network') });
  });

  it('reads a regex of datastores the same way every time, and refuses what is none', async () => {
    await using two = await startSimulator({ port: 0, inventory: { ds: 2, vm: 0 } });
    const { user, password } = two.credentials;
    const there = { ...options, url: two.url, ca: two.ca, username: user, password };
    await using other = await createDriver({ ...there, datastoreRegex: /LocalDS/g });
    const stores = await usableDatastores(other.surroundings);
    expect(stores.map(({ name }) => name).sort()).toEqual(['LocalDS_0', 'LocalDS_1']);
    await expect(createDriver({ ...there, datastoreRegex: '(' })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });

  it('refuses a flavor that cannot be', async () => {
    const made = driver.spawn({ name: 'odd', uuid: uuid(5), flavor: { ...FLAVOR, vcpus: 0 } });
    await expect(made).rejects.toThrow('flavor.vcpus');
  });

  it('says which instance is not there, and destroys it all the same', async () => {
    await expect(driver.powerOn('nobody')).rejects.toThrow("'nobody'");
    await driver.destroy('nobody');
  });
});
