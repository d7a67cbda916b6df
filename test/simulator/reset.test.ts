import { afterEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { Wire } from '../server/wire.ts';

describe('reset', () => {
  let sim: Simulator;
  afterEach(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  const container = '<container type="Folder">group-d1</container><recursive>true</recursive>';
  const view = (wire: Wire) => wire.soap('CreateContainerView', 'ViewManager', 'ViewManager', container);

  it('logs everybody out, with all they had open', async () => {
    sim = await startSimulator({ http: true });
    const { world } = sim.simulation.site;
    const { size } = world;
    const wire = await new Wire(sim).login();
    expect((await view(wire)).status).toBe(200);
    sim.reset();
    expect(world.size).toBe(size);
    expect((await view(wire)).text).toContain('NotAuthenticatedFault');
  });

  it('is forgotten by the log of events, and lets everybody in again', async () => {
    sim = await startSimulator({ http: true });
    const { events } = sim.simulation.site;
    const { end } = events;
    const wire = await new Wire(sim).login();
    await view(wire);
    sim.reset();
    expect(events.end).toBe(end);
    await wire.login();
    const made = await view(wire);
    expect(made.status).toBe(200);
    sim.reset();
    await wire.login();
    expect((await view(wire)).status).toBe(200);
  });

  it('ends a wait for updates', async () => {
    sim = await startSimulator({ http: true });
    const wire = await new Wire(sim).login();
    const waiting = wire.soap('WaitForUpdates', 'PropertyCollector', 'propertyCollector', '');
    const session = [...sim.simulation.site.world.ofType('UserSession')][0] as unknown as {
      state: { activity: { busy: number } };
    };
    while (session.state.activity.busy === 0) await new Promise((resolve) => setImmediate(resolve));
    sim.reset();
    expect((await waiting).text).toContain('RequestCanceled');
  });
});
