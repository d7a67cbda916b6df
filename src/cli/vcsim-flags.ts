/** vcsim's flags with its defaults, and what they mean. */
import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { SimError } from '../kernel/errors.ts';

export type Flags = Readonly<Record<string, string | number | boolean>>;

export const FLAGS: Flags = {
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
  load: '',
  l: '127.0.0.1:8989',
  tls: true,
  tlscert: '',
  tlskey: '',
  tunnel: -1,
  username: '',
  password: '',
  E: '-',
  delay: 0,
  'method-delay': '',
  'delay-jitter': '0',
  'api-version': '',
  trace: false,
  'trace-file': '',
  stdinexit: false,
};

/** `ADDRESS:PORT`; no address is all of the machine's. */
export function listenAddress(text: string): { readonly host: string; readonly port: number } {
  const match = /^(?:\[([^\]]+)\]|([^:]*)):(\d+)$/.exec(text);
  if (!match) throw new SimError('ERR_USAGE', `-l takes ADDRESS:PORT, not '${text}'`);
  return { host: match[1] || match[2] || '0.0.0.0', port: Number(match[3]) };
}

/** By what address others reach a server that listens on all: the machine's first that is not only its own. */
export function addressOnNetwork(host: string): string | undefined {
  if (host !== '0.0.0.0' && host !== '::') return undefined;
  const all = Object.entries(networkInterfaces()).filter(([name]) => !/^(docker0|vmnet)/.test(name));
  return all.flatMap(([, list]) => list ?? []).find((a) => a.family === 'IPv4' && !a.internal)?.address;
}

/** A user or password may name a file that holds it. */
export function secret(value: string): string {
  return value !== '' && existsSync(value) ? readFileSync(value, 'utf8').trim() : value;
}

/** Certificate and key to use, when both are given. */
export function tlsFiles(flags: Flags): { tls?: { readonly cert: string; readonly key: string } } {
  const cert = flags['tlscert'] as string;
  const key = flags['tlskey'] as string;
  if (cert === '' && key === '') return {};
  if (cert === '' || key === '') throw new SimError('ERR_USAGE', '-tlscert and -tlskey go together');
  return { tls: { cert: pem('tlscert', cert), key: pem('tlskey', key) } };
}

function pem(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SimError('ERR_USAGE', `-${flag}: ${(error as Error).message}`, { cause: error });
  }
}
