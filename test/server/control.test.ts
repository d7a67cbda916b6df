import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { http, Wire } from './wire.ts';

const RULE = { match: { method: 'PowerOffVM_Task' }, effect: { soap: { fault: 'HostCommunication' } } };

describe('the control API', () => {
  let sim: Simulator;
  let wire: Wire;
  beforeEach(async () => {
    sim = await startSimulator({ http: true, clock: { kind: 'manual' }, start: Date.UTC(2024, 0, 1) });
    wire = await new Wire(sim).login();
  });
  afterEach(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  it('says that the server is ready', async () => {
    expect(await wire.control('GET', '/health')).toMatchObject({
      status: 200,
      json: { status: 'ready', seed: 'simsphere' },
    });
  });

  it('arms, lists, shows and removes fault rules', async () => {
    expect(await wire.control('POST', '/faults', RULE)).toEqual({ status: 201, json: { id: 'rule-1' } });
    expect(await wire.control('POST', '/faults', [{ id: 'a', ...RULE }, RULE])).toMatchObject({
      status: 201,
      json: { ids: ['a', 'rule-2'] },
    });
    expect(await wire.control('GET', '/faults/rule-1')).toEqual({
      status: 200,
      json: { id: 'rule-1', rule: RULE, seen: 0, hits: 0, spent: false, warnings: [] },
    });
    expect((await wire.control('DELETE', '/faults/rule-1')).status).toBe(204);
    expect(await wire.control('DELETE', '/faults/rule-1')).toMatchObject({
      status: 404,
      json: { code: 'ERR_NOT_FOUND' },
    });
    expect((await wire.control('GET', '/faults')).json).toMatchObject([{ id: 'a' }, { id: 'rule-2' }]);
    expect((await wire.control('DELETE', '/faults')).status).toBe(204);
    expect((await wire.control('GET', '/faults')).json).toEqual([]);
  });

  it('refuses a wrong rule whole, with path and reason, and changes nothing', async () => {
    const wrong = { ...RULE, effect: { soap: { fault: 'HostComunication' } } };
    expect(await wire.control('POST', '/faults', [RULE, wrong])).toEqual({
      status: 400,
      json: {
        code: 'ERR_RULE',
        message: "[1].effect.soap.fault: the API has no fault 'HostComunication'; did you mean 'HostCommunication'?",
        hint: 'the path in the message names the word to change',
        path: '[1].effect.soap.fault',
      },
    });
    expect((await wire.control('GET', '/faults')).json).toEqual([]);
  });

  it('tries a rule without arming it', async () => {
    expect(await wire.control('POST', '/faults?dryRun', RULE)).toEqual({ status: 200, json: { ok: true } });
    expect((await wire.control('POST', '/faults?dryRun', {})).status).toBe(400);
    expect((await wire.control('GET', '/faults')).json).toEqual([]);
  });

  it('moves a manual clock', async () => {
    expect((await wire.control('GET', '/clock')).json).toMatchObject({
      mode: 'manual',
      now: '2024-01-01T00:00:00.000Z',
    });
    expect((await wire.control('POST', '/clock', { advance: '90s' })).json).toMatchObject({
      now: '2024-01-01T00:01:30.000Z',
    });
    await wire.control('POST', '/faults', { match: { method: 'PowerOffVM_Task' }, effect: { task: { slow: '30s' } } });
    const task = await wire.vmTask('PowerOffVM_Task', 'DC0/vm/DC0_H0_VM0');
    expect(wire.task(task).state).toBe('running');
    expect((await wire.control('POST', '/clock', { runToIdle: true })).json).toMatchObject({
      now: '2024-01-01T00:02:00.000Z',
    });
    expect(wire.task(task).state).toBe('success');
    expect((await wire.control('POST', '/clock', { step: true })).status).toBe(200);
  });

  it('has a clock that runs by itself stand still, moves it on and lets it go', async () => {
    await using real = await startSimulator({ http: true, start: Date.UTC(2024, 0, 1) });
    const other = new Wire(real);
    const { json } = await other.control('POST', '/clock', { freeze: true });
    const { now } = json as { readonly now: string };
    expect(await other.control('POST', '/clock', { advance: '1h' })).toMatchObject({
      status: 200,
      json: { mode: 'real', frozen: true, now: new Date(Date.parse(now) + 3_600_000).toISOString() },
    });
    expect((await other.control('POST', '/clock', { thaw: true })).json).toMatchObject({ frozen: false });
  });

  it('says which word of a body is wrong, also where there are several ways to write one', async () => {
    expect((await wire.control('POST', '/clock', { advance: 'soon' })).json).toMatchObject({
      path: 'advance',
      message: 'advance: a duration such as 30s',
    });
    expect((await wire.control('POST', '/reset', { keep: ['faults', 'world'] })).json).toMatchObject({
      path: 'keep[1]',
    });
    expect((await wire.control('POST', '/world', { call: 'Reload' })).json).toMatchObject({ path: 'at' });
    expect((await wire.control('POST', '/world', { verb: 'vm.krash' })).json).toMatchObject({ path: 'verb' });
  });

  it.each([{}, { advance: 'soon' }, { advance: '1s', step: true }, { runToIdle: 1 }, [], null])(
    'refuses the clock body %j',
    async (body) => {
      expect(await wire.control('POST', '/clock', body)).toMatchObject({ status: 400, json: { code: 'ERR_USAGE' } });
    },
  );

  it('shows the journal, what is asked of it, without secrets', async () => {
    await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance');
    const login = await wire.control('GET', '/journal?method=Login');
    expect(login.json).toMatchObject([{ method: 'Login', outcome: 'answer', args: { password: '********' } }]);
    expect(JSON.stringify(login.json)).not.toContain('"simsphere"');
    expect((await wire.control('GET', '/journal?target=ServiceInstance&outcome=answer')).json).toMatchObject([
      { method: 'CurrentTime' },
    ]);
    expect((await wire.control('GET', '/journal?outcome=wrong')).status).toBe(400);
    expect((await wire.control('DELETE', '/journal')).status).toBe(204);
    expect((await wire.control('GET', '/journal')).json).toEqual([]);
  });

  it('tells of each call as it is answered, to whoever follows', async () => {
    const listeners = sim.journal.listeners.size;
    const live = await fetch(`${sim.controlUrl}/journal/live`);
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
    await wire.find('DC0');
    let text = '';
    while (!text.includes('\n')) text += (await reader.read()).value ?? '';
    expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({ method: 'FindByInventoryPath', session: 1 });
    expect(sim.journal.listeners.size).toBe(listeners + 1);
    await reader.cancel();
    while (sim.journal.listeners.size > listeners) await new Promise((resolve) => setImmediate(resolve));
  });

  it('is not ready once something was met that nobody foresaw', async () => {
    expect(await wire.control('GET', '/ready')).toEqual({ status: 200, json: { ready: true } });
    sim.simulation.noteUnforeseen(new Error('made up'));
    expect(await wire.control('GET', '/ready')).toMatchObject({ status: 503, json: { ready: false } });
    sim.simulation.engine.unforeseen.length = 0;
  });

  it('comes back to images by name', async () => {
    const vm = '/world?at=/DC0/vm/DC0_H0_VM0&property=runtime.powerState';
    const power = async () => ((await wire.control('GET', vm)).json as [{ properties: object }])[0].properties;
    expect((await wire.control('PUT', '/images/on')).status).toBe(201);
    await wire.vmTask('PowerOffVM_Task', 'DC0/vm/DC0_H0_VM0');
    expect(await power()).toEqual({ 'runtime.powerState': 'poweredOff' });
    expect((await wire.control('POST', '/images/on/restore')).status).toBe(204);
    expect(await power()).toEqual({ 'runtime.powerState': 'poweredOn' });
    expect(await wire.control('POST', '/images/off/restore')).toMatchObject({ status: 404 });
    expect(sim.images).toMatchObject([{ name: 'on' }]);
  });

  it('carries the world to another server', async () => {
    await wire.vmTask('PowerOffVM_Task', 'DC0/vm/DC0_H0_VM0');
    await wire.control('POST', '/faults', { ...RULE, id: 'carried' });
    const dump = await http(`${sim.controlUrl}/state`);
    expect([dump.status, dump.headers['content-type']]).toEqual([200, 'application/x-tar']);
    const other = await startSimulator({ http: true, clock: { kind: 'manual' } });
    const there = new Wire(other);
    expect((await http(`${other.controlUrl}/state`, { method: 'PUT', body: dump.body })).status).toBe(204);
    expect(other.world.at('/DC0/vm/DC0_H0_VM0').get('runtime.powerState')).toBe('poweredOff');
    expect((await there.control('GET', '/faults')).json).toMatchObject([{ id: 'carried' }]);
    expect((await http(`${other.controlUrl}/state`)).body.equals(dump.body)).toBe(true);
    const torn = await http(`${other.controlUrl}/state`, { method: 'PUT', body: dump.body.subarray(0, 5_000) });
    expect([torn.status, JSON.parse(torn.text).code]).toEqual([400, 'ERR_DUMP']);
    expect((await http(`${other.controlUrl}/state`)).body.equals(dump.body)).toBe(true);
    await other.close();
  });

  it('puts on another scenario at the same address', async () => {
    const heard: string[] = [];
    sim.journal.listeners.add(({ method }) => heard.push(method));
    expect((await wire.control('GET', '/scenario')).json).toBeNull();
    const { url } = sim;
    const document = { name: 'small', world: { counts: { vm: 1, host: 1 } }, faults: [{ id: 'armed', ...RULE }] };
    expect(await wire.control('POST', '/scenario', { document })).toMatchObject({
      status: 200,
      json: { name: 'small', document },
    });
    expect(sim.url).toBe(url);
    expect((await wire.soap('Logout', 'SessionManager', 'SessionManager')).text).toContain('NotAuthenticated');
    await wire.login();
    expect(await wire.find('DC0/vm/DC0_H0_VM0')).not.toBe('');
    expect(await wire.find('DC0/vm/DC0_H0_VM1')).toBe('');
    expect((await wire.control('GET', '/faults')).json).toMatchObject([{ id: 'armed' }]);
    expect((await wire.control('GET', '/clock')).json).toMatchObject({
      mode: 'manual',
      now: '2024-01-01T00:00:00.000Z',
    });
    expect(sim.faults.list()).toHaveLength(1);
    expect(heard).toContain('Login');
    expect((await wire.control('GET', '/scenario')).json).toMatchObject({ name: 'small' });
    expect((await wire.control('POST', '/scenario', { name: 'esx' })).status).toBe(200);
    expect(sim.world.all('HostSystem')).toHaveLength(1);
  });

  it('goes on with what was on when a scenario is wrong, or names files of the machine', async () => {
    const before = await wire.find('DC0/vm/DC0_H0_VM0');
    const wrong = await wire.control('POST', '/scenario', { text: 'world:\n  counts: { vms: 1 }\n' });
    expect(wrong).toMatchObject({ status: 400, json: { code: 'ERR_SCENARIO', path: 'world.counts.vms' } });
    const datastores = [{ name: 'LocalDS_0', files: [{ path: 'passwd', from: '/etc/passwd' }] }];
    const files = await wire.control('POST', '/scenario', { document: { world: { datastores } } });
    expect(files).toMatchObject({ status: 400, json: { code: 'ERR_SCENARIO' } });
    expect((files.json as { message: string }).message).toContain('names the file /etc/passwd');
    expect(await wire.find('DC0/vm/DC0_H0_VM0')).toBe(before);
  });

  it('returns to the world of the start', async () => {
    await wire.vmTask('PowerOffVM_Task', 'DC0/vm/DC0_H0_VM0');
    await wire.control('POST', '/faults', RULE);
    expect((await wire.control('POST', '/reset')).status).toBe(204);
    await wire.login();
    const vm = sim.simulation.site.world.find(await wire.find('DC0/vm/DC0_H0_VM0'))!;
    expect(vm.get('runtime')).toMatchObject({ powerState: 'poweredOn' });
    expect((await wire.control('GET', '/faults')).json).toEqual([]);
  });

  it('leaves what it is told to keep as it is', async () => {
    await wire.control('POST', '/faults', { ...RULE, id: 'kept' });
    await wire.vmTask('PowerOffVM_Task', 'DC0/vm/DC0_H0_VM0').catch(() => {});
    const before = (await wire.control('GET', '/faults')).json;
    expect((await wire.control('POST', '/reset', { keep: ['faults', 'journal'] })).status).toBe(204);
    expect((await wire.control('GET', '/faults')).json).toEqual(before);
    expect((await wire.control('GET', '/journal?method=Login')).json).toHaveLength(1);
    expect((await wire.control('POST', '/reset', { keep: ['world'] })).status).toBe(400);
  });

  it('tells which methods are built', async () => {
    const rows = (await wire.control('GET', '/coverage')).json as object[];
    expect(rows).toContainEqual({ type: 'SessionManager', method: 'Login', built: true });
  });

  it('hands out the CA of its certificate', async () => {
    expect(await wire.control('GET', '/ca.pem')).toMatchObject({ status: 404 });
    const { controlApp } = await import('../../src/server/control/app.ts');
    const { default: supertest } = await import('supertest');
    const app = controlApp(sim.simulation, { ca: () => 'PEM' });
    const reply = await supertest(app).get('/_simsphere/ca.pem').buffer(true);
    expect(reply.status).toBe(200);
  });

  it('answers what it does not know, and what it cannot read, as JSON', async () => {
    expect(await wire.control('GET', '/fault')).toMatchObject({
      status: 404,
      json: { code: 'ERR_NOT_FOUND', message: 'nothing answers GET /_simsphere/fault' },
    });
    expect(await wire.control('PUT', '/faults', {})).toMatchObject({ status: 404 });
    const torn = await http(`${sim.controlUrl}/faults`, { method: 'POST', body: '{"effect":' });
    expect([torn.status, JSON.parse(torn.text).code]).toEqual([400, 'ERR_USAGE']);
    const huge = await http(`${sim.controlUrl}/faults`, { method: 'POST', body: `"${'x'.repeat(2_000_000)}"` });
    expect(huge.status).toBe(413);
  });

  it('takes a page in a browser for a caller from elsewhere', async () => {
    const page = { origin: 'https://evil.example' };
    const refused = await http(`${sim.controlUrl}/reset`, { method: 'POST', headers: page });
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([403, 'ERR_FORBIDDEN']);
    const guarded = await startSimulator({ http: true, controlToken: 'word' });
    const ask = (authorization: string) =>
      http(`${guarded.controlUrl}/faults`, { headers: { ...page, authorization } });
    expect((await ask('Bearer wrong')).status).toBe(401);
    expect((await ask('Bearer word')).status).toBe(200);
    expect((await http(`${guarded.controlUrl}/health`, { headers: page })).status).toBe(200);
    await guarded.close();
  });
});
