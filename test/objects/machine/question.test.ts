import { describe, expect, it } from 'vitest';
import type { RuleInput } from '../../../src/faults/rule.ts';
import { fileAt, putFile } from '../../../src/objects/storage/files.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from './updates.ts';

const VM = 'DC0/vm/DC0_H0_VM0';

const asks = (said: object, match: object = { method: 'PowerOnVM_Task' }): RuleInput => ({
  match,
  when: { nth: 1 },
  effect: { world: { verb: 'vm.ask', ...said } },
});

/** A machine that is off, and whose next power-on asks. */
async function asked(said: object = { message: 'msg.uuid.altered' }, options: readonly object[] = []) {
  const ep = await Endpoint.open({ clock: { kind: 'manual' } });
  const vm = await ep.at(VM);
  await ep.run(vm, 'PowerOffVM_Task');
  if (options.length > 0) await ep.run(vm, 'ReconfigVM_Task', { spec: { extraConfig: options } });
  ep.sim.faults.add(asks(said));
  await ep.events();
  const question = () => ep.read(vm, 'runtime.question');
  const power = () => ep.read(vm, 'runtime.powerState');
  const answer = async (answerChoice: string) =>
    ep.call(vm, 'AnswerVM', { questionId: (await question()).id, answerChoice });
  return { ep, vm, question, power, answer };
}

describe('a machine that asks while it is switched on', () => {
  it('shows the question, and the task waits until it is answered', async () => {
    const { ep, vm, question, power, answer } = await asked();
    await using _ = ep;
    await using updates = await Updates.of(ep, vm, ['runtime.question', 'runtime.powerState']);
    const task = await ep.call(vm, 'PowerOnVM_Task');
    expect(await updates.next()).toMatchObject({ 'runtime.question': { choice: { defaultIndex: 2 } } });
    await ep.sim.clock.advance(900_000);
    expect(await ep.read(task, 'info')).toMatchObject({ state: 'running', progress: 95 });
    expect(await power()).toBe('poweredOff');
    const { id, choice, message } = await question();
    expect(id).toMatch(/^_vmx\d+$/);
    expect(message[0]).toMatchObject({ id: 'msg.uuid.altered' });
    expect(choice.choiceInfo.map((c: Answer) => [c.key, c.label])).toEqual([
      ['0', 'button.uuid.cancel'],
      ['1', 'button.uuid.movedTheVM'],
      ['2', 'button.uuid.copiedTheVM'],
    ]);
    await answer('1');
    expect(await ep.read(task, 'info.state')).toBe('success');
    expect(await updates.next()).toMatchObject({ 'runtime.question': undefined, 'runtime.powerState': 'poweredOn' });
    expect(await ep.events()).toEqual(['VmMessageEvent', 'TaskEvent', 'VmStartingEvent', 'VmPoweredOnEvent']);
  });

  it('gets a uuid of its own when it is said to be a copy', async () => {
    const { ep, vm, answer } = await asked();
    await using _ = ep;
    const before = await ep.read(vm, 'config.uuid');
    await using updates = await Updates.of(ep, vm, ['config.uuid']);
    await ep.call(vm, 'PowerOnVM_Task');
    await answer('2');
    const { 'config.uuid': after } = await updates.next();
    expect(after).toMatch(/^42/);
    expect(after).not.toBe(before);
    expect(await ep.events()).toContain('VmUuidChangedEvent');
  });

  it('stays off when the answer gives it up, and the task fails', async () => {
    const { ep, vm, question, power, answer } = await asked();
    await using _ = ep;
    const task = await ep.call(vm, 'PowerOnVM_Task');
    await answer('0');
    expect(await ep.read(task, 'info')).toMatchObject({
      state: 'error',
      error: { fault: { _typeName: 'GenericVmConfigFault', reason: 'msg.uuid.altered: Cancel' } },
    });
    expect(await question()).toBeUndefined();
    expect(await power()).toBe('poweredOff');
    expect(await ep.events()).toContain('VmFailedToPowerOnEvent');
    await ep.run(vm, 'PowerOnVM_Task');
  });

  it.each([
    ['answer.msg.uuid.altered', 'I copied it'],
    ['msg.autoAnswer', 'TRUE'],
  ])('asks nobody where its option %s answers', async (key, value) => {
    const { ep, vm, question, power } = await asked(undefined, [{ key, value }]);
    await using _ = ep;
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await power()).toBe('poweredOn');
    expect(await question()).toBeUndefined();
    expect(await ep.events()).not.toContain('VmMessageEvent');
  });

  it('asks what a script makes up, with its choices and what they lead to', async () => {
    const said = { text: 'Really?', choices: ['Yes', 'No'], default: 'No', giveUp: 'No' };
    const { ep, vm, question, answer, power } = await asked(said);
    await using _ = ep;
    await ep.call(vm, 'PowerOnVM_Task');
    expect(await question()).toMatchObject({
      text: 'Really?',
      choice: {
        defaultIndex: 1,
        choiceInfo: [
          { key: '0', summary: 'Yes' },
          { key: '1', summary: 'No' },
        ],
      },
    });
    await answer('0');
    expect(await power()).toBe('poweredOn');
  });

  it('refuses an answer to another question, and one that is no choice', async () => {
    const { ep, vm, question } = await asked();
    await using _ = ep;
    const nobody = { questionId: '_vmx0', answerChoice: '0' };
    expect(await ep.fault(vm, 'AnswerVM', nobody)).toMatchObject({ invalidProperty: 'questionId' });
    await ep.call(vm, 'PowerOnVM_Task');
    expect(await ep.fault(vm, 'AnswerVM', nobody)).toMatchObject({ invalidProperty: 'questionId' });
    const odd = { questionId: (await question()).id, answerChoice: '9' };
    expect(await ep.fault(vm, 'AnswerVM', odd)).toMatchObject({ invalidProperty: 'answerChoice' });
    expect(await ep.fault(vm, 'PowerOnVM_Task')).toMatchObject({ _typeName: 'TaskInProgress' });
  });
});

