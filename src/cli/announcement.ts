/** The one line a script waits for: on stdout, or in a fifo or file. */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { SimError } from '../kernel/errors.ts';

const { O_WRONLY, O_CREAT, O_TRUNC, O_NONBLOCK } = constants;
/** Milliseconds between two looks whether somebody reads a fifo. */
const AGAIN = 10;

/** Resolves once the line is written, or nobody waits for it any more. */
export async function announce(line: string, to: string, ended: Promise<unknown>): Promise<void> {
  if (to === '-') {
    process.stdout.write(line);
    return;
  }
  let waits = true;
  const given = ended.then(() => {
    waits = false;
  });
  while (waits && !wrote(line, to)) await Promise.race([given, new Promise((resolve) => setTimeout(resolve, AGAIN))]);
}

/** False while nobody has opened the fifo for reading. An open that waited for a reader would keep signals waiting too. */
function wrote(line: string, to: string): boolean {
  try {
    const file = openSync(to, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK, 0o644);
    writeSync(file, line);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return false;
    throw new SimError('ERR_USAGE', `-E ${to}: ${(error as Error).message}`, { cause: error });
  }
}
