import { describe, expect, it } from 'vitest';
import type { Watcher } from '../../../src/world/cell.ts';
import { SmallSite, type SmallSiteOptions } from '../access/small-site.ts';

const fault = (type: string, detail: object = {}) =>
  expect.objectContaining({ type, detail: expect.objectContaining(detail) });
const ref = (type: string, value: string) => ({ type, value });
const VM1 = ref('VirtualMachine', 'vm-1');

function start(taskTypes: readonly string[] = ['org.example.work'], options: SmallSiteOptions = {}) {
  const site = new SmallSite(options);
  const admin = site.login();
  const extension = {
    key: 'org.example',
    version: '1',
    description: { label: 'x', summary: 'x' },
    lastHeartbeatTime: '2026-01-01T00:00:00Z',
    taskList: taskTypes.map((taskID) => ({ taskID })),
  };
  site.call('ExtensionManager', 'RegisterExtension', { extension }, admin);
  const work = (obj: object = VM1, more: object = {}) =>
    site.call('TaskManager', 'CreateTask', { obj, taskTypeId: 'org.example.work', cancelable: true, ...more }, admin);
  const on = (key: string, method: string, args: Record<string, unknown> = {}) => site.call(key, method, args, admin);
  const info = (key: string) => site.read(key, 'info');
  return { site, admin, work, on, info };
}

describe('a task of an extension', () => {
  it('is queued, runs, tells its progress and succeeds', () => {
    const { work, on, info } = start();
    const { key, state, descriptionId, entityName } = work();
    expect({ state, descriptionId, entityName }).toEqual({
      state: 'queued',
      descriptionId: 'org.example.work',
      entityName: 'VM1',
    });
    on(key, 'SetTaskState', { state: 'running' });
    on(key, 'UpdateProgress', { percentDone: 40 });
    expect(info(key)).toMatchObject({ state: 'running', progress: 40 });
    on(key, 'SetTaskState', { state: 'success', result: 'done' });
    expect(info(key)).toMatchObject({ state: 'success', result: 'done', cancelable: false });
    expect(() => on(key, 'SetTaskState', { state: 'running' })).toThrow(fault('InvalidState'));
  });

  it('fails with the fault it is given', () => {
    const { work, on, info } = start();
    const { key } = work();
    const error = { fault: { _typeName: 'NoDiskSpace', file: '', datastore: 'ds' }, localizedMessage: 'full' };
    on(key, 'SetTaskState', { state: 'error', fault: error });
    expect(info(key)).toMatchObject({ state: 'error', error });
  });

  it('takes no progress beyond a hundred, nor before it runs', () => {
    const { work, on } = start();
    const { key } = work();
    expect(() => on(key, 'UpdateProgress', { percentDone: 1 })).toThrow(fault('InvalidState'));
    on(key, 'SetTaskState', { state: 'running' });
    expect(() => on(key, 'UpdateProgress', { percentDone: 101 })).toThrow(
      fault('OutOfBounds', { argumentName: 'percentDone' }),
    );
  });

  it('is forgotten like any other, once it is old and no longer among the newest', async () => {
    const { site, work, on } = start(undefined, { keepTasks: 2 });
    const end = () => {
      const { key } = work();
      on(key, 'SetTaskState', { state: 'success' });
      return key;
    };
    const there = (keys: readonly string[]) => keys.map((key) => site.site.world.find(key) !== undefined);
    const keys = [end(), end(), end()];
    expect(there(keys)).toEqual([true, true, true]);
    await site.clock.advance(700_000);
    keys.push(end());
    expect(there(keys)).toEqual([false, false, true, true]);
  });

  it('is forgotten however young it is before there are too many to keep', () => {
    const { site, work, on } = start(undefined, { keepTasks: 2 });
    for (let i = 0; i < 50; i++) on(work().key, 'SetTaskState', { state: 'success' });
    expect(site.site.world.ofType('Task').size).toBe(20);
  });

  it('keeps its progress when it is said to run again', () => {
    const { work, on, info } = start();
    const { key } = work();
    on(key, 'SetTaskState', { state: 'running' });
    on(key, 'UpdateProgress', { percentDone: 40 });
    on(key, 'SetTaskState', { state: 'running' });
    expect(info(key)).toMatchObject({ state: 'running', progress: 40 });
  });

  it('has a task for a parent, or none', () => {
    const { work } = start();
    expect(() => work(VM1, { parentTaskKey: 'vm-1' })).toThrow(
      fault('InvalidArgument', { invalidProperty: 'parentTaskKey' }),
    );
    const { key } = work();
    expect(work(VM1, { parentTaskKey: key }).parentTaskKey).toBe(key);
  });

  it('is cancelled', () => {
    const { work, on, info } = start();
    const { key } = work();
    on(key, 'CancelTask');
    expect(info(key)).toMatchObject({
      state: 'error',
      cancelled: true,
      error: { fault: { _typeName: 'RequestCanceled' } },
    });
    expect(() => on(key, 'CancelTask')).toThrow(fault('InvalidState'));
  });

  it('is of a kind the extension registered', () => {
    const { work } = start();
    expect(() => work(VM1, { taskTypeId: 'org.example.other' })).toThrow(
      fault('InvalidArgument', { invalidProperty: 'taskTypeId' }),
    );
  });
});