describe('a serial port that writes to a file', () => {
  it('asks before it writes over what is there, unless an option says what to do', async () => {
    const ep = await Endpoint.open({ clock: { kind: 'manual' } });
    await using _ = ep;
    const vm = await ep.at(VM);
    const { world, spool } = ep.sim.simulation.site;
    await ep.run(vm, 'PowerOffVM_Task');
    const cell = world.find(vm.value)! as Answer;
    const file = { datastore: cell.state.files.vmx.datastore, path: 'serial.log' };
    const port = {
      _typeName: 'VirtualSerialPort',
      key: 9000,
      backing: { _typeName: 'VirtualSerialPortFileBackingInfo', file },
      connectable: { startConnected: true, allowGuestControl: true, connected: false },
      yieldOnPoll: true,
    };
    world.turn(() => world.update(cell, { devices: [...cell.state.devices, port] }));
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(vm, 'PowerOffVM_Task');
    const extent = await spool.write(
      (async function* () {
        yield Buffer.from('booted');
      })(),
    );
    world.turn(() => putFile(world, file.datastore, file.path, { extent: extent.id, size: extent.size, modified: 0 }));
    const task = await ep.call(vm, 'PowerOnVM_Task');
    const { id, choice } = await ep.read(vm, 'runtime.question');
    expect(choice.choiceInfo.map((c: Answer) => c.summary)).toEqual(['Replace', 'Append', 'Cancel']);
    await ep.call(vm, 'AnswerVM', { questionId: id, answerChoice: '1' });
    expect(await ep.read(task, 'info.state')).toBe('success');
    const size = () => fileAt(world, file.datastore, file.path)!.state.content.size;
    expect(size()).toBe(6);
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'ReconfigVM_Task', {
      spec: { extraConfig: [{ key: 'answer.msg.serial.file.open', value: 'Replace' }] },
    });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(size()).toBe(0);
  });
});

describe('a running machine that asks', () => {
  async function running(said: object) {
    const ep = await Endpoint.open({ clock: { kind: 'manual' } });
    const vm = await ep.at(VM);
    const world = { verb: 'vm.ask', name: 'DC0_H0_VM0', ...said };
    ep.sim.faults.add({ when: { after: '1s' }, limits: { times: 1 }, effect: { world } });
    await ep.sim.clock.advance(2_000);
    return { ep, vm };
  }

  it('does nothing else until it is answered', async () => {
    const { ep, vm } = await running({ message: 'msg.hbacommon.outofspace' });
    await using _ = ep;
    const { id, text } = await ep.read(vm, 'runtime.question');
    for (const method of ['ResetVM_Task', 'SuspendVM_Task', 'PowerOffVM_Task']) {
      expect(await ep.fault(vm, method)).toMatchObject({ _typeName: 'QuestionPending', text });
    }
    await ep.call(vm, 'AnswerVM', { questionId: id, answerChoice: '0' });
    await ep.run(vm, 'ResetVM_Task');
  });

  it('ends when the answer says so, not in order', async () => {
    const { ep, vm } = await running({ message: 'msg.hbacommon.outofspace' });
    await using _ = ep;
    const { id } = await ep.read(vm, 'runtime.question');
    await ep.call(vm, 'AnswerVM', { questionId: id, answerChoice: '1' });
    expect(await ep.read(vm, 'runtime')).toMatchObject({ powerState: 'poweredOff', cleanPowerOff: false });
  });

  it('asks no more once it is terminated', async () => {
    const { ep, vm } = await running({ message: 'msg.hbacommon.outofspace' });
    await using _ = ep;
    await ep.call(vm, 'TerminateVM');
    expect(await ep.read(vm, 'runtime.question')).toBeUndefined();
  });
});
