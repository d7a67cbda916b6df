import { describe, expect, it } from 'vitest';
import { account } from '../../../src/objects/access/accounts/users.ts';
import { methodRules } from '../../../src/objects/access/needs/method-rules.ts';
import { PRIVILEGE_IDS } from '../../../src/objects/access/privileges.ts';
import { viewerFor } from '../../../src/objects/access/viewer.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';
import { vslm } from '../../../src/vim25/vslm.ts';
import { SmallSite } from './small-site.ts';

const fault = (type: string, detail: object = {}) =>
  expect.objectContaining({ type, detail: expect.objectContaining(detail) });
const ref = (type: string, value: string) => ({ type, value });
const VM1 = ref('VirtualMachine', 'vm-1');
const JDOE = 'VSPHERE.LOCAL\\jdoe';

function withUser(groups: readonly string[] = []) {
  const site = new SmallSite({ accounts: [account('vsphere.local', 'jdoe', 'pw', groups)] });
  const admin = site.login();
  const grant = (entity: object, roleId: number, more: object = {}) =>
    site.call(
      'AuthorizationManager',
      'SetEntityPermissions',
      { entity, permission: [{ principal: JDOE, group: false, roleId, propagate: true, ...more }] },
      admin,
    );
  const viewer = () => viewerFor(site.login('jdoe', 'pw'), 'x');
  return { site, admin, grant, viewer };
}

describe('the table and the rules', () => {
  const methods = vim25.managedNames.flatMap((type) =>
    [...vim25.managed(type)!.methods.values()].filter((m) => m.owner === type),
  );

  it('say of every method what it needs', () => {
    const open = methods.filter(
      (m) => !m.privilege && !m.params.some((p) => p.privilege) && !methodRules[`${m.owner}.${m.name}`],
    );
    expect(open.map((m) => `${m.owner}.${m.name}`)).toEqual([]);
  });

  it('have no rule for a method that is not there', () => {
    const others = vslm.managedNames.flatMap((type) => [...vslm.managed(type)!.methods.values()]);
    const known = new Set([...methods, ...others].map((m) => `${m.owner}.${m.name}`));
    expect(Object.keys(methodRules).filter((name) => !known.has(name))).toEqual([]);
  });

  it('ask for no privilege that vCenter does not list', () => {
    const asked = methods.flatMap((m) => [m.privilege, ...m.params.map((p) => p.privilege)]);
    const read = vim25.managedNames.flatMap((t) => [...vim25.managed(t)!.properties.values()].map((p) => p.privilege));
    const known = new Set<string | undefined>([undefined, ...PRIVILEGE_IDS]);
    expect([...asked, ...read].filter((p) => !known.has(p))).toEqual([]);
  });
});

