import { describe, expect, it } from 'vitest';
import type { Ref } from '../../src/client/index.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { Updates } from '../objects/updates.ts';

const MANUAL = { clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 1) } as const;
const VM = 'DC0/vm/DC0_H0_VM0';

async function file(ep: Endpoint, name: string, text?: string): Promise<string | number> {
  const url = `${new URL(ep.sim.url).origin}/folder/${name}?dcPath=DC0&dsName=LocalDS_0`;
  const { user, password } = ep.sim.credentials;
  const headers = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
  const answer = await fetch(url, { headers, ...(text !== undefined && { method: 'PUT', body: text }) });
  return answer.status === 200 ? answer.text() : answer.status;
}

const power = (ep: Endpoint, vm: Ref) => ep.read(vm, 'runtime.powerState');

describe('an image', () => {
  it('is returned to any number of times, in any order, and stays', async () => {
    await using ep = await Endpoint.open(MANUAL);
    const vm = await ep.at(VM);
    ep.sim.simulation.save('on');
    await ep.run(vm, 'PowerOffVM_Task');
    ep.sim.simulation.save('off');
    await ep.run(vm, 'Destroy_Task');
    ep.sim.simulation.save('gone');
    const seen: unknown[] = [];
    for (const name of ['on', 'gone', 'off', 'on', 'off', 'gone', 'gone']) {
      ep.sim.simulation.restore(name);
      const there = await ep.client.findByInventoryPath(VM);
      seen.push(there ? await power(ep, there) : 'gone');
    }
    expect(seen).toEqual(['poweredOn', 'gone', 'poweredOff', 'poweredOn', 'poweredOff', 'gone', 'gone']);
    expect(ep.sim.simulation.images.map(({ name }) => name)).toEqual(['on', 'off', 'gone']);
  });

  it('leaves everybody logged in, with their views and filters, who hear of what differs', async () => {
    await using ep = await Endpoint.open(MANUAL);
    const vm = await ep.at(VM);
    ep.sim.simulation.save('before');
    const updates = await Updates.of(ep, vm, 'name', 'runtime.powerState');
    await ep.run(vm, 'Rename_Task', { newName: 'other' });
    await ep.run(vm, 'PowerOffVM_Task');
    await updates.next();
    ep.sim.simulation.restore('before');
    expect(await updates.next()).toEqual(['name', 'runtime.powerState']);
    expect([await ep.read(vm, 'name'), await power(ep, vm)]).toEqual(['DC0_H0_VM0', 'poweredOn']);
  });

  it('has the bytes of files, those of the time and no others', async () => {
    await using ep = await Endpoint.open(MANUAL);
    await file(ep, 'a.txt', 'first');
    ep.sim.simulation.save('first');
    await file(ep, 'a.txt', 'second');
    await file(ep, 'b.txt', 'more');
    ep.sim.simulation.save('second');
    ep.sim.simulation.restore('first');
    expect([await file(ep, 'a.txt'), await file(ep, 'b.txt')]).toEqual(['first', 404]);
    ep.sim.simulation.restore('second');
    expect([await file(ep, 'a.txt'), await file(ep, 'b.txt')]).toEqual(['second', 'more']);
  });

  it('gives its bytes back when it is given up', async () => {
    await using ep = await Endpoint.open(MANUAL);
    const { spool } = ep.sim.simulation;
    const { count } = spool;
    await file(ep, 'a.txt', 'first');
    ep.sim.simulation.save('first');
    await file(ep, 'a.txt', 'second');
    expect(spool.count).toBe(count + 2);
    expect(ep.sim.simulation.drop('first')).toBe(true);
    expect(spool.count).toBe(count + 1);
    expect(await file(ep, 'a.txt')).toBe('second');
    ep.sim.reset();
    expect(spool.count).toBe(count);
  });

  it('has the log of events and the numbers that ids come from', async () => {
    await using ep = await Endpoint.open(MANUAL);
    const { events } = ep.sim.simulation.site;
    const folder = await ep.at('DC0/vm');
    const made = async (name: string) => ((await ep.call(folder, 'CreateFolder', { name })) as Ref).value;
    await made('a');
    ep.sim.simulation.save('a');
    const kept = [...events.kept];
    const b = await made('b');
    ep.sim.simulation.save('b');
    const both = [...events.kept];
    ep.sim.simulation.restore('a');
    expect(events.kept).toEqual(kept);
    expect(await made('c')).toBe(b);
    ep.sim.simulation.restore('b');
    expect(events.kept).toEqual(both);
    expect([await ep.exists('DC0/vm/b'), await ep.exists('DC0/vm/c')]).toEqual([true, false]);
  });

  it('holds work under way, which goes on from where it was', async () => {
    await using ep = await Endpoint.open({ ...MANUAL, latency: 'realistic' });
    const vm = await ep.at(VM);
    const task = (await ep.call(vm, 'PowerOffVM_Task')) as Ref;
    const { nextDue } = ep.sim.clock;
    ep.sim.simulation.save('under way');
    const now = ep.sim.clock.now();
    while (await ep.sim.clock.step());
    expect(await power(ep, vm)).toBe('poweredOff');
    ep.sim.simulation.restore('under way');
    expect([ep.sim.clock.now(), ep.sim.clock.nextDue]).toEqual([now, nextDue]);
    expect(await ep.read(task, 'info.state')).toBe('running');
    expect(await power(ep, vm)).toBe('poweredOn');
    while (await ep.sim.clock.step());
    expect(await ep.read(task, 'info.state')).toBe('success');
    expect(await power(ep, vm)).toBe('poweredOff');
  });

  it('has the fault rules with what they had seen', async () => {
    await using ep = await Endpoint.open(MANUAL);
    const vm = await ep.at(VM);
    ep.sim.faults.add({
      match: { method: 'Rename_Task' },
      when: { nth: 3 },
      effect: { soap: { fault: 'InvalidState' } },
    });
    const rename = () =>
      ep.run(vm, 'Rename_Task', { newName: 'x' }).then(
        () => 'done',
        () => 'refused',
      );
    const first = await rename();
    ep.sim.simulation.save('once');
    const rest = [await rename(), await rename(), await rename()];
    ep.sim.faults.clear();
    ep.sim.simulation.restore('once');
    expect([first, ...rest]).toEqual(['done', 'done', 'refused', 'done']);
    expect([await rename(), await rename(), await rename()]).toEqual(rest);
  });

  it('is at the time of the image on a manual clock, and what waits on it waits as long again', async () => {
    await using ep = await Endpoint.open({ ...MANUAL, latency: 'realistic' });
    const { site } = ep.sim.simulation;
    await ep.sim.clock.advance(50_000);
    ep.sim.simulation.save('then');
    const { tick } = site.world;
    await ep.sim.clock.advance(3_600_000);
    expect(site.world.tick).toBe(tick + 180);
    ep.sim.simulation.restore('then');
    expect(site.world.tick).toBe(tick);
    await ep.sim.clock.advance(9_999);
    expect(site.world.tick).toBe(tick);
    await ep.sim.clock.advance(1);
    expect(site.world.tick).toBe(tick + 1);
  });

  it('is refused by name where there is none, with the one that was meant', async () => {
    await using ep = await Endpoint.open();
    ep.sim.simulation.save('before');
    expect(() => ep.sim.simulation.restore('befor')).toThrow(
      expect.objectContaining({ code: 'ERR_IMAGE', message: "there is no image 'befor'; did you mean 'before'?" }),
    );
    expect(() => ep.sim.simulation.save('')).toThrow(expect.objectContaining({ code: 'ERR_IMAGE' }));
    for (let i = 1; i < 100; i++) ep.sim.simulation.save(`image ${i}`);
    expect(() => ep.sim.simulation.save('one more')).toThrow(/100 images already/);
    expect(ep.sim.simulation.save('before').name).toBe('before');
  });
});

