/** The contract holds for simsphere as another process. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContractReport, cases, runContract } from '../../src/contract/index.ts';
import { type Served, serve } from './server.ts';

describe('simsphere, known by its URL and credentials only', () => {
  let served: Served;
  let report: ContractReport;

  beforeAll(async () => {
    served = await serve(['--scenario', 'test/contract/reader.yaml']);
    const { url, ca, username, password } = served;
    const readOnlyUser = { username: 'reader@vsphere.local', password: 'reading' };
    report = await runContract({ url, ca, username, password, readOnlyUser });
  });

  afterAll(async () => {
    // An exception that nobody foresaw is a SystemError for its caller and a stack in the log.
    expect(await served.stop()).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  });

  for (const { name } of cases) {
    it(name, () => {
      const result = report.results.find((one) => one.name === name);
      if (result?.outcome === 'failed') throw result.error;
      expect(result?.outcome, result?.reason).toBe('passed');
    });
  }
});
