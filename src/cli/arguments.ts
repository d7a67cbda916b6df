/** Words of a command line against the option table. A wrong word says what is wrong and what was meant. */
import { didYouMean, SimError } from '../kernel/errors.ts';
import type { OptionRow } from './option-table.ts';

export type Values = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Parsed {
  readonly values: Values;
  /** What follows `--`. */
  readonly rest: readonly string[];
}

/** Takes `--flag value`, `--flag=value`, `--flag`, `--no-flag`. Throws ERR_USAGE. */
export function parseArguments(words: readonly string[], table: readonly OptionRow[]): Parsed {
  const values: Record<string, string | number | boolean> = {};
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') break;
    const match = /^--(no-)?([\w-]+)(?:=([\s\S]*))?$/.exec(word);
    if (!match) throw new SimError('ERR_USAGE', `unexpected word '${word}'`);
    const [, negated, flag, given] = match as unknown as [string, string | undefined, string, string | undefined];
    const row = table.find((r) => r.flag === flag);
    if (!row) throw unknown(flag, table);
    if (row.kind === 'boolean') values[flag] = negated === undefined && given !== 'false';
    else {
      const text = given ?? words[++at];
      if (text === undefined || negated !== undefined) throw new SimError('ERR_USAGE', `--${flag} needs a value`);
      values[flag] = convert(row, text);
    }
  }
  return { values, rest: words.slice(at + 1) };
}

function unknown(flag: string, table: readonly OptionRow[]): SimError {
  const meant = didYouMean(
    flag,
    table.map((r) => r.flag),
  );
  return new SimError('ERR_USAGE', `unknown option --${flag}${meant ? `; did you mean --${meant}?` : ''}`);
}

function convert(row: OptionRow, text: string): string | number {
  if (row.choices && !row.choices.includes(text)) {
    throw new SimError('ERR_USAGE', `--${row.flag} takes ${row.choices.join(', ')}, not '${text}'`);
  }
  if (row.kind !== 'count') return text;
  if (!/^\d{1,9}$/.test(text)) throw new SimError('ERR_USAGE', `--${row.flag} takes a whole number, not '${text}'`);
  return Number(text);
}

export function helpOf(table: readonly OptionRow[]): string {
  const left = (r: OptionRow) =>
    `--${r.flag}${r.kind === 'boolean' ? '' : ` ${r.choices?.join('|') ?? r.value ?? 'N'}`}`;
  const width = Math.max(...table.map((r) => left(r).length)) + 2;
  return table.map((r) => `  ${left(r).padEnd(width)}${r.help}`).join('\n');
}
