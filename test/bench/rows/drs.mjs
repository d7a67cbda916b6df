// Who goes where: placements and looks at a cluster of 10,000 VMs on 200 hosts. The peer picks at random.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimsphere } from '../../compat/target.mjs';
import { Sample } from '../measure.mjs';
import { SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'drs';
export const alone = true;
export const order = 30;

const MACHINES = 10_000;
const HOSTS = 200;

export async function measure({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const flags = ['--host', `${HOSTS}`, '--standalone-host', '0', '--vm', `${MACHINES}`];
  const target = await startSimsphere(folder, flags);
  const session = await SoapSession.open(target);
  try {
    const cluster = await session.find('DC0/host/DC0_C0');
    const vm = await session.find(`DC0/vm/DC0_C0_RP0_VM${MACHINES >> 1}`);
    // What is found is to be looked at, not done: a look is measured, and not the migrations after it.
    await session.task(
      `<ReconfigureComputeResource_Task xmlns="urn:vim25"><_this type="ClusterComputeResource">${cluster}</_this>` +
        '<spec xsi:type="ClusterConfigSpecEx"><drsConfig><defaultVmBehavior>manual</defaultVmBehavior>' +
        '<vmotionRate>1</vmotionRate></drsConfig></spec><modify>true</modify></ReconfigureComputeResource_Task>',
    );
    const place =
      `<PlaceVm xmlns="urn:vim25"><_this type="ClusterComputeResource">${cluster}</_this><placementSpec>` +
      `<vm type="VirtualMachine">${vm}</vm><placementType>relocate</placementType></placementSpec></PlaceVm>`;
    const look = `<RefreshRecommendation xmlns="urn:vim25"><_this type="ClusterComputeResource">${cluster}</_this></RefreshRecommendation>`;
    const nothing =
      '<CurrentTime xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></CurrentTime>';
    const [placements, looks, empty] = [new Sample(), new Sample(), new Sample()];
    const send = (body) => (lane) => lane.send(body);
    for (const body of [place, nothing]) await new Sample().many(target.pid, 200, [session], send(body));
    await placements.many(target.pid, quick ? 200 : 1000, [session], send(place));
    await empty.many(target.pid, quick ? 200 : 1000, [session], send(nothing));
    await looks.many(target.pid, quick ? 3 : 10, [session], send(look));
    const row = `DRS, ${MACHINES} VMs on ${HOSTS} hosts`;
    return [
      line(row, 'placement beyond an empty call, server CPU', 'ms', placements.cpuEach - empty.cpuEach, undefined, {
        atMost: 1,
      }),
      line(row, 'placement, p50', 'ms', placements.at(0.5)),
      line(row, 'look and balance, server CPU', 'ms', looks.cpuEach, undefined, { atMost: 1000 }),
    ];
  } finally {
    session.close();
    await target.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
