/** The examples of docs/scenarios.md, each as a reader would try it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { importInventory } from '../../src/cli/import.ts';
import { options } from '../../src/cli/option-table.ts';
import { scenario } from '../../src/cli/scenario.ts';
import { builtInScenarios } from '../../src/scenario/scenario.ts';
import { Endpoint } from '../objects/endpoint.ts';

const TEXT = readFileSync(new URL('../../docs/scenarios.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  Array.from(TEXT.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm))
    .filter(([, of]) => of === language)
    .map(([, , text]) => text!);
const commands = blocks('sh').flatMap((text) => text.trim().split('\n'));

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simsphere-docs-'));
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

describe('docs/scenarios.md', () => {
  it.each(blocks('yaml').map((text) => [/^\w+:\n? *\S*/m.exec(text)![0].replace(/\s+/g, ' '), text]))(
    'shows a scenario that is right: %s',
    async (_title, text) => {
      const file = join(folder, 'self.yaml');
      writeFileSync(file, text);
      expect(await scenario(['check', file]), printed).toBe(0);
    },
  );

  it('has the examples it is about, and a row for every scenario that comes with simsphere', () => {
    expect(blocks('yaml').length).toBeGreaterThanOrEqual(6);
    for (const name of builtInScenarios()) expect(TEXT).toContain(`\`${name}\``);
  });

  it('tells what is wrong in the words that are printed', async () => {
    const file = join(folder, 'mine.yaml');
    writeFileSync(file, 'world:\n  counts:\n    vms: 1\n');
    expect(await scenario(['check', file])).toBe(2);
    expect(printed.replace(`${folder}/`, '')).toBe(blocks('text')[0]);
  });

  it.each(commands)('shows a command that there is: %s', async (command) => {
    const [node, main, name, ...words] = command.split(' ');
    expect([node, main]).toEqual(['node', 'dist/cli/main.js']);
    const mine = join(folder, 'mine.yaml');
    writeFileSync(mine, 'world: { counts: { vm: 1 } }\n');
    const given = words.map((word) => (word === './mine.yaml' ? mine : word));
    if (name === 'serve') return void expect(parseArguments(given, options).values['scenario']).toBe(mine);
    if (name === 'scenario') return expect(await scenario(given)).toBe(0);
    expect(name).toBe('import');
    await using ep = await Endpoint.open();
    const { user, password } = ep.sim.credentials;
    writeFileSync(join(folder, 'ca.pem'), '');
    const at: Record<string, string> = {
      'https://vc.example.com/sdk': ep.sim.url,
      'reader@vsphere.local': user,
      'ca.pem': join(folder, 'ca.pem'),
      'inventory.yaml': join(folder, 'inventory.yaml'),
      'shared.yaml': join(folder, 'shared.yaml'),
    };
    const real = given
      .map((word) => at[word] ?? word)
      .filter((word, i, all) => word !== '--ca' && all[i - 1] !== '--ca');
    expect(await importInventory([...real, '--password', password])).toBe(0);
  });
});
