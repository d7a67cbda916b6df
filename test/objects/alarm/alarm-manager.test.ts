import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';
import { AlarmScene, POWER, spec } from './alarm-scene.ts';

const VM = 'DC0/vm/DC0_H0_VM0';

describe('the alarm manager', () => {
  it('comes with the alarms of a vCenter, on the root folder', async () => {
    await using scene = await AlarmScene.open();
    const alarms = await scene.call(scene.alarms, 'GetAlarm', { entity: scene.client.content.rootFolder });
    const infos: Answer[] = await Promise.all(alarms.map((alarm: Answer) => scene.read(alarm, 'info')));
    const names = infos.map((info) => info.systemName);
    expect(names).toEqual(
      expect.arrayContaining([
        'alarm.HostConnectionStateAlarm',
        'alarm.HostCPUUsageAlarm',
        'alarm.VmMemoryUsageAlarm',
        'alarm.DatastoreDiskUsageAlarm',
        'alarm.NetworkConnectivityLostAlarm',
      ]),
    );
    const first = infos.find((info) => info.systemName === 'alarm.HostConnectionStateAlarm');
    expect(first).toMatchObject({
      key: 'alarm-1',
      name: 'Host connection and power state',
      enabled: true,
      entity: scene.client.content.rootFolder,
      setting: { toleranceRange: 0, reportingFrequency: 300 },
    });
    expect(await scene.call(scene.alarms, 'GetAlarm', { entity: await scene.at('DC0') })).toEqual([]);
    expect((await scene.call(scene.alarms, 'GetAlarm')).length).toBe(names.length);
    const host: Answer[] = await scene.call(scene.alarms, 'GetAlarmState', {
      entity: await scene.at('DC0/host/DC0_H0/DC0_H0'),
    });
    expect(host.find((state) => state.alarm.value === 'alarm-1')).toMatchObject({
      key: expect.stringMatching(/^alarm-1\.host-\d+$/),
      overallStatus: 'green',
      acknowledged: false,
    });
  });

  it('describes what alarms are made of', async () => {
    await using scene = await AlarmScene.open();
    const description = await scene.read(scene.alarms, 'description');
    expect(description.metricOperator.map((e: Answer) => e.key)).toEqual(['isAbove', 'isBelow']);
    const expressions = await scene.read(scene.alarms, 'defaultExpression');
    expect(new Set(expressions.map((e: Answer) => e._typeName))).toEqual(
      new Set(['MetricAlarmExpression', 'StateAlarmExpression']),
    );
  });

  it('makes, changes and removes alarms, and says so', async () => {
    await using scene = await AlarmScene.open();
    const datacenter = await scene.at('DC0');
    await scene.events();
    const alarm = await scene.define(spec('mine', POWER), 'DC0');
    const made = await scene.last('AlarmCreatedEvent');
    expect(await scene.read(alarm, 'info')).toMatchObject({
      name: 'mine',
      systemName: '',
      entity: datacenter,
      alarm,
      lastModifiedUser: 'VSPHERE.LOCAL\\Administrator',
      creationEventId: made.key,
      expression: { statePath: 'runtime.powerState', red: 'poweredOff' },
    });
    expect(made).toMatchObject({ alarm: { name: 'mine', alarm }, entity: { entity: datacenter } });
    expect(made.fullFormattedMessage).toBe("Created alarm 'mine' on DC0");
    await scene.call(alarm, 'ReconfigureAlarm', { spec: spec('yours', POWER, { enabled: false }) });
    expect((await scene.last('AlarmReconfiguredEvent')).configChanges.modified).toBe(
      'name: "mine" -> "yours"; enabled: true -> false; ',
    );
    await scene.call(alarm, 'RemoveAlarm');
    expect(await scene.events()).toEqual(['AlarmCreatedEvent', 'AlarmReconfiguredEvent', 'AlarmRemovedEvent']);
    expect(await scene.call(scene.alarms, 'GetAlarm', { entity: datacenter })).toEqual([]);
  });

  it('lets go of what an alarm found once it is off, looks for something else, or is removed', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const alarm = await scene.define(spec('VM is off', POWER));
    await scene.run(vm, 'PowerOffVM_Task');
    await scene.call(alarm, 'ReconfigureAlarm', { spec: spec('VM is off', POWER, { enabled: false }) });
    expect([await scene.status(alarm, vm), await scene.read(vm, 'overallStatus')]).toEqual(['gray', 'green']);
    await scene.call(alarm, 'ReconfigureAlarm', { spec: spec('VM is off', POWER) });
    expect(await scene.status(alarm, vm)).toBe('red');
    await scene.call(alarm, 'ReconfigureAlarm', { spec: spec('VM is on', { ...POWER, red: 'poweredOn' }) });
    expect(await scene.status(alarm, vm)).toBe('green');
    expect(await scene.triggered(await scene.at('DC0'))).toContain('VM is on on DC0_H0_VM1');
    await scene.call(alarm, 'RemoveAlarm');
    expect(await scene.triggered(await scene.at('DC0'))).toEqual([]);
  });

  it('refuses what is no alarm', async () => {
    await using scene = await AlarmScene.open();
    await scene.define(spec('taken', POWER));
    const entity = await scene.at('DC0');
    const refusal = async (given: object) =>
      scene
        .fault(scene.alarms, 'CreateAlarm', { entity, spec: given })
        .then((f) => `${f._typeName} ${f.invalidProperty ?? f.name}`);
    expect(await refusal(spec('taken', POWER))).toBe('DuplicateName taken');
    expect(await refusal(spec('', POWER))).toBe('InvalidName ');
    expect(await refusal(spec('x'.repeat(81), POWER))).toMatch(/^InvalidName x+$/);
    expect(await refusal(spec('a', { ...POWER, statePath: 'runtime.nothing' }))).toBe(
      'InvalidArgument spec.expression.statePath',
    );
    expect(await refusal(spec('a', { ...POWER, red: undefined, yellow: undefined }))).toBe(
      'InvalidArgument spec.expression',
    );
    expect(await refusal(spec('a', { _typeName: 'OrAlarmExpression', expression: [] }))).toBe(
      'InvalidArgument spec.expression.expression',
    );
    const event = { _typeName: 'EventAlarmExpression', eventType: 'VmPoweredOnEvent', objectType: 'VirtualMachine' };
    const comparisons = [{ attributeName: 'vm.name', operator: 'resembles', value: 'x' }];
    const both = { _typeName: 'OrAlarmExpression', expression: [POWER, { ...event, comparisons }] };
    expect(await refusal(spec('a', both))).toBe(
      'InvalidArgument spec.expression.expression[1].comparisons[0].operator',
    );
    const other = await scene.define(spec('other', POWER));
    expect(await scene.fault(other, 'ReconfigureAlarm', { spec: spec('taken', POWER) })).toMatchObject({
      _typeName: 'DuplicateName',
    });
  });

  it('takes note of who saw to an alarm, until it goes off anew', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const alarm = await scene.define(spec('VM is off', POWER));
    await scene.call(scene.alarms, 'AcknowledgeAlarm', { alarm, entity: vm });
    await scene.run(vm, 'PowerOffVM_Task');
    const acknowledged = async () => (await scene.read(vm, 'triggeredAlarmState'))[0];
    expect(await acknowledged()).toMatchObject({ acknowledged: false });
    await scene.call(scene.alarms, 'AcknowledgeAlarm', { alarm, entity: vm });
    expect(await acknowledged()).toMatchObject({
      acknowledged: true,
      acknowledgedByUser: 'VSPHERE.LOCAL\\Administrator',
      acknowledgedTime: expect.any(String),
      overallStatus: 'red',
    });
    expect(await scene.last('AlarmAcknowledgedEvent')).toMatchObject({ entity: { entity: vm }, alarm: { alarm } });
    await scene.run(vm, 'PowerOnVM_Task');
    await scene.run(vm, 'PowerOffVM_Task');
    expect(await acknowledged()).toMatchObject({ acknowledged: false });
  });

  it('puts to rest those that a filter selects', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    await scene.define(spec('VM is off', POWER));
    await scene.run(vm, 'PowerOffVM_Task');
    const clear = (filter: object) => scene.call(scene.alarms, 'ClearTriggeredAlarms', { filter });
    await clear({ typeEntity: 'entityTypeHost' });
    await clear({ status: ['yellow'] });
    await clear({ typeTrigger: 'triggerTypeEvent' });
    expect(await scene.triggered(vm)).toEqual(['VM is off on DC0_H0_VM0']);
    await clear({ status: ['red'], typeEntity: 'entityTypeVm', typeTrigger: 'triggerTypeAll' });
    expect(await scene.triggered(vm)).toEqual([]);
    expect(await scene.last('AlarmClearedEvent')).toMatchObject({ from: 'red', entity: { entity: vm } });
  });

  it('switches an alarm off for one entity alone', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const alarm = await scene.define(spec('VM is off', POWER));
    await scene.run(vm, 'PowerOffVM_Task');
    await scene.call(scene.alarms, 'DisableAlarm', { alarm, entity: vm });
    expect(await scene.triggered(vm)).toEqual([]);
    const states: Answer[] = await scene.read(vm, 'declaredAlarmState');
    expect(states.find((s) => s.alarm.value === alarm.value)).toMatchObject({ disabled: true, overallStatus: 'gray' });
    await scene.sim.clock.advance(20_000);
    expect(await scene.status(alarm, vm)).toBe('gray');
    await scene.call(scene.alarms, 'EnableAlarm', { alarm, entity: vm });
    await scene.sim.clock.advance(20_000);
    expect(await scene.status(alarm, vm)).toBe('red');
    const host = await scene.at('DC0/host/DC0_H0/DC0_H0');
    expect(await scene.fault(scene.alarms, 'DisableAlarm', { alarm, entity: host })).toMatchObject({
      invalidProperty: 'entity',
    });
  });

  it('lets only those define alarms who may', async () => {
    await using ep = await Endpoint.open({ scenario: 'test/contract/reader.yaml' });
    const reader = await Endpoint.login(ep.sim, 'reader@vsphere.local', 'reading');
    const entity = await ep.at('DC0');
    await expect(
      reader.call(ep.manager('alarmManager'), 'CreateAlarm', { entity, spec: spec('a', POWER) } as never),
    ).rejects.toMatchObject({ fault: { privilegeId: 'Alarm.Create' } });
    await reader.close();
  });
});
