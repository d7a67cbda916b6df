/** What test runs prove of methods, as docs/coverage.md tells it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type MethodRecords, recordMethods } from '../../src/cli/record-methods.ts';
import type { EffectInput, RuleInput, StartOptions } from '../../src/index.ts';
import { Endpoint } from '../objects/endpoint.ts';

/** What is kept of PowerOffVM_Task, called twice: on a machine that runs, and on the same that does no more. */
function proven(rule?: RuleInput): Promise<unknown> {
  return recorded(async (ep) => {
    if (rule) ep.sim.faults.add(rule);
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    for (const _ of ['on', 'off']) await ep.run(vm, 'PowerOffVM_Task').catch(() => {});
  });
}

/** What is kept of PowerOffVM_Task after some work with a simulator. */
async function recorded(work: (ep: Endpoint) => Promise<void>, options?: StartOptions): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'simsphere-record-'));
  const stop = recordMethods(folder);
  // What a collection left to be tidied up is, before anything is to be heard.
  await setImmediate();
  {
    await using ep = await Endpoint.open(options);
    await work(ep);
  }
  stop();
  const records = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as MethodRecords,
  );
  rmSync(folder, { recursive: true });
  return records.map((record) => record['VirtualMachine.PowerOffVM_Task']).find((found) => found);
}

it('a task that ended as the method has it proves what it did', async () => {
  expect(await proven()).toEqual({ answered: 2, changed: 1, unbuilt: 0, refusals: { InvalidPowerState: 1 } });
});

const EFFECTS: readonly EffectInput[] = [
  { task: { fail: { fault: 'FileLocked', properties: { file: '[a] b' } } } },
  { task: { slow: '1ms' } },
];

it.each(EFFECTS.map((effect) => ({ effect })))('a task that met $effect.task proves nothing', async ({ effect }) => {
  const rule = { match: { method: 'PowerOffVM_Task' }, effect };
  expect(await proven(rule)).toEqual({ answered: 0, changed: 0, unbuilt: 0, refusals: {} });
});

it('who came while another was at work proves nothing: it is chance that they met', async () => {
  const two = async (ep: Endpoint) => {
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.call(vm, 'PowerOffVM_Task');
    expect(await ep.fault(vm, 'PowerOffVM_Task')).toMatchObject({ _typeName: 'TaskInProgress' });
    await ep.sim.clock.advance(3_600_000);
  };
  const kept = { answered: 1, changed: 1, unbuilt: 0, refusals: {} };
  expect(await recorded(two, { clock: { kind: 'manual' }, latency: 'realistic' })).toEqual(kept);
});

it('who records again hears of simulators though the collector came between', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simsphere-record-'));
  recordMethods(folder)();
  rmSync(folder, { recursive: true });
  setFlagsFromString('--expose-gc');
  await setImmediate();
  runInNewContext('gc')();
  const later = async (ep: Endpoint) => {
    await ep.run(await ep.at('DC0/vm/DC0_H0_VM0'), 'PowerOffVM_Task');
  };
  expect(await recorded(later)).toMatchObject({ answered: 1, changed: 1 });
});
