/** docs/faults.md as its readers try it: each snippet runs, and says what the page says it does. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { ruleShape } from '../../src/faults/rule-shape.ts';
import type { ObjectShape } from '../../src/faults/shape.ts';
import { parseScenario } from '../../src/scenario/scenario.ts';
import { startSimulator } from '../../src/server/start.ts';
import { worldVerbs } from '../../src/simulator/world-effects.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs', 'faults.md'), 'utf8');
const KINDS = ['curl', 'typescript', 'scenario', 'latency'];

const blocks = Array.from(
  PAGE.matchAll(/(?:^<!-- test: (\w+) -->\n\n)?^```\w*\n([\s\S]*?)^```$/gm),
  ([, kind, text]) => ({ kind, text: text! }),
);
const textsOf = (kind: string) => blocks.filter((block) => block.kind === kind).map(({ text }) => text);

describe('docs/faults.md', () => {
  it('has no snippet that nobody runs', () => {
    expect(blocks.map(({ kind }) => kind).filter((kind) => !KINDS.includes(kind ?? ''))).toEqual([]);
    expect(blocks).toHaveLength(PAGE.match(/^```/gm)!.length / 2);
  });

  it('speaks of every word of a rule and of every verb', () => {
    const effects = (ruleShape.fields['effect'] as ObjectShape).fields;
    const words = [
      ...['match', 'when', 'limits'].map((part) => ruleShape.fields[part] as ObjectShape),
      effects['soap'] as ObjectShape,
      effects['task'] as ObjectShape,
      effects['transport'] as ObjectShape,
    ].flatMap(({ fields }) => Object.keys(fields));
    const missing = [...words, ...worldVerbs.keys()].filter((word) => !new RegExp(`[\`{ |,]${word}\\b`).test(PAGE));
    expect(missing).toEqual([]);
  });

  it.each(textsOf('curl').map((text) => [text.split('\n')[0]!, text]))('is right about %s', async (_title, text) => {
    await using sim = await startSimulator({ http: true });
    const env = { ...process.env, SIMSPHERE_CONTROL_URL: sim.controlUrl };
    const { stdout } = await promisify(execFile)('sh', ['-ec', text.replaceAll(/^#.*$/gm, 'echo')], { env });
    const answers = Array.from(text.matchAll(/^# (.*)$/gm), ([, line]) => line);
    expect(stdout.split('\n').filter((line) => line !== '')).toEqual(answers);
    expect(sim.unforeseen).toEqual([]);
  });

  it('shows TypeScript that compiles', () => {
    const place = join(ROOT, '.cache', 'docs');
    mkdirSync(place, { recursive: true });
    const project = mkdtempSync(join(place, 'types-'));
    try {
      for (const [i, text] of textsOf('typescript').entries()) writeFileSync(join(project, `snippet-${i}.ts`), text);
      const paths = {
        simsphere: [join(ROOT, 'src/index.ts')],
        'simsphere/client': [join(ROOT, 'src/client/index.ts')],
      };
      const config = {
        extends: join(ROOT, 'tsconfig.json'),
        compilerOptions: { noEmit: true, isolatedDeclarations: false, declaration: false, rootDir: ROOT, paths },
        include: ['*.ts'],
      };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
      const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
      const { stdout } = spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
      expect(stdout.split('\n').filter((line) => line.includes('snippet-'))).toEqual([]);
    } finally {
      rmSync(project, { recursive: true });
    }
  });

  it.each(textsOf('typescript').map((text) => [/console\.log\((.*)\);/.exec(text)![1]!, text]))(
    'shows TypeScript that says so: %s',
    async (_title, text) => {
      const place = join(ROOT, '.cache', 'docs');
      mkdirSync(place, { recursive: true });
      const folder = mkdtempSync(join(place, 'run-'));
      const said: string[] = [];
      const log = vi.spyOn(console, 'log').mockImplementation((word) => void said.push(String(word)));
      try {
        const file = join(folder, 'snippet.ts');
        const local = text
          .replace("'simsphere'", `'${join(ROOT, 'src/index.ts')}'`)
          .replace("'simsphere/client'", `'${join(ROOT, 'src/client/index.ts')}'`);
        writeFileSync(file, local);
        await import(/* @vite-ignore */ file);
      } finally {
        log.mockRestore();
        rmSync(folder, { recursive: true });
      }
      expect(said).toEqual(Array.from(text.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm), ([, word]) => word));
    },
  );

  it('shows a scenario that is one', async () => {
    const [text] = textsOf('scenario');
    const { scenario } = await parseScenario('page.yaml', text!);
    expect(scenario.faults).toHaveLength(2);
  });

  it('shows a latency profile that is one', async () => {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    const folder = mkdtempSync(join(ROOT, '.cache', 'latency-'));
    try {
      writeFileSync(join(folder, 'slow.yaml'), textsOf('latency')[0]!);
      await using sim = await startSimulator({ latencyFile: join(folder, 'slow.yaml') });
      const time = sim.simulation.site.latency.duration('VirtualDiskManager.copyVirtualDisk', 2);
      expect(time).toBe(61_000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
