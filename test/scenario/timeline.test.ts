import { describe, expect, it } from 'vitest';
import { parseScenario, scenarioOptions } from '../../src/scenario/scenario.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';

async function open(timeline: string, more = ''): Promise<Endpoint> {
  const text = `clock: manual\n${more}\ntimeline:\n${timeline}`;
  return Endpoint.open(scenarioOptions(await parseScenario('s.yaml', text), {}));
}

const VM = '/DC0/vm/DC0_C0_RP0_VM0';

/** Calls go to the world itself: a watcher that waits over a session's end would have to log in again. */
const look = (ep: Endpoint, path: string, property: string): Answer =>
  ep.sim.simulation.bench.world.at(path).get(property);
const advance = (ep: Endpoint, seconds: number) => ep.sim.clock.advance(seconds * 1_000);
const told = (ep: Endpoint): string[] =>
  ep.sim.simulation.site.events.kept.flatMap((event: Answer) => (event.eventTypeId ? [event.eventTypeId] : []));

describe('a timeline', () => {
  it('makes changes at their times, through the methods a client would call', async () => {
    await using ep = await open(`
  - { at: 30s, change: { path: ${VM}, power: 'off' } }
  - { at: 1m, change: { path: ${VM}, memory: 256MiB, cpus: 2 } }
  - { at: 2m, change: { path: ${VM}, name: renamed } }
  - { at: 3m, change: { path: /DC0/host/DC0_C0/DC0_C0_H2, maintenance: true } }
  - at: 4m
    change:
      path: /DC0/vm
      call: CreateFolder
      with: { name: made }
  - at: 5m
    change:
      path: /DC0/vm/renamed
      call: MigrateVM
      with: { host: { at: /DC0/host/DC0_C0/DC0_C0_H0 }, priority: defaultPriority }
`);
    await advance(ep, 29);
    expect(look(ep, VM, 'runtime.powerState')).toBe('poweredOn');
    await advance(ep, 1);
    expect(look(ep, VM, 'runtime.powerState')).toBe('poweredOff');
    expect(await ep.events()).toContain('VmPoweredOffEvent');
    await advance(ep, 30);
    expect(look(ep, VM, 'config.hardware')).toMatchObject({ memoryMB: 256, numCPU: 2 });
    await advance(ep, 60);
    expect(await ep.exists('/DC0/vm/renamed')).toBe(true);
    await advance(ep, 60);
    expect(look(ep, '/DC0/host/DC0_C0/DC0_C0_H2', 'runtime.inMaintenanceMode')).toBe(true);
    await advance(ep, 120);
    expect(await ep.exists('/DC0/vm/made')).toBe(true);
    const host = look(ep, '/DC0/vm/renamed', 'runtime.host');
    expect(ep.sim.simulation.bench.world.at(host).name).toBe('DC0_C0_H0');
    expect(told(ep)).toEqual([]);
  });

  it('posts events about objects', async () => {
    await using ep = await open(`
  - at: 10s
    event: { on: ${VM}, id: com.example.fire, message: it burns, severity: error }
  - at: 20s
    event: { type: VmDisconnectedEvent, on: ${VM} }
`);
    await ep.events();
    await advance(ep, 20);
    const filter = { entity: { entity: await ep.at(VM), recursion: 'self' } };
    const events: Answer[] = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter });
    expect(events.slice(-2)).toMatchObject([
      { _typeName: 'EventEx', eventTypeId: 'com.example.fire', severity: 'error', fullFormattedMessage: 'it burns' },
      { _typeName: 'VmDisconnectedEvent', vm: { name: 'DC0_C0_RP0_VM0' } },
    ]);
  });

  it('lets things befall the world, arms rules and ends them', async () => {
    await using ep = await open(`
  - { at: 10s, world: { verb: host.disconnect, name: DC0_C0_H1 } }
  - { at: 10s, fault: { id: refuse, match: { method: PowerOffVM_Task }, effect: { soap: { fault: HostCommunication } } } }
  - { at: 20s, clear: refuse }
  - { at: 20s, world: { verb: host.reconnect, name: DC0_C0_H1 } }
`);
    const vm = await ep.at('/DC0/vm/DC0_H0_VM0');
    await advance(ep, 10);
    expect(look(ep, '/DC0/host/DC0_C0/DC0_C0_H1', 'runtime.connectionState')).not.toBe('connected');
    expect(await ep.fault(vm, 'PowerOffVM_Task')).toMatchObject({ _typeName: 'HostCommunication' });
    await advance(ep, 10);
    expect(look(ep, '/DC0/host/DC0_C0/DC0_C0_H1', 'runtime.connectionState')).toBe('connected');
    await ep.run(vm, 'PowerOffVM_Task');
  });

  it('waits for something to hold, and does it once', async () => {
    await using ep = await open(`
  - when: { path: /DC0/vm/DC0_H0_VM0, property: runtime.powerState, equals: poweredOff }
    event: { id: is.off }
  - when: { path: /DC0/vm/DC0_H0_VM1, property: config.hardware.memoryMB, above: 100 }
    event: { id: has.grown }
  - when: { path: /DC0/vm/late, exists: true }
    event: { id: has.come }
  - when: { path: /DC0/host/DC0_C0, property: host, above: 2 }
    event: { id: was.so }
  - when: { path: /DC0/vm/DC0_H0_VM1, property: runtime.host, equals: DC0_H0 }
    event: { id: by.name }
`);
    await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    expect(told(ep).sort()).toEqual(['by.name', 'was.so']);
    const vm = await ep.at('/DC0/vm/DC0_H0_VM0');
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(await ep.at('/DC0/vm/DC0_H0_VM1'), 'PowerOffVM_Task');
    await ep.run(await ep.at('/DC0/vm/DC0_H0_VM1'), 'ReconfigVM_Task', { spec: { memoryMB: 128 } });
    await ep.call(await ep.at('/DC0/vm'), 'CreateFolder', { name: 'late' });
    expect(told(ep).slice(2)).toEqual(['is.off', 'has.grown', 'has.come']);
  });

  it('begins anew at a reset, and goes on from where it was with an image', async () => {
    await using ep = await open(`
  - { at: 10s, event: { id: first } }
  - { at: 20s, event: { id: second } }
  - { at: 10s, fault: { id: later, match: { method: PowerOffVM_Task }, effect: { soap: { fault: HostCommunication } } } }
`);
    const rules = () => ep.sim.faults.list().map(({ id }) => id);
    await advance(ep, 15);
    expect(told(ep)).toEqual(['first']);
    expect(rules()).toEqual(['later']);
    ep.sim.simulation.save('mid');
    await advance(ep, 5);
    expect(told(ep)).toEqual(['first', 'second']);
    ep.sim.simulation.restore('mid');
    expect(told(ep)).toEqual(['first']);
    await advance(ep, 4);
    expect(told(ep)).toEqual(['first']);
    await advance(ep, 1);
    expect(told(ep)).toEqual(['first', 'second']);
    ep.sim.reset();
    expect(rules()).toEqual([]);
    expect(told(ep)).toEqual([]);
    await advance(ep, 10);
    expect(told(ep)).toEqual(['first']);
    expect(rules()).toEqual(['later']);
  });

  it('tells by an event what could not be done', async () => {
    await using ep = await open(`
  - { at: 10s, change: { path: /DC0/vm/none, power: 'off' } }
  - { at: 10s, change: { path: ${VM}, call: CreateFolder, with: { name: x } } }
`);
    await advance(ep, 10);
    const events: Answer[] = [...ep.sim.simulation.site.events.kept];
    const failed = events.filter((event) => event.eventTypeId === 'simsphere.timeline.failed');
    expect(failed.map((event) => event.message)).toEqual([
      expect.stringContaining('timeline[0]: nothing stands at /DC0/vm/none'),
      expect.stringContaining("timeline[1]: VirtualMachine has no method 'CreateFolder'"),
    ]);
  });

  it.each([
    ['- { at: soon, event: { id: x } }', '3:7: timeline[0].at: expected a duration such as 30s'],
    ['- { event: { id: x } }', '3:5: timeline[0]: needs either at or when'],
    ['- { at: 1s }', 'timeline[0]: needs one of event, change, world, fault, clear'],
    ['- { at: 1s, event: {} }', 'timeline[0].event: an EventEx needs an id'],
    ['- { at: 1s, event: { type: VmDisconectedEvent } }', "did you mean 'VmDisconnectedEvent'?"],
    ['- { at: 1s, event: { type: EventEx, id: x, properties: { mesage: y } } }', "did you mean 'message'?"],
    ['- { at: 1s, change: { path: /x } }', 'timeline[0].change: needs one of power, name, maintenance, call, or of'],
    [
      '- { at: 1s, change: { path: /x, call: PowerOfVM_Task } }',
      "change.call: the API has no method 'PowerOfVM_Task'; did you mean 'PowerO",
    ],
    [
      '- { at: 1s, change: { path: /x, call: CreateFolder, with: { nme: y } } }',
      "CreateFolder takes no 'nme'; did you mean 'name'?",
    ],
    ['- { at: 1s, change: { path: /x, power: on, with: {} } }', 'with goes with call only'],
    [
      '- { at: 1s, world: { verb: host.crsh } }',
      "3:24: timeline[0].world.verb: nothing does 'host.crsh'; did you mean 'host.crash'?",
    ],
    ['- { at: 1s, fault: { efect: {} } }', "timeline[0].fault.efect: unknown word; did you mean 'effect'?"],
    ['- { at: 1s, clear: none }', "timeline[0].clear: there is no rule 'none'"],
    [
      '- { when: { path: /x, property: runtme, equals: 1 }, event: { id: x } }',
      "nothing has a property 'runtme'; did you mean 'runtime'?",
    ],
    [
      '- { when: { path: /x, property: name }, event: { id: x } }',
      'timeline[0].when: needs one of equals, not, above, below, exists',
    ],
    ['- { when: { path: /x, equals: 1 }, event: { id: x } }', 'timeline[0].when: needs a property'],
  ])('that is wrong is refused with the place and the word that was meant: %s', async (line, why) => {
    const said = await parseScenario('s.yaml', `clock: manual\ntimeline:\n${line.replace(/^/gm, '  ')}`).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(said).toContain(why);
  });
});
