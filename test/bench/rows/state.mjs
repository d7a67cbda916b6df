// Back to the start, and back to an image: how long the simulator takes, and nobody is served meanwhile.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { line } from '../table.mjs';

export const name = 'state';
export const alone = true;

export async function measure({ quick }) {
  const { startSimulator } = await import('../../../dist/index.js');
  const lines = [];
  {
    const sim = await startSimulator({ http: true });
    const times = await repeat(quick ? 40 : 200, async () => {
      await rename(sim, 6);
      return timed(() => sim.reset());
    });
    lines.push(line('reset, default model', 'p50', 'ms', at(times, 0.5), undefined, { atMost: 5 }));
    lines.push(line('reset, default model', 'p99', 'ms', at(times, 0.99)));
    await sim.close();
  }
  const vms = 10_000;
  const sim = await startSimulator({ http: true, inventory: { vm: vms / 2 } });
  const row = `image, ${vms} VMs`;
  const saved = await repeat(10, () => timed(() => sim.simulation.save('image')));
  lines.push(line(row, 'save', 'ms', at(saved, 0.5)));
  for (const changed of [vms / 10, vms]) {
    const times = await repeat(quick ? 5 : 15, async () => {
      await rename(sim, changed);
      return timed(() => sim.simulation.restore('image'));
    });
    const limit = changed === vms ? { atMost: 200 } : {};
    lines.push(line(row, `restore, ${changed} of them changed, p50`, 'ms', at(times, 0.5), undefined, limit));
  }
  await sim.close();
  lines.push(...(await kept(startSimulator, quick)));
  return lines;
}

/** What it costs to keep the world in a directory: the same changes with and without. */
async function kept(startSimulator, quick) {
  const home = await mkdtemp(join(tmpdir(), 'simsphere-bench-'));
  const cost = {};
  try {
    for (const state of [undefined, join(home, 'state')]) {
      const sim = await startSimulator({ http: true, ...(state && { state }) });
      const times = await repeat(quick ? 20 : 100, async () => {
        sim.reset();
        return timed(() => rename(sim, 6));
      });
      cost[state ? 'kept' : 'alone'] = at(times, 0.5);
      await sim.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  const row = '6 renames in process';
  return [line(row, 'p50', 'ms', cost.alone), line(row, 'p50 with --state', 'ms', cost.kept)];
}

/** Gives so many machines another name, each in a turn of its own. */
async function rename({ simulation }, count) {
  const { world } = simulation.site;
  let left = count;
  for (const vm of world.ofType('VirtualMachine')) {
    if (left-- === 0) break;
    world.turn(() => world.update(vm, { name: `${vm.state.name}x` }));
  }
}

async function timed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function repeat(times, act) {
  const taken = [];
  for (let i = 0; i < times; i++) taken.push(await act());
  return taken;
}

function at(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
