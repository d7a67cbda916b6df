import { afterEach, describe, expect, it } from 'vitest';
import { parseScenario, scenarioOptions } from '../../src/scenario/scenario.ts';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { Wire } from '../server/wire.ts';

const HOST = 'DC0/host/DC0_C0/DC0_C0_H1';

describe('what befalls hosts', () => {
  let sim: Simulator;
  let wire: Wire;
  afterEach(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  const runtime = async () =>
    sim.simulation.site.world.find(await wire.find(HOST))!.get('runtime') as {
      readonly connectionState: string;
      readonly dasHostState?: { readonly state: string };
    };

  it('is written in a scenario, by the clock', async () => {
    const text = [
      'clock: manual',
      'world: { counts: { standaloneHost: 0, vm: 4 } }',
      'faults:',
      '  - when: { after: 1m }',
      '    effect: { world: { verb: host.crash, name: DC0_C0_H1 } }',
      '  - when: { after: 5m }',
      '    effect: { world: { verb: host.recover, name: DC0_C0_H1 } }',
    ].join('\n');
    sim = await startSimulator({ http: true, ...scenarioOptions(await parseScenario('s.yaml', text), {}) });
    wire = await new Wire(sim).login();
    const { clock } = sim.simulation.site;
    await clock.advance(59_000);
    expect((await runtime()).connectionState).toBe('connected');
    await clock.advance(1_000);
    expect((await runtime()).connectionState).toBe('notResponding');
    await clock.advance(240_000);
    expect((await runtime()).connectionState).toBe('connected');
  });

  it.each([
    ['host.crash', 'notResponding'],
    ['host.powerLoss', 'notResponding'],
    ['host.isolate', 'notResponding'],
    ['host.stopResponding', 'notResponding'],
    ['host.disconnect', 'disconnected'],
  ])('%s is asked for over HTTP while the simulator runs, and so is its return', async (verb, connection) => {
    sim = await startSimulator({ http: true, clock: { kind: 'manual' } });
    wire = await new Wire(sim).login();
    const later = (effect: string, after: string) =>
      wire.control('POST', '/faults', { when: { after }, effect: { world: { verb: effect, name: 'DC0_C0_H1' } } });
    expect(await later(verb, '10s')).toMatchObject({ status: 201 });
    expect(await later('host.recover', '2m')).toMatchObject({ status: 201 });
    await wire.control('POST', '/clock', { advance: '9s' });
    expect((await runtime()).connectionState).toBe('connected');
    await wire.control('POST', '/clock', { advance: '1s' });
    expect((await runtime()).connectionState).toBe(connection);
    await wire.control('POST', '/clock', { advance: '2m' });
    expect((await runtime()).connectionState).toBe('connected');
  });
});
