/** GuestProcessManager: programs started, listed and terminated, and the environment they see. */
import { formatTime } from '../../kernel/time.ts';
import type { GuestProcessInfo, GuestProgramSpec } from '../../vim25/generated/index.ts';
import { VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { Machine } from '../machine/machine.ts';
import type { MethodsOf } from '../managed-object.ts';
import { isWindows } from './awake.ts';
import { type Effect, effectOf } from './effect.ts';
import { endProcesses, processesOf } from './ending.ts';
import { environmentOf } from './environment.ts';
import type { GuestProcess } from './system.ts';
import { homeOf, mayRead } from './users.ts';
import { changeSystem, GuestVisit } from './visit.ts';

/** How long a process that has ended is still listed. */
const REMEMBERED = 5 * 60_000;
const FIRST_PID = 2_000;
/** Processes started that run at the same time. */
const MOST = 1_000;

function start(visit: GuestVisit, spec: GuestProgramSpec): number {
  const { style, machine } = visit;
  const path = style.normal(spec.programPath.trim().replace(/^"(.*)"$/, '$1'));
  const directory = workingDirectory(visit, spec.workingDirectory);
  const effect = path === undefined ? undefined : effectOf(machine, path, spec.arguments ?? '', directory);
  if (path === undefined || !effect) throw new VimFault('FileNotFound', { file: spec.programPath });
  const node = visit.at(path);
  if (node?.type === 'directory') throw new VimFault('CannotAccessFile', { file: spec.programPath });
  if (node && !mayRead(visit.login, node)) throw new VimFault('GuestPermissionDenied');
  const running = processesOf(machine).filter((p) => p.end === undefined || p.end > visit.now);
  if (running.length >= MOST) throw new VimFault('GuestOperationsUnavailable');
  const pid = (machine.guestSystem?.lastPid ?? FIRST_PID) + 1;
  visit.call.turn(() => {
    const listed = processesOf(machine).filter((p) => isListed(p, visit.now) || p.writes);
    const processes = [...listed, processFor(visit, spec, path, pid, effect)];
    changeSystem(visit.vm, { processes: Object.freeze(processes), lastPid: pid });
    if (effect.told) leave(visit, effect.told);
    endProcesses(visit.call.site, visit.vm);
  });
  return pid;
}

function processFor(
  visit: GuestVisit,
  spec: GuestProgramSpec,
  path: string,
  pid: number,
  effect: Effect,
): GuestProcess {
  const { login, now, machine } = visit;
  const writes = effect.writes.map((write) => ({ ...write, owner: login.id }));
  return Object.freeze({
    pid,
    boot: machine.power.bootTime ?? now,
    name: visit.style.name(path),
    owner: login.name,
    cmdLine: `"${path}"${spec.arguments ? ` ${spec.arguments}` : ''}`,
    start: now,
    end: effect.duration === undefined ? undefined : now + effect.duration,
    exitCode: effect.exitCode,
    ...(writes.length > 0 && { writes }),
  });
}

function workingDirectory(visit: GuestVisit, given: string | undefined): string {
  if (!given) return homeOf(visit.machine, visit.login);
  const path = visit.style.normal(given);
  if (visit.at(path)?.type !== 'directory') throw new VimFault('CannotAccessFile', { file: given });
  return path!;
}

/** A value the guest leaves in its machine's configuration. */
function leave({ vm }: GuestVisit, { key, value }: NonNullable<Effect['told']>): void {
  const { config } = vm.state;
  const others = (config.extra ?? []).filter((o) => o.key !== key);
  const extra = Object.freeze([...others, Object.freeze({ _typeName: 'OptionValue', key, value })]);
  vm.world.update(vm, { config: Object.freeze({ ...config, extra }) });
}

function isListed(p: GuestProcess, now: number): boolean {
  return p.end === undefined || p.end + REMEMBERED >= now;
}

/** What runs in every guest. */
function system(m: Machine): GuestProcessInfo[] {
  const rows: readonly (readonly [number, string, string])[] = isWindows(m)
    ? [
        [4, 'System', ''],
        [312, 'smss.exe', '\\SystemRoot\\System32\\smss.exe'],
        [1_840, 'vmtoolsd.exe', '"C:\\Program Files\\VMware\\VMware Tools\\vmtoolsd.exe"'],
      ]
    : [
        [1, 'systemd', '/sbin/init'],
        [640, 'vmtoolsd', '/usr/bin/vmtoolsd'],
        [812, 'sshd', '/usr/sbin/sshd -D'],
      ];
  const owner = isWindows(m) ? 'NT AUTHORITY\\SYSTEM' : 'root';
  const startTime = formatTime(m.power.bootTime ?? 0);
  return rows.map(([pid, name, cmdLine]) => ({ _typeName: 'GuestProcessInfo', name, pid, owner, cmdLine, startTime }));
}

function processInfo(p: GuestProcess, now: number): GuestProcessInfo {
  const ended = p.end !== undefined && p.end <= now;
  return {
    _typeName: 'GuestProcessInfo',
    name: p.name,
    pid: p.pid,
    owner: p.owner,
    cmdLine: p.cmdLine,
    startTime: formatTime(p.start),
    ...(ended && { endTime: formatTime(p.end!), exitCode: p.exitCode }),
  };
}

function list(visit: GuestVisit, pids: readonly number[] | undefined): GuestProcessInfo[] {
  const { machine, now } = visit;
  const started = processesOf(machine).filter((p) => isListed(p, now));
  const all = [...system(machine), ...started.map((p) => processInfo(p, now))];
  return pids?.length ? all.filter(({ pid }) => pids.includes(pid)) : all;
}

/** A process that is killed has no exit code of its own. */
const KILLED = -1;

function terminate(visit: GuestVisit, pid: number): void {
  const { machine, login, now } = visit;
  if (system(machine).some((p) => p.pid === pid)) throw new VimFault('GuestPermissionDenied');
  const found = processesOf(machine).find((p) => p.pid === pid && (p.end === undefined || p.end > now));
  if (!found) throw new VimFault('GuestProcessNotFound', { pid });
  if (!login.admin && found.owner !== login.name) throw new VimFault('GuestPermissionDenied');
  const { writes: _writes, ...rest } = found;
  const ended = Object.freeze({ ...rest, end: now, exitCode: KILLED });
  const processes = machine.guestSystem!.processes!.map((p) => (p === found ? ended : p));
  visit.change({ processes: Object.freeze(processes) });
}

export const processMethods: MethodsOf<'GuestProcessManager', Facets> = {
  StartProgramInGuest: (call, _self, { vm, auth, spec }) => start(new GuestVisit(call, vm, auth), spec),
  ListProcessesInGuest: (call, _self, { vm, auth, pids }) => list(new GuestVisit(call, vm, auth), pids),
  TerminateProcessInGuest: (call, _self, { vm, auth, pid }) => terminate(new GuestVisit(call, vm, auth), pid),
  ReadEnvironmentVariableInGuest(call, _self, { vm, auth, names }) {
    const visit = new GuestVisit(call, vm, auth);
    return environmentOf(visit.machine, visit.login, names);
  },
};
