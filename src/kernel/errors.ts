/**
 * Errors for simsphere's own users, as one table: a stable code, what to do about it, and the exit code of the command.
 * Faults for the wire are another family and live in `world/fault.ts`.
 */
export const errorTable = {
  ERR_USAGE: { exit: 2, hint: 'run `simsphere --help` for the options' },
  ERR_SCENARIO: { exit: 2, hint: 'the path in the message names the word to change' },
  ERR_RULE: { exit: 2, hint: 'the path in the message names the word to change' },
  ERR_PORT_IN_USE: { exit: 3, hint: 'choose another with --port, or --port 0 for any free one' },
  ERR_UNREACHABLE: { exit: 4, hint: 'check the URL, and that the server there is up' },
  ERR_CONTRACT: { exit: 5, hint: 'the report names each case that differs' },
  ERR_IMAGE: { exit: 2, hint: 'list the images there are' },
  ERR_DUMP: { exit: 2, hint: 'load a dump that is whole, of the same kind of server; `simsphere dump` makes one' },
  ERR_STATE_DIR: { exit: 2, hint: 'see docs/state.md, or name an empty directory' },
  ERR_CLOSED: { exit: 1, hint: 'this simulator was closed; start another' },
  ERR_STATE: { exit: 1, hint: 'this is a defect of simsphere; please report it with the stack' },
  ERR_CLIENT: { exit: 1, hint: 'see the fault and the opID' },
} as const;

export type ErrorCode = keyof typeof errorTable;

/** What simsphere throws at its users. `message` says what and where, `hint` what to do. */
export class SimError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly exitCode: number;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; hint?: string } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SimError';
    this.code = code;
    this.hint = options.hint ?? errorTable[code].hint;
    this.exitCode = errorTable[code].exit;
  }
}

/** The candidate nearest to a mistyped word, when one is near enough to be meant. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const d = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
