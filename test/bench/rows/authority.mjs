// What asking whether somebody may costs of one property read, with a permission on each of 1,000 VMs. The peer asks nobody.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimsphere } from '../../compat/target.mjs';
import { interleave, Sample } from '../measure.mjs';
import { propertyRead, SoapSession } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'authority';
export const alone = true;
export const order = 45;

const PERMISSIONS = 1_000;
const WATCHER = { user: 'watcher@vsphere.local', password: 'watching' };
const SCENARIO = `world:
  users:
    - name: ${WATCHER.user}
      password: ${WATCHER.password}
      roles:
        - { role: ReadOnly, on: / }
`;

export async function measure({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const targets = [];
  try {
    for (const mode of ['enforce', 'off']) targets.push(await open(folder, mode));
    const samples = { enforce: new Sample(), off: new Sample() };
    const batch = quick ? 1_000 : 2_000;
    await interleave(targets, quick ? 6 : 16, async ({ name: mode, pid, watcher, vms }, round) => {
      const reads = vms.map((vm) => propertyRead('VirtualMachine', vm, 'runtime.powerState'));
      // The first round is for the compiler.
      const sample = round === 0 ? new Sample() : samples[mode];
      await sample.many(pid, batch, [watcher], (session, i) => session.send(reads[i % reads.length]));
    });
    const { enforce, off } = samples;
    const row = `one property, ${PERMISSIONS} permissions`;
    const share = (100 * (enforce.cpuEach - off.cpuEach)) / enforce.cpuEach;
    return [
      line(row, 'server CPU', 'ms', enforce.cpuEach, undefined),
      line(row, 'of it to ask who may', '%', Math.max(0, share), undefined, { atMost: 5 }),
    ];
  } finally {
    for (const { watcher, stop } of targets) {
      watcher.close();
      await stop();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(folder, mode) {
  const scenario = join(folder, 'watcher.yaml');
  writeFileSync(scenario, SCENARIO);
  const flags = ['--standalone-host', '0', '--vm', `${PERMISSIONS}`, '--permissions', mode, '--scenario', scenario];
  const target = await startSimsphere(mkdtempSync(join(folder, `${mode}-`)), flags);
  const administrator = await SoapSession.open(target);
  const vms = [];
  for (let i = 0; i < PERMISSIONS; i += 1) {
    const vm = await administrator.find(`DC0/vm/DC0_C0_RP0_VM${i}`);
    await administrator.text(
      '<SetEntityPermissions xmlns="urn:vim25"><_this type="AuthorizationManager">AuthorizationManager</_this>' +
        `<entity type="VirtualMachine">${vm}</entity><permission><principal>VSPHERE.LOCAL\\watcher</principal>` +
        '<group>false</group><roleId>-2</roleId><propagate>true</propagate></permission></SetEntityPermissions>',
    );
    vms.push(vm);
  }
  administrator.close();
  return { ...target, name: mode, vms, watcher: await SoapSession.open({ ...target, ...WATCHER }) };
}
