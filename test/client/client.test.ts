/** The client against a simulator in the same process. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRef, type Client, type ConnectOptions, connect, filterOf, type Ref } from '../../src/client/index.ts';
import { type Simulator, startSimulator } from '../../src/index.ts';

let sim: Simulator;
let client: Client;

beforeAll(async () => {
  sim = await startSimulator({ port: 0 });
  client = await connect(loginOf(sim));
});

afterAll(async () => {
  await client.close();
  await sim.close();
  expect(sim.unforeseen).toEqual([]);
});

function loginOf(target: Simulator): ConnectOptions {
  const { user, password } = target.credentials;
  return { url: target.url, ca: target.ca, username: user, password };
}

async function vm(name: string): Promise<Ref<'VirtualMachine'>> {
  return asRef('VirtualMachine', await client.findByInventoryPath(`DC0/vm/${name}`))!;
}

describe('connecting', () => {
  it('speaks the newest version that both sides know', () => {
    expect(client.version).toBe(client.about.apiVersion);
  });

  it('speaks an older version when asked to', async () => {
    await using older = await connect({ ...loginOf(sim), version: '6.7' });
    expect(older.version).toBe('6.7');
    expect(await older.get(older.content.rootFolder, 'name')).toBe('Datacenters');
  });

  it('refuses a version that never was, and tells which there are', async () => {
    const made = connect({ ...loginOf(sim), version: '6.66' });
    await expect(made).rejects.toMatchObject({ code: 'ERR_USAGE', hint: expect.stringContaining('6.7') });
  });

  it('tells a wrong password as InvalidLogin', async () => {
    const made = connect({ ...loginOf(sim), password: 'wrong' });
    await expect(made).rejects.toMatchObject({ name: 'VsphereError', code: 'ERR_CLIENT', faultType: 'InvalidLogin' });
  });

  it('does not trust a certificate that nobody vouched for, and says what to do', async () => {
    const made = connect({ ...loginOf(sim), ca: undefined });
    await expect(made).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', hint: expect.stringContaining('thumbprint') });
  });

  it('trusts a thumbprint, and no other', async () => {
    const pinned = { ...loginOf(sim), ca: undefined, thumbprint: sim.thumbprint };
    await (await connect(pinned)).close();
    const other = connect({ ...pinned, thumbprint: '00:'.repeat(19).concat('00') });
    await expect(other).rejects.toThrow(sim.thumbprint);
  });

  it('tells a URL where nobody listens as unreachable', async () => {
    const made = connect({ ...loginOf(sim), url: 'https://127.0.0.1:1/sdk' });
    await expect(made).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', retryable: true });
  });

  it('refuses two ways to trust at once', async () => {
    await expect(connect({ ...loginOf(sim), insecure: true })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });
});

describe('reading', () => {
  it('gives one property as its own value, and several by path', async () => {
    const one = await vm('DC0_H0_VM0');
    expect(await client.get(one, 'runtime.powerState')).toBe('poweredOn');
    expect(await client.get(one, ['name', 'runtime.powerState'])).toEqual({
      name: 'DC0_H0_VM0',
      'runtime.powerState': 'poweredOn',
    });
  });

  it('goes through every object of a type, page by page', async () => {
    const names: string[] = [];
    for await (const { properties } of client.retrieve({ type: 'VirtualMachine', properties: ['name'], pageSize: 3 })) {
      names.push(properties.name!);
    }
    expect(names.toSorted()).toEqual(['DC0_C0_RP0_VM0', 'DC0_C0_RP0_VM1', 'DC0_H0_VM0', 'DC0_H0_VM1']);
  });

  it('closes its view when the reader leaves early', async () => {
    const views = async () => (await client.get(client.content.viewManager!, 'viewList'))?.length;
    const before = await views();
    for await (const _ of client.retrieve({ type: 'VirtualMachine', properties: ['name'], pageSize: 1 })) break;
    expect(await views()).toBe(before);
  });

  it('spells the path of an object', async () => {
    expect(await client.inventoryPath(await vm('DC0_H0_VM0'))).toBe('/DC0/vm/DC0_H0_VM0');
  });
});

describe('acting', () => {
  it('waits for tasks and gives their fault as a typed error', async () => {
    const one = await vm('DC0_H0_VM0');
    await client.run(one, 'PowerOffVM_Task');
    await expect(client.run(one, 'PowerOffVM_Task')).rejects.toMatchObject({
      faultType: 'InvalidPowerState',
      fault: { existingState: 'poweredOff' },
      object: { type: 'VirtualMachine', value: one.value },
    });
    await client.run(one, 'PowerOnVM_Task');
  });

  it('names method, object and opID in a fault of the call', async () => {
    const gone = { type: 'VirtualMachine', value: 'vm-999999' } as const;
    const call = client.call(gone, 'PowerOnVM_Task', {}, { opId: 'seen-in-the-log' });
    await expect(call).rejects.toMatchObject({
      faultType: 'ManagedObjectNotFound',
      method: 'PowerOnVM_Task',
      object: gone,
      opId: 'seen-in-the-log',
      message: expect.stringContaining('seen-in-the-log'),
    });
  });

  it('tells changes as they happen', async () => {
    const one = await vm('DC0_H0_VM1');
    const sets = client.watch(filterOf(one, ['runtime.powerState']));
    const states: unknown[] = [];
    for (const act of ['PowerOffVM_Task', 'PowerOnVM_Task'] as const) {
      const { value } = await sets.next();
      states.push(value?.filterSet?.[0]?.objectSet?.[0]?.changeSet?.[0]?.val);
      await client.run(one, act);
    }
    await sets.return();
    expect(states).toEqual(['poweredOn', 'poweredOff']);
  });

  it('ends a wait when its signal is aborted', async () => {
    const stop = new AbortController();
    const sets = client.watch(filterOf(client.content.rootFolder, ['name']), { signal: stop.signal });
    await sets.next();
    const waiting = sets.next();
    stop.abort(new Error('seen enough'));
    await expect(waiting).rejects.toThrow('seen enough');
  });
});

describe('the session', () => {
  it('is renewed once for all callers who find it gone', async () => {
    await using other = await connect(loginOf(sim));
    await other.call(other.content.sessionManager!, 'Logout');
    const { length: before } = (await client.get(client.content.sessionManager!, 'sessionList')) ?? [];
    const root = other.content.rootFolder;
    const names = await Promise.all(Array.from({ length: 5 }, () => other.get(root, 'name')));
    expect(new Set(names)).toEqual(new Set(['Datacenters']));
    const { length: after } = (await client.get(client.content.sessionManager!, 'sessionList')) ?? [];
    expect(after).toBe(before + 1);
  });

  it('ends with close, after which nothing goes out', async () => {
    const other = await connect(loginOf(sim));
    const { key } = other.session;
    await other.close();
    await expect(other.get(other.content.rootFolder, 'name')).rejects.toThrow('closed');
    const list = (await client.get(client.content.sessionManager!, 'sessionList')) ?? [];
    expect(list.map((session) => session.key)).not.toContain(key);
  });
});
