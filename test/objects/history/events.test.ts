import { describe, expect, it } from 'vitest';
import { post } from '../../../src/objects/history/post.ts';
import type { Watcher } from '../../../src/world/cell.ts';
import { SmallSite } from '../access/small-site.ts';

const fault = (type: string, detail: object = {}) =>
  expect.objectContaining({ type, detail: expect.objectContaining(detail) });
const ref = (type: string, value: string) => ({ type, value });
const types = (events: readonly { _typeName: string }[]) => events.map((e) => e._typeName);
const keys = (events: readonly { key: number }[]) => events.map((e) => e.key);

function start() {
  const site = new SmallSite();
  const admin = site.login();
  const tell = (type: string, id = 'vm-1', properties: Record<string, unknown> = {}) =>
    post(site.site, 'VSPHERE.LOCAL\\Administrator', type, properties, { entity: site.cell(id) });
  const query = (filter: object) => site.call('EventManager', 'QueryEvents', { filter }, admin);
  const collect = (filter: object = {}) =>
    site.call('EventManager', 'CreateCollectorForEvents', { filter }, admin).value;
  return { site, admin, tell, query, collect };
}

describe('an event', () => {
  it('names what it is about and all around it, and says it in a sentence', () => {
    const { site, tell } = start();
    tell('VmPoweredOnEvent');
    expect(site.site.events.latest).toMatchObject({
      _typeName: 'VmPoweredOnEvent',
      userName: 'VSPHERE.LOCAL\\Administrator',
      vm: { _typeName: 'VmEventArgument', name: 'VM1', vm: ref('VirtualMachine', 'vm-1') },
      host: { name: 'H0' },
      computeResource: { name: 'C0' },
      datacenter: { name: 'DC0' },
      template: false,
      fullFormattedMessage: 'VM1 on H0 in DC0 is powered on',
    });
  });

  it('has the key of its chain, which is its own unless it is told another', () => {
    const { site, tell } = start();
    tell('VmPoweredOnEvent');
    const latest = site.site.events.latest!;
    expect(latest.chainId).toBe(latest.key);
    post(site.site, '', 'VmPoweredOffEvent', {}, { chainId: 7 });
    expect(site.site.events.latest).toMatchObject({ key: latest.key + 1, chainId: 7 });
  });

  it('is taken back with the turn that posted it', () => {
    const { site, tell } = start();
    const before = site.site.events.kept.length;
    const turn = () =>
      site.site.world.turn(() => {
        tell('VmPoweredOnEvent');
        throw new Error('no');
      });
    expect(turn).toThrow('no');
    expect(site.site.events.kept).toHaveLength(before);
    expect(site.read('EventManager', 'latestEvent')._typeName).toBe('UserLoginSessionEvent');
  });

  it('is the latestEvent, of which watchers hear', () => {
    const { site, tell } = start();
    const heard: unknown[] = [];
    const manager = site.cell('EventManager');
    const watcher: Watcher = {
      wants: (_, p) => p.name === 'latestEvent',
      changed: (_cell, _p, _before, after) => heard.push((after as { _typeName: string })._typeName),
      gone: () => {},
    };
    manager.watchers = new Set([watcher]);
    tell('VmPoweredOnEvent');
    expect(heard).toEqual(['VmPoweredOnEvent']);
  });
});

describe('a query for events', () => {
  it('selects by entity and by what is below it', () => {
    const { tell, query } = start();
    tell('VmPoweredOnEvent', 'vm-1');
    tell('VmPoweredOffEvent', 'vm-2');
    tell('HostConnectedEvent', 'host-6');
    const by = (entity: object, recursion: string) => types(query({ entity: { entity, recursion } }));
    const all = ['VmPoweredOnEvent', 'VmPoweredOffEvent', 'HostConnectedEvent'];
    expect(by(ref('VirtualMachine', 'vm-1'), 'self')).toEqual(['VmPoweredOnEvent']);
    expect(by(ref('Folder', 'group-v3'), 'self')).toEqual([]);
    expect(by(ref('Folder', 'group-v3'), 'children')).toEqual(all.slice(0, 2));
    expect(by(ref('Datacenter', 'datacenter-2'), 'all')).toEqual(all);
    expect(by(ref('HostSystem', 'host-6'), 'self')).toEqual(all);
  });

  it('selects by type, category, user, time and chain', async () => {
    const { site, tell, query } = start();
    const begin = '2026-01-01T00:00:30Z';
    await site.clock.advance(60_000);
    tell('VmPoweredOnEvent');
    tell('VmFailedToPowerOnEvent', 'vm-1', { reason: { localizedMessage: 'no room' } });
    post(site.site, '', 'VmPoweredOffEvent', {}, { chainId: 99 });
    expect(types(query({ eventTypeId: ['vim.event.VmPoweredOnEvent'] }))).toEqual(['VmPoweredOnEvent']);
    expect(types(query({ type: ['SessionEvent'] }))).toEqual(['UserLoginSessionEvent']);
    expect(types(query({ category: ['error'] }))).toEqual(['VmFailedToPowerOnEvent']);
    expect(types(query({ userName: { systemUser: true, userList: ['nobody'] } }))).toEqual(['VmPoweredOffEvent']);
    expect(types(query({ eventChainId: 99 }))).toEqual(['VmPoweredOffEvent']);
    expect(query({ time: { beginTime: begin } })).toHaveLength(3);
    expect(query({ maxCount: 1 })).toHaveLength(1);
  });

  it('leaves sentences out when they are not wanted', () => {
    const { query } = start();
    expect(query({ disableFullMessage: true })[0]).not.toHaveProperty('fullFormattedMessage');
  });

  it('on an entity that is gone says so', () => {
    const { query } = start();
    const entity = ref('VirtualMachine', 'vm-404');
    expect(() => query({ entity: { entity, recursion: 'self' } })).toThrow(
      fault('ManagedObjectNotFound', { obj: entity }),
    );
  });
});

