/**
 * Writes scenarios/scenario.schema.json from the zod schema in src/scenario. `--check` only says whether it is fresh.
 *
 * Reads the built code: run `npm run build` first.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../scenarios/scenario.schema.json', import.meta.url);

const { scenarioJsonSchema } = await import(new URL('../dist/scenario/schema.js', import.meta.url).href);
const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;

if (process.argv.includes('--check')) {
  let kept = '';
  try {
    kept = readFileSync(FILE, 'utf8');
  } catch {
    // Not there is not fresh.
  }
  if (kept !== text) {
    process.stderr.write('scenarios/scenario.schema.json is stale: run node scripts/generate-scenario-schema.mjs\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, text);
}
