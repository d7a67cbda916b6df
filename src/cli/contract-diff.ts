/** `simsphere contract diff A B`: what two recordings tell differently. */
import { readFileSync } from 'node:fs';
import type { Difference, Explanation, Recording } from '../contract/index.ts';
import { SimError } from '../kernel/errors.ts';
import { helpOf, parseArguments } from './arguments.ts';
import type { OptionRow } from './option-table.ts';

const options: readonly OptionRow[] = [
  {
    flag: 'explained',
    kind: 'string',
    value: 'FILE',
    help: 'JSON list of {"path", "why"}: differences that are known',
  },
  { flag: 'help', kind: 'boolean', help: 'this text' },
];

/** Returns 0 when the recordings tell the same but for what is explained, 5 when they do not. */
export async function contractDiff(words: readonly string[]): Promise<number> {
  const files = words.filter((word, index) => !word.startsWith('--') && words[index - 1] !== '--explained');
  const flags = words.filter((word) => !files.includes(word));
  const { values } = parseArguments(flags, options);
  if (values.help) {
    process.stdout.write(`simsphere contract diff A B [options]\n\n${helpOf(options)}\n`);
    return 0;
  }
  if (files.length !== 2) {
    throw new SimError('ERR_USAGE', `contract diff takes two recordings, not ${files.length}`, {
      hint: '`simsphere contract --record FILE` makes one',
    });
  }
  const [a, b] = files.map(recordingOf) as [Recording, Recording];
  const explanations = values.explained === undefined ? [] : explanationsOf(String(values.explained));
  const { diffRecordings, judge } = await import('../contract/index.ts');
  const { unexplained, idle } = judge(diffRecordings(a, b), explanations);
  process.stdout.write(`a: ${a.target.product}\nb: ${b.target.product}\n`);
  for (const line of linesOf(unexplained)) process.stdout.write(`${line}\n`);
  for (const { path, why } of idle) process.stdout.write(`no longer different: ${path} (${why})\n`);
  process.stdout.write(`${unexplained.length} differences, ${idle.length} explanations of none\n`);
  return unexplained.length + idle.length > 0 ? new SimError('ERR_CONTRACT', '').exitCode : 0;
}

/** Each fact once, however many cases saw it. */
function* linesOf(differences: readonly Difference[]): Generator<string> {
  const told = new Map<string, Difference[]>();
  for (const one of differences) {
    const key = one.path === 'outcome' ? `outcome ${one.case}` : one.path;
    told.set(key, [...(told.get(key) ?? []), one]);
  }
  for (const [{ path, case: name, a, b }, ...more] of told.values() as Iterable<[Difference, ...Difference[]]>) {
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
    yield `${path}${others}\n  in: ${name}\n  a: ${a}\n  b: ${b}`;
  }
}

function recordingOf(file: string): Recording {
  const recording = parsed(file) as Partial<Recording> | null;
  if (recording?.simsphereContract === 1 && Array.isArray(recording.cases)) return recording as Recording;
  throw new SimError('ERR_USAGE', `${file} is no recording of the contract`, {
    hint: '`simsphere contract --record FILE` makes one',
  });
}

function explanationsOf(file: string): Explanation[] {
  const list = parsed(file);
  const text = (given: unknown): boolean => given === undefined || typeof given === 'string';
  const whole = (one: Partial<Explanation> | null): boolean =>
    typeof one?.path === 'string' && typeof one.why === 'string' && [one.a, one.b, one.case].every(text);
  if (Array.isArray(list) && list.every(whole)) return list;
  throw new SimError('ERR_USAGE', `${file} is no list of explanations`, { hint: '[{"path": "...", "why": "..."}]' });
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SimError('ERR_USAGE', `${file}: ${(error as Error).message}`);
  }
}