describe('a collector of events', () => {
  it('reads on from the oldest, and back from the newest page', () => {
    const { site, admin, tell, collect } = start();
    for (let i = 0; i < 14; i++) tell('VmPoweredOnEvent');
    const id = collect({ type: ['VmEvent'] });
    const read = (method: string, maxCount = 10) => keys(site.call(id, method, { maxCount }, admin));
    const first = site.site.events.kept[1]!.key;
    const numbers = (from: number, to: number) =>
      Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + i * Math.sign(to - from || 1));
    expect(read('ReadNextEvents')).toEqual(numbers(first, first + 9));
    expect(read('ReadNextEvents')).toEqual(numbers(first + 10, first + 13));
    expect(read('ReadNextEvents')).toEqual([]);
    expect(read('ReadPreviousEvents', 3)).toEqual(numbers(first + 13, first + 11));
    site.call(id, 'RewindCollector', {}, admin);
    expect(read('ReadNextEvents', 1)).toEqual([first]);
    site.call(id, 'ResetCollector', {}, admin);
    expect(read('ReadPreviousEvents')).toEqual(numbers(first + 3, first));
  });

  it('keeps its latest page up to date, as long as it was asked to be', () => {
    const { site, admin, tell, collect } = start();
    const id = collect({ type: ['VmPoweredOnEvent'] });
    expect(site.read(id, 'latestPage')).toEqual([]);
    for (let i = 0; i < 12; i++) tell('VmPoweredOnEvent');
    tell('VmPoweredOffEvent');
    expect(site.read(id, 'latestPage')).toHaveLength(10);
    site.call(id, 'SetCollectorPageSize', { maxCount: 11 }, admin);
    expect(types(site.read(id, 'latestPage'))).toEqual(Array(11).fill('VmPoweredOnEvent'));
    expect(() => site.call(id, 'SetCollectorPageSize', { maxCount: 0 }, admin)).toThrow(fault('InvalidArgument'));
  });

  it('goes with its session, and is nobody else’s', () => {
    const { site, admin, collect } = start();
    const id = collect();
    const other = site.login();
    expect(() => site.call(id, 'ReadNextEvents', { maxCount: 1 }, other)).toThrow(fault('ManagedObjectNotFound'));
    site.call('SessionManager', 'Logout', {}, admin);
    expect(site.site.world.find(id)).toBeUndefined();
  });

  it('is one of thirty-two at most', () => {
    const { collect } = start();
    for (let i = 0; i < 32; i++) collect();
    expect(() => collect()).toThrow(fault('InvalidState'));
  });
});

describe('the event manager', () => {
  it('logs what a user says about an entity', () => {
    const { site, admin } = start();
    site.call('EventManager', 'LogUserEvent', { entity: ref('VirtualMachine', 'vm-1'), msg: 'hello' }, admin);
    expect(site.site.events.latest).toMatchObject({
      _typeName: 'GeneralUserEvent',
      fullFormattedMessage: 'User logged event: hello',
    });
  });

  it('posts an event as it is given, under a key of its own', () => {
    const { site, admin } = start();
    const eventToPost = {
      _typeName: 'EventEx',
      key: -1,
      eventTypeId: 'org.example.happened',
      message: 'so it is',
      severity: 'warning',
      userName: '',
    };
    site.call('EventManager', 'PostEvent', { eventToPost }, admin);
    expect(site.site.events.latest).toMatchObject({
      eventTypeId: 'org.example.happened',
      fullFormattedMessage: 'so it is',
    });
    expect(site.site.events.latest!.key).toBeGreaterThan(0);
    const nothing = { _typeName: 'Event', userName: '' };
    expect(() => site.call('EventManager', 'PostEvent', { eventToPost: nothing }, admin)).toThrow(
      fault('InvalidEvent'),
    );
  });

  it('describes every kind of event there is', () => {
    const { site } = start();
    const { eventInfo } = site.read('EventManager', 'description');
    const powered = eventInfo.find((d: { key: string }) => d.key === 'VmPoweredOnEvent');
    expect(powered).toEqual({
      key: 'VmPoweredOnEvent',
      description: 'VM powered on',
      category: 'info',
      fullFormat: '{vm.name} on {host.name} in {datacenter.name} is powered on',
      formatOnDatacenter: '{vm.name} on {host.name} is powered on',
      formatOnComputeResource: '{vm.name} on {host.name} is powered on',
      formatOnHost: '{vm.name} is powered on',
      formatOnVm: 'Virtual machine is powered on',
    });
    expect(eventInfo.length).toBeGreaterThan(400);
  });
});
