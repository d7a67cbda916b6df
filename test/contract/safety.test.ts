/** What the contract leaves on a target that is not ours: nothing, whatever happens to it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, connect, type Ref } from '../../src/client/index.ts';
import { type ContractTarget, cases, cleanContract, runContract } from '../../src/contract/index.ts';
import { MAIN, READER, ROOT, type Served, serve } from './server.ts';

/** What somebody else has made, under the very names that the contract uses. */
async function makeForeign(client: Client): Promise<void> {
  const vmFolder = (await client.findByInventoryPath('DC0/vm')) as Ref<'Folder'>;
  const cluster = (await client.findByInventoryPath('DC0/host/DC0_C0')) as Ref<'ClusterComputeResource'>;
  const pool = (await client.get(cluster, 'resourcePool'))!;
  const folder = await client.call(vmFolder, 'CreateFolder', { name: 'simsphere-contract' });
  for (const [place, name] of [
    [folder, 'life'],
    [folder, 'web'],
    [vmFolder, 'simsphere-contract-life'],
  ] as const) {
    const files = { vmPathName: '[LocalDS_0]' };
    const config = { name, guestId: 'otherGuest64', numCPUs: 1, memoryMB: 32, files };
    await client.run(place, 'CreateVM_Task', { config, pool });
  }
  const allocation = {
    reservation: 0,
    expandableReservation: true,
    limit: -1,
    shares: { level: 'normal', shares: 4000 },
  };
  const spec = { cpuAllocation: allocation, memoryAllocation: allocation } as const;
  await client.call(pool, 'CreateResourcePool', { name: 'simsphere-contract-pool', spec: spec as never });
  await client.call(client.content.authorizationManager!, 'AddAuthorizationRole', { name: 'simsphere-contract-role' });
  const [datacenter, directory] = ['DC0', '[LocalDS_0] simsphere-contract'];
  await client.call(client.content.fileManager!, 'MakeDirectory', {
    name: directory,
    datacenter: (await client.findByInventoryPath(datacenter)) as Ref<'Datacenter'>,
  });
  await client.upload(`${directory}/some file.bin`, Buffer.from('somebody else'), { datacenter });
}

/** All that stands in the inventory and on the datastores, as text. */
async function wholeOf(client: Client): Promise<string> {
  const lines: string[] = [];
  const read = {
    VirtualMachine: [
      'name',
      'parent',
      'config',
      'resourcePool',
      'datastore',
      'network',
      'snapshot',
      'layoutEx.file',
      'permission',
      'runtime.powerState',
    ],
    Folder: ['name', 'parent', 'childEntity', 'permission'],
    ResourcePool: ['name', 'parent', 'config', 'vm', 'resourcePool', 'permission'],
    Datastore: ['name', 'parent', 'vm', 'host', 'summary'],
    HostSystem: ['name', 'parent', 'vm', 'datastore', 'network', 'config.network'],
    ClusterComputeResource: ['name', 'parent', 'configurationEx', 'host'],
    Network: ['name', 'parent', 'vm', 'host'],
  } as const;
  for (const [type, properties] of Object.entries(read)) {
    for await (const { ref, properties: values } of client.retrieve({ type, properties: [...properties] })) {
      lines.push(JSON.stringify([ref, values]));
    }
  }
  const { authorizationManager } = client.content;
  lines.push(JSON.stringify(await client.get(authorizationManager!, 'roleList')));
  for (const store of ['LocalDS_0', 'LocalDS_1']) {
    const ref = (await client.findByInventoryPath(`DC0/datastore/${store}`)) as Ref<'Datastore'>;
    const browser = await client.get(ref, 'browser');
    const details = { fileType: false, fileSize: true, modification: true, fileOwner: false };
    const searchSpec = { matchPattern: ['*'], details };
    const found = await client.run(browser, 'SearchDatastoreSubFolders_Task', {
      datastorePath: `[${store}]`,
      searchSpec,
    });
    lines.push(JSON.stringify(found?.map(({ folderPath, file }) => [folderPath, file])));
  }
  return lines.sort().join('\n');
}

