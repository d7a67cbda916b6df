import { describe, expect, it, vi } from 'vitest';
import { SmallSite } from '../access/small-site.ts';

const VM1 = { type: 'VirtualMachine', value: 'vm-1' };
const GONE = { type: 'VirtualMachine', value: 'vm-99' };
const fault = (type: string, detail: object = {}) =>
  expect.objectContaining({ type, detail: expect.objectContaining(detail) });

function start() {
  const site = new SmallSite();
  const session = site.login();
  const ask = (method: string, args: object = {}) => site.call('propertyCollector', method, args as never, session);
  const spec = (obj: object = VM1, more: object = {}) => ({
    propSet: [{ type: 'VirtualMachine', pathSet: ['name'] }],
    objectSet: [{ obj }],
    ...more,
  });
  const rename = (name: string) => {
    const { world } = site.site;
    world.turn(() => world.update(site.cell('vm-1') as never, { name } as never));
  };
  return { site, session, ask, spec, rename };
}

describe('a filter', () => {
  it('begins at an object that is there, unless that does not matter', () => {
    const { ask, spec } = start();
    expect(() => ask('CreateFilter', { spec: spec(GONE), partialUpdates: false })).toThrow(
      fault('ManagedObjectNotFound', { obj: GONE }),
    );
    const lenient = spec(GONE, { reportMissingObjectsInResults: true });
    expect(() => ask('CreateFilter', { spec: lenient, partialUpdates: false })).not.toThrow();
  });
});

describe('a wait for updates', () => {
  it('ends with what is new, and asks the clock once', async () => {
    const { site, ask, spec, rename } = start();
    ask('CreateFilter', { spec: spec(), partialUpdates: false });
    const { version } = await ask('WaitForUpdatesEx', { version: '', options: { maxWaitSeconds: 0 } });
    const at = vi.spyOn(site.clock, 'at');
    const waiting = ask('WaitForUpdatesEx', { version, options: { maxWaitSeconds: 60 } });
    for (let i = 0; i < 3; i++) {
      // News of nothing: the wait goes on.
      ask('CreateFilter', {
        spec: spec(GONE, { reportMissingObjectsInResults: true }),
        partialUpdates: false,
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    rename('other');
    const { filterSet } = await waiting;
    expect(filterSet[0].objectSet[0].changeSet).toMatchObject([{ name: 'name' }]);
    expect(at).toHaveBeenCalledTimes(1);
  });

  it('ends with nothing when its time is up', async () => {
    const { site, ask, spec } = start();
    ask('CreateFilter', { spec: spec(), partialUpdates: false });
    const { version } = await ask('WaitForUpdatesEx', { version: '', options: { maxWaitSeconds: 0 } });
    const waiting = ask('WaitForUpdatesEx', { version, options: { maxWaitSeconds: 60 } });
    await site.clock.advance(60_000);
    expect(await waiting).toBeUndefined();
  });

  it('is cancelled by another call, and by the end of its session', async () => {
    const { site, session, ask } = start();
    const first = ask('WaitForUpdates', { version: '' });
    ask('CancelWaitForUpdates');
    await expect(first).rejects.toThrow(fault('RequestCanceled'));
    const second = ask('WaitForUpdates', { version: '' });
    site.call('SessionManager', 'Logout', {}, session);
    await expect(second).rejects.toThrow(fault('RequestCanceled'));
  });

  it('knows its versions', async () => {
    const { ask, spec, rename } = start();
    ask('CreateFilter', { spec: spec(), partialUpdates: false });
    const first = ask('CheckForUpdates', { version: '' });
    expect(() => ask('CheckForUpdates', { version: 'made up' })).toThrow(fault('InvalidCollectorVersion'));
    rename('other');
    const second = ask('CheckForUpdates', { version: first.version });
    const again = ask('CheckForUpdates', { version: first.version });
    expect(again.filterSet).toEqual(second.filterSet);
    expect(ask('CheckForUpdates', { version: again.version })).toBeUndefined();
  });
});
