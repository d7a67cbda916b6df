/** Flags as Go's flag package reads them: `-x v`, `-x=v`, `--x v`; a boolean stands alone or has `=true`. */
import { didYouMean, SimError } from '../kernel/errors.ts';

type Value = string | number | boolean;

/** Every flag with its value, defaults filled in. Throws ERR_USAGE. */
export function goFlags<T extends Readonly<Record<string, Value>>>(
  words: readonly string[],
  defaults: T,
): Record<string, Value> {
  const values: Record<string, Value> = { ...defaults };
  for (let at = 0; at < words.length; at++) {
    const match = /^--?([\w-]+)(?:=([\s\S]*))?$/.exec(words[at]!);
    if (!match) throw new SimError('ERR_USAGE', `unexpected word '${words[at]}'`);
    const name = match[1]!;
    const fallback = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
    if (fallback === undefined) {
      const meant = didYouMean(name, Object.keys(defaults));
      throw new SimError('ERR_USAGE', `unknown flag -${name}${meant ? `; did you mean -${meant}?` : ''}`);
    }
    if (typeof fallback === 'boolean') values[name] = boolean(name, match[2] ?? 'true');
    else {
      const text = match[2] ?? words[++at];
      if (text === undefined) throw new SimError('ERR_USAGE', `-${name} needs a value`);
      values[name] = typeof fallback === 'number' ? number(name, text) : text;
    }
  }
  return values;
}

function boolean(name: string, text: string): boolean {
  if (/^(1|t|true)$/i.test(text)) return true;
  if (/^(0|f|false)$/i.test(text)) return false;
  throw new SimError('ERR_USAGE', `-${name} takes true or false, not '${text}'`);
}

function number(name: string, text: string): number {
  if (!/^-?\d+$/.test(text)) throw new SimError('ERR_USAGE', `-${name} takes a whole number, not '${text}'`);
  return Number(text);
}
