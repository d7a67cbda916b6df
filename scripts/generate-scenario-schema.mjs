/**
 * Writes scenarios/scenario.schema.json from the zod schema in src/scenario. `--check` only says whether it is fresh.
 *
 * Reads the built code: run `npm run build` first.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../scenarios/scenario.schema.json', import.meta.url);

const { scenarioJsonSchema } = await import(new URL('../dist/scenario/schema.js', import.meta.url).href);
const schema = scenarioJsonSchema();
const compact = (value) => JSON.stringify(value);

if (process.argv.includes('--check')) {
  let kept = '';
  try {
    kept = compact(JSON.parse(readFileSync(FILE, 'utf8')));
  } catch {
    // Not there is not fresh.
  }
  if (kept !== compact(schema)) {
    process.stderr.write('scenarios/scenario.schema.json is stale: run node scripts/generate-scenario-schema.mjs\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, `${JSON.stringify(schema, null, 2)}\n`);
}
