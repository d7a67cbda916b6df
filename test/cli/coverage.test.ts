/** The way from a call to the page: what is recorded of a simulator, and what the page makes of it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { coverage } from '../../src/cli/coverage.ts';
import { type MethodRecords, recordMethods } from '../../src/cli/record-methods.ts';
import type { StartOptions } from '../../src/index.ts';
import { Endpoint } from '../objects/endpoint.ts';

const ROOT = resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simsphere-journals-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function recorded(use: (ep: Endpoint) => Promise<unknown>, options: StartOptions = {}): Promise<MethodRecords> {
  const end = recordMethods(folder);
  {
    await using ep = await Endpoint.open(options);
    await use(ep);
  }
  end();
  const [file] = readdirSync(folder);
  return JSON.parse(readFileSync(join(folder, file!), 'utf8'));
}

describe('what is recorded of a method', () => {
  it('is whether it changed the world and how it refused, its task included, under the type that declares it', async () => {
    const records = await recorded(async (ep) => {
      const vm = await ep.at('DC0/vm/DC0_H0_VM0');
      await ep.run(vm, 'PowerOffVM_Task');
      await ep.fault(vm, 'PowerOffVM_Task');
      await ep.run(vm, 'Rename_Task', { newName: 'web' });
      await ep.fault(await ep.at('DC0/host/DC0_H0/DC0_H0'), 'QueryTpmAttestationReport');
    });
    expect(records['VirtualMachine.PowerOffVM_Task']).toEqual({
      answered: 2,
      changed: 1,
      unbuilt: 0,
      refusals: { InvalidPowerState: 1 },
    });
    expect(records['ManagedEntity.Rename_Task']).toMatchObject({ changed: 1 });
    expect(records['HostSystem.QueryTpmAttestationReport']).toMatchObject({ answered: 0, unbuilt: 1, refusals: {} });
    expect(records['SearchIndex.FindByInventoryPath']).toMatchObject({ answered: 2, changed: 0 });
  });

  it('is nothing where a fault rule answered, and no refusal where any method would have refused', async () => {
    const faults = [{ match: { method: 'PowerOffVM_Task' }, effect: { soap: { fault: 'InvalidState' } } }];
    const records = await recorded(
      async (ep) => {
        await ep.fault(await ep.at('DC0/vm/DC0_H0_VM0'), 'PowerOffVM_Task');
        await ep.fault({ type: 'VirtualMachine', value: 'vm-404' }, 'ResetVM_Task');
        await ep.fault(ep.manager('viewManager'), 'CreateListView', { obj: [{ type: 'Folder', value: 'none' }] });
      },
      { faults },
    );
    expect(records['VirtualMachine.PowerOffVM_Task']).toBeUndefined();
    expect(records['VirtualMachine.ResetVM_Task']).toMatchObject({ answered: 0, changed: 0, refusals: {} });
    expect(records['ViewManager.CreateListView']).toMatchObject({ answered: 0, refusals: {} });
  });
});

describe('the page', () => {
  const make = (...flags: string[]) =>
    spawnSync(process.execPath, ['scripts/coverage-page.mjs', '--from', folder, ...flags], {
      cwd: ROOT,
      encoding: 'utf8',
    });

  it('is stale when a proof is missing, and names the method', () => {
    writeFileSync(join(folder, 'one.json'), '{}');
    const run = make('--check');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('+ VirtualMachine | PowerOnVM_Task | built, not driven |');
    expect(run.stderr).toContain('npm run coverage');
  });

  it('is not made of nothing, nor with a flag that nobody knows', () => {
    expect(make('--check')).toMatchObject({ status: 1, stderr: expect.stringContaining('no journals in') });
    expect(make('--chekc').status).toBe(2);
  });
});

describe('the command', () => {
  function said(...words: string[]): string {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      expect(coverage(words)).toBe(0);
      return String(write.mock.calls[0]?.[0]);
    } finally {
      write.mockRestore();
    }
  }

  it('tells what is built, and what the page says tests have seen of it', () => {
    expect(said()).toMatch(/^VirtualMachine \d+\/\d+: .*PowerOnVM_Task/m);
    expect(said()).toMatch(/\d+ of \d+ methods are built; tests have proven \d+ of them/);
    const rows = JSON.parse(said('--json')) as { type: string; method: string; built: boolean; proof?: string }[];
    const of = (name: string) => rows.find(({ type, method }) => `${type}.${method}` === name);
    expect(of('VirtualMachine.PowerOnVM_Task')).toMatchObject({ built: true, proof: expect.stringMatching(/^change/) });
    const [, built, all] = /(\d+) of (\d+) methods are built/.exec(said())!;
    const unbuilt = rows.filter((row) => !row.built);
    expect([rows.length, unbuilt.length]).toEqual([Number(all), Number(all) - Number(built)]);
    expect(unbuilt.filter(({ proof }) => proof !== undefined)).toEqual([]);
  });

  it('takes no flag that it does not know', () => {
    expect(() => coverage(['--jsno'])).toThrow('did you mean --json');
  });
});
