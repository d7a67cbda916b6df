// One property of one VM, the smallest useful request.
import { interleave, Sample } from '../measure.mjs';
import { propertyRead, SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'property';
export const order = 20;

export async function measure({ quick, targets }) {
  const cold = sampleEach(targets);
  const alone = sampleEach(targets);
  const together = sampleEach(targets);
  const lanes = {};
  for (const target of targets) {
    lanes[target.name] = await Promise.all(Array.from({ length: 8 }, () => SoapSession.open(target)));
  }
  const batch = quick ? 200 : 500;
  await interleave(targets, quick ? 4 : 10, async ({ name, pid, victim }, round) => {
    const read = propertyRead('VirtualMachine', victim, 'runtime.powerState');
    if (round === 0) {
      await cold[name].many(pid, 200, lanes[name].slice(0, 1), (session) => session.send(read));
      // Both have been running for a while before anybody asks how fast they are: one of them compiles as it goes.
      await new Sample().many(pid, batch, lanes[name], (session) => session.send(read));
    }
    await alone[name].many(pid, batch, lanes[name].slice(0, 1), (session) => session.send(read));
    await together[name].many(pid, batch / 4, lanes[name], (session) => session.send(read));
  });
  for (const sessions of Object.values(lanes)) for (const session of sessions) session.close();
  const row = 'one property';
  return [
    line(row, 'first 200, server CPU', 'ms', cold.simsphere.cpuEach, cold.vcsim.cpuEach),
    line(row, 'server CPU', 'ms', alone.simsphere.cpuEach, alone.vcsim.cpuEach, { atLeast: 2 }),
    line(row, 'p50', 'ms', alone.simsphere.at(0.5), alone.vcsim.at(0.5)),
    line(row, 'p99', 'ms', alone.simsphere.at(0.99), alone.vcsim.at(0.99)),
    line(row, '8 at once', '1/s', together.simsphere.perSecond, together.vcsim.perSecond, { better: 'more' }),
    line(row, '8 at once, server CPU', 'ms', together.simsphere.cpuEach, together.vcsim.cpuEach),
  ];
}

const sampleEach = (targets) => Object.fromEntries(targets.map(({ name }) => [name, new Sample()]));
