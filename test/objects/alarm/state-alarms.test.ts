import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { AlarmScene, action, POWER, spec } from './alarm-scene.ts';

const VM = 'DC0/vm/DC0_H0_VM0';

describe('an alarm on a state', () => {
  it('goes off when the state is met, shows on all that stands above, and ends with the state', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const alarm = await scene.define(spec('VM is off', POWER));
    await scene.events();
    expect(await scene.status(alarm, vm)).toBe('green');
    await scene.run(vm, 'PowerOffVM_Task');
    expect(await scene.status(alarm, vm)).toBe('red');
    expect(await scene.read(vm, 'overallStatus')).toBe('red');
    expect(await scene.read(vm, 'summary.overallStatus')).toBe('red');
    expect(await scene.read(vm, 'configStatus')).toBe('green');
    for (const place of [vm, await scene.at('DC0/vm'), await scene.at('DC0'), await scene.at('DC0/host/DC0_H0')]) {
      expect(await scene.triggered(place)).toEqual(['VM is off on DC0_H0_VM0']);
    }
    expect(await scene.triggered(await scene.at('DC0/vm/DC0_H0_VM1'))).toEqual([]);
    expect((await scene.events()).slice(-2)).toEqual(['VmPoweredOffEvent', 'AlarmStatusChangedEvent']);
    expect(await scene.last('AlarmStatusChangedEvent')).toMatchObject({
      alarm: { name: 'VM is off', alarm },
      source: { name: 'Datacenters' },
      entity: { name: 'DC0_H0_VM0', entity: vm },
      from: 'green',
      to: 'red',
      userName: '',
      vm: { name: 'DC0_H0_VM0' },
      fullFormattedMessage: "Alarm 'VM is off' on DC0_H0_VM0 changed from Green to Red",
    });
    await scene.run(vm, 'PowerOnVM_Task');
    expect(await scene.status(alarm, vm)).toBe('green');
    expect(await scene.triggered(await scene.at('DC0'))).toEqual([]);
    expect(await scene.read(vm, 'overallStatus')).toBe('green');
  });

  it('tells those who watch', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const datacenter = await scene.at('DC0');
    const sets = scene.client.watch(
      [
        {
          propSet: [
            { type: 'VirtualMachine', pathSet: ['overallStatus', 'declaredAlarmState', 'triggeredAlarmState'] },
            { type: 'Datacenter', pathSet: ['triggeredAlarmState'] },
          ],
          objectSet: [{ obj: vm }, { obj: datacenter }],
        } as never,
      ],
      { maxWaitSeconds: 5 },
    );
    await sets.next();
    const changed = async () =>
      (await sets.next()).value!.filterSet!.flatMap((f) =>
        (f.objectSet ?? []).flatMap((o) => (o.changeSet ?? []).map((c) => `${o.obj.type}.${c.name}`)),
      );
    await scene.define(spec('VM is off', POWER));
    expect(await changed()).toEqual(['VirtualMachine.declaredAlarmState']);
    await scene.run(vm, 'PowerOffVM_Task');
    const told = new Set(await changed());
    expect(told).toEqual(
      new Set([
        'VirtualMachine.overallStatus',
        'VirtualMachine.declaredAlarmState',
        'VirtualMachine.triggeredAlarmState',
        'Datacenter.triggeredAlarmState',
      ]),
    );
    await sets.return(undefined);
  });

  it('looks at once at what it covers, and at nothing beside', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    await scene.run(vm, 'PowerOffVM_Task');
    await scene.run(await scene.at('DC0/vm/DC0_C0_RP0_VM0'), 'PowerOffVM_Task');
    const here = await scene.define(spec('in this cluster', POWER), 'DC0/host/DC0_C0');
    expect(await scene.triggered(await scene.at('DC0'))).toEqual(['in this cluster on DC0_C0_RP0_VM0']);
    expect(await scene.status(here, vm)).toBeUndefined();
    const host = await scene.define(spec('on this host', POWER), 'DC0/host/DC0_H0/DC0_H0');
    expect(await scene.status(host, vm)).toBe('red');
  });

  it('takes any of an Or and all of an And', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const template = { ...POWER, statePath: 'config.template', red: 'true', yellow: undefined };
    const either = await scene.define(spec('or', { _typeName: 'OrAlarmExpression', expression: [POWER, template] }));
    const both = await scene.define(spec('and', { _typeName: 'AndAlarmExpression', expression: [POWER, template] }));
    await scene.run(vm, 'PowerOffVM_Task');
    expect([await scene.status(either, vm), await scene.status(both, vm)]).toEqual(['red', 'green']);
    await scene.call(vm, 'MarkAsTemplate');
    // No event tells of it, so it is seen at the next tick.
    await scene.sim.clock.advance(20_000);
    expect(await scene.status(both, vm)).toBe('red');
  });

  it('goes with the entity it was about, and with the one it is defined on', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const alarm = await scene.define(spec('own', POWER), VM);
    await scene.run(vm, 'PowerOffVM_Task');
    expect(await scene.triggered(await scene.at('DC0'))).toEqual(['own on DC0_H0_VM0']);
    await scene.run(vm, 'Destroy_Task');
    expect(await scene.triggered(await scene.at('DC0'))).toEqual([]);
    expect(await scene.fault(alarm, 'RemoveAlarm')).toMatchObject({ _typeName: 'ManagedObjectNotFound' });
  });

  it('shows where its entity is moved to, and is let go by what moves out of its reach', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const folder = await scene.at('DC0/vm');
    const [from, to] = await Promise.all(['from', 'to'].map((name) => scene.call(folder, 'CreateFolder', { name })));
    const move = (into: Ref) => scene.run(into, 'MoveIntoFolder_Task', { list: [vm] });
    await move(from);
    await scene.define(spec('everywhere', POWER));
    await scene.define(spec('there', POWER), 'DC0/vm/from');
    await scene.run(vm, 'PowerOffVM_Task');
    expect(await scene.triggered(from)).toEqual(['everywhere on DC0_H0_VM0', 'there on DC0_H0_VM0']);
    await move(to);
    expect(await scene.triggered(from)).toEqual([]);
    expect(await scene.triggered(to)).toEqual(['everywhere on DC0_H0_VM0']);
  });

  it('is as before after the simulator was reset', async () => {
    await using scene = await AlarmScene.open();
    await scene.define(spec('VM is off', POWER));
    await scene.run(await scene.at(VM), 'PowerOffVM_Task');
    await scene.sim.reset();
    const again = new AlarmScene(scene.sim, await AlarmScene.login(scene.sim));
    const vm = await again.at(VM);
    expect(await again.triggered(vm)).toEqual([]);
    const alarm = await again.define(spec('VM is off', POWER));
    await again.run(vm, 'PowerOffVM_Task');
    expect(await again.status(alarm, vm)).toBe('red');
    await again.client.close();
  });
});

