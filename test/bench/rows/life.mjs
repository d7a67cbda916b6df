// Create, switch on, switch off, destroy, each waited for to its end.
import { interleave, Sample } from '../measure.mjs';
import { startPlain } from '../plain.mjs';
import { SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'life';
export const order = 30;

export async function measure({ quick, targets: servers }) {
  const empty = await startPlain('empty-server.mjs');
  const session = new SoapSession(empty.url);
  try {
    return await taken(quick, [
      ...servers,
      { ...empty, name: 'empty', session, folder: 'group-v3', pool: 'resgroup-8' },
    ]);
  } finally {
    session.close();
    await empty.stop();
  }
}

/** Beside the two servers one that does nothing: whoever speaks HTTPS in Node is no faster. */
async function taken(quick, targets) {
  const cold = Object.fromEntries(targets.map(({ name }) => [name, new Sample()]));
  const samples = Object.fromEntries(targets.map(({ name }) => [name, new Sample()]));
  await interleave(targets, quick ? 4 : 10, async ({ name, pid, session, folder, pool }, round) => {
    if (round === 0) {
      await cold[name].many(pid, 25, [session], (lane, index) => live(lane, folder, pool, `cold-${index}`));
      // Both have been running for a while before anybody asks how fast they are: one of them compiles as it goes.
      await new Sample().many(pid, quick ? 25 : 1000, [session], (lane, index) =>
        live(lane, folder, pool, `first-${index}`),
      );
    }
    await samples[name].many(pid, quick ? 10 : 25, [session], (lane, index) =>
      live(lane, folder, pool, `mayfly-${round}-${index}`),
    );
  });
  const { simsphere, vcsim, empty } = samples;
  const row = 'create, on, off, destroy';
  return [
    line(row, 'first 25, server CPU', 'ms', cold.simsphere.cpuEach, cold.vcsim.cpuEach),
    line(row, 'rate', '1/s', simsphere.perSecond, vcsim.perSecond, { better: 'more', atLeast: 5 }),
    line(row, 'server CPU', 'ms', simsphere.cpuEach, vcsim.cpuEach),
    line(row, 'rate of an empty server', '1/s', empty.perSecond, vcsim.perSecond, { better: 'more' }),
    line(row, 'CPU of an empty server', 'ms', empty.cpuEach, vcsim.cpuEach),
    line(row, 'p50', 'ms', simsphere.at(0.5), vcsim.at(0.5)),
    line(row, 'p99', 'ms', simsphere.at(0.99), vcsim.at(0.99)),
  ];
}

async function live(session, folder, pool, name) {
  const task = await session.task(
    `<CreateVM_Task xmlns="urn:vim25"><_this type="Folder">${folder}</_this><config><name>${name}</name>` +
      '<guestId>otherGuest64</guestId><files><vmPathName>[LocalDS_0]</vmPathName></files><numCPUs>1</numCPUs>' +
      `<memoryMB>64</memoryMB></config><pool type="ResourcePool">${pool}</pool></CreateVM_Task>`,
  );
  const vm = await session.property('Task', task, 'info.result');
  for (const verb of ['PowerOnVM_Task', 'PowerOffVM_Task', 'Destroy_Task']) {
    await session.task(`<${verb} xmlns="urn:vim25"><_this type="VirtualMachine">${vm}</_this></${verb}>`);
  }
}
