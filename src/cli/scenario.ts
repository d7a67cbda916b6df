/** `simsphere scenario list|show|check`: the scenarios that come with simsphere, and whether one of your own is right. */
import { SimError } from '../kernel/errors.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { builtInScenarios, scenarioText } from '../scenario/shelf.ts';
import { helpOf, parseArguments } from './arguments.ts';
import type { OptionRow } from './option-table.ts';

const options: readonly OptionRow[] = [
  { flag: 'format', kind: 'string', choices: ['text', 'json'], help: 'what is printed (default text)' },
  { flag: 'help', kind: 'boolean', help: 'this text' },
];

const USAGE = `simsphere scenario list                 the scenarios there are, a line each
simsphere scenario show NAME            one of them, as a file to begin from
simsphere scenario check FILE...        whether files are right: FILE:LINE:COLUMN of what is not, and exit code 2`;

const ACTIONS: Readonly<Record<string, (names: readonly string[], json: boolean) => Promise<number>>> = {
  list,
  show,
  check,
};

export async function scenario(words: readonly string[]): Promise<number> {
  const { names, others } = sorted(words);
  const { values } = parseArguments(others, options);
  const [action = 'help', ...rest] = names;
  if (values.help || action === 'help') return print(`${USAGE}\n\n${helpOf(options)}\n`);
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!run) throw new SimError('ERR_USAGE', `scenario does list, show or check, not '${action}'`);
  return run(rest, values['format'] === 'json');
}

/** What is an option, with what it takes, and what is not. */
function sorted(words: readonly string[]): { readonly names: string[]; readonly others: string[] } {
  const names: string[] = [];
  const others: string[] = [];
  for (const [i, word] of words.entries()) {
    const isOption = word.startsWith('-') || words[i - 1] === '--format';
    (isOption ? others : names).push(word);
  }
  return { names, others };
}

async function list(_names: readonly string[], json: boolean): Promise<number> {
  const all = await Promise.all(builtInScenarios().map(dataOf));
  const rows = all.map(({ name = '', description = '' }) => ({ name, description }));
  const width = Math.max(...rows.map(({ name }) => name.length));
  return print(
    json ? asJson(rows) : rows.map(({ name, description }) => `${name.padEnd(width)}  ${description}\n`).join(''),
  );
}

async function show([name]: readonly string[], json: boolean): Promise<number> {
  if (name === undefined) throw new SimError('ERR_USAGE', 'scenario show needs the name of one');
  return print(json ? asJson(await dataOf(name)) : scenarioText(name));
}

interface Data {
  readonly name?: string;
  readonly description?: string;
}

async function dataOf(name: string): Promise<Data> {
  const { ScenarioDocument } = await import('../scenario/document.ts');
  return new ScenarioDocument(name, scenarioText(name)).data() as Data;
}

/** Its world is made too, for much that can be wrong shows only there. */
async function check(names: readonly string[], json: boolean): Promise<number> {
  if (names.length === 0) throw new SimError('ERR_USAGE', 'scenario check needs a file');
  const problems: ScenarioError[] = [];
  for (const name of names) {
    try {
      await make(name);
      if (!json) print(`${name}: right\n`);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      problems.push(error);
      if (!json) print(`${error.message}\n`);
    }
  }
  if (json) {
    const rows = problems.map(({ file, position, path, reason }) => ({ file, ...position, path, message: reason }));
    print(asJson(rows));
  }
  return problems.length > 0 ? new SimError('ERR_SCENARIO', '').exitCode : 0;
}

/** On a clock that stands still, so that nothing of its timeline happens. */
async function make(name: string): Promise<void> {
  const [{ loadScenario, scenarioOptions }, { Simulation }] = await Promise.all([
    import('../scenario/scenario.ts'),
    import('../simulator/simulator.ts'),
  ]);
  const options = scenarioOptions(await loadScenario(name), {});
  const simulation = new Simulation({ ...options, clock: { kind: 'manual' } });
  try {
    await simulation.prepare();
  } finally {
    simulation.close();
  }
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
