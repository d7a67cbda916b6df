import { describe, expect, it } from 'vitest';
import type { Client } from '../../../src/client/index.ts';
import { Endpoint } from '../endpoint.ts';

const isActive = (ep: Endpoint, { session }: Client) =>
  ep.call(ep.manager('sessionManager'), 'SessionIsActive', { sessionID: session.key, userName: session.userName });

describe('a session', () => {
  it('is active until an administrator ends it', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('sessionManager');
    const other = await Endpoint.login(ep.sim);
    expect(await isActive(ep, other)).toBe(true);
    await ep.call(manager, 'TerminateSession', { sessionId: [other.session.key] });
    expect(await isActive(ep, other)).toBe(false);
    await expect(other.get(other.content.rootFolder, 'name')).rejects.toMatchObject({ faultType: 'NotAuthenticated' });
    const again = { sessionId: [other.session.key] };
    expect(await ep.fault(manager, 'TerminateSession', again)).toMatchObject({ _typeName: 'NotFound' });
    expect(await ep.fault(manager, 'TerminateSession', { sessionId: [ep.client.session.key] })).toMatchObject({
      invalidProperty: 'sessionId',
    });
    await other.close().catch(() => {});
  });

  it('is cloned by a ticket that works once', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('sessionManager');
    const cloneTicket = await ep.call(manager, 'AcquireCloneTicket');
    const other = await Endpoint.login(ep.sim);
    await other.call(manager, 'Logout');
    const clone = await other.call(manager, 'CloneSession', { cloneTicket } as never);
    expect(clone).toMatchObject({ userName: ep.client.session.userName });
    expect((await ep.read(manager, 'sessionList')).length).toBe(2);
    const third = await Endpoint.login(ep.sim);
    await third.call(manager, 'Logout');
    await expect(third.call(manager, 'CloneSession', { cloneTicket } as never)).rejects.toMatchObject({
      faultType: 'InvalidLogin',
    });
  });

  it('speaks another language, and refuses one that nobody speaks', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('sessionManager');
    await ep.call(manager, 'SetLocale', { locale: 'de' });
    expect(await ep.read(manager, 'currentSession.locale')).toBe('de');
    expect(await ep.fault(manager, 'SetLocale', { locale: 'xx-none' })).toMatchObject({ _typeName: 'InvalidLocale' });
    await ep.call(manager, 'SetLocale', { locale: '' });
    expect(await ep.read(manager, 'currentSession.locale')).toBe('en');
  });

  it('is somebody else’s from when it is told to', async () => {
    await using ep = await Endpoint.open({ scenario: 'test/contract/reader.yaml' });
    const manager = ep.manager('sessionManager');
    expect(await ep.fault(manager, 'ImpersonateUser', { userName: 'nobody' })).toMatchObject({
      _typeName: 'InvalidLogin',
    });
    const { userName } = await ep.call(manager, 'ImpersonateUser', { userName: 'VSPHERE.LOCAL\\reader' });
    expect(userName.toLowerCase()).toBe('vsphere.local\\reader');
    expect(await ep.read(manager, 'currentSession.userName')).toBe(userName);
  });
});

describe('sessions of one user', () => {
  it('are as many as the server takes, until one of them ends', async () => {
    await using ep = await Endpoint.open({ sessionsPerUser: 2 });
    const second = await Endpoint.login(ep.sim);
    await expect(Endpoint.login(ep.sim)).rejects.toMatchObject({ fault: { _typeName: 'InvalidLogin' } });
    await second.close();
    await (await Endpoint.login(ep.sim)).close();
  });
});

describe('the message of the day', () => {
  it('is shown to all sessions, and its change is an event', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('sessionManager');
    await ep.events();
    await ep.call(manager, 'UpdateServiceMessage', { message: 'closed on Monday' });
    expect(await ep.read(manager, 'message')).toBe('closed on Monday');
    expect(await ep.events()).toContain('GlobalMessageChangedEvent');
  });
});
