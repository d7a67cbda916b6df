/** A command line as the guest's shell reads it: words, quotes, and where input and output go. */

export interface Redirection {
  /** 0 input, 1 output, 2 errors. */
  readonly stream: 0 | 1 | 2;
  readonly path: string;
  readonly append: boolean;
}

export interface CommandLine {
  readonly words: readonly string[];
  readonly redirections: readonly Redirection[];
  /** Errors go where the output goes: `2>&1`. */
  readonly merged: boolean;
}

const TOKEN = /\s*(?:(2>&1|&>>|&>|[012]?>>|[012]?>|0?<)|((?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\[\s\S]|[^\s"'<>\\])+))/gy;

/** Reads one simple command. What cannot be read, such as an open quote, is taken to the letter. */
export function readCommand(text: string, backslashes = true): CommandLine {
  const words: string[] = [];
  const redirections: Redirection[] = [];
  let merged = false;
  let pending: string | undefined;
  const scan = new RegExp(TOKEN);
  for (let at = 0; at < text.length; at = scan.lastIndex) {
    scan.lastIndex = at;
    const match = scan.exec(text);
    if (!match) {
      const rest = text.slice(at).trim();
      if (rest !== '') words.push(rest);
      break;
    }
    const [, operator, word] = match;
    if (operator === '2>&1') merged = true;
    else if (operator !== undefined) pending = operator;
    else if (pending !== undefined) {
      redirections.push(redirection(pending, unquoted(word!, backslashes)));
      merged ||= pending.startsWith('&');
      pending = undefined;
    } else words.push(unquoted(word!, backslashes));
  }
  return { words, redirections, merged };
}

function redirection(operator: string, path: string): Redirection {
  const stream = operator.includes('<') ? 0 : operator.startsWith('2') ? 2 : 1;
  return { stream, path, append: operator.endsWith('>>') };
}

function unquoted(word: string, backslashes: boolean): string {
  return word.replace(/"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s\S])/g, (whole, double, single, escaped) => {
    if (double !== undefined) return backslashes ? double.replace(/\\(["\\$`])/g, '$1') : double;
    if (single !== undefined) return single;
    return backslashes ? escaped : whole;
  });
}

/** The simple commands of a shell's text, one after the other, and whether each waits for success before it. */
export function sequence(text: string): { readonly text: string; readonly after: 'any' | 'success' }[] {
  const commands: { text: string; after: 'any' | 'success' }[] = [];
  let rest = text;
  let after: 'any' | 'success' = 'any';
  for (;;) {
    const match = /^((?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\[\s\S]|&>|>&|[^"'\\;&\n])*)(;|&&|&|\n|$)/.exec(rest);
    if (!match) return [...commands, { text: rest, after }];
    if (match[1]!.trim() !== '') commands.push({ text: match[1]!.trim(), after });
    rest = rest.slice(match[0].length);
    after = match[2] === '&&' ? 'success' : 'any';
    if (rest === '') return commands;
  }
}
