import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { folderOf } from './folder.ts';

const files = {
  vmPathName: '[LocalDS_0]',
  logDirectory: '[LocalDS_1] logs',
  suspendDirectory: '[LocalDS_1] asleep/web',
  snapshotDirectory: '[LocalDS_1] kept',
};

async function scene(): Promise<{
  ep: Endpoint;
  create: (f?: Answer) => Promise<Ref>;
  refused: (f: Answer) => Answer;
}> {
  const ep = await Endpoint.open({ inventory: { host: 1, standaloneHost: 0, vm: 0, ds: 2 } });
  const pool = await ep.at('DC0/host/DC0_C0/Resources');
  const folder = await ep.at('DC0/vm');
  const asked = (f: Answer) => ({ config: { name: 'web', memoryMB: 64, files: { ...files, ...f } }, pool });
  return {
    ep,
    create: (f = {}) => ep.run(folder, 'CreateVM_Task', asked(f)),
    refused: (f) => ep.fault(folder, 'CreateVM_Task', asked(f)),
  };
}

const placed = async (ep: Endpoint, vm: Ref, type: RegExp) =>
  (await ep.read(vm, 'layoutEx.file')).filter((f: Answer) => type.test(f.type)).map((f: Answer) => f.name);

/** What somebody finds who looks into the datastore. */
async function listed(ep: Endpoint, directory: string): Promise<string[]> {
  const browser = await ep.read(await ep.at('DC0/datastore/LocalDS_1'), 'browser');
  const found = await ep.run(browser, 'SearchDatastore_Task', { datastorePath: `[LocalDS_1] ${directory}` });
  return (found.file ?? []).map((f: Answer) => f.path);
}

describe('directories that a new machine is given for its files', () => {
  it('are told, and hold its logs, its suspended state and its snapshots', async () => {
    const { ep, create } = await scene();
    await using _ = ep;
    const vm = await create();
    expect(await ep.read(vm, 'config.files')).toMatchObject({
      vmPathName: '[LocalDS_0] web/web.vmx',
      logDirectory: '[LocalDS_1] logs/',
      suspendDirectory: '[LocalDS_1] asleep/web/',
      snapshotDirectory: '[LocalDS_1] kept/',
    });
    expect(await ep.names(await ep.read(vm, 'datastore'))).toEqual(['LocalDS_0', 'LocalDS_1']);
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await placed(ep, vm, /^log$/)).toEqual(['[LocalDS_1] logs/vmware.log']);
    expect(await listed(ep, 'logs')).toEqual(['vmware.log']);
    await ep.run(vm, 'CreateSnapshot_Task', { name: 'one', memory: true, quiesce: false });
    expect(await placed(ep, vm, /^snapshot(Data|Memory)$/)).toEqual([
      '[LocalDS_1] kept/web-Snapshot1.vmsn',
      '[LocalDS_1] kept/web-Snapshot1.vmem',
    ]);
    expect((await listed(ep, 'kept')).sort()).toEqual(['web-Snapshot1.vmem', 'web-Snapshot1.vmsn']);
    const [kept] = (await ep.read(vm, 'layoutEx')).snapshot;
    expect([kept.dataKey, kept.memoryKey]).not.toContain(-1);
    await ep.run(vm, 'SuspendVM_Task');
    for (const name of await placed(ep, vm, /^suspend/)) expect(name).toMatch(/^\[LocalDS_1\] asleep\/web\/web-/);
    expect(await listed(ep, 'asleep/web')).toHaveLength(2);
  });

  it('take the room of their files on the datastore they are on', async () => {
    const { ep, create } = await scene();
    await using _ = ep;
    const free = async () => (await ep.read(await ep.at('DC0/datastore/LocalDS_1'), 'summary')).freeSpace;
    const before = await free();
    const vm = await create();
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(vm, 'CreateSnapshot_Task', { name: 'one', memory: true, quiesce: false });
    const sizes = async () =>
      (await ep.read(vm, 'layoutEx.file'))
        .filter((f: Answer) => f.name.startsWith('[LocalDS_1]'))
        .reduce((sum: number, f: Answer) => sum + f.size, 0);
    expect(before - (await free())).toBe(await sizes());
    await ep.run(vm, 'SuspendVM_Task');
    expect(before - (await free())).toBe(await sizes());
    await ep.run(vm, 'Destroy_Task');
    expect(await free()).toBe(before);
  });

  it('stand in the .vmx, and come back with it', async () => {
    const { ep, create } = await scene();
    await using _ = ep;
    const vm = await create();
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(vm, 'PowerOffVM_Task');
    const log = (await folderOf(ep, 'LocalDS_1').get('logs/vmware.log')).toString();
    expect(log).toContain('DICT');
    const text = (await folderOf(ep).get('web/web.vmx')).toString();
    expect(text).toMatch(/^log\.fileName = "\/vmfs\/volumes\/[^"]+\/logs\/vmware\.log"$/m);
    expect(text).toMatch(/^workingDir = "\/vmfs\/volumes\/[^"]+\/kept"$/m);
    expect(text).toMatch(/^suspend\.directory = "\/vmfs\/volumes\/[^"]+\/asleep\/web"$/m);
    const told = await ep.read(vm, 'config.files');
    await ep.call(vm, 'UnregisterVM');
    const again = await ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', {
      path: '[LocalDS_0] web/web.vmx',
      asTemplate: false,
      pool: await ep.at('DC0/host/DC0_C0/Resources'),
    });
    expect(await ep.read(again, 'config.files')).toEqual(told);
    expect(await ep.read(again, 'config.extraConfig')).not.toContainEqual(
      expect.objectContaining({ key: 'log.fileName' }),
    );
  });

  it.each([
    ['on a datastore that is not there', { logDirectory: '[nowhere] logs' }, '[nowhere] logs'],
    ['outside of their datastore', { snapshotDirectory: '[LocalDS_1] ../up' }, '[LocalDS_1] ../up'],
    ['that are no path', { suspendDirectory: 'asleep' }, 'asleep'],
  ])('are refused %s, and no machine is made', async (_, wrong, datastorePath) => {
    const { ep, refused } = await scene();
    await using _ep = ep;
    expect(await refused(wrong)).toMatchObject({ _typeName: 'InvalidDatastorePath', datastorePath });
    expect(await ep.exists('DC0/vm/web')).toBe(false);
  });
});
