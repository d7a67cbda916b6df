import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const taskCases: readonly ContractCase[] = [
  {
    name: 'a task tells what it did, to what, who asked and when',
    does: 'changes',
    async run({ client, machine, named }) {
      const vm = await machine('asked');
      const info = await client.waitForTask(await client.call(vm, 'PowerOnVM_Task'));
      assert.equal(info.state, 'success');
      assert.equal(info.descriptionId, 'VirtualMachine.powerOn');
      assert.deepEqual(info.entity, { type: 'VirtualMachine', value: vm.value });
      assert.equal(info.entityName, named('asked'), `entityName is ${info.entityName}`);
      assert.equal(info.reason._typeName, 'TaskReasonUser');
      const times = [info.queueTime, info.startTime ?? '', info.completeTime ?? ''].map((time) => Date.parse(time));
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
        'queued, started, completed in this order',
      );
    },
  },
  {
    name: 'a task that makes something has it as its result',
    does: 'changes',
    async run({ client, machine, named }) {
      const vm = await machine('made');
      assert.equal(vm.type, 'VirtualMachine');
      assert.equal(await client.get(vm, 'name'), named('made'));
    },
  },
  {
    name: 'a failed task keeps its fault',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('failing');
      const task = await client.call(vm, 'PowerOffVM_Task');
      await client.waitForTask(task).catch(() => undefined);
      const info = await client.get(task, 'info');
      assert.equal(info.state, 'error');
      assert.equal(info.error?.fault._typeName, 'InvalidPowerState');
    },
  },
  {
    name: 'a task that has ended stays readable, and stands among the recent ones',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('recent');
      const task = await client.call(vm, 'PowerOnVM_Task');
      await client.waitForTask(task);
      const recent = (await client.get(client.content.taskManager!, 'recentTask')) ?? [];
      assert.ok(
        recent.some(({ value }) => value === task.value),
        'the TaskManager does not list it',
      );
      assert.equal(await client.get(task, 'info.state'), 'success');
    },
  },
  {
    name: 'a task that has ended is not cancelled but refused with InvalidState',
    does: 'changes',
    async run({ client, machine }) {
      const task = await client.call(await machine('done'), 'PowerOnVM_Task');
      await client.waitForTask(task);
      await refusal(client.call(task, 'CancelTask'), 'InvalidState');
    },
  },
  {
    name: 'a collector of tasks tells those of one object',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('collected');
      await machine('another');
      await client.run(vm, 'PowerOnVM_Task');
      const filter = { entity: { entity: vm, recursion: 'self' } } as const;
      const collector = await client.call(client.content.taskManager!, 'CreateCollectorForTasks', { filter });
      try {
        const tasks = (await client.call(collector, 'ReadNextTasks', { maxCount: 100 })) ?? [];
        const ids = tasks.map(({ descriptionId }) => descriptionId);
        assert.ok(ids.includes('VirtualMachine.powerOn'), `told ${ids.join(', ')}`);
        assert.deepEqual([...new Set(tasks.map(({ entity }) => entity?.value))], [vm.value]);
      } finally {
        await client.call(collector, 'DestroyCollector');
      }
    },
  },
  {
    name: 'work on one object by two callers at once leaves it whole: one of them may be refused with TaskInProgress',
    does: 'changes',
    async run({ client, machine }) {
      const vm = await machine('busy');
      const spec = (annotation: string) => ({ spec: { annotation } });
      const work = ['one', 'two'].map((text) => client.run(vm, 'ReconfigVM_Task', spec(text)));
      const refused = (await Promise.allSettled(work)).filter((one) => one.status === 'rejected');
      for (const { reason } of refused)
        assert.match(reason.faultType, /^(TaskInProgress|ConcurrentAccess|InvalidState)$/);
      assert.ok(refused.length < 2, 'both were refused');
      assert.match((await client.get(vm, 'config.annotation')) ?? '', /^(one|two)$/);
    },
  },
];
