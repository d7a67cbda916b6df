import { describe, expect, it } from 'vitest';
import { account } from '../../../src/objects/access/accounts/users.ts';
import { SmallSite } from './small-site.ts';

const fault = (type: string, detail: object = {}) =>
  expect.objectContaining({ type, detail: expect.objectContaining(detail) });
const VM1 = { type: 'VirtualMachine', value: 'vm-1' };
const ROOT = { type: 'Folder', value: 'group-d1' };
const JDOE = 'VSPHERE.LOCAL\\jdoe';

function start() {
  const site = new SmallSite({ accounts: [account('vsphere.local', 'jdoe', 'pw')] });
  const admin = site.login();
  const ask = (method: string, args: object) => site.call('AuthorizationManager', method, args as never, admin);
  return { site, admin, ask };
}

describe('roles', () => {
  it('are made with the privileges every role has', () => {
    const { site, ask } = start();
    const id = ask('AddAuthorizationRole', { name: 'Operator', privIds: ['VirtualMachine.Interact.PowerOn'] });
    const made = site.read('AuthorizationManager', 'roleList').find((r: { roleId: number }) => r.roleId === id);
    expect(made).toMatchObject({ name: 'Operator', system: false });
    expect(made.privilege).toEqual(expect.arrayContaining(['System.View', 'VirtualMachine.Interact.PowerOn']));
    expect(site.eventTypes).toContain('RoleAddedEvent');
  });

  it('have a name of their own, and only privileges there are', () => {
    const { ask } = start();
    expect(() => ask('AddAuthorizationRole', { name: 'Admin' })).toThrow(fault('AlreadyExists', { name: 'Admin' }));
    expect(() => ask('AddAuthorizationRole', { name: ' ' })).toThrow(fault('InvalidName'));
    expect(() => ask('AddAuthorizationRole', { name: 'x', privIds: ['Fly.High'] })).toThrow(fault('InvalidArgument'));
  });

  it('of the system stay as they are', () => {
    const { ask } = start();
    expect(() => ask('RemoveAuthorizationRole', { roleId: -1, failIfUsed: false })).toThrow(fault('InvalidArgument'));
    expect(() => ask('UpdateAuthorizationRole', { roleId: 4711, newName: 'x' })).toThrow(fault('NotFound'));
  });

  it('in use are removed with their permissions, unless that is not wanted', () => {
    const { ask } = start();
    const roleId = ask('AddAuthorizationRole', { name: 'Operator' });
    ask('SetEntityPermissions', {
      entity: VM1,
      permission: [{ principal: JDOE, group: false, roleId, propagate: true }],
    });
    expect(() => ask('RemoveAuthorizationRole', { roleId, failIfUsed: true })).toThrow(fault('RemoveFailed'));
    ask('RemoveAuthorizationRole', { roleId, failIfUsed: false });
    expect(ask('RetrieveEntityPermissions', { entity: VM1, inherited: false })).toEqual([]);
  });
});

