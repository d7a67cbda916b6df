import { describe, expect, it } from 'vitest';
import { account } from '../../../src/objects/access/accounts/users.ts';
import { redeemServiceTicket } from '../../../src/objects/access/sessions/service-tickets.ts';
import { viewerFor } from '../../../src/objects/access/viewer.ts';
import { SmallSite } from './small-site.ts';

const fault = (type: string) => expect.objectContaining({ type });

describe('logging in', () => {
  it('gives a session as a genuine vCenter shows it, and its cookie', () => {
    const site = new SmallSite();
    const session = site.call('SessionManager', 'Login', {
      userName: 'administrator@vsphere.local',
      password: 'simsphere',
    });
    expect(session).toMatchObject({
      userName: 'VSPHERE.LOCAL\\Administrator',
      fullName: 'Administrator vsphere.local',
      locale: 'en',
      extensionSession: false,
      ipAddress: '10.0.0.7',
      callCount: 0,
    });
    expect(session.key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(site.cookie).toMatch(/^[0-9a-f]{40}$/);
    expect(site.eventTypes).toEqual(['UserLoginSessionEvent']);
  });

  it.each(['VSPHERE.LOCAL\\administrator', 'Administrator@VSPHERE.local', 'administrator'])(
    'takes the name %s too',
    (name) => {
      const site = new SmallSite();
      expect(site.login(name).state.identity.userName).toBe('VSPHERE.LOCAL\\Administrator');
    },
  );

  it('refuses a wrong password, tells of it in an event, and sets a cookie all the same', () => {
    const site = new SmallSite();
    expect(() => site.login('administrator@vsphere.local', 'wrong')).toThrow(fault('InvalidLogin'));
    expect(site.eventTypes).toEqual(['BadUsernameSessionEvent']);
    expect(site.cookie).toMatch(/^[0-9a-f]{40}$/);
  });

  it('refuses a second login on a connection that has a session', () => {
    const site = new SmallSite();
    const session = site.login();
    const args = { userName: 'administrator@vsphere.local', password: 'simsphere' };
    expect(() => site.call('SessionManager', 'Login', args, session)).toThrow(fault('InvalidLogin'));
  });

  it('refuses a locale it does not speak', () => {
    const site = new SmallSite();
    const args = { userName: 'administrator@vsphere.local', password: 'simsphere', locale: 'tlh' };
    expect(() => site.call('SessionManager', 'Login', args)).toThrow(fault('InvalidLocale'));
  });

  it('lets anybody in when told to, but not without a password', () => {
    const site = new SmallSite({ anyLogin: true });
    expect(site.login('jdoe', 'x').state.identity.userName).toBe('VSPHERE.LOCAL\\jdoe');
    expect(() => site.login('jdoe', '')).toThrow(fault('InvalidLogin'));
  });

  it('keeps out who has no permission anywhere', () => {
    const site = new SmallSite({ accounts: [account('vsphere.local', 'guest', 'pw')] });
    expect(() => site.login('guest', 'pw')).toThrow(fault('NoPermission'));
    expect(site.eventTypes).toEqual(['NoAccessUserEvent']);
  });

  it('takes a user only so many times', () => {
    const site = new SmallSite({ sessionsPerUser: 2 });
    site.login();
    const second = site.login();
    expect(() => site.login()).toThrow(fault('InvalidLogin'));
    site.call('SessionManager', 'Logout', {}, second);
    expect(() => site.login()).not.toThrow();
  });

  it('knows root on an ESXi host', () => {
    const site = new SmallSite({ flavour: 'esx' });
    const session = site.call('ha-sessionmgr', 'Login', { userName: 'root', password: 'simsphere' });
    expect(session.userName).toBe('root');
  });
});

describe('a session', () => {
  it('ends half an hour after its last call, and no sooner', async () => {
    const site = new SmallSite();
    const session = site.login();
    await site.clock.advance(20 * 60_000);
    session.state.activity.lastActive = site.clock.now();
    await site.clock.advance(29 * 60_000);
    expect(session.alive).toBe(true);
    await site.clock.advance(60_000);
    expect(session.alive).toBe(false);
    expect(site.eventTypes).toContain('UserLogoutSessionEvent');
  });

  it('does not end while a call or a transfer is under way', async () => {
    const site = new SmallSite();
    const session = site.login();
    session.state.activity.busy = 1;
    await site.clock.advance(3 * 3_600_000);
    expect(session.alive).toBe(true);
    session.state.activity.busy = 0;
    await site.clock.advance(3_600_000);
    expect(session.alive).toBe(false);
  });

  it('is active under its key and user until it is logged out', () => {
    const site = new SmallSite();
    const session = site.login();
    const admin = site.login();
    const sessionID = session.state.identity.key;
    const ask = (userName: string) => site.call('SessionManager', 'SessionIsActive', { sessionID, userName }, admin);
    expect(ask('VSPHERE.LOCAL\\Administrator')).toBe(true);
    expect(ask('administrator@vsphere.local')).toBe(true);
    expect(ask('somebody')).toBe(false);
    site.call('SessionManager', 'Logout', {}, session);
    expect(ask('VSPHERE.LOCAL\\Administrator')).toBe(false);
  });

  it('is ended by an administrator, but not by itself', () => {
    const site = new SmallSite();
    const [mine, other] = [site.login(), site.login()];
    const end = (key: string) => site.call('SessionManager', 'TerminateSession', { sessionId: [key] }, mine);
    expect(() => end(mine.id)).toThrow(fault('InvalidArgument'));
    expect(() => end('none')).toThrow(fault('NotFound'));
    end(other.id);
    expect(other.alive).toBe(false);
    expect(site.eventTypes).toContain('SessionTerminatedEvent');
  });

  it('is cloned with a ticket, once', () => {
    const site = new SmallSite();
    const cloneTicket = site.call('SessionManager', 'AcquireCloneTicket', {}, site.login());
    const twin = site.call('SessionManager', 'CloneSession', { cloneTicket });
    expect(twin.userName).toBe('VSPHERE.LOCAL\\Administrator');
    expect(() => site.call('SessionManager', 'CloneSession', { cloneTicket })).toThrow(fault('InvalidLogin'));
  });

  it('is cloned no more than its user may log in, and the ticket stays good', () => {
    const site = new SmallSite({ sessionsPerUser: 2 });
    const cloneTicket = site.call('SessionManager', 'AcquireCloneTicket', {}, site.login());
    const second = site.login();
    const clone = () => site.call('SessionManager', 'CloneSession', { cloneTicket });
    expect(clone).toThrow(fault('InvalidLogin'));
    site.call('SessionManager', 'Logout', {}, second);
    expect(clone).not.toThrow();
  });

  it('holds only so many tickets that nobody uses', () => {
    const site = new SmallSite();
    const session = site.login();
    const acquire = () => site.call('SessionManager', 'AcquireCloneTicket', {}, session);
    const first = acquire();
    for (let i = 0; i < 200; i++) acquire();
    expect(session.state.tickets.length).toBeLessThanOrEqual(100);
    expect(() => site.call('SessionManager', 'CloneSession', { cloneTicket: first })).toThrow(fault('InvalidLogin'));
  });

  it('that impersonates a user may do what that user may, also for whoever looks already', () => {
    const site = new SmallSite({ accounts: [account('vsphere.local', 'jdoe', 'pw')] });
    const session = site.login();
    const seen = viewerFor(session, 'x');
    expect(seen.unrestricted).toBe(true);
    const told = site.permissionChanges;
    site.call('SessionManager', 'ImpersonateUser', { userName: 'jdoe' }, session);
    expect(seen.user).toBe('VSPHERE.LOCAL\\jdoe');
    expect(seen.can(site.cell('vm-1'), 'System.View')).toBe(false);
    expect(site.permissionChanges).toBe(told + 1);
  });

  describe('has service tickets', () => {
    const url = 'https://esx1/folder/a%20b/x?dcPath=ha-datacenter&dsName=LocalDS_0';
    const spec = { _typeName: 'SessionManagerHttpServiceRequestSpec', method: 'PUT', url };
    const redeem = (site: SmallSite, id: string, at = url, method = 'PUT') =>
      redeemServiceTicket(site.site.world, id, { method, url: new URL(at) });

    it('that let one request through', () => {
      const site = new SmallSite();
      const session = site.login();
      const ticket = site.call('SessionManager', 'AcquireGenericServiceTicket', { spec }, session);
      expect(ticket).toMatchObject({ _typeName: 'SessionManagerGenericServiceTicket', hostName: 'esx1' });
      expect(ticket.id).not.toContain('=');
      expect(redeem(site, ticket.id)).toBe(session);
      expect(redeem(site, ticket.id)).toBeUndefined();
    });

    it('for what was asked, whichever host name it is sent to', () => {
      const site = new SmallSite();
      const session = site.login();
      const acquire = (more: object = {}) =>
        site.call('SessionManager', 'AcquireGenericServiceTicket', { spec: { ...spec, ...more } }, session).id;
      const id = acquire({ method: 'httpPut' });
      expect(redeem(site, id, url, 'GET')).toBeUndefined();
      expect(redeem(site, id, url.replace('/x', '/y'))).toBeUndefined();
      expect(redeem(site, id, url.replace('LocalDS_0', 'LocalDS_1'))).toBeUndefined();
      expect(redeem(site, id, 'https://[::1]:8989/folder/a b/x?dsName=LocalDS_0&dcPath=ha-datacenter')).toBe(session);
      expect(redeem(site, acquire({ method: undefined }), url, 'DELETE')).toBe(session);
    });

    it('only when it is one, for requests by HTTP, and until it ends', () => {
      const site = new SmallSite();
      const session = site.login();
      const acquire = (s: object, by?: typeof session) =>
        site.call('SessionManager', 'AcquireGenericServiceTicket', { spec: s }, by);
      expect(() => acquire(spec)).toThrow(fault('NotAuthenticated'));
      const method = { _typeName: 'SessionManagerVmomiServiceRequestSpec', method: 'x' };
      expect(() => acquire(method, session)).toThrow(fault('NotSupported'));
      expect(() => acquire({ ...spec, url: '/folder/x' }, session)).toThrow(fault('InvalidArgument'));
      const { id } = acquire(spec, session);
      site.call('SessionManager', 'Logout', {}, session);
      expect(redeem(site, id)).toBeUndefined();
    });
  });

  it('stands in sessionList, and is the currentSession of its own reader', () => {
    const site = new SmallSite();
    const [a, b] = [site.login(), site.login()];
    const listed = site.read('SessionManager', 'sessionList', a) as { key: string }[];
    expect(listed.map((s) => s.key)).toEqual([a.id, b.id]);
    expect(site.read('SessionManager', 'currentSession', b)).toMatchObject({ key: b.id });
    expect(site.read('SessionManager', 'currentSession')).toBeUndefined();
  });
});
