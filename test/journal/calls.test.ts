/** What stands in the journal of a running simulator. */
import { describe, expect, it } from 'vitest';
import { Endpoint } from '../objects/endpoint.ts';
import { http, Wire } from '../server/wire.ts';

const SERVICE = { type: 'ServiceInstance', value: 'ServiceInstance' } as const;
const START = { clock: { kind: 'manual' as const }, start: Date.UTC(2024, 0, 1) };

describe('the journal', () => {
  it('tells who called what on what, with which arguments, when, and what was answered', async () => {
    await using ep = await Endpoint.open(START);
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.sim.clock.advance(1_500);
    const task = await ep.call(vm, 'Rename_Task', { newName: 'web' });
    const [entry] = ep.sim.journal.calls({ method: 'Rename_Task' });
    expect(entry).toMatchObject({
      at: START.start + 1_500,
      until: START.start + 1_500,
      session: 1,
      user: 'VSPHERE.LOCAL\\Administrator',
      from: '127.0.0.1',
      target: vm,
      name: 'DC0_H0_VM0',
      args: { newName: 'web' },
      outcome: 'answer',
      answer: task,
      changed: true,
      task: task.value,
      rules: [],
      omitted: [],
    });
    expect(entry!.opId).not.toBe('');
    expect(entry!.took).toBeGreaterThan(0);
    expect(entry!.connection).toBeGreaterThan(0);
  });

  it('has what was read, though it was written piece by piece', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.read(vm, 'name');
    const [entry] = ep.sim.journal.calls({ method: 'RetrieveProp*', last: 1 });
    expect(entry!.answer).toMatchObject({ objects: [{ obj: vm, propSet: [{ name: 'name', val: 'DC0_H0_VM0' }] }] });
  });

  it('has the fault of a call, whole', async () => {
    await using ep = await Endpoint.open();
    await ep.fault(await ep.at('DC0/vm'), 'CreateFolder', { name: '' });
    expect(ep.sim.journal.calls({ outcome: 'fault' })).toMatchObject([
      { method: 'CreateFolder', fault: 'InvalidName', answer: { _typeName: 'InvalidName', name: '' }, changed: false },
    ]);
  });

  it('has calls that nobody let in, and bytes that were no call', async () => {
    await using ep = await Endpoint.open();
    const stranger = new Wire(ep.sim);
    await stranger.soap('PowerOnVM_Task', 'VirtualMachine', 'vm-1');
    await new Wire(ep.sim).login().then((wire) => wire.soap('NoSuchMethod', 'Folder', 'group-d1'));
    await http(ep.sim.url, { method: 'POST', body: '<Envelope', headers: { 'content-type': 'text/xml' } });
    expect(ep.sim.journal.calls({ outcome: 'fault' })).toMatchObject([
      { method: 'PowerOnVM_Task', fault: 'NotAuthenticated', session: 0, target: { value: 'vm-1' } },
      { method: 'NoSuchMethod', session: 2 },
      { method: '', target: { type: '', value: '' } },
    ]);
  });

  it('has what comes to the other doors, let in or not, without what opens them', async () => {
    await using ep = await Endpoint.open();
    const wire = await new Wire(ep.sim).login();
    await wire.file('PUT', 'a/b.txt', { body: 'text' });
    await wire.file('GET', 'a/b.txt');
    await new Wire(ep.sim).file('GET', 'a/b.txt');
    await http(`${wire.origin}/nfc/52c0ffee-0000-1111-2222-333344445555/disk-0.vmdk`);
    await http(`${wire.origin}/guestFile?id=7&token=52c0ffee`);
    expect(ep.sim.journal.calls({ method: '* /*' })).toMatchObject([
      { method: 'PUT /folder', outcome: 'answer', args: { path: 'a/b.txt' }, answer: { status: 201 } },
      { method: 'GET /folder', outcome: 'answer', answer: { status: 200, bytes: 4 } },
      { method: 'GET /folder', outcome: 'fault', fault: '401', user: '', args: { path: 'a/b.txt' } },
      { method: 'GET /nfc', outcome: 'fault', fault: '404' },
      { method: 'GET /guestFile', outcome: 'fault', fault: '404' },
    ]);
    expect(ep.sim.journal.ndjson()).not.toContain('52c0ffee');
  });

  it('shows no secret of an answer', async () => {
    await using ep = await Endpoint.open();
    const manager = ep.manager('sessionManager');
    const ticket: string = await ep.call(manager, 'AcquireCloneTicket');
    await ep.run(await ep.at('DC0/vm/DC0_H0_VM1'), 'PowerOffVM_Task');
    const pass = await ep.call(manager, 'AcquireGenericServiceTicket', {
      spec: { _typeName: 'SessionManagerHttpServiceRequestSpec', method: 'httpGet', url: 'https://x/folder/a' },
    });
    const sessions = await ep.read(manager, 'sessionList');
    const lease = await ep.call(await ep.at('DC0/vm/DC0_H0_VM1'), 'ExportVm');
    const urls = await ep.read(lease, 'info');
    const text = ep.sim.journal.ndjson();
    expect(text).toContain('/nfc/********/');
    for (const secret of [ticket, pass.id, sessions[0].key]) {
      expect(text.replaceAll(`session[${sessions[0].key}]`, '')).not.toContain(secret);
    }
    const [, leased] = /\/nfc\/([^/]+)\//.exec(urls.deviceUrl[0].url)!;
    expect(text).not.toContain(leased);
  });

  it('is asked by method, object, user, session, opID, outcome, fault and number', async () => {
    await using ep = await Endpoint.open();
    const { journal } = ep.sim;
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await ep.run(vm, 'Rename_Task', { newName: 'web' });
    await ep.fault(vm, 'CreateFolder').catch(() => {});
    await ep.call(vm, 'AcquireMksTicket').catch(() => {});
    const since = journal.seq;
    await ep.run(vm, 'PowerOffVM_Task');
    const methods = (filter: object) => journal.calls(filter).map((entry) => entry.method);
    expect(methods({ method: 'power*' })).toEqual(['PowerOffVM_Task']);
    expect(methods({ target: vm.value, method: '*_Task' })).toEqual(['Rename_Task', 'PowerOffVM_Task']);
    expect(methods({ target: vm, method: '*_Task' })).toEqual(['Rename_Task', 'PowerOffVM_Task']);
    expect(methods({ target: '/DC0/vm/web', method: '*_Task' })).toEqual(['Rename_Task', 'PowerOffVM_Task']);
    expect(methods({ target: 'w?b' })).toEqual(expect.arrayContaining(['PowerOffVM_Task']));
    expect(methods({ target: 'DC0_H0_VM0' })).toContain('Rename_Task');
    expect(methods({ user: 'administrator@vsphere.local', method: 'Power*' })).toHaveLength(1);
    expect(methods({ user: 'administrator', session: 1, since, method: 'Power*' })).toEqual(['PowerOffVM_Task']);
    expect(methods({ user: 'nobody' })).toEqual([]);
    expect(methods({ session: 0 })).toContain('Login');
    expect(methods({ last: 1, method: '*_Task' })).toEqual(['PowerOffVM_Task']);
    const [{ opId, task }] = journal.calls({ method: 'PowerOffVM_Task' }) as never as [{ opId: string; task: string }];
    expect(methods({ opId })).toEqual(['PowerOffVM_Task']);
    expect(methods({ task })).toEqual(['PowerOffVM_Task']);
    ep.sim.faults.add({ id: 'away', match: { method: 'PowerOn*' }, effect: { soap: { fault: 'HostCommunication' } } });
    await ep.fault(vm, 'PowerOnVM_Task');
    expect(methods({ rule: 'away', fault: 'Host*' })).toEqual(['PowerOnVM_Task']);
  });

  it('keeps the newest calls, and no more than they may weigh', async () => {
    await using ep = await Endpoint.open({ keepCalls: 5 });
    for (let i = 0; i < 20; i++) await ep.call(SERVICE, 'CurrentTime');
    const kept = ep.sim.journal.calls();
    expect(kept).toHaveLength(5);
    expect(kept.at(-1)!.seq - kept[0]!.seq).toBe(4);
    const long = 'x'.repeat(3 * 2 ** 20);
    await ep.fault(await ep.at('DC0/vm'), 'CreateFolder', { name: long });
    expect(ep.sim.journal.calls({ last: 1 })).toMatchObject([{ args: {}, omitted: expect.arrayContaining(['args']) }]);
  });

  it('is in order of the answers, and knows the order of arrival', async () => {
    await using ep = await Endpoint.open();
    const other = await Endpoint.login(ep.sim);
    const waiting = ep.call(ep.manager('propertyCollector'), 'WaitForUpdatesEx', { options: { maxWaitSeconds: 600 } });
    while (ep.sim.journal.pending === 0) await new Promise((resolve) => setImmediate(resolve));
    await other.call(SERVICE, 'CurrentTime', {});
    await ep.call(ep.manager('propertyCollector'), 'CancelWaitForUpdates');
    await waiting.catch(() => {});
    const entries = ep.sim.journal.calls({ last: 3 });
    expect(entries.map((e) => e.method)).toContain('WaitForUpdatesEx');
    const wait = entries.find((e) => e.method === 'WaitForUpdatesEx')!;
    const time = entries.find((e) => e.method === 'CurrentTime')!;
    expect(wait.arrived).toBeLessThan(time.arrived);
    expect(wait.seq).toBeGreaterThan(time.seq);
    await other.close();
  });

  it('names what simsphere has not built, however many calls came since', async () => {
    await using ep = await Endpoint.open({ keepCalls: 2 });
    const { registry } = await import('../../src/simulator/rooms.ts');
    const { world } = ep.sim.simulation.site;
    const unbuilt = [...registry.all()].find(
      (row) => !row.built && row.method.params.every((p) => p.optional) && world.ofType(row.type).size > 0,
    )!;
    const [target] = world.ofType(unbuilt.type);
    await ep.call(target!.ref, unbuilt.method.name).catch(() => {});
    for (let i = 0; i < 5; i++) await ep.read(await ep.at('DC0'), 'name');
    expect(ep.sim.journal.unsupported()).toMatchObject([{ method: unbuilt.method.name, outcome: 'unbuilt' }]);
  });
});
