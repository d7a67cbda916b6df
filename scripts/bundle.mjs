#!/usr/bin/env node
// `node scripts/bundle.mjs [FOLDER]`: src/ -> dist/ (or another folder), in a few files instead of one each: 300 modules cost half the time of a start.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = process.argv[2] ?? join(root, 'dist');

/** What the package exports, what starts its command, and what scripts/ reads. */
const ENTRIES = [
  'index',
  'client/index',
  'driver/index',
  'contract/index',
  'vitest/index',
  'vitest/matchers',
  'vim25/index',
  'cli/main',
];
const FOR_SCRIPTS = ['scenario/schema', 'cli/compiled-code'];

if (existsSync(folder)) removeOld(folder);
// Two levels deep like most entries: `../../wsdl` and its like hold wherever a module ends up.
await write([...ENTRIES, ...FOR_SCRIPTS], { dir: folder, format: 'esm', chunkFileNames: 'chunks/[name].js' });
// The command once more, as V8 can keep it compiled: modules it cannot.
await write(['cli/command'], {
  dir: join(folder, 'command'),
  format: 'cjs',
  entryFileNames: 'command.cjs',
  chunkFileNames: '[name].cjs',
  // Without the loader of modules nothing there can be imported.
  dynamicImportInCjs: false,
  // As modules are by nature.
  strict: true,
});

async function write(entries, output) {
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])),
    platform: 'node',
    // Packages stay packages, but for the two that every start needs: two dozen files fewer to find (NOTICE names them).
    external: /^(?!uuid$|saxes$|xmlchars\/)[^./]/,
  });
  await bundle.write({ entryFileNames: '[name].js', sourcemap: true, ...output });
  await bundle.close();
}

/** A chunk of an earlier build would still be importable, and what V8 made of one would be of another text. */
function removeOld(folder) {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, entry);
    if (/\.c?js(\.map|\.v8)?$/.test(entry) && statSync(path).isFile()) rmSync(path);
  }
}
