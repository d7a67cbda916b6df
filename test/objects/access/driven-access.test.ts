import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const READER = 'VSPHERE.LOCAL\\reader';

/** The site of the scenario with a second user, and its authorization manager. */
async function site() {
  const ep = await Endpoint.open({ scenario: 'test/contract/reader.yaml' });
  return { ep, manager: ep.manager('authorizationManager'), datacenter: await ep.at('DC0') };
}

const names = (permissions: Answer[] | undefined) => (permissions ?? []).map((p) => p.principal);

describe('roles', () => {
  it('are added, changed and removed', async () => {
    const { ep, manager } = await site();
    await using _ = ep;
    const role = async (roleId: number) =>
      (await ep.read(manager, 'roleList')).find((r: Answer) => r.roleId === roleId);
    const privIds = ['VirtualMachine.Interact.PowerOn'];
    const roleId = await ep.call(manager, 'AddAuthorizationRole', { name: 'starter', privIds });
    expect(await role(roleId)).toMatchObject({ name: 'starter', privilege: expect.arrayContaining(privIds) });
    expect(await ep.fault(manager, 'AddAuthorizationRole', { name: 'starter' })).toMatchObject({
      _typeName: 'AlreadyExists',
    });
    await ep.call(manager, 'UpdateAuthorizationRole', { roleId, newName: 'stopper', privIds: ['System.Read'] });
    expect(await role(roleId)).toMatchObject({ name: 'stopper' });
    await ep.call(manager, 'RemoveAuthorizationRole', { roleId, failIfUsed: true });
    expect(await role(roleId)).toBeUndefined();
    expect(await ep.fault(manager, 'RemoveAuthorizationRole', { roleId, failIfUsed: true })).toMatchObject({
      _typeName: 'NotFound',
    });
  });

  it('hand their permissions over to another', async () => {
    const { ep, manager, datacenter } = await site();
    await using _ = ep;
    const make = (name: string) => ep.call(manager, 'AddAuthorizationRole', { name, privIds: ['System.Read'] });
    const [srcRoleId, dstRoleId] = [await make('old'), await make('new')];
    const permission = [{ principal: READER, group: false, roleId: srcRoleId, propagate: true }];
    await ep.call(manager, 'SetEntityPermissions', { entity: datacenter, permission });
    await ep.call(manager, 'MergePermissions', { srcRoleId, dstRoleId });
    const of = async (roleId: number) => names(await ep.call(manager, 'RetrieveRolePermissions', { roleId }));
    expect(await of(srcRoleId)).toEqual([]);
    expect(await of(dstRoleId)).toHaveLength(1);
    for (const roleId of [-3, -4]) {
      expect(await ep.fault(manager, 'MergePermissions', { srcRoleId: dstRoleId, dstRoleId: roleId })).toMatchObject({
        _typeName: 'InvalidArgument',
        invalidProperty: 'dstRoleId',
      });
    }
    expect(await of(dstRoleId)).toHaveLength(1);
    expect(await ep.fault(manager, 'RetrieveRolePermissions', { roleId: 4711 })).toMatchObject({
      _typeName: 'NotFound',
    });
  });
});

describe('permissions', () => {
  it('are set, replaced, inherited and removed', async () => {
    const { ep, manager, datacenter } = await site();
    await using _ = ep;
    const on = async (entity: Ref, inherited: boolean) =>
      names(await ep.call(manager, 'RetrieveEntityPermissions', { entity, inherited })).map((p) => p.toLowerCase());
    const reader = READER.toLowerCase();
    const permission = [{ principal: READER, group: false, roleId: -2, propagate: true }];
    await ep.call(manager, 'SetEntityPermissions', { entity: datacenter, permission });
    expect(await on(datacenter, false)).toEqual([reader]);
    expect(await on(await ep.at('DC0/vm'), true)).toContain(reader);
    expect(names(await ep.call(manager, 'RetrieveAllPermissions')).length).toBeGreaterThan(1);
    await ep.call(manager, 'ResetEntityPermissions', { entity: datacenter, permission: [] });
    expect(await on(datacenter, false)).toEqual([]);
    await ep.call(manager, 'ResetEntityPermissions', { entity: datacenter, permission });
    const mine = { entity: datacenter, user: READER, isGroup: false };
    await ep.call(manager, 'RemoveEntityPermission', mine);
    expect(await on(datacenter, false)).toEqual([]);
    expect(await ep.fault(manager, 'RemoveEntityPermission', mine)).toMatchObject({ _typeName: 'NotFound' });
    const stranger = [{ principal: 'VSPHERE.LOCAL\\nobody', group: false, roleId: -2, propagate: true }];
    expect(await ep.fault(manager, 'SetEntityPermissions', { entity: datacenter, permission: stranger })).toMatchObject(
      { _typeName: 'UserNotFound' },
    );
  });

  it('answer what a session and what a user may do', async () => {
    const { ep, manager, datacenter } = await site();
    await using _ = ep;
    const privId = ['System.Read', 'VirtualMachine.Interact.PowerOn'];
    const sessionId = ep.client.session.key;
    expect(await ep.call(manager, 'HasPrivilegeOnEntity', { entity: datacenter, sessionId, privId })).toEqual([
      true,
      true,
    ]);
    const granted = (list: Answer) => list[0].privAvailability.map((p: Answer) => p.isGranted);
    const entity = [datacenter];
    expect(granted(await ep.call(manager, 'HasPrivilegeOnEntities', { entity, sessionId, privId }))).toEqual([
      true,
      true,
    ]);
    const asked = { entities: entity, userName: READER };
    expect(granted(await ep.call(manager, 'HasUserPrivilegeOnEntities', { ...asked, privId }))).toEqual([true, false]);
    const [held] = await ep.call(manager, 'FetchUserPrivilegeOnEntities', asked);
    expect(held.privileges).toContain('System.Read');
    expect(
      await ep.fault(manager, 'HasPrivilegeOnEntity', { entity: datacenter, sessionId: 'none', privId }),
    ).toMatchObject({ invalidProperty: 'sessionId' });
  });
});

describe('users and groups', () => {
  it('are found by part of their names', async () => {
    const { ep } = await site();
    await using _ = ep;
    const directory = ep.manager('userDirectory');
    const asked = { searchStr: 'read', exactMatch: false, findUsers: true, findGroups: false };
    const found = await ep.call(directory, 'RetrieveUserGroups', asked);
    expect(found.map((u: Answer) => u.principal.toLowerCase())).toContain(READER.toLowerCase());
    expect(await ep.fault(directory, 'RetrieveUserGroups', { ...asked, domain: 'elsewhere' })).toMatchObject({
      _typeName: 'NotFound',
    });
  });
});
