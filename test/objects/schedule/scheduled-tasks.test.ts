import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-21T08:10:00Z');
const VM = 'DC0/vm/DC0_H0_VM0';

const method = (name: string, ...values: unknown[]) => ({
  _typeName: 'MethodAction',
  name,
  argument: values.map((value) => ({ value })),
});

const HOURLY = { _typeName: 'HourlyTaskScheduler', interval: 1, minute: 0 };

function spec(name: string, scheduler: object, action: object, more: object = {}): Answer {
  return { name, description: 'a test', enabled: true, scheduler, action, ...more };
}

class Scene extends Endpoint {
  static override async open(options: object = {}): Promise<Scene> {
    const ep = await Endpoint.open({ clock: { kind: 'manual' }, start: START, sessionTimeout: 0, ...options });
    return new Scene(ep.sim, ep.client);
  }

  get schedules(): Ref {
    return this.manager('scheduledTaskManager');
  }

  create(entity: Ref, given: object): Promise<Ref> {
    return this.call(this.schedules, 'CreateScheduledTask', { entity, spec: given });
  }

  async scheduled(): Promise<string[]> {
    return (await this.events()).filter((type) => type.startsWith('ScheduledTask'));
  }
}

describe('a scheduled task', () => {
  it('runs when it is due, as its author, and tells how that went', async () => {
    await using scene = await Scene.open();
    const vm = await scene.at(VM);
    const task = await scene.create(vm, spec('off at night', HOURLY, method('PowerOffVM_Task')));
    expect(await scene.read(task, 'info')).toMatchObject({
      name: 'off at night',
      entity: vm,
      taskObject: vm,
      scheduledTask: task,
      state: 'queued',
      nextRunTime: '2026-11-21T09:00:00Z',
      lastModifiedUser: 'VSPHERE.LOCAL\\Administrator',
    });
    expect(await scene.read(scene.schedules, 'scheduledTask')).toEqual([task]);
    await scene.events();
    await scene.sim.clock.advance(HOUR - 11 * 60_000);
    expect(await scene.read(vm, 'runtime.powerState')).toBe('poweredOn');
    await scene.sim.clock.advance(60_000);
    expect(await scene.read(vm, 'runtime.powerState')).toBe('poweredOff');
    const info = await scene.read(task, 'info');
    expect(info).toMatchObject({
      state: 'success',
      prevRunTime: '2026-11-21T09:00:00Z',
      nextRunTime: '2026-11-21T10:00:00Z',
    });
    expect(info.activeTask).toBeUndefined();
    const [done] = (await scene.read(vm, 'recentTask')).slice(-1);
    expect(await scene.read(done, 'info')).toMatchObject({
      descriptionId: 'VirtualMachine.powerOff',
      name: 'PowerOffVM_Task',
      reason: { _typeName: 'TaskReasonSchedule', name: 'off at night', scheduledTask: task },
    });
    const events = await scene.call(scene.manager('eventManager'), 'QueryEvents', {
      filter: { entity: { entity: vm, recursion: 'self' } },
    });
    expect(events.slice(-5).map((e: Answer) => `${e._typeName} ${e.userName}`)).toEqual([
      'ScheduledTaskStartedEvent VSPHERE.LOCAL\\Administrator',
      'TaskEvent VSPHERE.LOCAL\\Administrator',
      'VmStoppingEvent VSPHERE.LOCAL\\Administrator',
      'VmPoweredOffEvent VSPHERE.LOCAL\\Administrator',
      'ScheduledTaskCompletedEvent VSPHERE.LOCAL\\Administrator',
    ]);
    expect(events.at(-1).fullFormattedMessage).toBe('Task off at night on DC0_H0_VM0 completed successfully');
  });

  it('tells those who watch of each run', async () => {
    await using scene = await Scene.open({ latency: 'realistic' });
    const vm = await scene.at(VM);
    const task = await scene.create(vm, spec('off', HOURLY, method('PowerOffVM_Task')));
    const sets = scene.client.watch(
      [{ propSet: [{ type: 'ScheduledTask', pathSet: ['info'] }], objectSet: [{ obj: task }] } as never],
      { maxWaitSeconds: 5 },
    );
    const told = async () => (await sets.next()).value!.filterSet![0]!.objectSet![0]!.changeSet![0]!.val as Answer;
    expect(await told()).toMatchObject({ state: 'queued' });
    await scene.sim.clock.advance(HOUR - 10 * 60_000);
    expect(await told()).toMatchObject({ state: 'running', activeTask: { type: 'Task' } });
    await scene.sim.clock.advance(60_000);
    expect(await told()).toMatchObject({ state: 'success' });
    await sets.return(undefined);
  });

  it('fails when its method does, and says why', async () => {
    await using scene = await Scene.open();
    const vm = await scene.at(VM);
    const task = await scene.create(vm, spec('on', HOURLY, method('PowerOnVM_Task')));
    await scene.events();
    await scene.sim.clock.advance(HOUR);
    expect(await scene.read(task, 'info')).toMatchObject({
      state: 'error',
      error: { fault: { _typeName: 'InvalidPowerState' } },
    });
    expect(await scene.scheduled()).toEqual(['ScheduledTaskStartedEvent', 'ScheduledTaskFailedEvent']);
  });

  it('gives a method its arguments in their order, and mails whoever is to know', async () => {
    await using scene = await Scene.open();
    const vm = await scene.at(VM);
    const snapshot = method('CreateSnapshot_Task', 'nightly', 'by schedule', false, false);
    await scene.create(vm, spec('snapshot', { _typeName: 'OnceTaskScheduler' }, snapshot, { notification: 'me@x' }));
    const [first] = (await scene.read(vm, 'snapshot')).rootSnapshotList;
    expect(first).toMatchObject({ name: 'nightly', description: 'by schedule' });
    expect((await scene.scheduled()).slice(-4)).toEqual([
      'ScheduledTaskCreatedEvent',
      'ScheduledTaskStartedEvent',
      'ScheduledTaskCompletedEvent',
      'ScheduledTaskEmailCompletedEvent',
    ]);
  });

  it('is done with its author’s rights as they are by then', async () => {
    await using scene = await Scene.open({ scenario: 'test/contract/reader.yaml' });
    const vm = await scene.at(VM);
    const authority = scene.manager('authorizationManager');
    const roleId = await scene.call(authority, 'AddAuthorizationRole', {
      name: 'Scheduler',
      privIds: ['ScheduledTask.Create', 'VirtualMachine.Interact.PowerOff'],
    });
    const grant = (role: number) =>
      scene.call(authority, 'SetEntityPermissions', {
        entity: vm,
        permission: [{ principal: 'VSPHERE.LOCAL\\reader', group: false, roleId: role, propagate: true }],
      });
    await grant(roleId);
    const reader = await Endpoint.login(scene.sim, 'reader@vsphere.local', 'reading');
    const given = spec('by the reader', HOURLY, method('PowerOffVM_Task'));
    const task = (await reader.call(scene.schedules, 'CreateScheduledTask', {
      entity: vm,
      spec: given,
    } as never)) as Ref;
    await grant(-2);
    await scene.sim.clock.advance(HOUR);
    expect(await scene.read(task, 'info')).toMatchObject({
      state: 'error',
      error: { fault: { _typeName: 'NoPermission', privilegeId: 'VirtualMachine.Interact.PowerOff' } },
    });
    await grant(roleId);
    await scene.sim.clock.advance(HOUR);
    expect(await scene.read(vm, 'runtime.powerState')).toBe('poweredOff');
    expect(await scene.read(task, 'info.state')).toBe('success');
    await reader.close().catch(() => {});
  });

  it('runs at once when told to, one run at a time', async () => {
    await using scene = await Scene.open({ latency: 'realistic' });
    const vm = await scene.at(VM);
    const task = await scene.create(vm, spec('off', HOURLY, method('PowerOffVM_Task')));
    await scene.call(task, 'RunScheduledTask');
    expect(await scene.read(task, 'info')).toMatchObject({ state: 'running', activeTask: { type: 'Task' } });
    for (const refused of ['RunScheduledTask', 'RemoveScheduledTask']) {
      expect(await scene.fault(task, refused)).toMatchObject({ _typeName: 'InvalidState' });
    }
    await scene.sim.clock.advance(60_000);
    expect(await scene.read(task, 'info')).toMatchObject({ state: 'success', nextRunTime: '2026-11-21T09:00:00Z' });
  });

  it('is changed, switched off and removed', async () => {
    await using scene = await Scene.open();
    const vm = await scene.at(VM);
    const task = await scene.create(vm, spec('off', HOURLY, method('PowerOffVM_Task')));
    await scene.events();
    const daily = { _typeName: 'DailyTaskScheduler', interval: 1, hour: 6, minute: 0 };
    await scene.call(task, 'ReconfigureScheduledTask', { spec: spec('later', daily, method('PowerOffVM_Task')) });
    expect(await scene.read(task, 'info')).toMatchObject({ name: 'later', nextRunTime: '2026-11-22T06:00:00Z' });
    const disabled = spec('later', HOURLY, method('PowerOffVM_Task'), { enabled: false });
    await scene.call(task, 'ReconfigureScheduledTask', { spec: disabled });
    expect((await scene.read(task, 'info')).nextRunTime).toBeUndefined();
    await scene.sim.clock.advance(48 * HOUR);
    expect(await scene.read(vm, 'runtime.powerState')).toBe('poweredOn');
    await scene.call(task, 'RemoveScheduledTask');
    expect(await scene.scheduled()).toEqual([
      'ScheduledTaskReconfiguredEvent',
      'ScheduledTaskReconfiguredEvent',
      'ScheduledTaskRemovedEvent',
    ]);
    expect(await scene.call(scene.schedules, 'RetrieveEntityScheduledTask', { entity: vm })).toEqual([]);
  });

  it('goes with what it is for', async () => {
    await using scene = await Scene.open();
    const vm = await scene.at(VM);
    await scene.create(vm, spec('off', HOURLY, method('PowerOffVM_Task')));
    await scene.run(vm, 'PowerOffVM_Task');
    await scene.run(vm, 'Destroy_Task');
    expect(await scene.read(scene.schedules, 'scheduledTask')).toEqual([]);
  });

  it('may be for any object, and is found by it', async () => {
    await using scene = await Scene.open();
    const manager = scene.manager('eventManager');
    const entity = await scene.at('DC0');
    const log = method('LogUserEvent', entity, 'tick');
    const task = await scene.call(scene.schedules, 'CreateObjectScheduledTask', {
      obj: manager,
      spec: spec('log', HOURLY, log),
    });
    expect(await scene.call(scene.schedules, 'RetrieveObjectScheduledTask', { obj: manager })).toEqual([task]);
    expect(await scene.call(scene.schedules, 'RetrieveEntityScheduledTask')).toEqual([task]);
    await scene.events();
    await scene.sim.clock.advance(2 * HOUR);
    expect((await scene.events()).filter((type) => type === 'GeneralUserEvent')).toHaveLength(2);
    expect(await scene.read(task, 'info')).toMatchObject({ entity: scene.client.content.rootFolder, state: 'success' });
  });

  it('is refused when it makes no sense', async () => {
    await using scene = await Scene.open();
    const vm = await scene.at(VM);
    const off = method('PowerOffVM_Task');
    await scene.create(vm, spec('taken', HOURLY, off));
    const refusal = async (given: object) =>
      scene
        .fault(scene.schedules, 'CreateScheduledTask', { entity: vm, spec: given })
        .then((f) => `${f._typeName} ${f.invalidProperty ?? f.name}`);
    expect(await refusal(spec('taken', HOURLY, off))).toBe('DuplicateName taken');
    expect(await refusal(spec('', HOURLY, off))).toBe('InvalidName ');
    expect(await refusal(spec('a', { ...HOURLY, minute: 60 }, off))).toBe('InvalidArgument spec.scheduler.minute');
    expect(await refusal(spec('a', { ...HOURLY, interval: 0 }, off))).toBe('InvalidArgument spec.scheduler.interval');
    expect(await refusal(spec('a', HOURLY, method('FlyAway')))).toBe('InvalidArgument spec.action.name');
    const span = { activeTime: '2026-11-25T00:00:00Z', expireTime: '2026-11-24T00:00:00Z' };
    expect(await refusal(spec('a', { ...HOURLY, ...span }, off))).toBe('InvalidArgument spec.scheduler.expireTime');
  });

  it('is as before after the simulator was reset', async () => {
    await using scene = await Scene.open();
    await scene.create(await scene.at(VM), spec('off', HOURLY, method('PowerOffVM_Task')));
    await scene.sim.reset();
    const again = new Scene(scene.sim, await Scene.login(scene.sim));
    await again.sim.clock.advance(3 * HOUR);
    expect(await again.read(await again.at(VM), 'runtime.powerState')).toBe('poweredOn');
    expect(await again.read(again.schedules, 'scheduledTask')).toEqual([]);
    await again.client.close();
  });
});
