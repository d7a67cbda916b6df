/** What tests say of a simulator, and what they are told when it is not so. */
import { afterEach, describe, expect } from 'vitest';
import { type Client, connect } from '../../src/client/index.ts';
import type { Simulator } from '../../src/index.ts';
import { assertNoLeaks, assertReceived, assertSupported, matchers, test, testPerFile } from '../../src/vitest/index.ts';

const open: Client[] = [];
afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});

async function login({ url, ca, credentials }: Simulator): Promise<Client> {
  const client = await connect({ url, ca, username: credentials.user, password: credentials.password });
  open.push(client);
  return client;
}

async function renamed(sim: Simulator, to: string): Promise<Client> {
  const client = await login(sim);
  const vm = await client.findByInventoryPath('DC0/vm/DC0_H0_VM0');
  await client.run(vm as never, 'Rename_Task' as never, { newName: to } as never);
  return client;
}

/** What an assertion says that does not hold. */
function complaint(does: () => void): string {
  try {
    does();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it holds');
}

describe('toHaveReceived', () => {
  test('finds a call by method, object, user, arguments and number', async ({ sim }) => {
    await renamed(sim, 'web');
    expect(sim).toHaveReceived('Rename_Task');
    expect(sim).toHaveReceived('Rename_*', { target: 'DC0_H0_VM0', user: 'administrator', times: 1 });
    expect(sim).toHaveReceived('Rename_Task', { args: { newName: 'web' }, outcome: 'answer' });
    expect(sim).toHaveReceived('Rename_Task', { args: { newName: /^w/ } });
    expect(sim).toHaveReceived('Rename_Task', { args: { newName: expect.stringContaining('eb') } });
    expect(sim).toHaveReceived('Rename_Task', { target: '/DC0/vm/web' });
    expect(sim).not.toHaveReceived('Rename_Task', { args: { newName: 'db' } });
    expect(sim).not.toHaveReceived('PowerOnVM_Task');
    expect(sim).toHaveReceived('PowerOnVM_Task', { times: 0 });
  });

  test('says which calls came nearest, and why they are not it', async ({ sim }) => {
    await renamed(sim, 'web');
    const said = complaint(() =>
      expect(sim).toHaveReceived('Rename_Task', { target: 'db', args: { newName: 'other' }, times: 2 }),
    );
    expect(said).toContain('expected 2 calls of Rename_Task on db with args {"newName":"other"}, but there was none');
    expect(said).toMatch(
      /nearest:\n {2}#\d+ Rename_Task on DC0_H0_VM0 \(vm-\d+\) by VSPHERE.LOCAL\\Administrator: answered/,
    );
    expect(said).toMatch(/target: expected 'db', was DC0_H0_VM0 \(vm-\d+\)/);
    expect(said).toContain("args.newName: expected 'other', was 'web'");
  });

  test('says what was called where nothing of the name was', async ({ sim }) => {
    await renamed(sim, 'web');
    const said = complaint(() => expect(sim).toHaveReceived('RenameTask'));
    expect(said).toMatch(/called were .*Login.*Rename_Task.*; did you mean Rename_Task\?/);
    sim.journal.clear();
    expect(complaint(() => expect(sim).toHaveReceived('Login'))).toContain('nothing was called at all');
  });

  test('says which call there should not have been', async ({ sim }) => {
    await renamed(sim, 'web');
    expect(complaint(() => expect(sim).not.toHaveReceived('Rename_Task'))).toMatch(
      /expected no a? ?call of Rename_Task, but there were 1\n\n {2}#\d+ Rename_Task/,
    );
  });

  test('is there for every runner', async ({ sim }) => {
    await renamed(sim, 'web');
    // As jest calls a matcher: with itself as `this`, and what was expected behind what there is.
    expect(matchers.toHaveReceived.call({ isNot: false } as never, sim, 'Rename_Task')).toMatchObject({ pass: true });
    expect(matchers.toHaveReceived(sim, 'Rename_Task', { times: 3 })).toMatchObject({ pass: false });
    expect(() => matchers.toHaveReceived({}, 'Login')).toThrow('expected a simulator');
    assertReceived(sim, 'Rename_Task', { args: { newName: 'web' } });
    expect(() => assertReceived(sim, 'Rename_Task', { times: 9 })).toThrow(
      /^expected 9 calls of Rename_Task, but there were 1/,
    );
  });
});

describe('toHaveNoLeaks', () => {
  test('names what was left open, by whom, with which call', async ({ sim }) => {
    const client = await login(sim);
    const { viewManager, rootFolder } = client.content as never as Record<string, never>;
    await client.call(
      viewManager!,
      'CreateContainerView' as never,
      { container: rootFolder, recursive: true } as never,
    );
    const said = complaint(() => expect(sim).toHaveNoLeaks());
    expect(said).toMatch(
      /session: session of simsphere-client by VSPHERE.LOCAL\\Administrator in session 1, opened by call \d+, Login/,
    );
    expect(said).toMatch(/view: ContainerView by .* in session 1, opened by call \d+, CreateContainerView/);
    expect(() => assertNoLeaks(sim)).toThrow('view: ContainerView');
    assertNoLeaks(sim, { except: ['session', 'view'] });
    await client.close();
    expect(sim).toHaveNoLeaks();
    expect(complaint(() => expect(sim).not.toHaveNoLeaks())).toContain('expected something to be left open');
  });
});

describe('a call of what is not built', () => {
  const lenient = test.extend({ unsupported: 'allow' });

  async function callUnbuilt(sim: Simulator): Promise<string> {
    const { registry } = await import('../../src/simulator/rooms.ts');
    const client = await login(sim);
    const { world } = sim.simulation.site;
    const row = [...registry.all()].find(
      ({ type, method, built }) => !built && method.params.every((p) => p.optional) && world.ofType(type).size > 0,
    )!;
    const [target] = world.ofType(row.type);
    await client.call(target!.ref as never, row.method.name as never, {} as never).catch(() => {});
    return `${row.type}.${row.method.name}`;
  }

  lenient('is told with the method', async ({ sim }) => {
    const called = await callUnbuilt(sim);
    expect(() => assertSupported(sim)).toThrow(called);
  });

  test.fails('fails a test that says nothing of it', async ({ sim }) => {
    await callUnbuilt(sim);
  });

  test('fails no test that made none', ({ sim }) => assertSupported(sim));
});

describe('one simulator for a file', () => {
  const urls = new Set<string>();
  for (const name of ['first', 'second']) {
    testPerFile(`starts the ${name} test with the world of the start`, async ({ sim }) => {
      urls.add(sim.url);
      expect(urls.size).toBe(1);
      expect(sim.world.find('/DC0/vm/web')).toBeUndefined();
      expect(sim).not.toHaveReceived('*');
      sim.intercept('Rename_Task', (call) => call.pass());
      await renamed(sim, 'web');
      expect(sim.world.at('/DC0/vm/web').get('name')).toBe('web');
    });
  }
});