describe('permissions', () => {
  it('are read where they are set, and where they come down to', () => {
    const { ask } = start();
    ask('SetEntityPermissions', {
      entity: VM1,
      permission: [{ principal: JDOE, group: false, roleId: -2, propagate: true }],
    });
    const own = ask('RetrieveEntityPermissions', { entity: VM1, inherited: false });
    expect(own).toEqual([{ entity: VM1, principal: JDOE, group: false, roleId: -2, propagate: true }]);
    const all = ask('RetrieveEntityPermissions', { entity: VM1, inherited: true });
    expect(all.map((p: { entity: object }) => p.entity)).toEqual([VM1, ROOT, ROOT]);
    expect(ask('RetrieveAllPermissions', {})).toHaveLength(3);
    expect(ask('RetrieveRolePermissions', { roleId: -2 })).toEqual(own);
  });

  it('name only who is known, and roles there are', () => {
    const { ask } = start();
    const set = (p: object) => () =>
      ask('SetEntityPermissions', { entity: VM1, permission: [{ group: false, propagate: true, ...p }] });
    expect(set({ principal: 'VSPHERE.LOCAL\\nobody', roleId: -2 })).toThrow(
      fault('UserNotFound', { unresolved: false }),
    );
    expect(set({ principal: JDOE, roleId: 4711 })).toThrow(fault('NotFound'));
    expect(set({ principal: JDOE, roleId: -3 })).toThrow(fault('InvalidArgument'));
  });

  it('leave at least one administrator', () => {
    const { ask, site } = start();
    expect(() => ask('ResetEntityPermissions', { entity: ROOT, permission: [] })).toThrow(
      fault('AuthMinimumAdminPermission'),
    );
    expect(site.read('group-d1', 'permission')).toHaveLength(2);
  });

  it('are removed by principal, which must have one', () => {
    const { ask, site } = start();
    ask('SetEntityPermissions', {
      entity: VM1,
      permission: [{ principal: JDOE, group: false, roleId: -2, propagate: true }],
    });
    ask('RemoveEntityPermission', { entity: VM1, user: 'jdoe@vsphere.local', isGroup: false });
    expect(site.read('vm-1', 'permission')).toEqual([]);
    expect(() => ask('RemoveEntityPermission', { entity: VM1, user: JDOE, isGroup: false })).toThrow(fault('NotFound'));
    expect(site.eventTypes.filter((t) => t.startsWith('Permission'))).toEqual([
      'PermissionAddedEvent',
      'PermissionRemovedEvent',
    ]);
  });

  it('named twice in one request are set once, as said last', () => {
    const { site, ask } = start();
    const permission = [-2, -1].map((roleId) => ({ principal: JDOE, group: false, roleId, propagate: true }));
    ask('SetEntityPermissions', { entity: VM1, permission });
    expect(site.read('vm-1', 'permission')).toMatchObject([{ principal: JDOE, roleId: -1 }]);
  });

  it('tell open filters once, however many entities change', () => {
    const { site, ask } = start();
    const roleId = ask('AddAuthorizationRole', { name: 'Operator' });
    const permission = [{ principal: JDOE, group: false, roleId, propagate: true }];
    for (const value of ['vm-1', 'vm-2']) {
      ask('SetEntityPermissions', { entity: { type: 'VirtualMachine', value }, permission });
    }
    const told = site.permissionChanges;
    ask('RemoveAuthorizationRole', { roleId, failIfUsed: false });
    expect(site.permissionChanges).toBe(told + 1);
  });

  it('of anybody are told where anybody may log in', () => {
    const site = new SmallSite({ anyLogin: true });
    const args = { entities: [VM1], userName: 'somebody', privId: ['System.Read'] };
    const [answer] = site.call('AuthorizationManager', 'HasUserPrivilegeOnEntities', args, site.login());
    expect(answer.privAvailability).toEqual([{ privId: 'System.Read', isGranted: true }]);
  });

  it('answer questions about sessions and users', () => {
    const { ask, admin } = start();
    ask('SetEntityPermissions', {
      entity: VM1,
      permission: [{ principal: JDOE, group: false, roleId: -2, propagate: true }],
    });
    const privId = ['System.Read', 'VirtualMachine.Interact.PowerOn'];
    expect(ask('HasPrivilegeOnEntity', { entity: VM1, sessionId: admin.id, privId })).toEqual([true, true]);
    const [answer] = ask('HasUserPrivilegeOnEntities', { entities: [VM1], userName: JDOE, privId });
    expect(answer.privAvailability.map((p: { isGranted: boolean }) => p.isGranted)).toEqual([true, false]);
    const [all] = ask('FetchUserPrivilegeOnEntities', { entities: [VM1], userName: JDOE });
    expect(all.privileges).toEqual(['System.Anonymous', 'System.Read', 'System.View']);
  });
});

describe('the user directory', () => {
  it('finds users and groups by part of their name', () => {
    const { site, admin } = start();
    const search = (args: object) =>
      site
        .call(
          'UserDirectory',
          'RetrieveUserGroups',
          { exactMatch: false, findUsers: true, findGroups: true, ...args } as never,
          admin,
        )
        .map((r: { principal: string }) => r.principal);
    const [first, ...others] = search({ searchStr: 'admin' });
    expect(first).toBe('VSPHERE.LOCAL\\Administrator');
    expect(others).toContain('VSPHERE.LOCAL\\Administrators');
    expect(search({ searchStr: 'jdoe', exactMatch: true })).toEqual([JDOE]);
    const groups = search({ searchStr: '', findUsers: false });
    expect(groups).toContain('VSPHERE.LOCAL\\Administrators');
    expect(groups).not.toContain(JDOE);
  });
});
