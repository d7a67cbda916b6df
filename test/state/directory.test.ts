import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ref } from '../../src/client/index.ts';
import type { StartOptions } from '../../src/index.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { bytesOf, put, taken } from './dumps.ts';

const MANUAL = { clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 1) } as const;

let within: string;
let copies = 0;
beforeEach(async () => {
  within = await mkdtemp(join(tmpdir(), 'simsphere-test-state-'));
});
afterEach(() => rmSync(within, { recursive: true, force: true }));

const state = () => join(within, 'state');
const opened = (options: StartOptions = {}) => Endpoint.open({ ...MANUAL, state: state(), ...options });
const dumped = (ep: Endpoint) => bytesOf(ep.sim.simulation.dump());

/** The directory as it would be found had the process been killed this moment. */
function asKilled(): string {
  const copy = join(within, `copy-${++copies}`);
  cpSync(state(), copy, { recursive: true });
  rmSync(join(copy, 'lock'));
  return copy;
}

/** Until so many are left: what is read leaves with its reader, who closes it when his last bytes have gone. */
const extentsLeft = async (count: number) => {
  const left = () => only('extent-', join(state(), 'extents')).length;
  while (left() > count) await new Promise((resolve) => setImmediate(resolve));
  expect(left()).toBe(count);
};
const only = (prefix: string, directory = state()) => readdirSync(directory).filter((name) => name.startsWith(prefix));