describe('permissions', () => {
  it('leave an administrator unrestricted until something says otherwise', () => {
    const { admin } = withUser();
    expect(viewerFor(admin, 'x').unrestricted).toBe(true);
  });

  it('come down to everything below', () => {
    const { site, grant, viewer } = withUser();
    grant(ref('Datacenter', 'datacenter-2'), -2);
    expect(viewer().can(site.cell('vm-1'), 'System.Read')).toBe(true);
    expect(viewer().can(site.cell('vm-1'), 'VirtualMachine.Interact.PowerOn')).toBe(false);
  });

  it('stay where they are when they do not propagate', () => {
    const { site, grant, viewer } = withUser();
    grant(ref('Datacenter', 'datacenter-2'), -2, { propagate: false });
    expect(viewer().can(site.cell('datacenter-2'), 'System.Read')).toBe(true);
    expect(viewer().can(site.cell('vm-1'), 'System.View')).toBe(false);
  });

  it('show just enough of what stands above to get there', () => {
    const { site, grant, viewer } = withUser();
    grant(VM1, -2);
    const seen = viewer();
    for (const id of ['group-d1', 'datacenter-2', 'group-v3', 'domain-c5', 'resgroup-7']) {
      expect([id, seen.can(site.cell(id), 'System.View')]).toEqual([id, true]);
    }
    expect(seen.can(site.cell('datacenter-2'), 'System.Read')).toBe(false);
    expect(seen.can(site.cell('vm-2'), 'System.View')).toBe(false);
  });

  it('of the nearest object win', () => {
    const { site, grant, viewer } = withUser();
    grant(ref('Datacenter', 'datacenter-2'), -1);
    grant(VM1, -5);
    expect(viewer().can(site.cell('vm-1'), 'System.View')).toBe(false);
    expect(viewer().can(site.cell('vm-2'), 'VirtualMachine.Interact.PowerOn')).toBe(true);
  });

  it('of a folder and of a resource pool add up for a VM', () => {
    const { site, admin, grant, viewer } = withUser();
    const role = (name: string, id: string) =>
      site.call('AuthorizationManager', 'AddAuthorizationRole', { name, privIds: [id] }, admin);
    grant(ref('Folder', 'group-v3'), role('on', 'VirtualMachine.Interact.PowerOn'));
    grant(ref('ResourcePool', 'resgroup-7'), role('off', 'VirtualMachine.Interact.PowerOff'));
    expect(viewer().can(site.cell('vm-1'), 'VirtualMachine.Interact.PowerOn')).toBe(true);
    expect(viewer().can(site.cell('vm-1'), 'VirtualMachine.Interact.PowerOff')).toBe(true);
  });

  it('of several groups add up, and those of the user go before them', () => {
    const groups = ['VSPHERE.LOCAL\\ops', 'VSPHERE.LOCAL\\dev'];
    const { site, admin, grant, viewer } = withUser(groups);
    const set = (principal: string, roleId: number) => {
      const permission = [{ principal, group: true, roleId, propagate: true }];
      site.call('AuthorizationManager', 'SetEntityPermissions', { entity: VM1, permission }, admin);
    };
    set(groups[0]!, -2);
    set(groups[1]!, 7);
    expect(viewer().can(site.cell('vm-1'), 'VirtualMachine.Interact.PowerOn')).toBe(true);
    grant(VM1, -2);
    expect(viewer().can(site.cell('vm-1'), 'VirtualMachine.Interact.PowerOn')).toBe(false);
  });

  it('reach a viewer that is already looking', () => {
    const { site, grant, viewer } = withUser();
    grant(VM1, -2);
    const seen = viewer();
    expect(seen.can(site.cell('vm-2'), 'System.View')).toBe(false);
    grant(ref('VirtualMachine', 'vm-2'), -2);
    expect(seen.can(site.cell('vm-2'), 'System.View')).toBe(true);
    expect(site.permissionChanges).toBe(2);
  });

  it('make up effectiveRole as the reader has it', () => {
    const { site, admin, grant } = withUser();
    grant(VM1, -2);
    const jdoe = site.login('jdoe', 'pw');
    expect(site.read('vm-1', 'effectiveRole', jdoe)).toEqual([-2]);
    expect(site.read('group-d1', 'effectiveRole', jdoe)).toEqual([-3]);
    expect(site.read('vm-2', 'effectiveRole', jdoe)).toEqual([]);
    expect(site.read('vm-1', 'effectiveRole', admin)).toEqual([-1]);
  });
});

describe('a call', () => {
  it('before login is NotAuthenticated, naming the object', () => {
    const { site } = withUser();
    const object = ref('SessionManager', 'SessionManager');
    expect(() => site.call('SessionManager', 'Logout')).toThrow(fault('NotAuthenticated', { object }));
  });

  it('on something one may not see asks for System.View', () => {
    const { site, grant } = withUser();
    grant(VM1, -2);
    const jdoe = site.login('jdoe', 'pw');
    expect(() => site.call('vm-2', 'PowerOnVM_Task', {}, jdoe)).toThrow(
      fault('NoPermission', { object: ref('VirtualMachine', 'vm-2'), privilegeId: 'System.View' }),
    );
  });

  it('without its privilege names it', () => {
    const { site, grant } = withUser();
    grant(VM1, -2);
    const jdoe = site.login('jdoe', 'pw');
    expect(() => site.call('vm-1', 'PowerOnVM_Task', {}, jdoe)).toThrow(
      fault('NoPermission', { object: VM1, privilegeId: 'VirtualMachine.Interact.PowerOn' }),
    );
  });

  it('needs what its request makes it need', () => {
    const { site, grant } = withUser();
    grant(VM1, 7);
    const jdoe = site.login('jdoe', 'pw');
    const reconfigure = (spec: object) => () => site.call('vm-1', 'ReconfigVM_Task', { spec }, jdoe);
    const denied = (privilegeId: string) => fault('NoPermission', { privilegeId });
    expect(reconfigure({ numCPUs: 4 })).toThrow(denied('VirtualMachine.Config.CPUCount'));
    expect(reconfigure({ memoryMB: 64 })).toThrow(denied('VirtualMachine.Config.Memory'));
    const device = { _typeName: 'VirtualDisk', key: -1 };
    expect(reconfigure({ deviceChange: [{ operation: 'add', fileOperation: 'create', device }] })).toThrow(
      denied('VirtualMachine.Config.AddNewDisk'),
    );
    expect(reconfigure({ deviceChange: [{ operation: 'remove', device }] })).toThrow(
      denied('VirtualMachine.Config.RemoveDisk'),
    );
  });

  it('on a manager needs its privilege on the root folder', () => {
    const { site, grant } = withUser();
    grant(VM1, -2);
    const jdoe = site.login('jdoe', 'pw');
    const args = { name: 'x', privIds: [] };
    expect(() => site.call('AuthorizationManager', 'AddAuthorizationRole', args, jdoe)).toThrow(
      fault('NoPermission', { object: ref('Folder', 'group-d1'), privilegeId: 'Authorization.ModifyRoles' }),
    );
  });
});