describe('what an alarm does', () => {
  it('is logged, step by step, on the changes it is for', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const mail = { _typeName: 'SendEmailAction', toList: 'me@example.org', ccList: '', subject: 's', body: 'b' };
    const group = {
      _typeName: 'GroupAlarmAction',
      action: [
        action(mail, ['yellow', 'red']),
        action({ _typeName: 'SendSNMPAction' }, ['yellow', 'red']),
        action({ _typeName: 'RunScriptAction', script: '/bin/true' }, ['yellow', 'green']),
      ],
    };
    await scene.define(spec('VM is off', POWER, { action: group }));
    await scene.events();
    await scene.run(vm, 'PowerOffVM_Task');
    expect((await scene.events()).slice(-5)).toEqual([
      'AlarmStatusChangedEvent',
      'AlarmActionTriggeredEvent',
      'AlarmEmailCompletedEvent',
      'AlarmActionTriggeredEvent',
      'AlarmSnmpCompletedEvent',
    ]);
    expect(await scene.last('AlarmEmailCompletedEvent')).toMatchObject({ to: 'me@example.org' });
    await scene.run(vm, 'PowerOnVM_Task');
    expect((await scene.events()).slice(-2)).toEqual(['AlarmActionTriggeredEvent', 'AlarmScriptCompleteEvent']);
  });

  it('calls a method in the name of who defined it', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const start = { _typeName: 'MethodAction', name: 'PowerOnVM_Task', argument: [{ value: undefined }] };
    const alarm = await scene.define(spec('keeps running', POWER, { action: action(start, ['yellow', 'red']) }));
    await scene.run(vm, 'PowerOffVM_Task');
    expect(await scene.read(vm, 'runtime.powerState')).toBe('poweredOn');
    expect(await scene.status(alarm, vm)).toBe('green');
    const [task] = (await scene.read(vm, 'recentTask')).slice(-1);
    expect(await scene.read(task, 'info')).toMatchObject({
      descriptionId: 'VirtualMachine.powerOn',
      state: 'success',
      reason: { _typeName: 'TaskReasonAlarm', alarmName: 'keeps running', entityName: 'DC0_H0_VM0', alarm },
    });
    expect(await scene.last('VmPoweredOnEvent')).toMatchObject({ userName: 'VSPHERE.LOCAL\\Administrator' });
  });

  it('is not done where it is not wanted', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const trap = action({ _typeName: 'SendSNMPAction' }, ['yellow', 'red']);
    await scene.define(spec('VM is off', POWER, { action: trap }));
    expect(await scene.call(scene.alarms, 'AreAlarmActionsEnabled', { entity: vm })).toBe(true);
    await scene.call(scene.alarms, 'EnableAlarmActions', { entity: vm, enabled: false });
    expect(await scene.call(scene.alarms, 'AreAlarmActionsEnabled', { entity: vm })).toBe(false);
    expect(await scene.read(vm, 'alarmActionsEnabled')).toBe(false);
    await scene.events();
    await scene.run(vm, 'PowerOffVM_Task');
    expect(await scene.events()).not.toContain('AlarmActionTriggeredEvent');
  });

  it('is done again while nobody takes note of the alarm', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const trap = {
      ...action({ _typeName: 'SendSNMPAction' }),
      transitionSpecs: [{ startState: 'yellow', finalState: 'red', repeats: true }],
    };
    const alarm = await scene.define(spec('VM is off', POWER, { action: trap, actionFrequency: 60 }));
    await scene.run(vm, 'PowerOffVM_Task');
    await scene.events();
    await scene.sim.clock.advance(130_000);
    expect((await scene.events()).filter((type) => type === 'AlarmSnmpCompletedEvent')).toHaveLength(2);
    await scene.call(scene.alarms, 'AcknowledgeAlarm', { alarm, entity: vm });
    await scene.sim.clock.advance(130_000);
    expect(await scene.events()).not.toContain('AlarmSnmpCompletedEvent');
  });
});
