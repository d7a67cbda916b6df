/** One thing that a log tells, and how each log of vCenter and of its hosts writes it: an operator greps for the opID. */
import { crc32 } from 'node:zlib';
import { formatTime } from '../../kernel/time.ts';

export interface LogEntry {
  readonly at: number;
  readonly kind: 'start' | 'begin' | 'error' | 'finish' | 'event' | 'mark';
  readonly said: Said;
  readonly fault: string | undefined;
}

/** What all lines of one piece of work have in common. */
export interface Said {
  /** `lro-12` for a call, `task-5` for a task; the type of an event. */
  readonly work: string;
  /** Id of the object it is about. */
  readonly target: string;
  /** `vim.VirtualMachine.powerOn`; what the start of a log, an event or a mark says. */
  readonly what: string;
  readonly opId: string;
  readonly user: string;
  /** Ordinal of the session; undefined for work that no session waits for. */
  readonly session: number | undefined;
  /** The host it is done on. */
  readonly host: string | undefined;
}

/** A log as DiagnosticManager keys it, and the host whose it is; undefined for the server that is asked. */
export interface LogFile {
  readonly log: 'vpxd' | 'hostd' | 'vpxa' | 'vmkernel';
  readonly host: string | undefined;
}

/** Whether a log tells of it. */
export function standsIn({ kind, said }: LogEntry, file: LogFile): boolean {
  if (file.log === 'vpxd') return true;
  const { work, host } = said;
  if (file.host !== host && file.host !== undefined) return false;
  const isTask = work.startsWith('task-');
  if (file.log === 'vmkernel') return isTask && kind === 'begin';
  if (file.log === 'vpxa') return isTask;
  // Under a vCenter a host knows of tasks that it is told to do, not of calls.
  return kind !== 'error' && (file.host === undefined || isTask || kind === 'event');
}

/** The line of one log. */
export function lineOf(entry: LogEntry, { log, host }: LogFile): string {
  const at = formatTime(entry.at);
  // A vCenter tells each hop of an operation apart.
  const opId = plain(host === undefined ? entry.said.opId : `${entry.said.opId}-01`);
  if (log === 'vmkernel') {
    const own = crc32(opId).toString(16).padStart(8, '0');
    return `${at} cpu0:2097152)World: 12458: VC opID ${opId} maps to vmkernel opID ${own}`;
  }
  return `${at} ${plain(log === 'hostd' ? hostdText(entry, opId, host) : vpxText(entry, opId, log))}`;
}

const PROCESS = { vpxd: 'vpxd[04567]', vpxa: 'vpxa[2099412]', hostd: 'hostd[2098645]' } as const;

function vpxText(entry: LogEntry, opId: string, log: 'vpxd' | 'vpxa'): string {
  const { kind, said, fault } = entry;
  const { work, target, what, user, session } = said;
  if (kind === 'start') return `Section for ${what}`;
  const head = (sub: string) =>
    `info ${PROCESS[log]} [Originator@6876 sub=${sub}${opId === '' ? '' : ` opID=${opId}`}]`;
  const subject = `${work} -- ${target} -- ${what}`;
  switch (kind) {
    case 'begin': {
      const who = session === undefined ? '' : ` -- session ${session}`;
      return `${head('vpxLro')} [VpxLRO] -- BEGIN ${subject}${who} (${user})`;
    }
    case 'error':
      return `${head('vpxLro')} [VpxLRO] -- ERROR ${subject}: vim.fault.${fault}`;
    case 'finish':
      return `${head('vpxLro')} [VpxLRO] -- FINISH ${work}`;
    case 'event':
      return `${head('MoreEvent')} Event [${target}] [vim.event.${work}] [${user}] [${what}]`;
    case 'mark':
      return `${head('syslog')} mark: ${what}`;
  }
}

function hostdText(entry: LogEntry, opId: string, host: string | undefined): string {
  const { kind, said, fault } = entry;
  const { work, target, what } = said;
  if (kind === 'start') return `Section for ${what}`;
  const user = host === undefined ? said.user : `vpxuser:${said.user}`;
  const by = `${opId === '' ? '' : ` opID=${opId}`}${user === '' ? '' : ` user=${user}`}`;
  const head = (sub: string) => `info ${PROCESS.hostd} [Originator@6876 sub=${sub}${by}]`;
  const task = `haTask-${target}-${what}-${work.replace(/^\D+/, '')}`;
  switch (kind) {
    case 'event':
      return `${head('Vimsvc.ha-eventmgr')} Event ${target} : ${what}`;
    case 'mark':
      return `${head('Syslog')} mark: ${what}`;
    case 'begin':
      return `${head('Vimsvc.TaskManager')} Task Created : ${task}`;
    default:
      return `${head('Vimsvc.TaskManager')} Task Completed : ${task} Status ${fault === undefined ? 'success' : 'error'}`;
  }
}

const MOST = 2_000;

/** What clients say stays on its line. */
function plain(text: string): string {
  const short = text.length > MOST ? text.slice(0, MOST) : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what would end a line
  return short.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');
}
