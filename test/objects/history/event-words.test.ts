import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';

describe('the words of events', () => {
  it('are known for every type there is, with shorter ones for who looks at the thing already', async () => {
    await using ep = await Endpoint.open();
    const { eventInfo, enumeratedTypes } = await ep.read(ep.manager('eventManager'), 'description');
    for (const info of eventInfo as Answer[]) {
      expect(['info', 'warning', 'error', 'user']).toContain(info.category);
      expect(info.fullFormat).not.toBe('');
      if (info.key.startsWith('VmPowered')) expect(info.formatOnVm).not.toContain('{host.name}');
    }
    const started = eventInfo.find((info: Answer) => info.key === 'VmPoweredOnEvent');
    expect(started).toMatchObject({ fullFormat: expect.stringContaining('{vm.name}'), category: 'info' });
    expect(started.formatOnVm).not.toContain('{vm.name}');
    const status = enumeratedTypes.find((type: Answer) => type.key === 'ManagedEntityStatus');
    expect(status.tags.map((tag: Answer) => tag.label)).toEqual(['Gray', 'Green', 'Yellow', 'Red']);
  });

  it('name enumerated values by their labels', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('eventManager');
    const { eventInfo } = await ep.read(manager, 'description');
    const changed = eventInfo.find((info: Answer) => info.key === 'AlarmStatusChangedEvent');
    expect(changed.fullFormat).toContain('{to.@enum.ManagedEntity.Status}');
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const named = { name: 'DC0_H0_VM0', entity: vm };
    const eventToPost = {
      _typeName: 'AlarmStatusChangedEvent',
      key: 0,
      chainId: 0,
      createdTime: '2026-01-01T00:00:00Z',
      userName: '',
      alarm: { name: 'a', alarm: { type: 'Alarm', value: 'alarm-1' } },
      source: named,
      entity: named,
      from: 'green',
      to: 'red',
    };
    await ep.call(manager, 'PostEvent', { eventToPost });
    const [posted] = (await ep.call(manager, 'QueryEvents', { filter: {} })).slice(-1);
    expect(posted.fullFormattedMessage).toBe("Alarm 'a' on DC0_H0_VM0 changed from Green to Red");
    expect(await ep.read(manager, 'latestEvent')).toMatchObject({ key: posted.key });
    expect(await ep.read(manager, 'maxCollector')).toBeGreaterThan(0);
  });

  it('come with what an event is told of, argument by argument', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('eventManager');
    const args = await ep.call(manager, 'RetrieveArgumentDescription', { eventTypeId: 'vim.event.VmRenamedEvent' });
    expect(args.find((a: Answer) => a.name === 'oldName')).toMatchObject({
      type: 'string',
      description: { key: 'oldName', label: 'Old name' },
    });
  });
});