describe('reset', () => {
  it('lists things in the order they had at the start', async () => {
    await using ep = await Endpoint.open(MANUAL);
    const host = await ep.at('DC0/host/DC0_C0');
    const names = async () => {
      const folder = await ep.at('DC0/vm');
      return ep.names(await ep.read(folder, 'childEntity'));
    };
    const before = [await names(), await ep.read(host, 'host')];
    for (const name of ['DC0_H0_VM0', 'DC0_C0_RP0_VM0']) {
      const vm = await ep.at(`DC0/vm/${name}`);
      await ep.run(vm, 'PowerOffVM_Task');
      await ep.run(vm, 'Destroy_Task');
    }
    ep.sim.reset();
    const again = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    const folder = await again.at('DC0/vm');
    expect([await again.names(await again.read(folder, 'childEntity')), await again.read(host, 'host')]).toEqual(
      before,
    );
    await again.client.close();
  });

  it('turns a manual clock back, and leaves the images there are', async () => {
    await using ep = await Endpoint.open(MANUAL);
    const now = ep.sim.clock.now();
    await ep.sim.clock.advance(100_000);
    ep.sim.simulation.save('later');
    ep.sim.reset();
    expect(ep.sim.clock.now()).toBe(now);
    ep.sim.simulation.restore('later');
    expect(ep.sim.clock.now()).toBe(now + 100_000);
  });
});
