/** The contract holds for simsphere as another process, known by its URL and credentials only. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseResult, type ContractReport, cases, diffRecordings, runContract } from '../../src/contract/index.ts';
import { type Served, serve } from './server.ts';

describe('simsphere, known by its URL and credentials only', () => {
  let served: Served;
  let report: ContractReport;

  beforeAll(async () => {
    served = await serve(['--no-control', '--ds', '2', '--vm', '0', '--scenario', 'test/contract/reader.yaml']);
    report = await runContract(served.target, { allowChanges: true, record: true });
  });

  afterAll(async () => {
    // An exception that nobody foresaw is a SystemError for its caller and a stack in the log.
    expect(await served.stop()).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  });

  for (const { area, name } of cases) {
    it(`${area}: ${name}`, () => {
      const result = report.results.find((one) => one.name === name);
      if (result?.outcome === 'failed') throw result.error;
      expect(result?.outcome, result?.reason).toBe('passed');
    });
  }

  it('each sentence is said once', () => {
    expect(cases.map(({ name }) => name)).toEqual([...new Set(cases.map(({ name }) => name))]);
  });

  it('was asked by calls of the API and its doors for files alone, none of them of the control API', () => {
    const calls = readFileSync(served.journal, 'utf8').split('\n').filter(Boolean);
    expect(calls.length).toBeGreaterThan(1_000);
    expect(calls.filter((line) => line.includes('_simsphere'))).toEqual([]);
  });

  it('tells the same when it is asked again, whatever ids, times and names it gives', async () => {
    const only = /^(inventory|properties|machines|devices|snapshots|permissions|sessions): /;
    const again = await runContract(served.target, { allowChanges: true, record: true, only });
    const first = report.recording!.cases.filter((one) => again.recording!.cases.some(({ name }) => name === one.name));
    expect(diffRecordings({ ...report.recording!, cases: first }, again.recording!)).toEqual([]);
  });
});

describe('simsphere on the real clock, working as long as a small vCenter does', () => {
  /** Sessions at once: what takes time here is waiting. */
  const AT_ONCE = 40;
  let served: Served;
  const results = new Map<string, CaseResult>();

  /** Each case in a run of its own, beside others. */
  beforeAll(async () => {
    const flags = ['--latency', 'realistic', '--ds', '2', '--vm', '0', '--scenario', 'test/contract/reader.yaml'];
    // Who meets whom is chance here, and proves nothing for docs/coverage.md.
    served = await serve(flags, { SIMSPHERE_COVERAGE_DIR: '' });
    const left = cases.values();
    const one = async () => {
      for (const next of left) {
        const report = await runContract(served.target, { allowChanges: true, cases: [next] });
        for (const result of report.results) results.set(result.name, result);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  });

  afterAll(async () => {
    expect(await served.stop()).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  });

  for (const { area, name } of cases) {
    it(`${area}: ${name}`, () => {
      const result = results.get(name);
      if (result?.outcome === 'failed') throw result.error;
      expect(result?.outcome, result?.reason).toBe('passed');
    });
  }

  it('leaves nothing behind', () => {
    expect([...results.keys()].sort()).toEqual(cases.map(({ name }) => name).sort());
  });
});
