/** The README's snippets as a newcomer runs them: on dist/, by the package's own name, in processes of their own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, isVsphereError } from '../src/client/index.ts';
import { startSimulator } from '../src/index.ts';
import { blocksOf, ROOT, runTypescript } from './snippet.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Who runs the blocks of a kind: this file, or the one named, which must speak of the kind. */
const RUN_BY: Readonly<Record<string, string>> = {
  start: 'test/readme.test.ts',
  typescript: 'test/readme.test.ts',
  exec: 'test/readme.test.ts',
  vcsim: 'test/readme.test.ts',
  scenario: 'test/readme.test.ts',
  python: 'test/compat/cli/readme.mjs',
  govc: 'test/compat/cli/readme.mjs',
  privileges: 'test/compat/cli/readme.mjs',
  here: '.ci/run',
};

/** What `exec` may put into its command's environment. */
const CLIENT_NAME = /^(SIMSPHERE|GOVC|NODE_EXTRA)_/;

const blocks = blocksOf(README);
const textsOf = (kind: string): string[] => blocks.filter((block) => block.kind === kind).map(({ text }) => text);

/** The same for `it.each`, each with what its test is called by. */
const titled = (kind: string): [string, string][] =>
  textsOf(kind).map((text) => [[...text.matchAll(/from '(simsphere.*)'/g)].at(-1)?.[1] ?? text.trim(), text]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simsphere-readme-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the README', () => {
  it('has no snippet that nobody runs', () => {
    expect(blocks.filter(({ kind }) => kind === undefined || !Object.hasOwn(RUN_BY, kind))).toEqual([]);
    expect(blocks).toHaveLength(README.match(/^```/gm)!.length / 2);
    expect(README.replaceAll(/^```[\s\S]*?^```$/gm, '')).not.toMatch(/^(?: {4}|\t)\S/m);
    for (const { kind } of blocks) {
      const runner = readFileSync(join(ROOT, RUN_BY[kind!]!), 'utf8');
      expect(runner, `${RUN_BY[kind!]} runs the blocks '${kind}'`).toMatch(
        kind === 'here' ? /^vitest_suite test$/m : new RegExp(`(?:snippets|textsOf|titled)\\('${kind}'\\)`),
      );
    }
  });

  it('names commands that there are and links to files that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const named = Array.from(README.matchAll(/npm (?:run )?(start|test(?::\w+)?|bench|build)\b/g), ([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
    for (const [, path] of README.matchAll(/\]\((?!https:)([^)]+)\)/g))
      expect(existsSync(join(ROOT, path!)), path).toBe(true);
    for (const [, words] of README.matchAll(/`node dist\/cli\/main\.js (\w+)`/g)) {
      expect(spawnSync(process.execPath, ['dist/cli/main.js', words!], { cwd: ROOT }).status, words).toBe(0);
    }
  });

  it.each(titled('typescript'))('shows TypeScript that compiles and runs, with %s', (_title, text) => {
    const { output } = runTypescript(text);
    expect(output).toMatch(/DC0_\w+ poweredOn|web poweredOn on DC0_C0_H\d/);
  });

  it('would not show TypeScript that does not', () => {
    const [text] = textsOf('typescript');
    expect(() => runTypescript(text!.replace("'runtime.powerState'", "'runtime.pwrState'"))).toThrow('pwrState');
    expect(() => runTypescript(text!.replace('username: user', "username: 'nobody'"))).toThrow('InvalidLogin');
  });

  it.each(titled('start'))('is right that a server starts by: %s', async (_title, text) => {
    const scenario = join(folder, 'trouble.yaml');
    writeFileSync(scenario, textsOf('scenario')[0]!);
    const ready = join(folder, 'ready.json');
    rmSync(ready, { force: true });
    const command = text.trim().replace('./trouble.yaml', scenario);
    const more = `${command.includes(' -- ') ? '' : ' --'} --port 0 --ready-file ${ready}`;
    const child = spawn(command + more, { cwd: ROOT, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const ended = once(child, 'close');
    const said = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (part: string) => {
          output += part;
          if (/^ +password +\S+$/m.test(output)) resolve();
        });
      }
    });
    await Promise.race([said, ended]);
    expect(existsSync(ready), output).toBe(true);
    const { pid, url } = JSON.parse(readFileSync(ready, 'utf8')) as { pid: number; url: string };
    process.kill(pid, 'SIGTERM');
    await ended;
    expect(output).toContain(`simsphere is ready: ${url}`);
    expect(output).toMatch(/user +administrator@vsphere\.local\n +password +simsphere\n/);
  });

  it('shows a scenario that loses the answer of the first power-on', async () => {
    const [text] = textsOf('scenario');
    const scenario = join(folder, 'scenario.yaml');
    writeFileSync(scenario, text!);
    const sim = await startSimulator({ port: 0, scenario });
    const { user, password } = sim.credentials;
    const client = await connect({ url: sim.url, ca: sim.ca, username: user, password });
    const vm = (await client.findByInventoryPath('DC0/vm/DC0_H0_VM0')) as never;
    await client.run<'VirtualMachine', 'PowerOffVM_Task'>(vm, 'PowerOffVM_Task');
    const lost = await client.run<'VirtualMachine', 'PowerOnVM_Task'>(vm, 'PowerOnVM_Task').catch((error) => error);
    expect(isVsphereError(lost) && lost.code).toBe('ERR_UNREACHABLE');
    expect(await client.get<'VirtualMachine', 'runtime.powerState'>(vm, 'runtime.powerState')).toBe('poweredOn');
    await client.close();
    await sim.close();
  });

  it.each(titled('exec'))('is right that a command finds a simulator in its environment by: %s', (_title, text) => {
    const names = [
      ...README.slice(README.indexOf(text))
        .split('\n\n')[1]!
        .matchAll(/`([A-Z_]{8,})`/g),
    ].map(([, name]) => name!);
    expect(names).toContain('SIMSPHERE_URL');
    // A project whose `my-tests` tells what it sees, with dist/ where the README has it.
    const script = `const e=process.env;console.log('sees '+Object.keys(e).filter((n)=>${CLIENT_NAME}.test(n)).sort());process.exit(7)`;
    writeFileSync(join(folder, 'see.cjs'), script);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { 'my-tests': 'node see.cjs' } }));
    symlinkSync(join(ROOT, 'dist'), join(folder, 'dist'));
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !CLIENT_NAME.test(name)));
    const done = spawnSync(text.trim(), { cwd: folder, shell: true, encoding: 'utf8', env });
    expect(done.stdout).toContain(`sees ${names.sort().join(',')}\n`);
    expect(done.status).toBe(7);
  });

  it.each(titled('vcsim'))('is right that vcsim’s line is printed by: %s', async (_title, text) => {
    const child = spawn(`exec ${text.trim()}`, { cwd: ROOT, shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(line).toMatch(/^export GOVC_URL=https:\/\/\S+ GOVC_SIM_PID=\d+$/);
  });
});
