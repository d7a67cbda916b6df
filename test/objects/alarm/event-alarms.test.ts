import { describe, expect, it } from 'vitest';
import { AlarmScene, spec } from './alarm-scene.ts';

const VM = 'DC0/vm/DC0_H0_VM0';
const HOST = 'DC0/host/DC0_H0/DC0_H0';
const base = { key: 0, chainId: 0, createdTime: '2026-01-01T00:00:00Z', userName: '' };

function on(eventType: string, status: string | undefined, more: object = {}): object {
  return { _typeName: 'EventAlarmExpression', eventType, objectType: 'VirtualMachine', status, ...more };
}

const anyOf = (...expression: object[]) => ({ _typeName: 'OrAlarmExpression', expression });

describe('an alarm on events', () => {
  it('knows nothing until one comes, and stands as the last one says', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const alarm = await scene.define(
      spec('power', anyOf(on('VmPoweredOffEvent', 'yellow'), on('VmPoweredOnEvent', 'green'))),
    );
    expect(await scene.status(alarm, vm)).toBe('gray');
    await scene.run(vm, 'PowerOffVM_Task');
    expect(await scene.triggered(vm)).toEqual(['power on DC0_H0_VM0']);
    const off = await scene.last('VmPoweredOffEvent');
    expect((await scene.read(vm, 'triggeredAlarmState'))[0]).toMatchObject({
      overallStatus: 'yellow',
      eventKey: off.key,
    });
    expect(await scene.last('AlarmStatusChangedEvent')).toMatchObject({ from: 'gray', to: 'yellow' });
    await scene.run(vm, 'PowerOnVM_Task');
    expect(await scene.status(alarm, vm)).toBe('green');
  });

  it('compares what the event says', async () => {
    await using scene = await AlarmScene.open();
    const compare = (operator: string, value: string) => [{ attributeName: 'vm.name', operator, value }];
    const wanted = on('VmPoweredOffEvent', 'red', { comparisons: compare('endsWith', '_VM1') });
    await scene.define(spec('ends', wanted));
    await scene.define(
      spec('other', on('VmPoweredOffEvent', 'red', { comparisons: compare('doesNotStartWith', 'DC0') })),
    );
    const [one, two] = [await scene.at(VM), await scene.at('DC0/vm/DC0_H0_VM1')];
    await scene.run(one, 'PowerOffVM_Task');
    await scene.run(two, 'PowerOffVM_Task');
    expect(await scene.triggered(await scene.at('DC0'))).toEqual(['ends on DC0_H0_VM1']);
  });

  it('hears an event of no type of its own by its id, and matches its arguments', async () => {
    await using scene = await AlarmScene.open();
    const vm = await scene.at(VM);
    const comparisons = [{ attributeName: 'level', operator: 'equals', value: 'bad' }];
    await scene.define(spec('app', on('EventEx', 'red', { eventTypeId: 'org.example.app', comparisons })));
    const post = (level: string) =>
      scene.call(scene.manager('eventManager'), 'PostEvent', {
        eventToPost: {
          ...base,
          _typeName: 'EventEx',
          eventTypeId: 'org.example.app',
          objectId: vm.value,
          objectType: 'VirtualMachine',
          arguments: [{ key: 'level', value: level }],
        },
      });
    await post('good');
    expect(await scene.triggered(vm)).toEqual([]);
    await post('bad');
    expect(await scene.triggered(vm)).toEqual(['app on DC0_H0_VM0']);
  });

  it('stays where it is defined when it names no type of object', async () => {
    await using scene = await AlarmScene.open();
    await scene.define(spec('here', on('GeneralUserEvent', 'red', { objectType: undefined })), 'DC0');
    const say = async (path: string) =>
      scene.call(scene.manager('eventManager'), 'LogUserEvent', { entity: await scene.at(path), msg: 'hm' });
    await say(VM);
    expect(await scene.triggered(await scene.at('DC0'))).toEqual([]);
    await say('DC0');
    expect(await scene.triggered(await scene.at('DC0'))).toEqual(['here on DC0']);
  });

  it('is among those a vCenter comes with: a host that does not respond, and one that lost its network', async () => {
    await using scene = await AlarmScene.open();
    const host = await scene.at(HOST);
    const eventToPost = {
      ...base,
      _typeName: 'EventEx',
      eventTypeId: 'esx.problem.net.connectivity.lost',
      host: { name: 'DC0_H0', host },
    };
    await scene.call(scene.manager('eventManager'), 'PostEvent', { eventToPost });
    expect(await scene.triggered(host)).toEqual(['Network connectivity lost on DC0_H0']);
    expect(await scene.read(host, 'overallStatus')).toBe('red');
    const again = { ...eventToPost, eventTypeId: 'esx.clear.net.connectivity.restored' };
    await scene.call(scene.manager('eventManager'), 'PostEvent', { eventToPost: again });
    expect(await scene.triggered(host)).toEqual([]);
  });
});
