import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scenario } from '../../src/cli/scenario.ts';
import { parseScenario } from '../../src/scenario/scenario.ts';

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simsphere-scenario-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('simsphere scenario', () => {
  it('lists the scenarios there are, each with what it is for', async () => {
    expect(await scenario(['list'])).toBe(0);
    expect(printed).toMatch(/^host-crash +A cluster with HA\./m);
    printed = '';
    await scenario(['list', '--format', 'json']);
    const rows = JSON.parse(printed) as { name: string; description: string }[];
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['default', 'openstack', 'partial-outage']));
    expect(rows.every(({ description }) => description.length > 20)).toBe(true);
  });

  it('shows one as a file that can be begun from', async () => {
    expect(await scenario(['show', 'stuck-task'])).toBe(0);
    const { scenario: read } = await parseScenario('copy.yaml', printed);
    expect(read.faults).toHaveLength(1);
    printed = '';
    await scenario(['show', '--format=json', 'stuck-task']);
    expect(JSON.parse(printed)).toMatchObject({ name: 'stuck-task', faults: [{ id: 'stuck' }] });
  });

  it('says that a file is right, and of those that are not the place, with exit code 2', async () => {
    const right = file(
      'right.yaml',
      'world: { counts: { vm: 1 } }\ntimeline: [{ at: 0s, world: { verb: vcenter.restart } }]',
    );
    const wrong = file('wrong.yaml', 'world:\n  counts:\n    vms: 1');
    const bare = file('bare.yaml', 'world:\n  machines:\n    - { path: /DC0/vm/none, power: on }');
    expect(await scenario(['check', right])).toBe(0);
    expect(printed).toBe(`${right}: right\n`);
    printed = '';
    expect(await scenario(['check', right, wrong, bare])).toBe(2);
    expect(printed.split('\n').slice(1, 3)).toEqual([
      `${wrong}:3:5: world.counts.vms: unknown word; did you mean 'vm'?`,
      `${bare}:3:9: world.machines[0].path: nothing stands at '/DC0/vm/none'`,
    ]);
    printed = '';
    expect(await scenario(['check', wrong, '--format', 'json'])).toBe(2);
    expect(JSON.parse(printed)).toEqual([
      {
        file: wrong,
        line: 3,
        column: 5,
        path: ['world', 'counts', 'vms'],
        message: "unknown word; did you mean 'vm'?",
      },
    ]);
  });

  it('is right about every scenario that comes with it', async () => {
    await scenario(['list', '--format', 'json']);
    const names = (JSON.parse(printed) as { name: string }[]).map(({ name }) => name);
    printed = '';
    const quick = names.filter((name) => name !== 'ten-thousand-vms');
    expect(await scenario(['check', ...quick])).toBe(0);
    expect(printed).toBe(quick.map((name) => `${name}: right\n`).join(''));
  });

  it('says how it is called when it is not called right', async () => {
    expect(await scenario([])).toBe(0);
    expect(printed).toContain('simsphere scenario check FILE');
    await expect(scenario(['lst'])).rejects.toThrow("scenario does list, show or check, not 'lst'");
    await expect(scenario(['check'])).rejects.toThrow('scenario check needs a file');
    await expect(scenario(['show', 'stuck-tsk'])).rejects.toThrow("did you mean 'stuck-task'?");
    await expect(scenario(['list', '--fromat', 'json'])).rejects.toThrow('did you mean --format?');
  });
});
