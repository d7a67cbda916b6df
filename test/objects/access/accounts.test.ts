import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const GOOD = 'Gr8-tide-pool';
const search = (ep: Endpoint, asked: object): Promise<Answer[]> =>
  ep
    .call(ep.manager('userDirectory'), 'RetrieveUserGroups', {
      searchStr: '',
      exactMatch: false,
      findUsers: true,
      findGroups: true,
      ...asked,
    })
    .then((found) => found ?? []);
const principals = async (ep: Endpoint, asked: object) => (await search(ep, asked)).map((p) => p.principal);

async function host(): Promise<Endpoint> {
  const ep = await Endpoint.open({ esx: true, clock: { kind: 'manual' } });
  await ep.events();
  return ep;
}

const permit = (ep: Endpoint, principal: string) =>
  ep.call(ep.manager('authorizationManager'), 'SetEntityPermissions', {
    entity: ep.manager('rootFolder'),
    permission: [{ principal, group: false, roleId: -2, propagate: true }],
  });

const refusal = (login: Promise<Client>) =>
  login.then(
    () => 'let in',
    (error) => error.faultType,
  );

describe('a user of an ESXi host', () => {
  it('is made with a password, let in with a permission, and gone when removed', async () => {
    await using ep = await host();
    const manager = ep.manager('accountManager');
    await ep.call(manager, 'CreateUser', { user: { id: 'jdoe', password: GOOD, description: 'Jo Doe' } });
    expect(await ep.events()).toContain('AccountCreatedEvent');
    expect(await search(ep, { searchStr: 'jdoe', exactMatch: true })).toMatchObject([
      { principal: 'jdoe', fullName: 'Jo Doe', group: false },
    ]);
    expect(await refusal(Endpoint.login(ep.sim, 'jdoe', GOOD))).toBe('NoPermission');
    await permit(ep, 'jdoe');
    await (await Endpoint.login(ep.sim, 'jdoe', GOOD)).close();
    await ep.call(manager, 'RemoveUser', { userName: 'jdoe' });
    expect(await ep.events()).toEqual(expect.arrayContaining(['AccountRemovedEvent', 'PermissionRemovedEvent']));
    expect(await refusal(Endpoint.login(ep.sim, 'jdoe', GOOD))).toBe('InvalidLogin');
    expect(await ep.fault(manager, 'RemoveUser', { userName: 'jdoe' })).toMatchObject({
      _typeName: 'UserNotFound',
      principal: 'jdoe',
    });
  });

  it('gets another password from an administrator, or by the one it has', async () => {
    await using ep = await host();
    const manager = ep.manager('accountManager');
    await ep.call(manager, 'CreateUser', { user: { id: 'jdoe', password: GOOD } });
    await permit(ep, 'jdoe');
    await ep.call(manager, 'UpdateUser', { user: { id: 'jdoe', password: 'Blu3-harbour', description: 'Jo' } });
    expect(await ep.events()).toEqual(expect.arrayContaining(['UserPasswordChanged', 'AccountUpdatedEvent']));
    expect(await refusal(Endpoint.login(ep.sim, 'jdoe', GOOD))).toBe('InvalidLogin');
    const change = { user: 'jdoe', oldPassword: 'Blu3-harbour', newPassword: GOOD };
    await ep.call(manager, 'ChangePassword', change);
    expect(await refusal(Endpoint.login(ep.sim, 'jdoe', GOOD))).toBe('let in');
    expect(await ep.fault(manager, 'ChangePassword', change)).toMatchObject({ _typeName: 'InvalidLogin' });
    const events: Answer[] = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    for (const secret of [GOOD, 'Blu3-harbour']) expect(JSON.stringify(events)).not.toContain(secret);
    expect(JSON.stringify(ep.sim.journal.calls())).not.toContain('Blu3-harbour');
  });

  it('is not made twice, with a name or a password that is none, or in the place of root', async () => {
    await using ep = await host();
    const manager = ep.manager('accountManager');
    const make = (user: object) => ep.fault(manager, 'CreateUser', { user });
    await ep.call(manager, 'CreateUser', {
      user: { _typeName: 'HostPosixAccountSpec', id: 'jdoe', password: GOOD, posixId: 1_200 },
    });
    expect(await make({ id: 'jdoe', password: GOOD })).toMatchObject({ _typeName: 'AlreadyExists' });
    expect(
      await make({ _typeName: 'HostPosixAccountSpec', id: 'other', password: GOOD, posixId: 1_200 }),
    ).toMatchObject({
      _typeName: 'AlreadyExists',
    });
    expect(await make({ id: 'a b', password: GOOD })).toMatchObject({ invalidProperty: 'user.id' });
    expect(await make({ id: 'other' })).toMatchObject({ invalidProperty: 'user.password' });
    for (const password of ['Ab1-x', 'alllowercase', 'my-Other-9-word']) {
      expect(await make({ id: 'other', password })).toMatchObject({ _typeName: 'SystemError' });
    }
    expect(await ep.fault(manager, 'RemoveUser', { userName: 'root' })).toMatchObject({ _typeName: 'SecurityError' });
  });

  it('is locked out for a quarter of an hour after five wrong passwords', async () => {
    await using ep = await host();
    await ep.call(ep.manager('accountManager'), 'CreateUser', { user: { id: 'jdoe', password: GOOD } });
    await permit(ep, 'jdoe');
    const login = (password: string) => refusal(Endpoint.login(ep.sim, 'jdoe', password));
    for (let i = 0; i < 4; i++) await login('wrong');
    expect(await login(GOOD)).toBe('let in');
    for (let i = 0; i < 5; i++) await login('wrong');
    expect(await login(GOOD)).toBe('InvalidLogin');
    expect(await ep.events()).toContain('EventEx');
    await ep.sim.clock.advance(899_000);
    expect(await login(GOOD)).toBe('InvalidLogin');
    await ep.sim.clock.advance(1_000);
    expect(await login(GOOD)).toBe('let in');
  });
});

