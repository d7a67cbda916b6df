// What it costs to ask permission: one property read where permissions count, and where they do not. 1,000 are set in both.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimsphere } from '../../compat/target.mjs';
import { interleave, Sample } from '../measure.mjs';
import { propertyRead, SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'authority';
export const order = 35;
export const alone = true;

const PERMISSIONS = 1000;
// The administrator is not asked. The reader may read everything, and has a permission of their own on every second VM.
const READER = 'reader@vsphere.local';
const SCENARIO = `name: reader
world:
  users:
    - { name: ${READER}, password: reader, roles: [{ role: ReadOnly, on: / }] }
    - { name: somebody@vsphere.local, password: somebody }
`;

/** Two processes of one program differ by more than what is looked for here; so there are several pairs, and their middle. */
export async function measure({ quick }) {
  const costs = [];
  const all = { enforce: new Sample(), off: new Sample() };
  for (let pair = 0; pair < (quick ? 1 : 7); pair += 1) {
    const { enforce, off } = await pairOf(quick ? 40 : 60);
    costs.push((enforce.cpuEach / off.cpuEach - 1) * 100);
    all.enforce.take(enforce);
    all.off.take(off);
  }
  const row = `one property, ${PERMISSIONS} permissions set`;
  const middle = costs.toSorted((a, b) => a - b)[costs.length >> 1];
  return [
    line(row, 'permissions enforced, server CPU', 'ms', all.enforce.cpuEach),
    line(row, 'not enforced, server CPU', 'ms', all.off.cpuEach),
    line(row, 'what asking costs, the middle pair', '%', middle, undefined, { atMost: 5 }),
  ];
}

async function pairOf(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const scenario = join(folder, 'reader.yaml');
  writeFileSync(scenario, SCENARIO);
  const targets = await Promise.all(
    ['enforce', 'off'].map((mode) => open(mode, mkdtempSync(join(folder, 's-')), scenario)),
  );
  try {
    const samples = Object.fromEntries(targets.map(({ name }) => [name, new Sample()]));
    // Short turns, so that whatever else the machine does falls on both alike.
    const batch = 200;
    await interleave(targets, rounds, async ({ name, pid, session, machines }, round) => {
      const reads = machines.map((vm) => propertyRead('VirtualMachine', vm, 'runtime.powerState'));
      const send = (lane, index) => lane.send(reads[index % reads.length]);
      if (round === 0) await new Sample().many(pid, 4000, [session], send);
      await samples[name].many(pid, batch, [session], send);
    });
    return samples;
  } finally {
    for (const { session, stop } of targets) {
      session.close();
      await stop();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(mode, folder, scenario) {
  const flags = ['--vm', `${PERMISSIONS}`, '--standalone-host', '0', '--scenario', scenario, '--permissions', mode];
  const target = await startSimsphere(folder, flags);
  const admin = await SoapSession.open(target);
  const machines = [];
  for (let index = 0; index < PERMISSIONS; index += 1) {
    const vm = await admin.find(`DC0/vm/DC0_C0_RP0_VM${index}`);
    const principal = index % 2 === 0 ? READER : 'somebody@vsphere.local';
    await admin.send(
      '<SetEntityPermissions xmlns="urn:vim25"><_this type="AuthorizationManager">AuthorizationManager</_this>' +
        `<entity type="VirtualMachine">${vm}</entity><permission><principal>${principal}</principal><group>false</group>` +
        '<roleId>-2</roleId><propagate>true</propagate></permission></SetEntityPermissions>',
    );
    machines.push(vm);
  }
  admin.close();
  const session = await SoapSession.open({ ...target, user: READER, password: 'reader' });
  const refused = await session.annotate(machines[0], 'mine').then(
    () => false,
    () => true,
  );
  if (refused !== (mode === 'enforce')) throw new Error(`with --permissions ${mode} a reader may write: ${!refused}`);
  return { ...target, name: mode, session, machines };
}
