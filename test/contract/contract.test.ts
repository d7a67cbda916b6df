/** The contract holds for simsphere as another process, known by its URL and credentials only. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContractReport, cases, diffRecordings, runContract } from '../../src/contract/index.ts';
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
  it('keeps the contract where work takes time', async () => {
    const served = await serve(['--latency', 'realistic', '--ds', '2', '--scenario', 'test/contract/reader.yaml']);
    try {
      const names = [
        'a VM is created, started, stopped and destroyed',
        'what one session changes reaches another that watches',
        'work on one object by two callers at once leaves it whole: one of them may be refused with TaskInProgress',
        'a task tells what it did, to what, who asked and when',
        'a revert to a snapshot without memory leaves the VM off',
        'a clone has a disk of its own, as large as that of its source',
        'a running VM moves to another host and goes on running',
        'a spawn asked for twice makes one instance',
      ];
      const only = cases.filter(({ name }) => names.includes(name));
      // Each in a run of its own, all at once: what takes time here is waiting.
      const reports = await Promise.all(
        only.map((one) => runContract(served.target, { allowChanges: true, cases: [one] })),
      );
      const results = reports.flatMap((report) => report.results);
      expect(results.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual(
        only.map(({ name }) => [name, 'passed', undefined]),
      );
      expect(only).toHaveLength(names.length);
    } finally {
      await served.stop();
    }
  });
});
