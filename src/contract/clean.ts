/** Removing what runs left that never came to their end. */
import { connect } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { ContractTarget } from './contract-case.ts';
import { findGround } from './ground.ts';
import { Ledger, type OpenRun, openRuns } from './ledger.ts';
import { sweep } from './sweep.ts';

/** Removes all that the ledger's unfinished runs made on this vCenter, and tells which runs those were. */
export async function cleanContract(target: ContractTarget, ledgerFile: string): Promise<readonly OpenRun[]> {
  const runs = openRuns(ledgerFile);
  if (runs.length === 0) return [];
  const client = await connect(target);
  try {
    const vcenter = client.about.instanceUuid ?? '';
    const own = runs.filter((run) => run.vcenter === vcenter);
    if (own.length === 0) {
      throw new SimError('ERR_USAGE', `${ledgerFile} tells of no run on this vCenter`, {
        hint: `it tells of ${[...new Set(runs.map(({ url }) => url))].join(', ')}`,
      });
    }
    const ledger = new Ledger(ledgerFile);
    for (const { run, cluster, left } of own) {
      const directories = left.filter(({ what }) => what === 'directory').map(({ name }) => name);
      await sweep(client, await findGround(client, cluster), run, directories);
      ledger.close(run);
    }
    return own;
  } finally {
    await client.close();
  }
}
