/** `simsphere contract` as people call it: what it prints, writes and answers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIN, ROOT, type Served, serve } from './server.ts';

let served: Served;

beforeAll(async () => {
  served = await serve([]);
});

afterAll(async () => {
  await served.stop();
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function command(...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, 'contract', ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray());
  const [code] = (await once(child, 'exit')) as [number];
  return { code, out: (await out!).join(''), err: (await err!).join('') };
}

/** Flags that reach the server. */
function known(): string[] {
  const { url, username, password } = served.target;
  const ledger = join(served.folder, 'ledger');
  return ['--url', url, '--user', username, '--password', password, '--insecure', '--ledger', ledger];
}

describe('the contract command', () => {
  it('counts what holds, and says why a case does not apply', async () => {
    const { code, out } = await command(...known(), '--allow-changes', '--only', '^permissions: ');
    expect(code).toBe(0);
    expect(out).toMatch(/^ok {3}permissions: the roles that vCenter brings along are there under their ids$/m);
    expect(out).toMatch(/^n\/a {2}permissions: .+\n {5}no user who may only read was given$/m);
    expect(out).toMatch(/^VMware vCenter Server .+: 7 passed, 0 failed, 4 not applicable$/m);
    expect(existsSync(join(served.folder, 'ledger'))).toBe(false);
  });

  it('only looks unless it is told that it may change things', async () => {
    const { code, out } = await command(...known(), '--read-only', '--only', '^inventory: ');
    expect(code).toBe(0);
    expect(out).toContain('it makes things, and that was not allowed (--allow-changes)');
  });

  it('writes its results as JUnit does', async () => {
    const file = join(served.folder, 'report.xml');
    await command(...known(), '--only', '^events: ', '--junit', file);
    const xml = readFileSync(file, 'utf8');
    expect(xml).toMatch(/^<testsuites tests="(\d+)" failures="0" skipped="\d+" time="[\d.]+">$/m);
    expect(xml).toMatch(/<testcase classname="contract\.events" name="the newest event of all .+" time="[\d.]+"\/>/);
    expect(xml).toContain('<skipped message="it makes things, and that was not allowed (--allow-changes)"/>');
  });

  it('records what it saw, and compares two recordings', async () => {
    const [a, b] = [join(served.folder, 'a.json'), join(served.folder, 'b.json')];
    const only = '^(inventory|sessions): ';
    for (const file of [a, b]) await command(...known(), '--allow-changes', '--only', only, '--record', file);
    expect(await command('diff', a, b)).toMatchObject({ code: 0, out: expect.stringContaining('0 differences') });

    const text = readFileSync(b, 'utf8');
    expect(text).not.toContain('simsphere-contract-');
    expect(text).toContain('"password": "‹secret›"');
    expect(text).not.toMatch(/"password": "(?!‹secret›")/);
    writeFileSync(b, text.replace('"Datacenters"', '"Rechenzentren"'));
    const differs = await command('diff', a, b);
    expect(differs).toMatchObject({
      code: 5,
      out: expect.stringMatching(/Folder\.name.*\n.+\n {2}a: Datacenters\n {2}b: Rechenzentren/),
    });

    const explained = join(served.folder, 'explained.json');
    writeFileSync(explained, JSON.stringify([{ path: 'Folder.name', b: 'Rechenzentren', why: 'it speaks German' }]));
    expect(await command('diff', a, b, '--explained', explained)).toMatchObject({ code: 0 });
    const idle = await command('diff', a, a, '--explained', explained);
    expect(idle).toMatchObject({
      code: 5,
      out: expect.stringContaining('no longer different: Folder.name (it speaks German)'),
    });
  });

  it('has nothing to clean where nothing was left', async () => {
    const { code, out } = await command(...known(), '--clean');
    expect([code, out]).toEqual([0, `${join(served.folder, 'ledger')} tells of nothing that was left\n`]);
  });

  it('stops at a signal after the case at hand and removes what was made', async () => {
    const ledger = join(served.folder, 'ledger');
    const words = [MAIN, 'contract', ...known(), '--allow-changes'];
    const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    let out = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      if (out === '') child.kill('SIGINT');
      out += chunk;
    }
    expect((await ended)[0]).toBe(5);
    expect(out).toMatch(/stopped before the end; what was made is removed\n$/);
    expect(existsSync(ledger)).toBe(false);
  });
});

describe('what cannot be meant', () => {
  const cases: [string, (known: string[]) => string[], number, RegExp][] = [
    [
      'an unknown flag',
      (flags) => [...flags, '--alow-changes'],
      2,
      /unknown option --alow-changes; did you mean --allow-changes\?/,
    ],
    ['a word too many', (flags) => [...flags, 'now'], 2, /unexpected word 'now'/],
    ['no URL', () => [], 2, /contract needs --url/],
    ['no password', (flags) => flags.filter((_, i) => i !== 4 && i !== 5), 2, /contract needs --password/],
    [
      'both modes',
      (flags) => [...flags, '--read-only', '--allow-changes'],
      2,
      /--read-only and --allow-changes cannot both/,
    ],
    ['a pattern that is none', (flags) => [...flags, '--only', '('], 2, /--only: /],
    ['a prefix with a slash', (flags) => [...flags, '--prefix', 'a/b'], 2, /--prefix cannot be 'a\/b'/],
    ['a CA file that is not there', (flags) => [...flags, '--ca', '/no/such.pem'], 2, /--ca: ENOENT/],
    [
      'a report that cannot be written',
      (flags) => [...flags, '--junit', '/no/such/dir/x.xml'],
      2,
      /cannot write \/no\/such\/dir/,
    ],
    ['an API version that is none', (flags) => [...flags, '--api-version', '1.2'], 2, /there is no API version '1\.2'/],
    [
      'a cluster that is not there',
      (flags) => [...flags, '--cluster', 'C9'],
      2,
      /there is no cluster 'C9'\n {2}found: DC0_C0/,
    ],
    ['a wrong password', (flags) => flags.map((word, i) => (i === 5 ? 'wrong' : word)), 1, /InvalidLogin/],
    ['a certificate that is not trusted', (flags) => flags.filter((word) => word !== '--insecure'), 4, /certificate/],
    [
      'an address where nobody is',
      (flags) => flags.map((word, i) => (i === 1 ? 'https://127.0.0.1:1/sdk' : word)),
      4,
      /127\.0\.0\.1:1/,
    ],
    ['one recording to compare', () => ['diff', 'a.json'], 2, /contract diff takes two recordings, not 1/],
    [
      'a recording that is none',
      () => ['diff', 'package.json', 'package.json'],
      2,
      /package\.json is no recording of the contract/,
    ],
  ];

  it.each(cases)('%s is one clear error', async (_, words, code, message) => {
    const ended = await command(...words(known()));
    expect(ended.err).toMatch(message);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err.trim().split('\n')).toHaveLength(2);
  });

  it('an ESXi host has no cluster to run the contract in, and is told so', async () => {
    const host = await serve(['--esx']);
    try {
      const { url, password } = host.target;
      const ended = await command('--url', url, '--user', 'root', '--password', password, '--insecure');
      expect(ended).toMatchObject({ code: 5, err: expect.stringContaining('is no vCenter (HostAgent)') });
    } finally {
      await host.stop();
    }
  });
});
