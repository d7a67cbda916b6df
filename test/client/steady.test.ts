/** A client whose server or session has bad moments: what it does about them by itself, and what it never does. */
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../src/client/index.ts';
import { Clock } from '../../src/kernel/clock.ts';
import { fault, Hurried, Scripted, TIME, type Visit } from './scripted.ts';

const SI: Ref<'ServiceInstance'> = { type: 'ServiceInstance', value: 'ServiceInstance' };
const VM: Ref<'VirtualMachine'> = { type: 'VirtualMachine', value: 'vm-1' };

const cut = ({ response }: Visit): undefined => void response.destroy() as undefined;
const status =
  (code: number) =>
  ({ response }: Visit): undefined =>
    void response.writeHead(code).end('busy') as undefined;

describe('a read', () => {
  it.each([
    ['whose answer is lost', cut],
    ['that is answered 503', status(503)],
    ['that is answered 502', status(502)],
    ['whose answer is spoiled on the way', () => '<Envelope>garbage'],
  ])('%s is made again, after longer pauses each time', async (_, trouble) => {
    const clock = new Hurried();
    await using server = await Scripted.open({ CurrentTime: (visit) => (visit.before < 3 ? trouble(visit) : TIME) });
    const client = await server.connect({ clock, retry: { delay: 200, longest: 500 } });
    expect(await client.call(SI, 'CurrentTime')).toBe('2026-01-01T00:00:00Z');
    expect(server.count('CurrentTime')).toBe(4);
    const [first, second, third] = clock.waits.slice(-3);
    expect(first).toBeGreaterThanOrEqual(100);
    expect(first).toBeLessThanOrEqual(200);
    expect(second).toBeGreaterThanOrEqual(200);
    expect(second).toBeLessThanOrEqual(400);
    expect(third).toBeGreaterThanOrEqual(250);
    expect(third).toBeLessThanOrEqual(500);
    await client.close();
  });

  it('is given up after so many attempts, and the error tells what came last', async () => {
    await using server = await Scripted.open({ CurrentTime: status(503) });
    const client = await server.connect({ clock: new Hurried(), retry: { attempts: 3 } });
    await expect(client.call(SI, 'CurrentTime')).rejects.toMatchObject({ retryable: true, maybeDone: false });
    expect(server.count('CurrentTime')).toBe(3);
    await client.close();
  });

  it('is not made again for who wants no retries, nor after a fault', async () => {
    await using server = await Scripted.open({
      CurrentTime: status(503),
      FindChild: () => fault('ConcurrentAccess'),
    });
    const client = await server.connect({ clock: new Hurried(), retry: false });
    await expect(client.call(SI, 'CurrentTime')).rejects.toMatchObject({ retryable: true });
    expect(server.count('CurrentTime')).toBe(1);
    const { searchIndex } = client.content;
    await expect(client.call(searchIndex!, 'FindChild', { entity: VM, name: 'x' })).rejects.toMatchObject({
      faultType: 'ConcurrentAccess',
      retryable: true,
    });
    expect(server.count('FindChild')).toBe(1);
    await client.close();
  });

  it('that waits to be made again ends with its signal', async () => {
    const stop = new AbortController();
    await using server = await Scripted.open({ CurrentTime: status(503) });
    const client = await server.connect({ clock: new Clock({ kind: 'manual' }) });
    const call = client.call(SI, 'CurrentTime', {}, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
    await client.close();
  });
});

describe('the start of a task', () => {
  it('whose answer is lost is not made again, and the error says that it may have been done', async () => {
    await using server = await Scripted.open({ PowerOnVM_Task: cut });
    const client = await server.connect({ clock: new Hurried() });
    const lost = client.call(VM, 'PowerOnVM_Task', {}, { opId: 'mine' });
    await expect(lost).rejects.toMatchObject({
      code: 'ERR_UNREACHABLE',
      method: 'PowerOnVM_Task',
      object: VM,
      opId: 'mine',
      maybeDone: true,
    });
    expect(server.count('PowerOnVM_Task')).toBe(1);
    await client.close();
  });

  it('that the server was too busy to take is made again', async () => {
    await using server = await Scripted.open({
      PowerOnVM_Task: (visit) =>
        visit.before === 0 ? status(503)(visit) : '<returnval type="Task">task-1</returnval>',
    });
    const client = await server.connect({ clock: new Hurried() });
    expect(await client.call(VM, 'PowerOnVM_Task')).toEqual({ type: 'Task', value: 'task-1' });
    await client.close();
  });

  it('that never reached anybody is made again', async () => {
    const clock = new Hurried();
    const server = await Scripted.open();
    const client = await server.connect({ clock, retry: { attempts: 3 } });
    await server[Symbol.asyncDispose]();
    // From then on there is no connection left over that somebody else has closed.
    await expect(client.call(SI, 'CurrentTime')).rejects.toMatchObject({ code: 'ERR_UNREACHABLE' });
    clock.waits.length = 0;
    await expect(client.call(VM, 'PowerOnVM_Task')).rejects.toMatchObject({ retryable: true, maybeDone: false });
    expect(clock.waits).toHaveLength(2);
    await client.close();
  });
});

describe('a wait for a task', () => {
  const TASK: Ref<'Task'> = { type: 'Task', value: 'task-1' };
  const info = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([path, val]) => `<name>info.${path}</name>${val}`);
  const int = (n: number) => `<val xsi:type="xsd:int">${n}</val>`;
  const state = (word: string) => `<val xsi:type="TaskInfoState">${word}</val>`;

  it('tells how far the task is, and gives its result', async () => {
    const read = (values: Readonly<Record<string, string>>) =>
      `<returnval><objects><obj type="Task">task-1</obj>${info(values)
        .map((prop) => `<propSet>${prop}</propSet>`)
        .join('')}</objects></returnval>`;
    const update = (version: string, values: Readonly<Record<string, string>>) =>
      `<returnval><version>${version}</version><filterSet><filter type="PropertyFilter">filter</filter><objectSet><kind>modify</kind><obj type="Task">task-1</obj>${info(
        values,
      )
        .map((prop) => `<changeSet>${prop.replace('</name>', '</name><op>assign</op>')}</changeSet>`)
        .join('')}</objectSet></filterSet></returnval>`;
    const result = '<val type="VirtualMachine" xsi:type="ManagedObjectReference">vm-2</val>';
    await using server = await Scripted.open({
      RetrievePropertiesEx: ({ before }) =>
        read(before === 0 ? { state: state('running'), progress: int(10) } : { state: state('success'), result }),
      WaitForUpdatesEx: (visit) => {
        // An answer that is lost on the way is told again.
        if (visit.before === 1) return cut(visit);
        return visit.before === 0
          ? update('1', { progress: int(40), state: state('running') })
          : update('2', { progress: int(90), state: state('success') });
      },
    });
    const client = await server.connect({ clock: new Hurried() });
    const percents: number[] = [];
    const last = await client.waitForTask(TASK, { onProgress: (percent) => percents.push(percent) });
    expect(last.result).toEqual({ type: 'VirtualMachine', value: 'vm-2' });
    expect(percents).toEqual([10, 40, 90]);
    await client.close();
  });
});
