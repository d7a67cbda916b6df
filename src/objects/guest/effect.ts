/**
 * What comes of a program. A scenario says it; beyond that a program that is there ends at once with 0, and a few that
 * scripts rely on do what they are known for: true, false, echo, sleep, exit in a shell, and the tools' own `info-get`.
 */
import type { Machine } from '../machine/machine.ts';
import { isWindows } from './awake.ts';
import { type CommandLine, readCommand, sequence } from './command-line.ts';
import type { GuestProgram, GuestWrite } from './system.ts';
import { nodeAt, styleOf, treeOf } from './tree.ts';

export interface Effect {
  readonly exitCode: number;
  /** Milliseconds; undefined runs until it is terminated. */
  readonly duration: number | undefined;
  readonly output: string;
  readonly error: string;
  readonly writes: readonly Omit<GuestWrite, 'owner'>[];
  /** A value the guest gives its machine: `guestinfo.NAME`. */
  readonly told?: { readonly key: string; readonly value: string } | undefined;
}

const DONE: Effect = { exitCode: 0, duration: 0, output: '', error: '', writes: [] };
const SEARCHED = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'];
/** Shells started by shells, at most. */
const DEEPEST = 5;

/** The effect of a program at a normal path; undefined when there is none. `directory` is where relative paths begin. */
export function effectOf(m: Machine, path: string, argument: string, directory: string, depth = 0): Effect | undefined {
  const line = readCommand(argument, !isWindows(m));
  const told = scripted(m, path, argument, line);
  if (!told && nodeAt(treeOf(m), styleOf(m), path) === undefined) return undefined;
  const effect = told ? ofScript(told) : known(m, styleOf(m).name(path), line, directory, depth);
  return redirected(m, effect, line, directory);
}

function scripted(m: Machine, path: string, argument: string, { words }: CommandLine): GuestProgram | undefined {
  const style = styleOf(m);
  const same = (p: GuestProgram) => style.key(style.normal(p.path) ?? p.path) === style.key(path);
  const fits = (p: GuestProgram) =>
    p.arguments === undefined || [argument.trim(), words.join(' ')].includes(p.arguments);
  const programs = m.guestSystem?.programs?.filter((p) => same(p) && fits(p)) ?? [];
  return programs.find((p) => p.arguments !== undefined) ?? programs[0];
}

function ofScript({ exitCode, duration, output = '', writes = {} }: GuestProgram): Effect {
  const files = Object.entries(writes).map(([path, text]) => ({ path, text, append: false }));
  return { exitCode, duration, output, error: '', writes: files };
}

function known(m: Machine, file: string, line: CommandLine, directory: string, depth: number): Effect {
  const name = file.toLowerCase().replace(/\.exe$/, '');
  const { words } = line;
  switch (name) {
    case 'false':
      return { ...DONE, exitCode: 1 };
    case 'echo':
      return {
        ...DONE,
        output: `${(words[0] === '-n' ? words.slice(1) : words).join(' ')}${words[0] === '-n' ? '' : '\n'}`,
      };
    case 'sleep':
      return slept(words[0]);
    case 'timeout':
      return isWindows(m) ? slept(words.find((w) => /^\d+$/.test(w))) : DONE;
    case 'sh':
    case 'bash':
      return words.includes('-c') ? shell(m, words[words.indexOf('-c') + 1] ?? '', directory, depth) : DONE;
    case 'cmd': {
      const at = words.findIndex((w) => /^\/c$/i.test(w));
      return at < 0 ? DONE : shell(m, words.slice(at + 1).join(' '), directory, depth);
    }
    case 'vmtoolsd':
    case 'vmware-rpctool':
      return rpc(m, name === 'vmtoolsd' ? (words[words.indexOf('--cmd') + 1] ?? '') : words.join(' '));
    default:
      return DONE;
  }
}

function slept(seconds: string | undefined): Effect {
  const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(seconds ?? '');
  if (!match) return { ...DONE, exitCode: 1, error: 'sleep: missing operand\n' };
  const unit = { '': 1, s: 1, m: 60, h: 3_600, d: 86_400 }[match[2] as 's'];
  return { ...DONE, duration: Number(match[1]) * unit * 1_000 };
}

/** Commands one after the other; `exit` ends them. */
function shell(m: Machine, text: string, directory: string, depth: number): Effect {
  let all: Effect = DONE;
  for (const { text: command, after } of sequence(text)) {
    if (after === 'success' && all.exitCode !== 0) continue;
    const { words } = readCommand(command, !isWindows(m));
    if (words[0] === 'exit') {
      const code = words.find((w, i) => i > 0 && /^\d+$/.test(w));
      return {
        ...all,
        exitCode: code === undefined ? all.exitCode : Number(code) & (isWindows(m) ? 0x7fffffff : 0xff),
      };
    }
    const next = depth < DEEPEST ? inShell(m, command, words[0] ?? '', directory, depth + 1) : DONE;
    all = joined(all, next);
    if (all.duration === undefined) return all;
  }
  return all;
}

function inShell(m: Machine, command: string, program: string, directory: string, depth: number): Effect {
  const style = styleOf(m);
  const rest = command.slice(command.indexOf(program) + program.length).replace(/^["']/, '');
  const candidates = style.normal(program) ? [program] : SEARCHED.map((d) => style.join(d, program));
  for (const path of candidates) {
    const normal = style.normal(path);
    const effect = normal && effectOf(m, normal, rest, directory, depth);
    if (effect) return effect;
  }
  if (isWindows(m) && program.toLowerCase() === 'echo') {
    const line = readCommand(rest, false);
    return redirected(m, { ...DONE, output: `${line.words.join(' ')}\r\n` }, line, directory);
  }
  const line = readCommand(rest);
  return redirected(m, { ...DONE, exitCode: 127, error: `${program}: command not found\n` }, line, directory);
}

function joined(a: Effect, b: Effect): Effect {
  return {
    exitCode: b.exitCode,
    duration: a.duration === undefined || b.duration === undefined ? undefined : a.duration + b.duration,
    output: a.output + b.output,
    error: a.error + b.error,
    writes: [...a.writes, ...b.writes],
    told: b.told ?? a.told,
  };
}

/** What goes to a file goes nowhere else. */
function redirected(m: Machine, effect: Effect, { redirections, merged }: CommandLine, directory: string): Effect {
  let { output, error } = effect;
  if (merged) [output, error] = [output + error, ''];
  const writes = [...effect.writes];
  for (const { stream, path, append } of redirections) {
    if (stream === 0) continue;
    const style = styleOf(m);
    const text = stream === 1 ? output : error;
    if (stream === 1) output = '';
    else error = '';
    if (path === '/dev/null' || path.toLowerCase() === 'nul') continue;
    writes.push({ path: style.normal(path) ?? style.join(directory, path), text, append });
  }
  return { ...effect, output, error, writes };
}

/** The tools' way to read and to leave values in the machine's configuration. */
function rpc(m: Machine, command: string): Effect {
  const [verb, key = '', ...value] = command.trim().split(/\s+/);
  if (!key.startsWith('guestinfo.')) return { ...DONE, exitCode: 1, error: 'Unknown command\n' };
  if (verb === 'info-set') return { ...DONE, told: { key, value: value.join(' ') } };
  const option = m.config.extra?.find((o) => o.key === key);
  if (verb !== 'info-get') return { ...DONE, exitCode: 1, error: 'Unknown command\n' };
  return option ? { ...DONE, output: `${option.value}\n` } : { ...DONE, exitCode: 1, error: 'No value found\n' };
}
