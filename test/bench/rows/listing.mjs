// Reads of all VMs, with one VM changed between any two of them.
import { cpuOf, interleave, Sample } from '../measure.mjs';
import { listing } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'listing';
export const order = 10;

// Reads in one batch.
const BATCH = 10;

const READS = [
  { row: 'name and power state of all VMs', paths: ['name', 'runtime.powerState'], atLeast: 5, rounds: [8, 3] },
  { row: 'config of all VMs', paths: ['config'], atLeast: 10, rounds: [4, 2] },
];

export async function measure({ quick, targets }) {
  const lines = [];
  for (const { row, paths, atLeast, rounds } of READS) {
    for (const gzip of [false, true]) {
      const title = gzip ? `${row}, gzip` : row;
      const samples = await reads(targets, paths, gzip, rounds[quick ? 1 : 0]);
      const { simsphere, vcsim } = samples.warm;
      if (!gzip) {
        lines.push(
          line(title, 'first read', 'ms', samples.cold.simsphere.at(0), samples.cold.vcsim.at(0), { atLeast: 1 }),
        );
      }
      lines.push(
        line(title, 'server CPU', 'ms', simsphere.cpuEach, vcsim.cpuEach, gzip ? {} : { atLeast }),
        line(title, 'p50', 'ms', simsphere.at(0.5), vcsim.at(0.5)),
        line(title, 'p99', 'ms', simsphere.at(0.99), vcsim.at(0.99)),
        line(title, 'answer', 'KB', simsphere.bytes / 1000, vcsim.bytes / 1000),
      );
    }
  }
  return lines;
}

/**
 * Batches of reads with a change after each, and batches of the same changes alone; what the reads cost is the
 * difference, so that work the server puts off to its next idle moment is counted too.
 */
async function reads(targets, paths, gzip, rounds) {
  const cold = {};
  const warm = {};
  for (const { name, session, view } of targets) {
    cold[name] = new Sample();
    warm[name] = new Sample();
    await cold[name].once(() => session.send(listing(view, paths), { gzip, keep: false }));
  }
  await interleave(targets, rounds, async (target, round) => {
    const { name, pid, session, view } = target;
    if (round === 0) for (let index = 0; index < BATCH; index += 1) await change(target, 'before', index);
    const both = await cpuOf(pid, async () => {
      for (let index = 0; index < BATCH; index += 1) {
        await change(target, round, index);
        await warm[name].once(() => session.send(listing(view, paths), { gzip, keep: false }));
      }
    });
    const alone = await cpuOf(pid, async () => {
      for (let index = 0; index < BATCH; index += 1) await change(target, round, index + BATCH);
    });
    warm[name].cpu += both - alone;
  });
  return { cold, warm };
}

/** Alternately what the short listing shows and what only the config does. */
const change = ({ session, victim }, round, index) =>
  index % 2 === 0
    ? session.rename(victim, `changed-${round}-${index}`)
    : session.annotate(victim, `round ${round}, change ${index}`);
