/** A file of its own that says how long work takes. */
import { readFileSync } from 'node:fs';
import { meant, RuleError } from '../faults/rule-error.ts';
import { SimError } from '../kernel/errors.ts';
import { checkLatency, type LatencyInput, worksOf } from '../simulator/latency-profile.ts';
import type { SimulatorOptions } from '../simulator/options.ts';
import { registry } from '../simulator/rooms.ts';
import { ScenarioDocument } from './document.ts';
import type { Path } from './scenario-error.ts';

/** Throws ERR_USAGE when there is no such file, and ScenarioError with line and column of a wrong word. */
export function loadLatency(file: string): LatencyInput {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new SimError('ERR_USAGE', `cannot read the latency file ${file}: ${(error as Error).message}`, {
      hint: '--latency takes instant, realistic or a YAML file',
    });
  }
  const document = new ScenarioDocument(file, text);
  return latencyOf(document, document.data());
}

/** What a scenario says of latency: the name of a profile, or durations of its own. */
export function latencySaid(document: ScenarioDocument, said: unknown): SimulatorOptions['latency'] {
  if (said === undefined || said === 'instant' || said === 'realistic') return said;
  if (typeof said === 'object') return latencyOf(document, said, ['latency']);
  const names = ['instant', 'realistic'];
  throw document.error(['latency'], `expected one of ${names.join(', ')}${meant(String(said), names)}`);
}

/** Durations that stand in a document at a path. */
export function latencyOf(document: ScenarioDocument, said: unknown, path: Path = []): LatencyInput {
  try {
    return checkLatency(said, worksOf(registry), path);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw document.error(error.path, error.message.slice(error.message.indexOf(': ') + 2));
  }
}
