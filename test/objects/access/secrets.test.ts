/** What opens a door is told to nobody else, follows from nothing, and is worth nothing when made up. */
import { describe, expect, it } from 'vitest';
import { Wire } from '../../server/wire.ts';
import { Endpoint } from '../endpoint.ts';
import { ask, loginByToken } from './trust-client.ts';

const PASSWORD = 'Very-S3cret-Indeed';
const WRONG = 'Wr0ng-Guess-Of-It';

describe('a run that is written down as much as can be', () => {
  it('names no password, ticket, token or cookie in its log, its journal or its events', async () => {
    const log: string[] = [];
    const say = (text: unknown) => log.push(String(text));
    const logger = { error: say, warn: say, info: say, debug: say };
    await using ep = await Endpoint.open({ password: PASSWORD, logger: logger as never, permissions: 'log' });
    const secrets = [PASSWORD, WRONG];
    const wire = await new Wire(ep.sim).login();
    secrets.push(wire.cookie.replace(/^[^=]*=/, '').replaceAll('"', ''));
    await expect(new Wire(ep.sim).login(ep.sim.credentials.user, WRONG)).rejects.toThrow('InvalidLogin');
    const manager = ep.manager('sessionManager');
    const ticket: string = await ep.call(manager, 'AcquireCloneTicket');
    await new Wire(ep.sim).soap(
      'CloneSession',
      'SessionManager',
      manager.value,
      `<cloneTicket>${ticket}</cloneTicket>`,
    );
    const spec = { _typeName: 'SessionManagerHttpServiceRequestSpec', url: 'https://h/folder/x', method: 'httpGet' };
    const { id } = await ep.call(manager, 'AcquireGenericServiceTicket', { spec });
    secrets.push(ticket, id);
    await fetch(new URL('/folder/x', ep.sim.url), { headers: { cookie: `vmware_cgi_ticket=${id}` } });
    await fetch(new URL('/folder/x', ep.sim.url), {
      headers: { authorization: `Basic ${Buffer.from(`administrator@vsphere.local:${WRONG}`).toString('base64')}` },
    });
    const { user, password } = ep.sim.credentials;
    const { token } = await ask(ep.sim, { user, password });
    await ask(ep.sim, { user, password: WRONG });
    secrets.push(/<(?:\w+:)?SignatureValue>([^<]+)</.exec(token)![1]!);
    await loginByToken(ep.sim, token);
    const host = { hostName: 'esx', userName: 'root', password: WRONG, force: true };
    const folder = await ep.at('DC0/host');
    await ep.run(folder, 'AddStandaloneHost_Task', { spec: host, addConnected: true }).catch(() => undefined);
    const journal = await (await fetch(new URL('/_simsphere/journal', ep.sim.url))).text();
    const events = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
    const written = { log, journal, kept: ep.sim.journal.calls(), events };
    expect(ep.sim.journal.calls().length).toBeGreaterThan(5);
    for (const [where, what] of Object.entries(written)) {
      const text = JSON.stringify(what);
      expect([where, secrets.filter((secret) => text.includes(secret))]).toEqual([where, []]);
    }
  });
});

describe('a session', () => {
  it('is opened by a cookie that follows neither from the seed nor from another', async () => {
    const cookies: string[] = [];
    for (let i = 0; i < 2; i++) {
      await using ep = await Endpoint.open({ seed: 'the same' });
      for (let k = 0; k < 2; k++) cookies.push((await new Wire(ep.sim).login()).cookie);
    }
    expect(new Set(cookies).size).toBe(4);
    for (const cookie of cookies) expect(cookie).toMatch(/="?[0-9a-f]{40}"?$/);
  });

  it('is nobody’s who makes up a cookie or a ticket', async () => {
    await using ep = await Endpoint.open();
    const wire = await new Wire(ep.sim).login();
    const { key } = await ep.read(ep.manager('sessionManager'), 'currentSession');
    const name = wire.cookie.split('=')[0]!;
    for (const guess of [
      '',
      '0'.repeat(40),
      'x'.repeat(10_000),
      key,
      `${wire.cookie.split('=')[1]!.replaceAll('"', '')}0`,
      '../../',
      '%00',
    ]) {
      const stranger = new Wire(ep.sim);
      stranger.cookie = `${name}=${guess}`;
      const reply = await stranger.soap('CreateFolder', 'Folder', 'group-d1', '<name>mine</name>');
      expect([
        guess.slice(0, 50),
        reply.status,
        /<\w+:?NotAuthenticatedFault|NotAuthenticated/.test(reply.text),
      ]).toEqual([guess.slice(0, 50), 500, true]);
      for (const cookie of [`${name}=${guess}`, `vmware_cgi_ticket=${guess}`]) {
        const answer = await fetch(new URL('/folder/x?dcPath=DC0&dsName=LocalDS_0', ep.sim.url), {
          headers: { cookie },
        });
        expect(answer.status).toBe(401);
      }
      const clone = await stranger.soap(
        'CloneSession',
        'SessionManager',
        'SessionManager',
        `<cloneTicket>cst-VCT-${guess.slice(0, 40)}</cloneTicket>`,
      );
      expect(clone.text).toContain('InvalidLogin');
    }
  });
});
