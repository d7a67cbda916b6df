/** DiagnosticManager: the logs of vCenter and of its hosts, line by line or in bundles. */
import type { DiagnosticManagerLogHeader } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import { type Host, hostKind } from '../compute/host/host.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { bundleVerb } from './bundle-verb.ts';
import { noteMark } from './keep-log.ts';
import { filesOf, logsOfHost } from './log-book.ts';
import type { LogFile } from './log-entry.ts';
import { describeLog, logKey } from './log-files.ts';

/** Lines that one answer has at most. */
const MOST = { vcenter: 500, esx: 1_000 } as const;

export const diagnosticManager: ManagedObject = managedObject(
  'DiagnosticManager',
  defineKind<object>({ type: 'DiagnosticManager' }),
  {
    QueryDescriptions: (call, _self, { host }) => logsAsked(call, host).map(describeLog),

    BrowseDiagnosticLog(call, _self, { host, key, start, lines }): DiagnosticManagerLogHeader {
      const file = logsAsked(call, host).find((log) => logKey(log) === key);
      if (!file) throw invalidArgument('key');
      if (lines !== undefined && lines < 0) throw invalidArgument('lines');
      const { log, flavour } = call.site;
      const length = log.length(file);
      const from = Math.max(1, start ?? 1);
      // Who asks for what is beyond the end learns where the end is.
      if (from > length) return { lineStart: length, lineEnd: length, lineText: [] };
      const { first, text } = log.lines(file, from, Math.min(lines ?? MOST[flavour], MOST[flavour]));
      return { lineStart: first, lineEnd: first + Math.max(0, text.length - 1), lineText: text };
    },

    GenerateLogBundles_Task(call, self, { includeDefault, host = [] }) {
      if (call.site.flavour === 'esx') {
        if (!includeDefault) throw invalidArgument('includeDefault');
        if (host.length > 0) throw invalidArgument('host');
      }
      for (const one of host) call.resolve(hostKind, one);
      const { scheme } = call.arrival;
      return call.startTask(bundleVerb.name, self, { includeDefault, hosts: host.map(({ value }) => value), scheme });
    },

    EmitSyslogMark: (call, _self, { message }) => noteMark(call, message),
  },
  [bundleVerb],
);

/** The logs of a host, or of the server itself. Throws CannotAccessFile for a host that cannot be asked. */
function logsAsked(call: Call, host: Ref | undefined): readonly LogFile[] {
  const { log, flavour } = call.site;
  if (!host) return filesOf(log.own, undefined);
  const cell: Cell<Host> = call.resolve(hostKind, host);
  if (flavour === 'esx') return filesOf(log.own, undefined);
  if (cell.state.runtime.connection !== 'connected') throw new VimFault('CannotAccessFile', { file: '/var/log' });
  return logsOfHost(cell.id);
}
