/** Reads the imports of src/ and holds the arrows of docs/architecture.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Room -> rooms it may import. `index.ts` is what users see and may import the doors. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  vim25: ['kernel'],
  soap: ['vim25'],
  formats: ['kernel'],
  world: ['vim25', 'kernel'],
  spool: ['kernel', 'formats'],
  state: ['world', 'spool', 'formats', 'vim25', 'kernel'],
  objects: ['world', 'vim25', 'formats', 'spool', 'kernel'],
  faults: ['world', 'vim25', 'kernel'],
  journal: ['world', 'vim25', 'kernel'],
  simulator: ['state', 'objects', 'faults', 'journal', 'soap', 'spool', 'formats', 'world', 'vim25', 'kernel'],
  scenario: ['simulator', 'objects', 'faults', 'world', 'vim25', 'kernel'],
  server: [
    'scenario',
    'simulator',
    'state',
    'objects',
    'faults',
    'journal',
    'soap',
    'spool',
    'world',
    'vim25',
    'kernel',
  ],
  client: ['kernel', 'vim25', 'soap'],
  driver: ['client', 'formats', 'vim25', 'kernel'],
  contract: ['client', 'driver', 'vim25', 'kernel'],
  vitest: ['index.ts', 'server', 'journal', 'kernel'],
  cli: ['index.ts', 'server', 'scenario', 'simulator', 'contract', 'driver', 'client', 'journal', 'kernel'],
  'index.ts': ['server', 'scenario', 'simulator', 'journal', 'faults', 'kernel'],
};

/** Node's own modules that only some rooms may touch. */
const GUARDED: Readonly<Record<string, readonly string[]>> = {
  // The driver brings images from where they are: files and web servers.
  'node:fs': ['spool', 'state', 'scenario', 'server', 'cli', 'contract', 'vim25', 'driver'],
  'node:fs/promises': ['spool', 'state', 'scenario', 'server', 'cli', 'contract', 'driver'],
  'node:http': ['server', 'client', 'cli', 'driver'],
  'node:https': ['server', 'client', 'cli', 'driver'],
  'node:net': ['server', 'cli'],
  'node:tls': ['server', 'client'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function imports(): Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
  return files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const room = file.split('/')[0]!;
    return [...text.matchAll(/(?:from|import\(|import)\s*['"]([^'"]+)['"]/g)].map((m) => {
      const target = m[1]!.startsWith('.') ? relative(SRC, resolve(SRC, dirname(file), m[1]!)).split('/')[0]! : m[1]!;
      return { file, room, target };
    });
  });
}

describe('the arrows between rooms', () => {
  it('point up the list only', () => {
    const wrong = imports().filter(
      ({ room, target }) => target in MAY && target !== room && !MAY[room]?.includes(target),
    );
    expect(wrong.map((w) => `${w.file} -> ${w.target}`)).toEqual([]);
  });

  it('name every room', () => {
    const rooms = readdirSync(SRC).filter((r) => !(r in MAY));
    expect(rooms).toEqual([]);
  });

  it('keep sockets and files in the rooms that own them', () => {
    const wrong = imports().filter(({ room, target }) => GUARDED[target] && !GUARDED[target].includes(room));
    expect(wrong.map((w) => `${w.file} -> ${w.target}`)).toEqual([]);
  });
});
