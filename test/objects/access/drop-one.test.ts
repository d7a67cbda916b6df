import { describe, expect, it } from 'vitest';
import type { VsphereError } from '../../../src/client/index.ts';
import { vmKind } from '../../../src/objects/machine/virtual-machine.ts';
import type { Site } from '../../../src/objects/site.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { withTools } from '../guest.ts';
import { FLOW, Scene } from './service-account-flow.ts';

const ROLE = 'OpenStack';
const COUNTS = { cluster: 1, host: 3, standaloneHost: 0, vm: 4, ds: 2, pool: 1, autostart: false };
const INVENTORY = { ...COUNTS, hostName: 'DC0_C0_H{h}' };

/** Guests that can be customized. */
function withLinux(site: Site): void {
  withTools(site);
  site.world.turn(() => {
    for (const vm of site.world.every(vmKind))
      site.world.update(vm, { config: Object.freeze({ ...vm.state.config, guestId: 'rhel7_64Guest' }) });
  });
}

/** What went wrong first, and where: `step 7: NoPermission Host.Config.Network`. */
async function flow(ep: Endpoint): Promise<string> {
  const scene = await Scene.open(ep);
  for (const [i, { privileges, run }] of FLOW.entries()) {
    try {
      await run(scene);
    } catch (thrown) {
      const { fault, message } = thrown as VsphereError & { fault?: Answer };
      if (fault?._typeName !== 'NoPermission') return `${privileges[0]}: ${fault?._typeName ?? ''} ${message}`;
      return `step ${i + 1} lacks ${fault.privilegeId}`;
    }
  }
  await scene.client.close();
  return 'passed';
}

async function roleOf(ep: Endpoint): Promise<Answer> {
  const roles: Answer[] = await ep.read(ep.manager('authorizationManager'), 'roleList');
  return roles.find((role) => role.name === ROLE)!;
}

describe("the service account's flow", () => {
  it('passes under its role and, for each privilege taken away, fails where that is needed', async () => {
    await using ep = await Endpoint.open({ scenario: 'openstack', inventory: INVENTORY, furnish: withLinux });
    const { roleId, privilege } = await roleOf(ep);
    const granted: string[] = privilege.filter((id: string) => !id.startsWith('System.'));
    expect([...FLOW.flatMap((step) => step.privileges)].sort()).toEqual([...granted].sort());
    expect(await flow(ep)).toBe('passed');
    const expected: string[] = [];
    const got: string[] = [];
    for (const [i, { privileges }] of FLOW.entries()) {
      for (const missing of privileges) {
        ep.sim.reset();
        const admin = await Endpoint.login(ep.sim);
        const privIds = granted.filter((id) => id !== missing);
        const args = { roleId, newName: ROLE, privIds };
        await admin.call(
          ep.manager('authorizationManager') as never,
          'UpdateAuthorizationRole' as never,
          args as never,
        );
        expected.push(`step ${i + 1} lacks ${missing}`);
        got.push(await flow(ep));
      }
    }
    expect(got).toEqual(expected);
  });
});
