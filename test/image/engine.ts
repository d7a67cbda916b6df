/** A Docker engine: the one that answers, or one that is started here, without any registry of images, and stopped again. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../snippet.ts';

const CACHE = join(ROOT, '.cache', 'image');
const AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';
const HINT = "a Docker engine is needed; as root on Debian, 'apt-get install docker.io debootstrap' is enough";

export class Engine {
  readonly #env: NodeJS.ProcessEnv;
  readonly #own: { readonly home: string; readonly daemon: ChildProcess } | undefined;

  private constructor(env: NodeJS.ProcessEnv, own?: { home: string; daemon: ChildProcess }) {
    this.#env = { ...process.env, ...env };
    this.#own = own;
  }

  static async find(): Promise<Engine> {
    const known = new Engine({});
    if (known.#answers()) return known;
    const home = mkdtempSync(join(tmpdir(), 'simsphere-engine-'));
    const paths = ['--data-root', 'data', '--exec-root', 'exec', '--pidfile', 'pid'].map((word, i) =>
      i % 2 ? join(home, word) : word,
    );
    const socket = `unix://${join(home, 'socket')}`;
    const log = openSync(join(home, 'log'), 'w');
    const daemon = spawn('dockerd', [...paths, '--host', socket], { stdio: ['ignore', log, log] });
    // What Docker builds with otherwise fetches a part of itself from a registry.
    const engine = new Engine({ DOCKER_HOST: socket, DOCKER_BUILDKIT: '0' }, { home, daemon });
    const started = new Promise((_, reject) => daemon.once('error', () => reject(new Error(HINT))));
    try {
      await Promise.race([started, engine.#up()]);
      engine.#bringBase();
      return engine;
    } catch (error) {
      if (daemon.pid !== undefined && daemon.exitCode === null) await engine.close();
      throw error;
    }
  }

  /** Runs a line of shell as somebody would who has this engine; what it printed, or what went wrong thrown. */
  sh(line: string, cwd: string = ROOT): string {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8', env: this.#env });
    if (status !== 0) throw new Error(`${line}\n${stdout}${stderr}`);
    return stdout.trim();
  }

  async close(): Promise<void> {
    if (!this.#own) return;
    const { home, daemon } = this.#own;
    const ended = new Promise((resolve) => daemon.once('close', resolve));
    daemon.kill();
    await ended;
    // It leaves this one behind.
    spawnSync('umount', [join(home, 'exec/netns/default')]);
    rmSync(home, { recursive: true, force: true });
  }

  #answers(): boolean {
    return spawnSync('docker', ['version'], { env: this.#env }).status === 0;
  }

  async #up(): Promise<void> {
    const { home, daemon } = this.#own!;
    while (!this.#answers()) {
      if (daemon.exitCode !== null) throw new Error(`${readFileSync(join(home, 'log'), 'utf8')}\n${HINT}`);
      await pause(200);
    }
  }

  /** What the Dockerfile begins with, out of Debian's packages and this Node. */
  #bringBase(): void {
    const [, base, suite] = /^FROM (node:\d+-(\w+)-slim)$/m.exec(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'))!;
    const tree = join(CACHE, `${suite}-${process.version}`);
    if (!existsSync(join(tree, 'usr/local/bin/npm'))) this.#makeBase(tree, suite!);
    const trusts = existsSync(AUTHORITIES) ? `--change 'ENV NODE_EXTRA_CA_CERTS=${AUTHORITIES}'` : '';
    this.sh(`tar -C ${tree} -c . | docker import ${trusts} - ${base}`);
  }

  #makeBase(tree: string, suite: string): void {
    rmSync(tree, { recursive: true, force: true });
    const site = this.sh(`apt-get indextargets --format '$(SITE)' | grep -v security | sort -u | head -1`);
    this.sh(`debootstrap --variant=minbase ${suite} ${tree} ${site}`);
    this.sh(`chroot ${tree} useradd --uid 1000 --user-group --create-home node`);
    const npm = realpathSync(this.sh('command -v npm'));
    const packages = join(tree, 'usr/local/lib/node_modules');
    mkdirSync(packages, { recursive: true });
    cpSync(join(npm, '../..'), join(packages, 'npm'), { recursive: true });
    cpSync(process.execPath, join(tree, 'usr/local/bin/node'));
    if (existsSync(AUTHORITIES))
      this.sh(`mkdir -p ${tree}/etc/ssl/certs && cp -L ${AUTHORITIES} ${tree}${AUTHORITIES}`);
    // Last, since it says that all of it is there.
    this.sh(`ln -s ../lib/node_modules/npm/bin/npm-cli.js ${tree}/usr/local/bin/npm`);
  }
}
