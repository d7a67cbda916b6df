/** docs/driver.md and docs/own-driver.md: what they show runs, and what they list is all there is. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, inProject, ROOT, runTypescript } from '../snippet.ts';

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const PAGE = textOf('docs/driver.md');

const SAYS = ['poweredOn hello\nhello\n[]\n', "true\ntrue\n[ '00:50:56:00:00:07' ]\n", 'NoDiskSpace 0\npoweredOn\n'];

describe('docs/driver.md', () => {
  const snippets = blocksOf(PAGE).filter(({ kind }) => kind === 'typescript');

  it.each(snippets.map(({ text }, n) => [n, text] as const))('shows programs that run: %d', (n, text) => {
    expect(runTypescript(text).output).toBe(SAYS[n]);
  });

  it('lists every option of the driver', () => {
    const options = Array.from(
      textOf('src/driver/options.ts').matchAll(/^ {2}readonly (\w+)\??:/gm),
      ([, name]) => name!,
    );
    expect(options.length).toBeGreaterThan(20);
    expect(options.filter((name) => !PAGE.includes(`\`${name}\``))).toEqual([]);
  });

  it('lists every method of the driver', () => {
    const methods = Array.from(
      textOf('src/driver/driver.ts')
        .split('\n}\n')[0]!
        .matchAll(/^ {2}(?:async )?(\w+)\(/gm),
      ([, name]) => name!,
    );
    expect(methods.length).toBeGreaterThan(20);
    expect(methods.filter((name) => name !== 'constructor' && !PAGE.includes(`\`${name}\``))).toEqual([]);
  });
});

/** Puts this package where a registry would, for `npm install`; everything else of npm is npm's. */
const INSTALL = `#!/bin/sh
[ "$1" = install ] || exec "$REAL_NPM" "$@"
shift
mkdir -p node_modules/.bin
for package; do
  case $package in simsphere) from=$ROOT ;; *) from=$ROOT/node_modules/$package ;; esac
  ln -s "$from" node_modules/$package
done
for command in simsphere=dist/cli/main.js vitest=node_modules/vitest/vitest.mjs; do
  bin=node_modules/.bin/\${command%%=*}
  printf '#!/bin/sh\\nexec node "%s" "$@"\\n' "$ROOT/\${command#*=}" > "$bin"
  chmod +x "$bin"
done
`;

describe('docs/own-driver.md', () => {
  it('leads from an empty folder to a green contract', () => {
    inProject((place) => {
      // vitest looks upwards for a configuration; above a folder of one's own there is none.
      writeFileSync(join(place, 'vitest.config.mjs'), 'export default {};\n');
      const bin = join(place, 'bin');
      mkdirSync(bin);
      writeFileSync(join(bin, 'npm'), INSTALL);
      chmodSync(join(bin, 'npm'), 0o755);
      const { NODE_TEST_CONTEXT: _context, VITEST: _vitest, ...inherited } = process.env;
      const path = `${bin}:${dirname(process.execPath)}:${inherited.PATH}`;
      const env = { ...inherited, PATH: path, REAL_NPM: join(dirname(process.execPath), 'npm'), ROOT };
      const said: string[] = [];
      for (const { kind, text } of blocksOf(textOf('docs/own-driver.md'))) {
        const project = join(place, 'my-driver');
        if (kind === 'file') writeFileSync(join(project, /^\/\/ (\S+)/.exec(text)![1]!), text);
        if (kind !== 'sh') continue;
        const cwd = existsSync(project) ? project : place;
        const { status, stdout, stderr } = spawnSync('sh', ['-ec', text], { cwd, env, encoding: 'utf8' });
        expect(status, stdout + stderr).toBe(0);
        said.push(stdout);
      }
      expect(said).toHaveLength(3);
      expect(said[1]).toMatch(/3 passed/);
      expect(said[2]).toMatch(/[1-9]\d* passed, 0 failed/);
    });
  });
});
