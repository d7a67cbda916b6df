/** Snippets of pages as a newcomer runs them: on dist/, by the package's own name, in processes of their own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT: string = resolve(import.meta.dirname, '..');

export interface Block {
  /** What the comment in front of it says. */
  readonly kind: string | undefined;
  readonly text: string;
}

/** The fenced blocks of a page. */
export function blocksOf(page: string): Block[] {
  return Array.from(page.matchAll(/(?:^<!-- test: (\w+) -->\n)?^```\w*\n([\s\S]*?)^```$/gm), ([, kind, text]) => ({
    kind,
    text: text!,
  }));
}

/** What `node` says; throws it when it fails. */
export function node(...words: string[]): string {
  // A runner that runs this one would have its words heard by those it starts.
  const { NODE_TEST_CONTEXT: _context, VITEST: _vitest, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8', env });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

/** A folder in which `simsphere` is this package; gone once `does` is done. */
export function inProject<T>(does: (project: string) => T): T {
  const place = join(ROOT, '.cache', 'readme');
  mkdirSync(place, { recursive: true });
  const project = mkdtempSync(join(place, 'snippet-'));
  try {
    return does(project);
  } finally {
    rmSync(project, { recursive: true });
  }
}

/** Compiles a snippet, strictly; the file that came of it. Throws what the compiler said. */
export function compile(project: string, text: string): string {
  writeFileSync(join(project, 'snippet.ts'), text);
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'esnext.disposable'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    rootDir: '.',
    outDir: 'out',
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['snippet.ts'] }));
  node(join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', project);
  return join(project, 'out', 'snippet.js');
}

/** Compiles a snippet where `simsphere` is this package, and runs it. Throws what the compiler or Node said. */
export function runTypescript(text: string): { readonly output: string } {
  return inProject((project) => ({ output: node(compile(project, text)) }));
}
