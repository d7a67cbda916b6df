/** The world from a test's side. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../src/index.ts';
import { Endpoint } from '../objects/endpoint.ts';
import { Wire } from '../server/wire.ts';

const VM = '/DC0/vm/DC0_H0_VM0';

describe('the world of a simulator', () => {
  it('shows objects by path, id and reference, and their properties', async () => {
    await using ep = await Endpoint.open();
    const { world } = ep.sim;
    const vm = world.at(VM);
    expect(vm).toMatchObject({ type: 'VirtualMachine', name: 'DC0_H0_VM0', path: VM, exists: true });
    expect(world.at(vm.id).path).toBe(VM);
    expect(world.find(vm.ref)?.name).toBe('DC0_H0_VM0');
    expect(vm.get('runtime.powerState')).toBe(await ep.read(vm.ref, 'runtime.powerState'));
    expect(vm.get('config.hardware.device[4000].key')).toBe(4000);
    expect(vm.get('config.vAppConfig.property')).toBeUndefined();
    expect(world.find('/DC0/vm/nothing')).toBeUndefined();
    expect(() => world.at('/DC0/vm/nothing')).toThrow('nothing stands at /DC0/vm/nothing');
    expect(() => vm.get('runtime.pwrState')).toThrow("VirtualMachine has no property 'runtime.pwrState'");
    expect(world.all('ComputeResource').map(({ name }) => name)).toEqual(['DC0_H0', 'DC0_C0']);
    expect(() => world.all('VirtualMachin')).toThrow("did you mean 'VirtualMachine'?");
  });

  it('does what fate may do', async () => {
    await using ep = await Endpoint.open();
    const { world } = ep.sim;
    expect(world.verbs).toContain('vm.crash');
    expect(world.do('vm.powerOff', { name: 'DC0_H0_VM*' })).toBe(true);
    expect(world.at(VM).get('runtime.powerState')).toBe('poweredOff');
    expect(world.do('vm.powerOff', { name: 'nobody' })).toBe(false);
    expect(() => world.do('vm.krash')).toThrow("verb: nothing does 'vm.krash'; did you mean 'vm.crash'?");
    expect(() => world.do('vm.crash', { nam: 'x' })).toThrow(/^nam: .*'nam'/);
  });

  it('is changed by the API’s own methods, past rules and the journal', async () => {
    await using ep = await Endpoint.open();
    const { world, faults, journal } = ep.sim;
    faults.add({ match: { method: '*' }, effect: { soap: { fault: 'HostCommunication' } } });
    const { seq } = journal;
    const vm = world.at(VM);
    await vm.run('PowerOffVM_Task');
    await vm.run('ReconfigVM_Task', { spec: { name: 'web', numCPUs: 4 } });
    expect(world.at('/DC0/vm/web').get('config.hardware.numCPU')).toBe(4);
    expect(await world.call('/DC0/vm', 'CreateFolder', { name: 'inner' })).toMatchObject({ type: 'Folder' });
    expect(journal.seq).toBe(seq);
    await expect(vm.run('PowerOffVM_Task')).rejects.toMatchObject({ type: 'InvalidPowerState' });
    await expect(world.call('/DC0/vm', 'CreateFolder', { name: 'inner' })).rejects.toMatchObject({
      type: 'DuplicateName',
    });
    await expect(vm.call('Rename', {})).rejects.toThrow(/VirtualMachine has no method 'Rename'/);
    await expect(vm.call('Rename_Task', { newNam: 'x' })).rejects.toThrow("did you mean 'newName'?");
    await expect(vm.call('ReconfigVM_Task', { spec: { numCPUs: 'many' } })).rejects.toThrow(/ReconfigVM_Task: /);
    await expect(vm.call('Rename_Task', {})).rejects.toThrow(/newName/);
  });

  it('waits for a task on the simulator’s clock', async () => {
    await using ep = await Endpoint.open({ clock: { kind: 'manual' }, latency: 'realistic' });
    const off = ep.sim.world.at(VM).run('PowerOffVM_Task');
    await ep.sim.clock.advance(60_000);
    await off;
    expect(ep.sim.world.at(VM).get('runtime.powerState')).toBe('poweredOff');
  });

  it('belongs to no one once the simulator is closed', async () => {
    const sim = await startSimulator({ http: true });
    await sim.close();
    expect(() => sim.world).toThrow('the simulator is closed');
  });
});

describe('what is left open', () => {
  it('is told with the call that opened it, thing by thing', async () => {
    await using ep = await Endpoint.open();
    const { sim } = ep;
    const wire = await new Wire(sim).login();
    await wire.soap('AcquireCloneTicket', 'SessionManager', 'SessionManager');
    await wire.soap('CreatePropertyCollector', 'PropertyCollector', 'propertyCollector');
    await wire.soap('CreateCollectorForEvents', 'EventManager', 'EventManager', '<filter/>');
    await wire.vmTask('PowerOffVM_Task', VM.slice(1));
    await wire.soap('ExportVm', 'VirtualMachine', await wire.find(VM.slice(1)));
    const mine = sim.leaks().filter(({ session }) => session === 2);
    expect(mine.map(({ kind }) => kind).sort()).toEqual(
      ['historyCollector', 'lease', 'propertyCollector', 'session', 'ticket'].sort(),
    );
    for (const { opened, kind } of mine) {
      const [entry] = sim.journal.calls().filter(({ seq }) => seq === opened?.seq);
      expect(entry, kind).toMatchObject({ method: opened?.method, outcome: 'answer' });
    }
    expect(mine.find(({ kind }) => kind === 'lease')).toMatchObject({ what: 'lease out of DC0_H0_VM0' });
    await wire.soap('Logout', 'SessionManager', 'SessionManager');
    expect(sim.leaks().filter(({ session }) => session === 2)).toEqual([]);
  });
});

describe('what else is left open', () => {
  it('is an upload that does not end, a question that nobody answers, and a file that somebody holds', async () => {
    await using ep = await Endpoint.open();
    const { sim } = ep;
    const wire = await new Wire(sim).login();
    const { port } = new URL(sim.url);
    const path = '/folder/a/b.iso?dcPath=DC0&dsName=LocalDS_0';
    const headers = { cookie: wire.cookie, 'content-length': '100' };
    const upload = request({ port, path, method: 'PUT', headers, agent: false });
    upload.on('error', () => {});
    upload.write('half');
    while (sim.journal.visits.size === 0) await new Promise((resolve) => setImmediate(resolve));
    sim.world.do('vm.ask', { name: 'DC0_H0_VM0', message: 'msg.x', text: 'Well?', choices: ['yes', 'no'] });
    sim.world.do('file.lock', { path: '[LocalDS_0] x.vmdk' });
    const others = sim.leaks().filter(({ kind }) => kind !== 'session');
    expect(others).toMatchObject([
      { kind: 'upload', what: 'PUT /folder a/b.iso', session: 2 },
      { kind: 'question', what: expect.stringContaining('DC0_H0_VM0') },
      { kind: 'lock', what: '[LocalDS_0] x.vmdk' },
    ]);
    upload.destroy();
    while (sim.journal.visits.size > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(sim.journal.calls({ method: 'PUT /folder' })).toMatchObject([{ outcome: 'cut' }]);
  });
});

describe('figures', () => {
  it('count calls by method and outcome, and what there is', async () => {
    await using ep = await Endpoint.open();
    await ep.fault(await ep.at('DC0/vm'), 'CreateFolder', { name: '' });
    const wire = new Wire(ep.sim);
    for (let i = 0; i < 50; i++) await wire.soap(`MadeUp${i}`, 'Folder', 'group-d1');
    const text = ep.sim.metrics();
    expect(text).toContain('simsphere_calls_total{method="Login",outcome="answer"} 1\n');
    expect(text).toContain('simsphere_calls_total{method="CreateFolder",outcome="fault"} 1\n');
    expect(text).toContain('simsphere_calls_total{method="other",outcome="fault"} 50\n');
    expect(text).not.toContain('MadeUp');
    expect(text).toMatch(/simsphere_call_duration_seconds_bucket\{method="Login",le="\+Inf"\} 1\n/);
    expect(text).toMatch(/^simsphere_sessions 1$/m);
    expect(text).toMatch(/^simsphere_objects\{type="VirtualMachine"\} \d+$/m);
    expect(text).toMatch(/^simsphere_resident_memory_bytes \d+$/m);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE) simsphere_\w+ .+|simsphere_\w+(?:\{\w+="[^"]*"(?:,\w+="[^"]*")*\})? -?[\d.e+-]+)$/,
      );
  });
});
