/** Each kind of trouble on the wire, in the middle of what takes several calls: it is done all the same, or nothing of it stays. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asRef, type Client, connect, filterOf, isVsphereError, type Ref } from '../../src/client/index.ts';
import { type Simulator, startSimulator } from '../../src/index.ts';
import { dense, diskOf, MIB, streamOf } from '../objects/nfc/package.ts';
import { packageOf } from './package.ts';

let sim: Simulator;
let client: Client;
let image: Buffer;

beforeAll(async () => {
  sim = await startSimulator({ http: true });
  const { user: username, password } = sim.credentials;
  client = await connect({ url: sim.url, username, password, retry: { delay: 1, longest: 2 } });
  image = await streamOf(diskOf(4 * MIB, [MIB, dense(MIB)]));
});

afterAll(async () => {
  await client.close();
  await sim.close();
  expect(sim.unforeseen).toEqual([]);
});

beforeEach(() => sim.faults.clear());

const EFFECTS = {
  reset: { reset: true },
  'no answer': { empty: true },
  503: { status: 503 },
  noise: { garbage: true },
  'noise for a body': { garbage: 'body' },
  'a broken chunk': { badChunk: true },
  'an answer cut short': { truncate: 200 },
} as const;

type Effect = (typeof EFFECTS)[keyof typeof EFFECTS];

const arm = (method: string, transport: Effect, phase: 'before' | 'after', nth = 1) =>
  sim.faults.add({
    id: 'trouble',
    match: { method },
    when: { nth },
    effect: { transport: { ...transport, phase } },
  } as never);

const CASES = Object.entries(EFFECTS).flatMap(([name, effect]) => {
  const after: [string, Effect, 'before' | 'after'] = [`${name} after the work`, effect, 'after'];
  const can = !('truncate' in effect || 'badChunk' in effect || 'garbage' in effect);
  return can ? [[`${name} before any work`, effect, 'before'] as typeof after, after] : [after];
});

async function names(): Promise<string[]> {
  const found: string[] = [];
  for await (const { properties } of client.retrieve({ type: 'VirtualMachine', properties: ['name'], pageSize: 2 }))
    found.push(properties.name!);
  return found.toSorted();
}

/** What stands open on the server for this client. */
async function held(): Promise<unknown> {
  const views = await client.get(client.content.viewManager!, 'viewList');
  const recent = (await client.get(client.content.taskManager!, 'recentTask')) ?? [];
  const states = await Promise.all(recent.map((task) => client.get(task, 'info.state')));
  return { views: views?.length ?? 0, running: states.filter((state) => state === 'running').length };
}

describe.each(CASES)('%s', (_, effect, phase) => {
  it('stops no read', async () => {
    arm('RetrievePropertiesEx', effect, phase);
    expect(await client.get(client.content.rootFolder, 'name')).toBe('Datacenters');
  });

  it.each(['CreateContainerView', 'RetrievePropertiesEx', 'ContinueRetrievePropertiesEx'])(
    'stops no bulk read at %s, and no object comes twice',
    async (method) => {
      const all = await names();
      arm(method, effect, phase);
      expect(await names()).toEqual(all);
    },
  );

  it.each(['CreatePropertyCollector', 'WaitForUpdatesEx'])('stops no watch at %s', async (method) => {
    const vm = (await client.findByInventoryPath('DC0/vm/DC0_H0_VM0'))! as Ref<'VirtualMachine'>;
    arm(method, effect, phase);
    for await (const { filterSet } of client.watch(filterOf(vm, ['name']))) {
      expect(filterSet?.[0]?.objectSet?.[0]?.changeSet?.[0]?.val).toBe('DC0_H0_VM0');
      break;
    }
  });

  it('stops no file at hand on its way up, nor one on its way down before it has begun', async () => {
    const at = { datacenter: 'DC0' };
    const content = Buffer.alloc(100_000, 'x');
    // Other bytes of the same number in place of a file: nothing tells them from it.
    const isForged = 'garbage' in effect && effect.garbage === 'body';
    for (const method of ['HEAD /folder', 'PUT /folder', ...(isForged ? [] : ['GET /folder'])]) {
      sim.faults.clear();
      arm(method, effect, phase);
      await client.upload('[LocalDS_0] trouble.bin', content, at);
      const parts: Buffer[] = [];
      // A body that breaks half way is the reader's to begin anew.
      const read = async () => {
        parts.length = 0;
        for await (const part of await client.download('[LocalDS_0] trouble.bin', at)) parts.push(part as Buffer);
      };
      await read().catch(read);
      expect(Buffer.concat(parts).equals(content)).toBe(true);
    }
  });

  it.each([
    'CreateImportSpec',
    'ImportVApp',
    'CreatePropertyCollector',
    'RetrievePropertiesEx',
    'HttpNfcLeaseProgress',
    'HttpNfcLeaseComplete',
  ])('leaves a whole machine of an import or none, at %s', async (method) => {
    const before = { names: await names(), held: await held() };
    const [pool, folder, datastore, network] = await Promise.all(
      ['DC0/host/DC0_C0/Resources', 'DC0/vm', 'DC0/datastore/LocalDS_0', 'DC0/network/VM Network'].map((path) =>
        client.findByInventoryPath(path),
      ),
    );
    arm(method, effect, phase);
    const made = await client
      .importOvf({
        descriptor: packageOf(image.length),
        name: 'arriving',
        pool: asRef('ResourcePool', pool)!,
        folder: asRef('Folder', folder)!,
        datastore: asRef('Datastore', datastore)!,
        networks: { lan: network! },
        open: () => image,
      })
      .catch((error: unknown) => {
        if (!isVsphereError(error)) throw error;
      });
    sim.faults.clear();
    if (made) {
      expect(await names()).toContain('arriving');
      await client.run(asRef('VirtualMachine', made)!, 'Destroy_Task');
    }
    expect({ names: await names(), held: await held() }).toEqual(before);
  });
});
