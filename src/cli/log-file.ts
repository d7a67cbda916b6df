/** The server's own log as a file: a line where a call or a task begins and where it ends, each with its opID to grep for. */
import { createWriteStream } from 'node:fs';
import type { Simulator } from '../server/start.ts';

/** Starts writing; returns how to stop, which resolves once everything is on disk. */
export function writeLog(sim: Simulator, file: string): () => Promise<void> {
  const out = createWriteStream(file, { flags: 'a' });
  const listener = (line: string) => out.write(`${line}\n`);
  const { log } = sim.simulation.site;
  for (const line of log.lines(log.own, 1, Number.POSITIVE_INFINITY).text) listener(line);
  log.listeners.add(listener);
  return () => {
    sim.simulation.site.log.listeners.delete(listener);
    return new Promise((resolve) => out.end(resolve));
  };
}
