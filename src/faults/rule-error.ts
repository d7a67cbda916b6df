/** What is wrong with a rule, and where in it. */
import { didYouMean, SimError } from '../kernel/errors.ts';

export type Path = readonly (string | number)[];

/** A rule, or data of a rule's kind, that was refused. `path` leads to the word to change. */
export class RuleError extends SimError {
  readonly path: Path;

  constructor(path: Path, message: string) {
    super('ERR_RULE', `${pathText(path)}: ${message}`);
    this.name = 'RuleError';
    this.path = path;
  }
}

/** `effect.soap.fault`, `faults[2].when`. */
export function pathText(path: Path): string {
  const text = path.reduce<string>((t, p) => (typeof p === 'number' ? `${t}[${p}]` : t === '' ? p : `${t}.${p}`), '');
  return text === '' ? 'the rule' : text;
}

/** `; did you mean 'x'?` when some candidate is near enough to be meant. */
export function meant(word: string, candidates: Iterable<string>): string {
  const near = didYouMean(word, candidates);
  return near === undefined ? '' : `; did you mean '${near}'?`;
}
