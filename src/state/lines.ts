/** Files of checked lines: each is a JSON text with its CRC-32 before it, so that one that was torn or damaged is known. */
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { SimError } from '../kernel/errors.ts';

export interface Line {
  readonly json: unknown;
  /** Where in the file it begins. */
  readonly at: number;
}

const CHUNK = 2 ** 20;
const NEWLINE = 10;
/** Hexadecimal digits of the CRC and the space behind them. */
const HEAD = 9;

/** A JSON text as a line. */
export function framed(json: string): string {
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

/**
 * The lines of a file, one after the other; returns where the last whole one ends. What was being written when the process
 * ended is a last line without an end: `torn` says whether there may be one. Throws ERR_STATE_DIR at anything else.
 */
export function* readLines(path: string, torn: boolean): Generator<Line, number> {
  const file = openSync(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    let at = 0;
    for (let read = chunkOf(file); read.length > 0; read = chunkOf(file)) {
      const bytes = rest.length === 0 ? read : Buffer.concat([rest, read]);
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        yield { json: parsed(bytes.subarray(from, end), path, at), at };
        at += end + 1 - from;
        from = end + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
    }
    if (rest.length > 0 && !torn) throw damaged(path, at, 'it is cut off');
    return at;
  } finally {
    closeSync(file);
  }
}

function chunkOf(file: number): Buffer {
  const bytes = Buffer.allocUnsafe(CHUNK);
  return bytes.subarray(0, readSync(file, bytes));
}

function parsed(line: Buffer, path: string, at: number): unknown {
  const text = line.toString('utf8', HEAD);
  if (line.toString('latin1', 0, HEAD) !== `${crc32(text).toString(16).padStart(8, '0')} `) {
    throw damaged(path, at, 'the line there is damaged');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(path, at, 'the line there is no JSON');
  }
}

/** What to say of a directory that is not as it was left. */
export function damaged(path: string, at: number, what: string): SimError {
  const cut = `to go on with what stands before it: truncate -s ${at} '${path}', and remove any log of a higher number`;
  const back = 'put the directory back from a copy, or load a dump into an empty one';
  const isLog = /log-\d+$/.test(path);
  return new SimError('ERR_STATE_DIR', `${path} at byte ${at}: ${what}`, { hint: isLog ? cut : back });
}
