/** `simsphere vcsim`: takes the place of the `vcsim` binary in scripts; its flags in Go's forms, its line, its signals. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { SimError } from '../kernel/errors.ts';
import { goFlags } from './go-flags.ts';
import { stopSignal } from './signals.ts';

export async function vcsim(words: readonly string[]): Promise<number> {
  if (words[0] === 'uuidgen') return print(`${randomUUID()}\n`);
  if (words[0] === 'version') return (await import('./version.ts')).version();
  const flags = goFlags(words, FLAGS);
  if (flags['api-version'] === '') delete flags['api-version'];
  const { startSimulator } = await import('../server/start.ts');
  const { startOptions } = await import('./start-options.ts');
  const { host, port } = listenAddress(flags['l'] as string);
  const user = secret(flags['username'] as string);
  const password = secret(flags['password'] as string);
  const own = user !== '' || password !== '';
  const sim = await startSimulator({
    ...startOptions(flags, port),
    listen: host,
    port,
    http: flags['tls'] === false,
    ...(own ? { user: user || 'user', password: password || 'pass' } : { anyLogin: true }),
    ...tlsFiles(flags),
  });
  // Listened for before the line goes out: whoever reads it may send the signal at once.
  const stopped = stopSignal();
  announce(sim.url, user || 'user', password || 'pass', flags['E'] as string);
  if (flags['stdinexit'] === true) await Promise.race([stopped, stdinEnd()]);
  else await stopped;
  await sim.close();
  return 0;
}

/** vcsim's flags with its defaults. */
const FLAGS: Readonly<Record<string, string | number | boolean>> = {
  dc: 1,
  cluster: 1,
  host: 3,
  'standalone-host': 1,
  ds: 1,
  vm: 2,
  pool: 0,
  app: 0,
  pod: 0,
  pg: 1,
  'pg-nsx': 0,
  nsx: 0,
  folder: 0,
  autostart: true,
  esx: false,
  l: '127.0.0.1:8989',
  tls: true,
  tlscert: '',
  tlskey: '',
  username: '',
  password: '',
  E: '-',
  'api-version': '',
  stdinexit: false,
};

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function listenAddress(text: string): { host: string; port: number } {
  const match = /^(?:\[([^\]]+)\]|([^:]*)):(\d+)$/.exec(text);
  if (!match) throw new SimError('ERR_USAGE', `-l takes ADDRESS:PORT, not '${text}'`);
  return { host: match[1] || match[2] || '127.0.0.1', port: Number(match[3]) };
}

/** A user or password may name a file that holds it. */
function secret(value: string): string {
  return value !== '' && existsSync(value) ? readFileSync(value, 'utf8').trim() : value;
}

function tlsFiles(flags: Readonly<Record<string, string | number | boolean>>): object {
  const cert = flags['tlscert'] as string;
  const key = flags['tlskey'] as string;
  if (cert === '' || key === '') return {};
  return { tls: { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } };
}

/** Writes the line scripts evaluate: to stdout, or to a fifo that somebody reads. */
function announce(url: string, user: string, password: string, to: string): void {
  const withUser = new URL(url);
  withUser.username = encodeURIComponent(user);
  withUser.password = encodeURIComponent(password);
  const line = `export GOVC_URL=${withUser.href} GOVC_SIM_PID=${process.pid}\n`;
  if (to === '-') process.stdout.write(line);
  else writeFileSync(to, line);
}

function stdinEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.on('end', resolve).on('close', resolve).resume();
  });
}
