/** The scenarios that come with simsphere, and the text of any. What makes worlds of them is not needed here. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { meant } from '../faults/rule-error.ts';
import { ScenarioError } from './scenario-error.ts';

const SHELF = new URL('../../scenarios/', import.meta.url);

/** Names of the scenarios that come with simsphere. */
export function builtInScenarios(): string[] {
  const files = readdirSync(SHELF).filter((name) => name.endsWith('.yaml'));
  return files.map((name) => name.slice(0, -'.yaml'.length)).sort();
}

/** The text of one that comes with simsphere, or of a file. Throws ScenarioError, with the name that was meant. */
export function scenarioText(nameOrFile: string): string {
  const ofFile = isFile(nameOrFile);
  if (!ofFile && !builtInScenarios().includes(nameOrFile)) {
    const known = builtInScenarios();
    const hint = meant(nameOrFile, known) || `; there are ${known.join(', ')}`;
    throw new ScenarioError(nameOrFile, undefined, [], `no scenario of that name comes with simsphere${hint}`);
  }
  try {
    return readFileSync(ofFile ? nameOrFile : new URL(`${nameOrFile}.yaml`, SHELF), 'utf8');
  } catch (error) {
    throw new ScenarioError(nameOrFile, undefined, [], `cannot be read: ${(error as Error).message}`);
  }
}

/** Where the files that a scenario names are looked for. */
export function directoryOf(nameOrFile: string): string {
  return isFile(nameOrFile) ? dirname(resolve(nameOrFile)) : fileURLToPath(SHELF);
}

function isFile(nameOrFile: string): boolean {
  return /[/\\]|\.(ya?ml|json)$/i.test(nameOrFile);
}
