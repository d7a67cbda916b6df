import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

/** A simulator in which things happened: a user said three words about a datacenter, and made two folders. */
async function eventful() {
  const ep = await Endpoint.open();
  const datacenter = await ep.at('DC0');
  for (const msg of ['one', 'two', 'three']) {
    await ep.call(ep.manager('eventManager'), 'LogUserEvent', { entity: datacenter, msg });
  }
  return { ep, datacenter };
}

const said = { eventTypeId: ['GeneralUserEvent'] };
const words = (events: Answer[] | undefined) => (events ?? []).map((event) => event.message);

describe('the event log', () => {
  it('takes what a user says of an object, and finds it again', async () => {
    const { ep, datacenter } = await eventful();
    await using _ = ep;
    const found = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: said });
    expect(words(found)).toEqual(['one', 'two', 'three']);
    expect(found[0].entity).toMatchObject({ entity: datacenter, name: 'DC0' });
    expect(await ep.fault(ep.manager('eventManager'), 'QueryEvents', { filter: { maxCount: -1 } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'filter.maxCount',
    });
  });

  it('takes an event of an extension as its own, and no event of no type', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('eventManager');
    const event = { key: 0, chainId: 0, createdTime: '2026-01-01T00:00:00Z', userName: 'backup' };
    const eventToPost = { ...event, _typeName: 'EventEx', eventTypeId: 'org.example.done', message: 'all is well' };
    await ep.events();
    await ep.call(manager, 'PostEvent', { eventToPost });
    const [posted] = (await ep.call(manager, 'QueryEvents', { filter: {} })).slice(-1);
    expect(posted).toMatchObject({ _typeName: 'EventEx', eventTypeId: 'org.example.done', userName: 'backup' });
    expect(await ep.fault(manager, 'PostEvent', { eventToPost: { ...event, _typeName: 'Event' } })).toMatchObject({
      _typeName: 'InvalidEvent',
    });
  });

  it('tells what the arguments of an event are', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('eventManager');
    const args = await ep.call(manager, 'RetrieveArgumentDescription', { eventTypeId: 'vim.event.VmRenamedEvent' });
    expect(args.map((a: Answer) => a.name)).toEqual(expect.arrayContaining(['oldName', 'newName']));
    expect(await ep.fault(manager, 'RetrieveArgumentDescription', { eventTypeId: 'NoSuchEvent' })).toMatchObject({
      invalidProperty: 'eventTypeId',
    });
  });
});

describe('a collector of events', () => {
  it('reads on and back from where it stands, and is moved to either end', async () => {
    const { ep } = await eventful();
    await using _ = ep;
    const collector = await ep.call(ep.manager('eventManager'), 'CreateCollectorForEvents', { filter: said });
    const next = async (maxCount: number) => words(await ep.call(collector, 'ReadNextEvents', { maxCount }));
    const previous = async (maxCount: number) => words(await ep.call(collector, 'ReadPreviousEvents', { maxCount }));
    expect(await next(2)).toEqual(['one', 'two']);
    expect(await next(2)).toEqual(['three']);
    expect(await previous(2)).toHaveLength(2);
    await ep.call(collector, 'RewindCollector');
    expect(await next(1)).toEqual(['one']);
    await ep.call(collector, 'SetCollectorPageSize', { maxCount: 2 });
    expect(words(await ep.read(collector, 'latestPage'))).toEqual(['three', 'two']);
    expect(await next(9)).toEqual(['two', 'three']);
    await ep.call(collector, 'ResetCollector');
    expect(await previous(9)).toEqual(['one']);
    expect(await ep.fault(collector, 'ReadNextEvents', { maxCount: 0 })).toMatchObject({ invalidProperty: 'maxCount' });
  });

  it('is gone once it is destroyed', async () => {
    const { ep } = await eventful();
    await using _ = ep;
    const collector = await ep.call(ep.manager('eventManager'), 'CreateCollectorForEvents', { filter: said });
    await ep.call(collector, 'DestroyCollector');
    expect(await ep.fault(collector, 'ReadNextEvents', { maxCount: 1 })).toMatchObject({
      _typeName: 'ManagedObjectNotFound',
    });
  });
});

