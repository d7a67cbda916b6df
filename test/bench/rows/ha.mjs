// Most hosts of a cluster fail at once: HA starts what ran on them on those that are left. The peer has no HA.
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuSeconds, startSimsphere } from '../../compat/target.mjs';
import { SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'ha';
export const alone = true;
export const order = 40;

const MACHINES = 10_000;
const HOSTS = 200;
/** Which of `DC0_C0_H0` to `DC0_C0_H199` fail: 111 of them. */
const FAILING = 'DC0_C0_H1*';
const LOST = 111;

export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const flags = ['--host', `${HOSTS}`, '--standalone-host', '0', '--vm', `${MACHINES}`, '--clock', 'manual'];
  const target = await startSimsphere(folder, flags);
  const session = await SoapSession.open(target);
  try {
    const cluster = await session.find('DC0/host/DC0_C0');
    await session.task(
      `<ReconfigureComputeResource_Task xmlns="urn:vim25"><_this type="ClusterComputeResource">${cluster}</_this>` +
        '<spec xsi:type="ClusterConfigSpecEx"><dasConfig><enabled>true</enabled></dasConfig></spec>' +
        '<modify>true</modify></ReconfigureComputeResource_Task>',
    );
    const crash = {
      when: { after: '1s' },
      limits: { times: 1 },
      effect: { world: { verb: 'host.crash', name: FAILING } },
    };
    await control(target, 'faults', crash);
    // The crash and the wait for heartbeats; then the restarts.
    await control(target, 'clock', { advance: '17s' });
    const [begin, cpu] = [performance.now(), cpuSeconds(target.pid)];
    await control(target, 'clock', { advance: '2500ms' });
    const seconds = (performance.now() - begin) / 1000;
    const used = cpuSeconds(target.pid) - cpu;
    const restarted = (MACHINES / HOSTS) * LOST;
    const row = `HA, ${restarted} of ${MACHINES} VMs on ${HOSTS} hosts`;
    return [
      line(row, 'restarted', 's', seconds, undefined, { atMost: 10 }),
      line(row, 'each, server CPU', 'ms', (1000 * used) / restarted, undefined, { atMost: 2 }),
    ];
  } finally {
    session.close();
    await target.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function control({ env }, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const url = `${env.SIMSPHERE_CONTROL_URL}/${path}`;
    const sent = request(url, { method: 'POST', headers, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode < 300 ? resolve() : reject(new Error(`${path}: ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
