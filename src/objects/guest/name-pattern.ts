/** `matchPattern`: a perl-compatible expression that names are looked for with. */
import { invalidArgument } from '../../world/fault.ts';

const LONGEST = 1_000;
/** A repeated group that holds a repetition may take for ever to say no. */
const NESTED = /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)[*+{]/;

/** Throws InvalidArgument for a pattern that is none, or that could keep everybody waiting. */
export function namePattern(pattern: string | undefined, flags = ''): (name: string) => boolean {
  if (!pattern) return () => true;
  if (pattern.length > LONGEST || NESTED.test(pattern)) throw invalidArgument('matchPattern');
  try {
    const expression = new RegExp(pattern, flags);
    return (name) => expression.test(name);
  } catch {
    throw invalidArgument('matchPattern');
  }
}