describe('a collector of tasks', () => {
  it('reads the tasks of an object on and back', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'PowerOnVM_Task');
    const filter = { entity: { entity: vm, recursion: 'self' } };
    const collector = await ep.call(ep.manager('taskManager'), 'CreateCollectorForTasks', { filter });
    const verbs = (tasks: Answer[] | undefined) => (tasks ?? []).map((task) => task.descriptionId);
    const [off, on] = ['VirtualMachine.powerOff', 'VirtualMachine.powerOn'];
    expect(verbs(await ep.call(collector, 'ReadNextTasks', { maxCount: 9 }))).toEqual([off, on]);
    expect(verbs(await ep.call(collector, 'ReadPreviousTasks', { maxCount: 1 }))).toHaveLength(1);
    await ep.call(collector, 'RewindCollector');
    expect(verbs(await ep.call(collector, 'ReadNextTasks', { maxCount: 1 }))).toEqual([off]);
    expect(await ep.fault(collector, 'ReadPreviousTasks', { maxCount: 0 })).toMatchObject({
      invalidProperty: 'maxCount',
    });
  });
});

describe('a task that an extension reports', () => {
  const extension = {
    key: 'org.example',
    version: '1',
    description: { label: 'Example', summary: 'Example' },
    lastHeartbeatTime: '2026-01-01T00:00:00Z',
    taskList: [{ taskID: 'org.example.work' }],
  };

  async function reported(cancelable = false) {
    const ep = await Endpoint.open();
    await ep.call(ep.manager('extensionManager'), 'RegisterExtension', { extension });
    const made = await ep.call(ep.manager('taskManager'), 'CreateTask', {
      obj: await ep.at('DC0'),
      taskTypeId: 'org.example.work',
      cancelable,
    });
    return { ep, task: made.task as Ref };
  }

  it('goes through the states it is told to', async () => {
    const { ep, task } = await reported();
    await using _ = ep;
    expect(await ep.read(task, 'info.state')).toBe('queued');
    expect(await ep.fault(task, 'UpdateProgress', { percentDone: 10 })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(task, 'SetTaskState', { state: 'running' });
    await ep.call(task, 'UpdateProgress', { percentDone: 40 });
    await ep.call(task, 'SetTaskDescription', { description: { key: 'work', message: 'Working' } });
    expect(await ep.read(task, 'info')).toMatchObject({
      state: 'running',
      progress: 40,
      description: { message: 'Working' },
    });
    expect(await ep.fault(task, 'UpdateProgress', { percentDone: 101 })).toMatchObject({ _typeName: 'OutOfBounds' });
    await ep.call(task, 'SetTaskState', { state: 'success' });
    expect(await ep.read(task, 'info.state')).toBe('success');
    expect(await ep.fault(task, 'SetTaskState', { state: 'running' })).toMatchObject({ _typeName: 'InvalidState' });
  });

  it('ends when it is cancelled, once', async () => {
    const { ep, task } = await reported(true);
    await using _ = ep;
    await ep.call(task, 'CancelTask');
    expect(await ep.read(task, 'info')).toMatchObject({
      state: 'error',
      error: { fault: { _typeName: 'RequestCanceled' } },
    });
    expect(await ep.fault(task, 'CancelTask')).toMatchObject({ _typeName: 'InvalidState' });
  });

  it('needs a type that an extension registered', async () => {
    const { ep } = await reported();
    await using _ = ep;
    const obj = await ep.at('DC0');
    expect(
      await ep.fault(ep.manager('taskManager'), 'CreateTask', { obj, taskTypeId: 'made.up', cancelable: false }),
    ).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'taskTypeId' });
  });
});
