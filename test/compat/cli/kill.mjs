// serve: none
// A server with --state is killed again and again while clients write: what was acknowledged is there, what was not is
// whole or absent. KILLS: how often (200). SEED: the dice of who writes what and when a kill comes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../node/case.mjs';
import { Caller, Events, File, Folder, Machine, Note, Power } from '../node/registers.mjs';

const KILLS = Number(process.env.KILLS ?? 200);
const SEED = Number(process.env.SEED ?? 8989);
const MAIN = process.env.SIMSPHERE_MAIN ?? join(import.meta.dirname, '../../../dist/cli/main.js');
const FLAGS = ['--port', '0', '--http', '--cluster', '0', '--vm', '3', '--latency', 'realistic', '--clock', 'x200'];
const USER = { user: 'administrator@vsphere.local', password: 'simsphere' };

const dice = diceOf(SEED);
const home = mkdtempSync(join(tmpdir(), 'simsphere-kill-'));
const state = join(home, 'state');

/** Each writer does one thing after the other; all of them at once. */
const names = (name, count) => Array.from({ length: count }, (_, i) => `${name}${i}`);
const files = names('file', 6).map((name) => new File(name));
const writers = [
  files.slice(0, 3),
  files.slice(3),
  names('folder', 2).map((name) => new Folder(name)),
  names('machine', 2).map((name) => new Machine(name)),
  [new Note('DC0_H0_VM0')],
  [new Power('DC0_H0_VM1')],
  [new Events()],
];

await run('kill', {
  [`${KILLS} times kill -9 while seven clients write: what was acknowledged is there, what was not is whole or absent`]:
    async () => {
      let acknowledged = 0;
      let snapshots = 0;
      try {
        for (let kill = 0; kill <= KILLS; kill++) {
          const server = await start();
          const caller = await Caller.of({ ...USER, url: server.url });
          for (const register of writers.flat()) await register.check(caller);
          const there = files.filter(({ known }) => known !== undefined).length;
          assert.equal(
            readdirSync(join(state, 'extents')).length,
            there,
            'extents are left that nobody names, or are missing',
          );
          snapshots = Math.max(
            snapshots,
            ...readdirSync(state).map((name) => Number(/^snapshot-(\d+)$/.exec(name)?.[1] ?? 0)),
          );
          if (kill === KILLS) {
            await server.end('SIGTERM');
            break;
          }
          const load = Promise.all(writers.map((registers) => write(registers, server)));
          const enough = Math.floor(2 + dice() * 40);
          while (server.acknowledged < enough && !server.failed) await pause(1);
          await pause(dice() * 20);
          await server.end('SIGKILL');
          await load;
          if (server.failed) throw server.failed;
          acknowledged += server.acknowledged;
          if ((kill + 1) % 20 === 0) console.error(`# ${kill + 1} kills, ${acknowledged} writes acknowledged`);
        }
        console.log(`# ${acknowledged} writes were acknowledged, ${snapshots} snapshots taken`);
        assert.ok(acknowledged > KILLS, `only ${acknowledged} writes were acknowledged`);
      } catch (error) {
        throw new Error(`SEED=${SEED}: ${error.message}; the directory is ${state}`, { cause: error });
      }
      rmSync(home, { recursive: true });
    },
});

/** Writes until the server is gone. */
async function write(registers, server) {
  try {
    const caller = await Caller.of({ ...USER, url: server.url });
    for (;;) {
      await registers[Math.floor(dice() * registers.length)].step(caller, dice);
      server.acknowledged += 1;
    }
  } catch (error) {
    // What fails because the server was killed is no failure; any other ends the run at its next look.
    if (!server.gone) server.failed ??= error;
  }
}

async function start() {
  const ready = join(home, 'ready.json');
  rmSync(ready, { force: true });
  const child = spawn(process.execPath, [MAIN, 'serve', '--state', state, '--ready-file', ready, ...FLAGS], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const exited = once(child, 'exit');
  while (!existsSync(ready)) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${said}`);
    await pause(5);
  }
  const server = {
    url: JSON.parse(readFileSync(ready, 'utf8')).url,
    gone: false,
    acknowledged: 0,
    failed: undefined,
    end: async (signal) => {
      assert.ok(child.exitCode === null && child.signalCode === null, `the server ended by itself: ${said}`);
      assert.doesNotMatch(said, /^\s+at .+:\d+:\d+\)?$/m, `the server logged a stack: ${said}`);
      server.gone = true;
      child.kill(signal);
      await exited;
    },
  };
  return server;
}

/** A small generator of numbers from 0 to 1. */
function diceOf(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
