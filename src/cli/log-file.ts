/** A vpxd-style log: a line where a call begins its work and one where it ends, each with the caller's opID to grep for. */
import { createWriteStream } from 'node:fs';
import type { JournalEntry } from '../journal/journal.ts';
import { formatTime } from '../kernel/time.ts';
import type { Simulator } from '../server/start.ts';

/** Starts writing; returns how to stop, which resolves once everything is on disk. */
export function writeLog(sim: Simulator, file: string): () => Promise<void> {
  const out = createWriteStream(file, { flags: 'a' });
  const listener = (entry: JournalEntry) => out.write(lines(entry));
  sim.journal.listeners.add(listener);
  return () => {
    sim.journal.listeners.delete(listener);
    return new Promise((resolve) => out.end(resolve));
  };
}

function lines(entry: JournalEntry): string {
  const { at, opId, task, target, method, user, session, seq } = entry;
  const head = (level: string) =>
    `${formatTime(at)} ${level} vpxd[${process.pid}] [Originator@6876 sub=vpxLro opID=${opId || `sim-${seq}`}]`;
  const what = `${task ?? `lro-${seq}`} -- ${target.value} -- vim.${target.type}.${method}`;
  const begin = `${head('info')} [VpxLRO] -- BEGIN ${what} -- session ${session} (${user})\n`;
  const end = entry.fault === undefined ? '' : `${head('info')} [VpxLRO] -- ERROR ${what}: vim.fault.${entry.fault}\n`;
  return `${begin}${end}${head('info')} [VpxLRO] -- FINISH ${task ?? `lro-${seq}`}\n`;
}