describe('a target that is not ours', () => {
  let served: Served;
  let client: Client;
  let target: ContractTarget;

  beforeAll(async () => {
    // Time stands still: what changes is changed by somebody.
    served = await serve(['--clock', 'manual', '--ds', '2', '--scenario', 'test/contract/reader.yaml']);
    target = served.target;
    client = await connect(target);
    await makeForeign(client);
  });

  afterAll(async () => {
    await client.close();
    await served.stop();
  });

  it('is as it was after the whole contract, down to things of the same names', async () => {
    const before = await wholeOf(client);
    const areas = [
      'inventory',
      'machines',
      'snapshots',
      'clones',
      'files',
      'disks',
      'placement',
      'permissions',
      'driver',
    ];
    const chosen = cases.filter(({ area }) => areas.includes(area ?? ''));
    const report = await runContract(target, { allowChanges: true, cases: chosen });
    expect(
      report.results.filter(({ outcome }) => outcome === 'failed').map(({ name, reason }) => [name, reason]),
    ).toEqual([]);
    expect(await wholeOf(client)).toBe(before);
  });

  it('is only looked at unless changes are allowed, and each case left out says why', async () => {
    const before = await wholeOf(client);
    const lines = readFileSync(served.journal, 'utf8').split('\n').length;
    const { failed, inapplicable, passed, results } = await runContract(target, {});
    expect([failed, passed > 40, inapplicable > 100]).toEqual([0, true, true]);
    const reasons = new Set(results.filter(({ outcome }) => outcome === 'inapplicable').map(({ reason }) => reason));
    expect([...reasons]).toEqual(['it makes things, and that was not allowed (--allow-changes)']);
    const calls = readFileSync(served.journal, 'utf8')
      .split('\n')
      .slice(lines - 1)
      .filter(Boolean);
    const methods = new Set(calls.map((line) => (JSON.parse(line) as { method?: string }).method ?? ''));
    expect([...methods]).toContain('RetrievePropertiesEx');
    expect(
      [...methods].filter((method) =>
        /_Task$|^(Create(?!.*(View|Collector|Filter))|Upload|PUT|Make|Add|Set|Update(?!s))/.test(method),
      ),
    ).toEqual([]);
    expect(await wholeOf(client)).toBe(before);
  });

  it('is looked at by a user who may do no more, as far as that goes', async () => {
    const { results } = await runContract({ ...target, ...READER });
    const said = results.map(({ name, outcome, reason }) => [outcome, name, reason]);
    expect(said.filter(([outcome]) => outcome === 'failed')).toEqual([]);
    expect(said.filter(([outcome]) => outcome === 'passed').length).toBeGreaterThan(40);
    expect(said).toContainEqual(['inapplicable', expect.any(String), 'the user lacks Sessions.TerminateSession']);
  });

  it('is cleaned from the ledger after a crash in the middle, twice without harm', async () => {
    const before = await wholeOf(client);
    const ledger = join(served.folder, 'ledger');
    await crash(served, ledger);
    const [left] = await cleanContract(target, ledger);
    expect(left?.left.map(({ what }) => what)).toContain('folder');
    expect(await wholeOf(client)).toBe(before);
    expect(existsSync(ledger)).toBe(false);
    expect(await cleanContract(target, ledger)).toEqual([]);
  });

  it('of which a ledger does not tell is left alone', async () => {
    const ledger = join(served.folder, 'ledger');
    await crash(served, ledger);
    const other = await serve(['--seed', 'another']);
    try {
      await expect(cleanContract(other.target, ledger)).rejects.toThrow('tells of no run on this vCenter');
    } finally {
      await other.stop();
    }
    await cleanContract(target, ledger);
  });
});

describe('a target that gives up', () => {
  it('ends the run where a task never ends, and the ledger tells what is left', async () => {
    const served = await serve(['--scenario', 'stuck-task']);
    const ledger = join(served.folder, 'ledger');
    const chosen = cases.filter(({ name }) => /^a VM (is created, started|is found by its uuids)/.test(name));
    const options = { allowChanges: true, cases: chosen, caseTimeout: 1_000, ledger };
    const { results } = await runContract(served.target, options);
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['failed', 'it took longer than 1 s'],
      ['failed', expect.stringMatching(/.+; what is left is removed by `simsphere contract --clean`$/)],
    ]);
    expect(existsSync(ledger)).toBe(true);
    await served.stop();
  });

  it('ends the run where nobody answers any more', async () => {
    const served = await serve([]);
    const chosen = cases.filter(({ area }) => area === 'snapshots');
    const { failed, results } = await runContract(served.target, {
      allowChanges: true,
      cases: chosen,
      onResult: () => void served.stop(),
    });
    expect(results.length).toBeLessThan(chosen.length);
    expect(failed).toBe(results.length - 1);
    expect(results.at(-2)?.reason).toMatch(/no answer from 127\.0\.0\.1/);
  });
});

/** Runs the command until it has machines, pools and files, and ends it as the power does. */
async function crash({ target: { url, username, password }, folder }: Served, ledger: string): Promise<void> {
  const flags = [
    '--url',
    url,
    '--user',
    username,
    '--password',
    password,
    '--insecure',
    '--allow-changes',
    '--ledger',
    ledger,
  ];
  const words = [MAIN, 'contract', ...flags, '--only', 'files: |driver: |placement: '];
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let told = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    told += chunk;
    if (/placement: a pool stands/.test(told)) break;
  }
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(ledger), `${folder}: ${told}`).toBe(true);
}