describe('a task that is queued', () => {
  it('is told of by the first event of its chain', () => {
    const { site, work } = start();
    const { eventChainId, key } = work(VM1, { initiatedBy: 'EXAMPLE\\bot' });
    const { latest } = site.site.events;
    expect(latest).toMatchObject({
      _typeName: 'TaskEvent',
      key: eventChainId,
      chainId: eventChainId,
      userName: 'EXAMPLE\\bot',
      info: { _typeName: 'TaskInfo', key, state: 'queued', eventChainId },
      vm: { name: 'VM1', vm: VM1 },
      host: { name: 'H0' },
      fullFormattedMessage: 'Task: org.example.work',
    });
  });

  it('is told of in the words of the task, to readers of its entity', () => {
    const { site, admin, work } = start(['VirtualMachine.powerOn']);
    work(VM1, { taskTypeId: 'VirtualMachine.powerOn' });
    const filter = { eventTypeId: ['vim.event.TaskEvent'], entity: { entity: VM1, recursion: 'self' } };
    const events = site.call('EventManager', 'QueryEvents', { filter }, admin);
    expect(events).toMatchObject([{ fullFormattedMessage: 'Task: Power On virtual machine' }]);
  });

  it('leaves no event behind when its turn is taken back', () => {
    const { site, work } = start();
    const before = site.site.events.latest;
    const turn = () =>
      site.site.world.turn(() => {
        work();
        throw new Error('no');
      });
    expect(turn).toThrow('no');
    expect(site.site.events.latest).toBe(before);
  });
});

describe('the task manager', () => {
  it('lists tasks in recentTask, and what they are called in description', () => {
    const { site, work } = start();
    const { key } = work();
    expect(site.read('TaskManager', 'recentTask')).toEqual([ref('Task', key)]);
    const { methodInfo } = site.read('TaskManager', 'description');
    expect(methodInfo).toContainEqual({
      key: 'VirtualMachine.powerOn',
      label: 'Power On virtual machine',
      summary: 'Power On virtual machine',
    });
  });
});

describe('a collector of tasks', () => {
  it('selects by entity, state, user and request', () => {
    const { site, admin, work, on } = start();
    const [a, b] = [work(), work(ref('HostSystem', 'host-6'), { initiatedBy: 'EXAMPLE\\bot', activationId: 'op-9' })];
    on(a.key, 'SetTaskState', { state: 'running' });
    const found = (filter: object) => {
      const { value } = site.call('TaskManager', 'CreateCollectorForTasks', { filter }, admin);
      const page = on(value, 'ReadNextTasks', { maxCount: 10 }).map((t: { key: string }) => t.key);
      on(value, 'DestroyCollector');
      return page;
    };
    expect(found({})).toEqual([a.key, b.key]);
    expect(found({ state: ['running'] })).toEqual([a.key]);
    expect(found({ entity: { entity: VM1, recursion: 'self' } })).toEqual([a.key]);
    expect(found({ entity: { entity: ref('ClusterComputeResource', 'domain-c5'), recursion: 'all' } })).toEqual([
      a.key,
      b.key,
    ]);
    expect(found({ userName: { systemUser: false, userList: ['example\\bot'] } })).toEqual([b.key]);
    expect(found({ activationId: ['op-9'] })).toEqual([b.key]);
    expect(found({ time: { timeType: 'startedTime', beginTime: '2026-01-01T00:00:00Z' } })).toEqual([a.key]);
  });

  it('reads to and fro, and from behind its latest page', () => {
    const { site, admin, work, on } = start();
    const made = Array.from({ length: 12 }, () => work().key);
    const { value } = site.call('TaskManager', 'CreateCollectorForTasks', { filter: {} }, admin);
    const read = (method: string) => on(value, method, { maxCount: 100 }).map((t: { key: string }) => t.key);
    expect(read('ReadNextTasks')).toEqual(made);
    expect(read('ReadPreviousTasks')).toEqual(made.toReversed());
    on(value, 'ResetCollector');
    expect(read('ReadPreviousTasks')).toEqual([made[1], made[0]]);
    on(value, 'SetCollectorPageSize', { maxCount: 3 });
    expect(site.read(value, 'latestPage').map((t: { key: string }) => t.key)).toEqual(made.slice(-3).reverse());
  });

  it('tells its watchers of every change to a task on its page', () => {
    const { site, admin, work, on } = start();
    const { value } = site.call('TaskManager', 'CreateCollectorForTasks', { filter: {} }, admin);
    const heard: string[][] = [];
    const watcher: Watcher = {
      wants: (_, p) => p.name === 'latestPage',
      changed: (_cell, _p, _before, after) => heard.push((after as { state: string }[]).map((t) => t.state)),
      gone: () => {},
    };
    site.cell(value).watchers = new Set([watcher]);
    const { key } = work();
    on(key, 'SetTaskState', { state: 'running' });
    expect(heard).toEqual([['queued'], ['running']]);
  });
});
