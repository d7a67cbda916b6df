/** The inventory as a tree, and views that close themselves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRef, type Client, connect, type Ref } from '../../src/client/index.ts';
import { type Simulator, startSimulator } from '../../src/index.ts';

let sim: Simulator;
let client: Client;

beforeAll(async () => {
  sim = await startSimulator({ http: true, inventory: { pool: 1, vApp: 1 } as never });
  const { user: username, password } = sim.credentials;
  client = await connect({ url: sim.url, username, password });
});

afterAll(async () => {
  await client.close();
  await sim.close();
  expect(sim.unforeseen).toEqual([]);
});

const at = async (path: string): Promise<Ref> => (await client.findByInventoryPath(path))!;
async function namesOf(found: AsyncIterable<{ readonly properties: { readonly name?: unknown } }>): Promise<unknown[]> {
  const names: unknown[] = [];
  for await (const { properties } of found) names.push(properties.name);
  return names.toSorted();
}

describe('an object', () => {
  it('has above it what its path says', async () => {
    const host = await at('DC0/host/DC0_C0/DC0_C0_H0');
    const above = await client.ancestors(host);
    expect(above.map(({ name }) => name)).toEqual(['DC0_C0', 'host', 'DC0', 'Datacenters']);
    expect(above.at(-1)!.ref.value).toBe(client.content.rootFolder.value);
    expect(await client.ancestors(client.content.rootFolder)).toEqual([]);
  });

  it.each([
    'DC0',
    'DC0/vm/DC0_H0_VM0',
    'DC0/host/DC0_C0/Resources',
    'DC0/network/VM Network',
    'DC0/datastore/LocalDS_0',
  ])('is found by the path it has: %s', async (path) => {
    expect(await client.inventoryPath(await at(path))).toBe(`/${path}`);
  });

  it('in a vApp has the path it is found by', async () => {
    for await (const { ref, properties } of client.retrieve({
      type: 'VirtualMachine',
      properties: ['parentVApp', 'name'],
    })) {
      const path = await client.inventoryPath(ref);
      expect(path.endsWith(`/${properties.name}`)).toBe(true);
      expect(path.startsWith('/DC0/vm/')).toBe(true);
    }
    expect(await client.inventoryPath(client.content.rootFolder)).toBe('/');
  });

  it('has children of each type, below it and no deeper', async () => {
    const names = (of: Ref, type: 'ManagedEntity' | 'VirtualMachine' | 'Folder') =>
      namesOf(client.children(of, type, ['name']));
    expect(await names(await at('DC0'), 'Folder')).toEqual(['datastore', 'host', 'network', 'vm']);
    expect(await names(client.content.rootFolder, 'ManagedEntity')).toEqual(['DC0']);
    expect(await names(await at('DC0/vm'), 'VirtualMachine')).toContain('DC0_H0_VM0');
    expect(await names(await at('DC0/host/DC0_C0'), 'ManagedEntity')).toEqual(
      expect.arrayContaining(['DC0_C0_H0', 'DC0_C0_H1', 'Resources']),
    );
  });

  it('has siblings, of which it is none', async () => {
    const host = await at('DC0/host/DC0_C0/DC0_C0_H0');
    expect(await namesOf(client.siblings(host, 'HostSystem', ['name']))).toEqual(['DC0_C0_H1', 'DC0_C0_H2']);
    expect(await namesOf(client.siblings(client.content.rootFolder, 'Folder', ['name']))).toEqual([]);
  });

  it('has everything of a type below it', async () => {
    const cluster = await at('DC0/host/DC0_C0');
    expect(await namesOf(client.descendants(cluster, 'HostSystem', ['name']))).toHaveLength(3);
    expect(await namesOf(client.descendants(await at('DC0'), 'HostSystem', ['name']))).toHaveLength(4);
  });

  it('whose parents may not be seen has what may be seen of its path', async () => {
    const gone = asRef('VirtualMachine', { type: 'VirtualMachine', value: 'vm-99999' })!;
    await expect(client.inventoryPath(gone)).rejects.toMatchObject({ faultType: 'ManagedObjectNotFound' });
  });
});

describe('a view', () => {
  const viewCount = async () => (await client.get(client.content.viewManager!, 'viewList'))?.length ?? 0;

  it('tells its members, and is closed when its scope is left', async () => {
    const before = await viewCount();
    {
      await using view = await client.view((await at('DC0')) as Ref<'ManagedEntity'>, ['Folder'], { recursive: false });
      expect(await view.members()).toHaveLength(4);
      expect(await viewCount()).toBe(before + 1);
    }
    expect(await viewCount()).toBe(before);
    {
      using view = await client.view(client.content.rootFolder, ['VirtualMachine']);
      expect((await view.members()).length).toBeGreaterThan(3);
    }
    // Nobody waits for what a plain `using` gives back.
    while ((await viewCount()) > before);
    expect(await viewCount()).toBe(before);
  });
});

describe('a call of the client', () => {
  it('stands in the server’s journal under its opID', async () => {
    await client.get(client.content.rootFolder, 'name', { opId: 'find-me-again' });
    expect(sim.journal.calls({ opId: 'find-me-again' }).map(({ method }) => method)).toEqual(['RetrievePropertiesEx']);
  });
});