describe('an account of a vCenter', () => {
  const open = () => Endpoint.open({ scenario: 'test/objects/access/people.yaml', clock: { kind: 'manual' } });

  it('is locked for five minutes after five wrong passwords within three, at every door', async () => {
    await using ep = await open();
    const login = (password: string) => refusal(Endpoint.login(ep.sim, 'ann@vsphere.local', password));
    const door = () =>
      fetch(new URL('/folder/x?dcPath=DC0&dsName=LocalDS_0', ep.sim.url), {
        headers: { authorization: `Basic ${Buffer.from('ann@vsphere.local:wrong').toString('base64')}` },
      });
    for (let i = 0; i < 3; i++) await login('wrong');
    expect((await door()).status).toBe(401);
    await ep.sim.clock.advance(180_000);
    for (let i = 0; i < 2; i++) await login('wrong');
    expect(await login('ann')).toBe('let in');
    for (let i = 0; i < 3; i++) await login('wrong');
    for (let i = 0; i < 2; i++) await door();
    expect(await login('ann')).toBe('InvalidLogin');
    await ep.sim.clock.advance(300_000);
    expect(await login('ann')).toBe('let in');
    for (let i = 0; i < 6; i++) await refusal(Endpoint.login(ep.sim, undefined, 'wrong'));
    expect(await refusal(Endpoint.login(ep.sim))).toBe('let in');
  });

  it('is found by name, domain and group, and a search in what is not there is NotFound', async () => {
    await using ep = await open();
    expect(await principals(ep, { searchStr: 'ann', findGroups: false })).toEqual(['VSPHERE.LOCAL\\ann']);
    expect(await principals(ep, { searchStr: 'an', exactMatch: true })).toEqual([]);
    expect(await principals(ep, { searchStr: 'ANN@vsphere.local', exactMatch: true })).toEqual(['VSPHERE.LOCAL\\ann']);
    expect(await principals(ep, { domain: 'corp', findGroups: false })).toEqual(['CORP\\bob']);
    expect(await ep.read(ep.manager('userDirectory'), 'domainList')).toEqual(['VSPHERE.LOCAL', 'CORP']);
    const operators = 'VSPHERE.LOCAL\\operators';
    expect(await principals(ep, { belongsToGroup: operators })).toEqual(['VSPHERE.LOCAL\\ann', 'VSPHERE.LOCAL\\night']);
    expect(await principals(ep, { belongsToUser: 'CORP\\bob' })).toEqual(['VSPHERE.LOCAL\\night']);
    const directory = ep.manager('userDirectory');
    const asked = { searchStr: '', exactMatch: false, findUsers: true, findGroups: true };
    for (const wrong of [{ domain: 'nowhere' }, { belongsToGroup: 'nobody' }, { belongsToUser: 'nobody' }]) {
      const fault = await ep.fault(directory, 'RetrieveUserGroups', { ...asked, ...wrong });
      expect(fault).toMatchObject({ _typeName: 'NotFound' });
    }
  });

  it('may do what its groups may, those its group is in among them', async () => {
    await using ep = await open();
    const bob = await Endpoint.login(ep.sim, 'bob@corp', 'bob');
    expect(bob.session.userName).toBe('CORP\\bob');
    expect(await bob.get(bob.content.rootFolder, 'name')).toBe('Datacenters');
    await bob.close();
    expect(await refusal(Endpoint.login(ep.sim, 'eve@vsphere.local', 'eve'))).toBe('NoPermission');
    expect(await ep.events()).toContain('NoAccessUserEvent');
  });

  it('sees and ends sessions of others only when it may', async () => {
    await using ep = await open();
    const ann = await Endpoint.login(ep.sim, 'ann@vsphere.local', 'ann');
    const manager = ep.manager('sessionManager');
    const { key, userName } = ep.client.session;
    const denied = (privilegeId: string) => ({ faultType: 'NoPermission', fault: { privilegeId } });
    await expect(ann.call(manager, 'TerminateSession', { sessionId: [key] } as never)).rejects.toMatchObject(
      denied('Sessions.TerminateSession'),
    );
    await expect(ann.call(manager, 'SessionIsActive', { sessionID: key, userName } as never)).rejects.toMatchObject(
      denied('Sessions.ValidateSession'),
    );
    await expect(ann.call(manager, 'ImpersonateUser', { userName } as never)).rejects.toMatchObject(
      denied('Sessions.ImpersonateUser'),
    );
    await expect(ann.get(manager, 'sessionList')).rejects.toThrow();
    expect(await ann.get(manager, 'currentSession.key')).toBe(ann.session.key);
    await ann.close();
  });
});