describe('a state directory', () => {
  it('has whatever was acknowledged, had the process been killed right then', async () => {
    await using ep = await opened();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const deeds: (() => Promise<unknown>)[] = [
      () => put(ep, 'a.txt', Buffer.from('some bytes')),
      () => ep.run(vm, 'Rename_Task', { newName: 'other' }),
      () => ep.run(vm, 'PowerOffVM_Task'),
      () => ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false }),
      async () => ep.sim.simulation.save('image'),
      () => put(ep, 'a.txt', Buffer.from('others')),
      () => ep.run(vm, 'RemoveAllSnapshots_Task'),
      () => ep.sim.clock.advance(61_000),
      async () =>
        ep.sim.faults.add({
          match: { method: 'Rename_Task' },
          when: { nth: 3 },
          effect: { soap: { fault: 'InvalidState' } },
        }),
      () => ep.run(vm, 'Rename_Task', { newName: 'third' }),
      async () => ep.sim.simulation.restore('image'),
      () => ep.run(vm, 'Destroy_Task'),
      async () => ep.sim.reset(),
    ];
    for (const deed of deeds) {
      await deed();
      await using copy = await Endpoint.open({ ...MANUAL, state: asKilled() });
      // Logging in is an event too.
      await copy.client.close();
      const log = copy.sim.simulation.site.events.kept;
      expect(log.slice(0, -2)).toEqual(ep.sim.simulation.site.events.kept);
      const [now, then] = [ep, copy].map(({ sim }) => {
        const { site } = sim.simulation;
        // The newest event is that of the last login.
        const cells = [...site.world.all].filter(
          ({ kind }) => !kind.volatile && kind.machinery.size === 0 && kind.type !== 'EventManager',
        );
        const facts = cells.map(({ id, order, state }) => [id, order, JSON.stringify(state)]);
        return {
          facts,
          now: site.clock.now(),
          tick: site.world.tick,
          rules: sim.faults.list(),
          images: sim.simulation.images,
        };
      });
      expect(then).toEqual(now);
    }
  });

  it('is the same world again, byte for byte, files and all', async () => {
    let before: Buffer;
    {
      await using ep = await opened({ inventory: { ds: 2 } });
      await put(ep, 'a.bin', Buffer.alloc(2_000_000, 3));
      const vm = await ep.at('DC0/vm/DC0_H0_VM0');
      await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: true, quiesce: false });
      ep.sim.reset();
      before = await dumped(ep);
    }
    await using ep = await opened();
    ep.sim.reset();
    expect((await dumped(ep)).equals(before)).toBe(true);
  });

  it('goes on with work that was under way', async () => {
    let task: Ref;
    {
      await using ep = await opened({ latency: 'realistic' });
      task = await ep.call(await ep.at('DC0/vm/DC0_H0_VM0'), 'PowerOffVM_Task');
      expect(await ep.read(task, 'info.state')).toBe('running');
    }
    await using ep = await opened({ latency: 'realistic' });
    expect(await ep.read(task, 'info.state')).toBe('running');
    while (await ep.sim.clock.step());
    expect(await ep.read(task, 'info.state')).toBe('success');
    expect(await ep.read(await ep.at('DC0/vm/DC0_H0_VM0'), 'runtime.powerState')).toBe('poweredOff');
  });

  it('has the images and the start of the first run, bytes too', async () => {
    {
      await using ep = await opened();
      await put(ep, 'a.txt', Buffer.from('first'));
      ep.sim.simulation.save('first');
      await put(ep, 'a.txt', Buffer.from('second'));
    }
    await using ep = await opened();
    expect(await taken(ep, 'a.txt')).toEqual(Buffer.from('second'));
    ep.sim.simulation.restore('first');
    expect(await taken(ep, 'a.txt')).toEqual(Buffer.from('first'));
    await extentsLeft(1);
    ep.sim.simulation.drop('first');
    ep.sim.reset();
    await extentsLeft(0);
    const again = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    expect(await taken(again, 'a.txt')).toBeUndefined();
    await again.client.close();
  });

  it('says that what makes a world is not looked at where there is one, and who its administrator is', async () => {
    await (await opened({ user: 'root@lab', password: 'word', seed: 'mine', inventory: { vm: 5 } }))[
      Symbol.asyncDispose
    ]();
    const said: string[] = [];
    const note = (message: string) => void said.push(message);
    const logger = { debug: note, info: note, warn: note, error: note };
    await using ep = await opened({ user: 'other', seed: 'other', inventory: { vm: 1 }, logger });
    expect(ep.sim.credentials).toEqual({ user: 'root@lab', password: 'word' });
    expect([ep.sim.seed, await ep.exists('DC0/vm/DC0_H0_VM4')]).toEqual(['mine', true]);
    expect(said).toEqual([
      `${state()} holds a world already: what would make another is not looked at (--seed, --user, the first instant, sizes of the inventory: vm)`,
    ]);
  });

  it('writes a snapshot when the log has grown long, beside the work', async () => {
    await using ep = await opened();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const annotation = 'x'.repeat(200_000);
    for (let i = 0; only('snapshot-1').length > 0; i++) {
      await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: `${i}${annotation}` } });
    }
    await ep.run(vm, 'Rename_Task', { newName: 'after' });
    expect(only('log-1')).toEqual([]);
    await using copy = await Endpoint.open({ ...MANUAL, state: asKilled() });
    expect(await copy.exists('DC0/vm/after')).toBe(true);
  });

  it('keeps the same when each change is forced out to the disk', async () => {
    {
      await using ep = await opened({ stateSync: true });
      await put(ep, 'a.txt', Buffer.from('some bytes'));
      await ep.run(await ep.at('DC0/vm/DC0_H0_VM0'), 'Rename_Task', { newName: 'other' });
    }
    await using ep = await opened();
    expect([await ep.exists('DC0/vm/other'), await taken(ep, 'a.txt')]).toEqual([true, Buffer.from('some bytes')]);
    await expect(Endpoint.open({ stateSync: true })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });

  it('belongs to one process at a time', async () => {
    await using ep = await opened();
    expect(ep.sim.url).toContain('http');
    await expect(opened()).rejects.toMatchObject({
      code: 'ERR_STATE_DIR',
      message: `${join(state(), 'lock')}: process ${process.pid} works in this directory`,
    });
  });

  it('is free again when its process was killed', async () => {
    await (await opened())[Symbol.asyncDispose]();
    writeFileSync(join(state(), 'lock'), JSON.stringify({ pid: 1, born: '0' }));
    await using ep = await opened();
    expect(await ep.exists('DC0')).toBe(true);
  });

  describe('that was damaged', () => {
    async function filled(): Promise<void> {
      await using ep = await opened();
      const vm = await ep.at('DC0/vm/DC0_H0_VM0');
      await put(ep, 'a.txt', Buffer.from('some bytes'));
      await ep.run(vm, 'Rename_Task', { newName: 'one' });
      await ep.run(vm, 'Rename_Task', { newName: 'two' });
    }
    const flip = (name: string, at: number) => {
      const path = join(state(), name);
      const bytes = readFileSync(path);
      bytes[Math.floor(at * bytes.length)]! ^= 1;
      writeFileSync(path, bytes);
    };
    const refused = async () => {
      const error = await opened().then(
        () => undefined,
        (reason: Error & { code: string; hint: string }) => reason,
      );
      expect(error?.code).toBe('ERR_STATE_DIR');
      expect(only('lock')).toEqual([]);
      return error!;
    };

    it('loses no more than the record that was being written', async () => {
      await filled();
      appendFileSync(join(state(), 'log-1'), '00000000 {"time":1,"gone":["vm-1');
      {
        await using ep = await opened();
        expect(await ep.exists('DC0/vm/two')).toBe(true);
      }
      await using ep = await opened();
      expect(await ep.exists('DC0/vm/two')).toBe(true);
    });

    it('is refused when a record in its log is another, with how to go on', async () => {
      await filled();
      flip('log-1', 0.5);
      const { message, hint } = await refused();
      const [, at] = /log-1 at byte (\d+): the line there is damaged/.exec(message)!;
      expect(hint).toContain(`truncate -s ${at} '${join(state(), 'log-1')}'`);
      truncateSync(join(state(), 'log-1'), Number(at));
      await using ep = await opened();
      expect(await ep.exists('DC0')).toBe(true);
    });

    it('is refused when its snapshot is another, or cut off', async () => {
      await filled();
      flip('snapshot-1', 0.5);
      expect((await refused()).hint).toContain('from a copy');
      flip('snapshot-1', 0.5);
      truncateSync(join(state(), 'snapshot-1'), statSync(join(state(), 'snapshot-1')).size - 20);
      expect((await refused()).message).toContain('cut off');
    });

    it('is refused when bytes of a datastore are gone', async () => {
      await filled();
      rmSync(join(state(), 'extents'), { recursive: true });
      mkdirSync(join(state(), 'extents'));
      expect((await refused()).message).toMatch(/extents\/extent-\d+ is not there any more/);
    });

    it('is refused when it is somebody else’s', async () => {
      mkdirSync(state());
      writeFileSync(join(state(), 'letter.txt'), 'dear');
      expect((await refused()).message).toContain('letter.txt: this is no file of a simulator');
      expect(readFileSync(join(state(), 'letter.txt'), 'utf8')).toBe('dear');
    });
  });
});
