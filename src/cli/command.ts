/** The command `simsphere`. Each subcommand is imported only when it is called: some must start in no time. */
import { didYouMean, SimError } from '../kernel/errors.ts';

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  serve: async (words) => (await import('./serve.ts')).serve(words),
  exec: async (words) => (await import('./exec.ts')).exec(words),
  vcsim: async (words) => (await import('./vcsim.ts')).vcsim(words),
  health: async (words) => (await import('./health.ts')).health(words),
  contract: async (words) => (await import('./contract.ts')).contract(words),
  privileges: async (words) => (await import('./privileges.ts')).privileges(words),
  scenario: async (words) => (await import('./scenario.ts')).scenario(words),
  import: async (words) => (await import('./import.ts')).importInventory(words),
  coverage: async (words) => (await import('./coverage.ts')).coverage(words),
  version: async () => (await import('./version.ts')).version(),
  help: async () => (await import('./help.ts')).help(),
};

async function main(words: readonly string[]): Promise<number> {
  const [first] = words;
  const record = process.env['SIMSPHERE_COVERAGE_DIR'];
  if (record) (await import('./record-methods.ts')).recordMethods(record);
  if (first === '--help' || first === '-h') return COMMANDS['help']!([]);
  if (first === '--version') return COMMANDS['version']!([]);
  if (first === undefined || first.startsWith('-')) return COMMANDS['serve']!(words);
  const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (!command) {
    const meant = didYouMean(first, Object.keys(COMMANDS));
    throw new SimError('ERR_USAGE', `unknown command '${first}'${meant ? `; did you mean '${meant}'?` : ''}`);
  }
  return command(words.slice(1));
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof SimError) {
      process.stderr.write(`simsphere: ${error.message}\n  ${error.hint}\n`);
      process.exitCode = error.exitCode;
    } else {
      process.stderr.write(`simsphere: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    }
  },
);