describe('a local ticket', () => {
  const take = async (ep: Endpoint) => {
    const { user } = ep.sim.credentials;
    const ticket = await ep.call(ep.manager('sessionManager'), 'AcquireLocalTicket', { userName: user });
    return { user: ticket.userName as string, file: ticket.passwordFilePath as string };
  };

  it('lets in once whoever reads its file', async () => {
    await using ep = await Endpoint.open();
    const { user, file } = await take(ep);
    const password = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await refusal(Endpoint.login(ep.sim, user, password))).toBe('let in');
    expect(existsSync(file)).toBe(false);
    expect(await refusal(Endpoint.login(ep.sim, user, password))).toBe('InvalidLogin');
    const stranger = { userName: 'nobody' };
    const manager = ep.manager('sessionManager');
    expect(await ep.fault(manager, 'AcquireLocalTicket', stranger)).toMatchObject({ _typeName: 'InvalidLogin' });
    expect(JSON.stringify(ep.sim.journal.calls())).not.toContain(password);
  });

  it('is over after a minute, and is of one account', async () => {
    await using ep = await Endpoint.open({ scenario: 'openstack', clock: { kind: 'manual' } });
    const { user, file } = await take(ep);
    const password = readFileSync(file, 'utf8');
    expect(await refusal(Endpoint.login(ep.sim, 'openstack@vsphere.local', password))).toBe('InvalidLogin');
    await ep.sim.clock.advance(60_000);
    expect(await refusal(Endpoint.login(ep.sim, user, password))).toBe('InvalidLogin');
    expect(existsSync(file)).toBe(false);
  });
});

describe('the scenario openstack', () => {
  it('has the two accounts of OpenStack, one with the documented role and one with what drivers need beside', async () => {
    await using ep = await Endpoint.open({ scenario: 'openstack' });
    const authority = ep.manager('authorizationManager');
    const roles: Answer[] = await ep.read(authority, 'roleList');
    const privileges = (name: string) => roles.find((role) => role.name === name).privilege as string[];
    expect(privileges('OpenStack')).toContain('VirtualMachine.Provisioning.CreateTemplateFromVM');
    expect(privileges('OpenStack')).not.toContain('VirtualMachine.Provisioning.MarkAsTemplate');
    expect(privileges('OpenStackObserved')).toEqual(expect.arrayContaining(privileges('OpenStack')));
    expect(privileges('OpenStackObserved')).toContain('VirtualMachine.State.RevertToSnapshot');
    for (const name of ['openstack', 'openstack-full']) {
      await (await Endpoint.login(ep.sim, `${name}@vsphere.local`, 'openstack')).close();
    }
  });
});
