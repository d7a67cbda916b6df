import { describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../src/objects/access/sessions/session.ts';
import { endSession } from '../../../src/objects/access/sessions/sessions.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { SmallSite } from './small-site.ts';

const ROOT = { type: 'Folder', value: 'group-d1' };
const SPEC = { propSet: [{ type: 'Folder', pathSet: ['name'] }], objectSet: [{ obj: ROOT }] };

/** One of each thing a client can make, and how it is destroyed. */
const THINGS = {
  view: {
    make: (site: SmallSite, session: Cell<Session>) =>
      site.call('ViewManager', 'CreateContainerView', { container: ROOT, recursive: true }, session),
    destroy: 'DestroyView',
  },
  filter: {
    make: (site: SmallSite, session: Cell<Session>) =>
      site.call('propertyCollector', 'CreateFilter', { spec: SPEC, partialUpdates: false }, session),
    destroy: 'DestroyPropertyFilter',
  },
  'property collector': {
    make: (site: SmallSite, session: Cell<Session>) =>
      site.call('propertyCollector', 'CreatePropertyCollector', {}, session),
    destroy: 'DestroyPropertyCollector',
  },
  'event collector': {
    make: (site: SmallSite, session: Cell<Session>) =>
      site.call('EventManager', 'CreateCollectorForEvents', { filter: {} }, session),
    destroy: 'DestroyCollector',
  },
  'task collector': {
    make: (site: SmallSite, session: Cell<Session>) =>
      site.call('TaskManager', 'CreateCollectorForTasks', { filter: {} }, session),
    destroy: 'DestroyCollector',
  },
} as const;

describe.each(Object.entries(THINGS))('a %s', (_name, { make, destroy }) => {
  it('goes with its session', () => {
    const site = new SmallSite();
    const before = site.site.world.size;
    const session = site.login();
    const { value } = make(site, session);
    expect(value).toMatch(new RegExp(`^session\\[${session.id}\\][0-9a-f-]{36}$`));
    site.call('SessionManager', 'Logout', {}, session);
    expect(site.site.world.size).toBe(before);
    expect(site.cell('group-d1').watchers).toBeUndefined();
  });

  it('leaves nothing with its session once it is destroyed', () => {
    const site = new SmallSite();
    const session = site.login();
    const round = () => site.call(make(site, session).value, destroy, {}, session);
    round();
    const { size } = site.site.world;
    const listeners = session.watchers?.size;
    for (let i = 0; i < 50; i++) round();
    expect(site.site.world.size).toBe(size);
    expect(session.watchers?.size).toBe(listeners);
    expect([...(session.sources?.values() ?? [])].every((cells) => cells.size === 0)).toBe(true);
  });

  it('is no other session’s', () => {
    const site = new SmallSite();
    const { value } = make(site, site.login());
    expect(() => site.call(value, destroy, {}, site.login())).toThrow(
      expect.objectContaining({ type: 'ManagedObjectNotFound' }),
    );
  });
});

describe('a collector of a session’s own', () => {
  it('takes its filters with it', () => {
    const site = new SmallSite();
    const session = site.login();
    const { value } = site.call('propertyCollector', 'CreatePropertyCollector', {}, session);
    const filter = site.call(value, 'CreateFilter', { spec: SPEC, partialUpdates: false }, session);
    site.call(value, 'DestroyPropertyCollector', {}, session);
    expect(site.site.world.find(filter.value)).toBeUndefined();
    expect(site.cell('group-d1').watchers).toBeUndefined();
  });
});

describe('the clock', () => {
  it('is asked for one alarm, however many sessions come and go', () => {
    const site = new SmallSite();
    const at = vi.spyOn(site.clock, 'at');
    for (let i = 0; i < 50; i++) endSession(site.site, site.login());
    site.login();
    expect(at).toHaveBeenCalledTimes(1);
  });

  it('ends each of several sessions when it is due', async () => {
    const site = new SmallSite();
    const first = site.login();
    await site.clock.advance(600_000);
    const second = site.login();
    await site.clock.advance(1_200_000);
    expect([first.alive, second.alive]).toEqual([false, true]);
    await site.clock.advance(599_999);
    expect(second.alive).toBe(true);
    await site.clock.advance(1);
    expect(second.alive).toBe(false);
    const third = site.login();
    await site.clock.advance(1_800_000);
    expect(third.alive).toBe(false);
  });
});
