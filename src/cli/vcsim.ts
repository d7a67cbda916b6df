/** `simsphere vcsim`: takes the place of the `vcsim` binary in scripts; its flags in Go's forms, its line, its signals. */
import { randomUUID } from 'node:crypto';
import type { StartOptions } from '../server/start.ts';

/** Words that need no world import nothing of it: scripts say them hundreds of times. */
export async function vcsim(words: readonly string[]): Promise<number> {
  if (words[0] === 'uuidgen') return print(`${randomUUID()}\n`);
  if (words[0] === 'version') return (await import('./version.ts')).version();
  const [{ goFlags }, { FLAGS }] = await Promise.all([import('./go-flags.ts'), import('./vcsim-flags.ts')]);
  return serve(goFlags(words, FLAGS));
}

type Flags = Readonly<Record<string, string | number | boolean>>;

async function serve(flags: Flags): Promise<number> {
  const [{ startSimulator }, { stopSignal }, { vcsimOptions, vcsimUrl }, { announce }] = await Promise.all([
    import('../server/start.ts'),
    import('./signals.ts'),
    import('./vcsim-options.ts'),
    import('./announcement.ts'),
  ]);
  const options = await vcsimOptions(flags);
  // Listened for before anybody can know of us: whoever does may send the signal at once.
  const stopped = stopSignal();
  const endTrace = await trace(flags);
  const sim = await startSimulator(options);
  let tunnel: { readonly port: number; close(): Promise<void> } | undefined;
  try {
    tunnel = await tunnelTo(sim.url, flags['tunnel'] as number);
    const url = new URL(vcsimUrl(sim.url, flags));
    if (tunnel) url.searchParams.set('GOVMOMI_TUNNEL_PROXY_PORT', String(tunnel.port));
    const ended = flags['stdinexit'] === true ? Promise.race([stopped, stdinEnd()]) : stopped;
    await announce(line(url, options), flags['E'] as string, ended);
    await ended;
  } finally {
    await tunnel?.close();
    await sim.close();
    await endTrace?.();
    // While it is read it keeps the process.
    if (flags['stdinexit'] === true) process.stdin.destroy();
  }
  return 0;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function trace(flags: Flags): Promise<(() => Promise<void>) | undefined> {
  const file = flags['trace-file'] as string;
  if (flags['trace'] !== true && file === '') return undefined;
  return (await import('./trace.ts')).writeTrace(file);
}

async function tunnelTo(url: string, port: number): Promise<{ port: number; close(): Promise<void> } | undefined> {
  return port < 0 ? undefined : (await import('./tunnel.ts')).openTunnel(url, port);
}

/** The line scripts evaluate. */
function line(url: URL, { user, password }: StartOptions): string {
  url.username = encodeURIComponent(user ?? 'user');
  url.password = encodeURIComponent(password ?? 'pass');
  return `export GOVC_URL=${url.href} GOVC_SIM_PID=${process.pid}\n`;
}

function stdinEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.on('end', resolve).on('close', resolve).resume();
  });
}
