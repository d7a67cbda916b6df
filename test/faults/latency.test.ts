/** How long simulated work takes, by profile. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startOptions } from '../../src/cli/start-options.ts';
import type { StartOptions } from '../../src/index.ts';
import { startSimulator } from '../../src/server/start.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { Wire } from '../server/wire.ts';

const MANUAL = { clock: { kind: 'manual' } } as const;

/** Milliseconds that a task takes on a simulator of its own. */
async function taken(
  latency: StartOptions['latency'],
  method = 'PowerOffVM_Task',
  seed = 'a',
  inner = '',
): Promise<number> {
  await using ep = await Endpoint.open({ ...MANUAL, seed, ...(latency !== undefined && { latency }) });
  const wire = await new Wire(ep.sim).login();
  const before = ep.sim.clock.now();
  const reply = await wire.soap(method, 'VirtualMachine', await wire.find('DC0/vm/DC0_H0_VM0'), inner);
  const task = />(task-\d+)<\/returnval>/.exec(reply.text)![1]!;
  await ep.sim.clock.runToIdle();
  expect(wire.task(task).state).toBe('success');
  return Math.round(ep.sim.clock.now() - before);
}

describe('a latency profile', () => {
  it('is instant when nothing is said', async () => {
    expect(await taken(undefined)).toBe(0);
    expect(await taken('instant')).toBe(0);
  });

  it('is realistic, with a jitter that follows from the seed', async () => {
    const [a, again, b] = [
      await taken('realistic'),
      await taken('realistic'),
      await taken('realistic', undefined, 'b'),
    ];
    expect(a).toBe(again);
    expect(a).not.toBe(b);
    for (const time of [a, b]) expect([time >= 1_200, time <= 1_800]).toEqual([true, true]);
  });

  it('may be one’s own: by work, by glob, and for the rest', async () => {
    const latency = {
      extends: 'instant',
      default: '3s',
      work: { 'VirtualMachine.powerOff': '7s', 'VirtualMachine.*': { takes: '1m', jitter: 0 } },
    } as const;
    expect(await taken(latency)).toBe(7_000);
    expect(await taken(latency, 'ResetVM_Task')).toBe(60_000);
    const rename = { extends: 'instant', default: '3s' } as const;
    expect(await taken(rename, 'Rename_Task', 'a', '<newName>x</newName>')).toBe(3_000);
  });

  it('counts the data that is moved', async () => {
    const work = { 'VirtualDiskManager.createVirtualDisk': { takes: '1s', perGib: '10s' } };
    await using ep = await Endpoint.open({ ...MANUAL, latency: { extends: 'instant', work } });
    const before = ep.sim.clock.now();
    const task = await ep.call(ep.manager('virtualDiskManager'), 'CreateVirtualDisk_Task', {
      name: '[LocalDS_0] two.vmdk',
      datacenter: await ep.at('DC0'),
      spec: {
        _typeName: 'FileBackedVirtualDiskSpec',
        diskType: 'eagerZeroedThick',
        adapterType: 'lsiLogic',
        capacityKb: 2 * 2 ** 20,
      },
    });
    await ep.sim.clock.runToIdle();
    expect(await ep.read(task, 'info.state')).toBe('success');
    expect(Math.round(ep.sim.clock.now() - before)).toBe(21_000);
  });

  it.each([
    [{ extnds: 'instant' }, /^latency.extnds: unknown word; did you mean 'extends'\?/],
    [{ extends: 'instnt' }, /did you mean 'instant'\?/],
    [{ default: 'soon' }, /^latency.default: expected a duration/],
    [{ jitter: 2 }, /^latency.jitter: expected a number from 0 to 1/],
    [{ work: { 'VirtualMachine.powerOf': '1s' } }, /no work is called .*did you mean 'VirtualMachine.powerO\w+'\?/],
    [{ work: { 'VirtualMachine.powerOff': { tkes: '1s' } } }, /tkes: unknown word; did you mean 'takes'\?/],
  ])('that is wrong is refused: %j', async (latency, message) => {
    await expect(startSimulator({ latency: latency as never })).rejects.toMatchObject({
      code: 'ERR_USAGE',
      message: expect.stringMatching(message),
    });
  });

  it('is named on the command line, or its file is', () => {
    expect(startOptions({ latency: 'realistic' }, 0)).toMatchObject({ latency: 'realistic' });
    expect(startOptions({ latency: 'slow.yaml' }, 0)).toMatchObject({ latencyFile: 'slow.yaml' });
  });

  it('may stand in a file, whose mistakes are told by line and column', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simsphere-latency-'));
    try {
      const file = join(folder, 'slow.yaml');
      writeFileSync(file, 'extends: instant\nwork:\n  VirtualMachine.powerOff: 9s\n');
      await using sim = await startSimulator({ ...MANUAL, latencyFile: file });
      expect(sim.simulation.site.latency.duration('VirtualMachine.powerOff')).toBe(9_000);
      writeFileSync(file, 'extends: instant\nwork:\n  VirtualMachine.pwrOff: 9s\n');
      await expect(startSimulator({ latencyFile: file })).rejects.toThrow(
        /slow.yaml:3:3: work.VirtualMachine.pwrOff: no work/,
      );
      await expect(startSimulator({ latencyFile: join(folder, 'none.yaml') })).rejects.toMatchObject({
        code: 'ERR_USAGE',
        hint: expect.stringContaining('--latency'),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
