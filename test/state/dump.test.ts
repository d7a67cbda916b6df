import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { trailer } from '../../src/state/dump.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { OPERATIONS } from '../property/storage-operations.ts';
import { StorageScene } from '../property/storage-scene.ts';
import { bytesOf, inPieces, put, taken } from './dumps.ts';

const MANUAL = { clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 1) } as const;

/** A dump that says something else, and has the checksum of what it says. */
function altered(dump: Buffer, from: string, to: string): Buffer {
  expect(from.length).toBe(to.length);
  const body = Buffer.from(dump.subarray(0, dump.length - trailer('0'.repeat(64)).length));
  const at = body.indexOf(from);
  expect(at).toBeGreaterThan(0);
  body.write(to, at);
  return Buffer.concat([body, trailer(createHash('sha256').update(body).digest('hex'))]);
}

/** Where two dumps differ. */
function difference(a: Buffer, b: Buffer): string {
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.toString('latin1', at - 200, at + 100)}\nbut\n${b.toString('latin1', at - 200, at + 100)}`;
}

describe('a dump', () => {
  it('loaded and dumped again is the same, byte for byte, wherever it is loaded', async () => {
    await using ep = await Endpoint.open({ ...MANUAL, latency: 'realistic' });
    await put(ep, 'a.bin', Buffer.alloc(3_000_000, 7));
    await put(ep, 'same.bin', Buffer.alloc(3_000_000, 7));
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.call(vm, 'PowerOffVM_Task');
    await ep.call(ep.manager('customFieldsManager'), 'AddCustomFieldDef', { name: 'owner' });
    ep.sim.faults.add({
      match: { method: 'Rename_Task' },
      when: { every: 2 },
      effect: { soap: { fault: 'InvalidState' } },
    });
    const first = await bytesOf(ep.sim.simulation.dump());
    await using other = await Endpoint.open({
      ...MANUAL,
      start: 0,
      latency: 'realistic',
      inventory: { vm: 7, ds: 2 },
      seed: 'x',
    });
    await put(other, 'own.bin', Buffer.from('own'));
    await other.sim.simulation.load(inPieces(first));
    const second = await bytesOf(other.sim.simulation.dump());
    expect(second.equals(first)).toBe(true);
    // What was under way there goes on here.
    while (await other.sim.clock.step());
    const again = new Endpoint(other.sim, await Endpoint.login(other.sim));
    expect(await again.read(vm, 'runtime.powerState')).toBe('poweredOff');
    expect(await taken(again, 'a.bin')).toEqual(Buffer.alloc(3_000_000, 7));
    expect(await taken(again, 'own.bin')).toBeUndefined();
    await again.client.close();
  });

  it('shows one moment, however slowly it is read', async () => {
    await using ep = await Endpoint.open(MANUAL);
    await put(ep, 'a.txt', Buffer.from('then'));
    const whole = await bytesOf(ep.sim.simulation.dump());
    const dump = ep.sim.simulation.dump();
    const parts = [(await dump.next()).value as Uint8Array];
    await put(ep, 'a.txt', Buffer.from('now'));
    await ep.run(await ep.at('DC0/vm/DC0_H0_VM0'), 'PowerOffVM_Task');
    for await (const part of dump) parts.push(part);
    const { count } = ep.sim.simulation.spool;
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
    expect(count).toBe(1);
  });

  it('has disks, their snapshots and what leans on them, of worlds that were used', async () => {
    await using scene = await StorageScene.open();
    const empty = await scene.picture();
    for (const [i, what] of (
      ['createMachine', 'write', 'snapshot', 'write', 'clone', 'firstClass'] as const
    ).entries()) {
      await OPERATIONS[what]({ what, a: 0, b: i, c: i, scene, before: empty } as never);
    }
    const before = await scene.picture();
    const first = await bytesOf(scene.sim.simulation.dump());
    scene.sim.reset();
    await scene.sim.simulation.load(inPieces(first));
    expect((await bytesOf(scene.sim.simulation.dump())).equals(first)).toBe(true);
    const again = new StorageScene(scene.sim, await Endpoint.login(scene.sim));
    Object.assign(again, {
      datacenter: scene.datacenter,
      folder: scene.folder,
      pool: scene.pool,
      stores: scene.stores,
    });
    expect(before.disks.size).toBeGreaterThan(0);
    for (const [i, store] of scene.stores.entries()) {
      expect(await again.read(store, 'summary.freeSpace')).toBe(before.free[i]);
    }
    await again.client.close();
  });

  it('ends sessions when it is loaded; reset returns to where the simulator started', async () => {
    await using ep = await Endpoint.open(MANUAL);
    ep.sim.reset();
    const start = await bytesOf(ep.sim.simulation.dump());
    const again = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    await again.run(await again.at('DC0/vm/DC0_H0_VM0'), 'PowerOffVM_Task');
    const later = await bytesOf(ep.sim.simulation.dump());
    ep.sim.reset();
    await ep.sim.simulation.load(inPieces(later));
    await expect(again.at('DC0')).rejects.toMatchObject({ fault: { _typeName: 'NotAuthenticated' } });
    ep.sim.reset();
    expect((await bytesOf(ep.sim.simulation.dump())).equals(start)).toBe(true);
  });

  describe('that is not as it was sent', () => {
    async function refusal(change: (dump: Buffer) => Buffer, options: object = {}): Promise<string> {
      await using ep = await Endpoint.open({ ...MANUAL, ...options });
      await put(ep, 'a.txt', Buffer.from('some bytes'));
      const dump = await bytesOf(ep.sim.simulation.dump());
      await ep.run(
        await ep.at(options && 'esx' in options ? 'ha-datacenter/vm/ha-host_VM0' : 'DC0/vm/DC0_H0_VM0'),
        'PowerOffVM_Task',
      );
      const before = await bytesOf(ep.sim.simulation.dump());
      const { count } = ep.sim.simulation.spool;
      const error = await ep.sim.simulation.load(inPieces(change(dump))).then(
        () => undefined,
        (reason: Error & { code?: string }) => reason,
      );
      const after = await bytesOf(ep.sim.simulation.dump());
      if (!after.equals(before)) throw new Error(difference(before, after));
      expect(ep.sim.simulation.spool.count).toBe(count);
      expect(error?.code).toBe('ERR_DUMP');
      return error!.message;
    }

    it('is refused when any byte of it is another', async () => {
      const bytes = await whole();
      for (let i = 0; i < 40; i++) {
        const at = Math.floor((i * bytes.length) / 40);
        await refusal((dump) => {
          const damaged = Buffer.from(dump);
          damaged[at % dump.length]! ^= 1;
          return damaged;
        });
      }
    });

    it('is refused when it is cut off anywhere, or goes on behind its end', async () => {
      const { length } = await whole();
      for (const end of [0, 1, 511, 512, 5_000, length - 3_000, length - 1_024, length - 1]) {
        await refusal((dump) => dump.subarray(0, end));
      }
      await refusal((dump) => Buffer.concat([dump, Buffer.alloc(512)]));
      await refusal((dump) => Buffer.concat([dump, dump]));
    });

    it('is refused with what and where when it says what no simulator does', async () => {
      const said = async (from: string, to: string) => refusal((dump) => altered(dump, from, to));
      expect(await said('"version":1,', '"version":2,')).toContain('its format is 2');
      expect(await said('"flavour":"vcenter"', '"flavour":"esxxxxx"')).toContain('this is a vCenter');
      expect(await said('"type":"VirtualMachine","facets', '"type":"VirtualMachinE","facets')).toMatch(
        /objects\/00000001\.ndjson, line \d+: vm-\d+: no state of type 'VirtualMachinE' is known/,
      );
      expect(await said('"type":"VirtualMachine","facets', '"type":"PropertyFilter","facets')).toContain(
        'no state of type',
      );
      expect(await said('"id":"group-d1"', '"id":"group-v3"')).toContain('is there twice');
      expect(await said('"devices":[', '"devicez":[')).toMatch(/^(vm-\d+, \w+|the world): /);
      expect(await said('{"id":"group-d1"', '["id":"group-d1"')).toContain('line');
      expect(await said('"numbers":{', '"numberz":{')).toContain(':');
      expect(await said('"extent":"/sha256/', '"extent":"/sha255/')).toContain('is no digest');
    });

    it('is refused where it is of another kind of server', async () => {
      await using esx = await Endpoint.open({ esx: true });
      const dump = await bytesOf(esx.sim.simulation.dump());
      expect(await refusal(() => dump)).toBe('simsphere.json: it is of an ESXi host, and this is a vCenter');
    });

    async function whole(): Promise<Buffer> {
      await using ep = await Endpoint.open(MANUAL);
      await put(ep, 'a.txt', Buffer.from('some bytes'));
      return await bytesOf(ep.sim.simulation.dump());
    }
  });
});
