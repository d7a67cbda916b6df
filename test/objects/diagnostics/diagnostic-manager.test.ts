import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { membersOf } from '../../../src/formats/tar.ts';
import type { LogEntry } from '../../../src/objects/diagnostics/log-entry.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import { http, Wire } from '../../server/wire.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const KEY = 'vpxd:vpxd.log';

const manager = (ep: Endpoint) => ep.manager('diagnosticManager');
const browse = (ep: Endpoint, args: object): Promise<Answer> => ep.call(manager(ep), 'BrowseDiagnosticLog', args);

const marked = (what: string): LogEntry => ({
  at: 0,
  kind: 'mark',
  said: { work: '', target: '', what, opId: '', user: '', session: undefined, host: undefined },
  fault: undefined,
});

const powerOff = (ep: Endpoint, vm: Ref, opId: string) =>
  ep.client.call(vm as never, 'PowerOffVM_Task', {} as never, { opId });

/** Every line of a log, page by page. Who reads a log is told of in it: only a page that is not full is the last. */
async function linesOf(ep: Endpoint, args: object = { key: KEY }): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const { lineText = [] } = await browse(ep, { ...args, start: all.length + 1, lines: 500 });
    all.push(...lineText);
    if (lineText.length < 500) return all;
  }
}

describe('the logs there are', () => {
  it("are vCenter's own, and for each host those of its agents", async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const own = await ep.call(manager(ep), 'QueryDescriptions');
    const hosts = await ep.call(manager(ep), 'QueryDescriptions', { host });
    expect(own.map((log: Answer) => log.key)).toEqual([KEY]);
    expect(own[0]).toMatchObject({ creator: 'vpxd', format: 'plain', mimeType: 'text/plain' });
    expect(own[0].fileName).toBe('/var/log/vmware/vpxd/vpxd.log');
    expect(hosts.map((log: Answer) => [log.key, log.fileName])).toEqual([
      ['hostd', '/var/log/hostd.log'],
      ['vmkernel', '/var/log/vmkernel.log'],
      ['vpxa', '/var/log/vpxa.log'],
    ]);
  });

  it('are those of the host itself on an ESXi', async () => {
    await using ep = await Endpoint.open({ esx: true });
    const logs = await ep.call(manager(ep), 'QueryDescriptions');
    expect(logs.map((log: Answer) => log.key)).toEqual(['hostd', 'vmkernel']);
    expect((await linesOf(ep, { key: 'hostd' }))[0]).toMatch(/Section for VMware ESXi, .*version=8\.0\.3/);
  });

  it('are known by their keys only', async () => {
    await using ep = await Endpoint.open();
    const fault = await ep.fault(manager(ep), 'BrowseDiagnosticLog', { key: 'vpxd' });
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'key' });
  });

  it('of a host that vCenter has lost cannot be read', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    await ep.run(host, 'DisconnectHost_Task');
    expect(await ep.fault(manager(ep), 'BrowseDiagnosticLog', { host, key: 'hostd' })).toMatchObject({
      _typeName: 'CannotAccessFile',
    });
    const bundles = { includeDefault: true, host: [host] };
    expect(await ep.fault(manager(ep), 'GenerateLogBundles_Task', bundles)).toMatchObject({
      _typeName: 'LogBundlingFailed',
    });
  });

  it('are for those only who have Global.Diagnostics', async () => {
    await using ep = await Endpoint.open({ scenario: 'openstack' });
    const service = await Endpoint.login(ep.sim, 'openstack@vsphere.local', 'openstack');
    await expect(service.call(manager(ep), 'QueryDescriptions', {})).rejects.toMatchObject({
      fault: { _typeName: 'NoPermission', privilegeId: 'Global.Diagnostics' },
    });
    await service.close();
  });
});

describe('an operation', () => {
  it('is found by its opID: the call, its task, what befell, and what its host did', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    await powerOff(ep, vm, 'req-4711');
    const found = async (args: object) => (await linesOf(ep, args)).filter((line) => line.includes('opID=req-4711'));
    const said = (await found({ key: KEY })).map((line) =>
      line.replace(/^.*?\[Originator.*?\] /, '').replace(/\d+/g, 'N'),
    );
    expect(said).toEqual([
      expect.stringMatching(/^\[VpxLRO\] -- BEGIN lro-N -- vm-N -- vim\.VirtualMachine\.PowerOffVM_Task -- session N /),
      expect.stringMatching(/^\[VpxLRO\] -- BEGIN task-N -- vm-N -- vim\.VirtualMachine\.powerOff /),
      expect.stringMatching(/^Event \[N\] \[vim\.event\.TaskEvent\]/),
      // The call is over once it has said which task it began.
      '[VpxLRO] -- FINISH lro-N',
      expect.stringMatching(/^Event \[N\] \[vim\.event\.VmStoppingEvent\]/),
      '[VpxLRO] -- FINISH task-N',
      expect.stringMatching(/^Event \[N\] \[vim\.event\.VmPoweredOffEvent\]/),
    ]);
    const hostd = await found({ host, key: 'hostd' });
    expect(hostd.at(0)).toMatch(/Task Created : haTask-vm-\d+-vim\.VirtualMachine\.powerOff-\d+$/);
    expect(hostd.at(0)).toMatch(/opID=req-4711-01 user=vpxuser:VSPHERE\.LOCAL\\Administrator\]/);
    expect(hostd.some((line) => line.endsWith('Status success'))).toBe(true);
    expect(await found({ host, key: 'vpxa' })).toHaveLength(2);
    const [kernel] = (await linesOf(ep, { host, key: 'vmkernel' })).filter((line) => line.includes('req-4711-01'));
    expect(kernel).toMatch(/VC opID req-4711-01 maps to vmkernel opID [0-9a-f]{8}$/);
    const other = await ep.at('DC0/host/DC0_C0/DC0_C0_H0');
    expect(await found({ host: other, key: 'hostd' })).toEqual([]);
  });

  it('that fails says of what, in the log of vCenter and in that of the host', async () => {
    await using ep = await Endpoint.open();
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    await ep.fault(vm, 'PowerOnVM_Task');
    await ep.fault(vm, 'AnswerVM', { questionId: '1', answerChoice: '1' });
    const errors = (await linesOf(ep)).filter((line) => line.includes('-- ERROR'));
    expect(errors).toEqual([
      expect.stringMatching(/ERROR task-\d+ -- vm-\d+ -- vim\.VirtualMachine\.powerOn: vim\.fault\.InvalidPowerState$/),
      expect.stringMatching(/ERROR lro-\d+ -- vm-\d+ -- vim\.VirtualMachine\.AnswerVM: vim\.fault\.InvalidArgument$/),
    ]);
    const hostd = await linesOf(ep, { host, key: 'hostd' });
    expect(hostd.filter((line) => line.endsWith('Status error'))).toHaveLength(1);
  });

  it('whose turn was taken back left no line', async () => {
    await using ep = await Endpoint.open();
    const { site } = ep.sim.simulation;
    const before = site.log.length(site.log.own);
    expect(() =>
      site.world.turn(() => {
        site.log.note(marked('never'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(site.log.length(site.log.own)).toBe(before);
  });

  it('stays on its line whatever a client called it', async () => {
    await using ep = await Endpoint.open();
    await ep.call(manager(ep), 'EmitSyslogMark', { message: 'here\n2026 error vpxd it is' });
    expect((await linesOf(ep)).find((line) => line.includes('mark: '))).toMatch(/mark: here 2026 error vpxd it is$/);
  });

  it('on an ESXi stands in the log of the host agent, calls and tasks alike', async () => {
    await using ep = await Endpoint.open({ esx: true });
    const vm = await ep.at('ha-datacenter/vm/ha-host_VM0');
    await powerOff(ep, vm, 'mine');
    const lines = (await linesOf(ep, { key: 'hostd' })).filter((line) => line.includes('opID=mine user=root'));
    expect(lines.at(0)).toMatch(/Task Created : haTask-vm-\d+-vim\.VirtualMachine\.PowerOffVM_Task-\d+$/);
    expect(
      lines.some((line) =>
        /Task Completed : haTask-vm-\d+-vim\.VirtualMachine\.powerOff-\d+ Status success$/.test(line),
      ),
    ).toBe(true);
  });
});

describe('a log', () => {
  it('tells who asks beyond its end where that is, and goes on from there as it grows', async () => {
    await using ep = await Endpoint.open();
    const end = await browse(ep, { key: KEY, start: 999_999_999 });
    expect(end).toMatchObject({ lineStart: end.lineEnd });
    expect(end.lineText ?? []).toEqual([]);
    await ep.call(manager(ep), 'EmitSyslogMark', { message: 'grown' });
    const { lineStart, lineEnd, lineText } = await browse(ep, { key: KEY, start: end.lineEnd + 1 });
    expect(lineStart).toBe(end.lineEnd + 1);
    expect(lineEnd).toBe(lineStart + lineText.length - 1);
    expect(lineText.filter((line: string) => line.endsWith('mark: grown'))).toHaveLength(1);
  });

  it('gives as many lines as are asked for, and five hundred at most', async () => {
    await using ep = await Endpoint.open();
    for (let i = 0; i < 300; i++) await ep.call({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'CurrentTime');
    expect((await browse(ep, { key: KEY, start: 3, lines: 2 })).lineText).toHaveLength(2);
    const page = await browse(ep, { key: KEY, lines: 10_000 });
    expect([page.lineStart, page.lineEnd, page.lineText.length]).toEqual([1, 500, 500]);
    expect(await ep.fault(manager(ep), 'BrowseDiagnosticLog', { key: KEY, lines: -1 })).toMatchObject({
      _typeName: 'InvalidArgument',
    });
  });

  it('forgets its oldest lines and keeps the numbers of the others', async () => {
    await using ep = await Endpoint.open();
    const { log } = ep.sim.simulation.site;
    for (let i = 0; i < 30_000; i++) log.note(marked(`mark ${i}`));
    const { lineEnd } = await browse(ep, { key: KEY, start: 999_999_999 });
    expect(lineEnd).toBeGreaterThan(30_000);
    const { lineStart, lineText } = await browse(ep, { key: KEY, start: 1, lines: 1 });
    expect(lineStart).toBeGreaterThan(1);
    expect(await browse(ep, { key: KEY, start: lineStart + 7, lines: 1 })).toMatchObject({ lineStart: lineStart + 7 });
    const first = Number(/mark (\d+)$/.exec(lineText[0])![1]);
    const later = await browse(ep, { key: KEY, start: lineStart + 7, lines: 1 });
    expect(later.lineText[0]).toMatch(new RegExp(`mark ${first + 7}$`));
  });

  it('is followed into the next world when another scenario is put on', async () => {
    await using ep = await Endpoint.open();
    const told: string[] = [];
    ep.sim.simulation.site.log.listeners.add((line) => told.push(line));
    await ep.sim.play({ name: 'two-clusters' });
    const again = await Endpoint.login(ep.sim);
    await again.close();
    expect(told.filter((line) => line.includes('Section for'))).toHaveLength(1);
    expect(told.some((line) => line.includes('vim.SessionManager.Logout'))).toBe(true);
  });

  it('starts anew when the simulator does', async () => {
    await using ep = await Endpoint.open();
    await ep.call(manager(ep), 'EmitSyslogMark', { message: 'before' });
    ep.sim.reset();
    const { log } = ep.sim.simulation.site;
    const { text } = log.lines(log.own, 1, 10);
    expect(text).toEqual([expect.stringContaining('Section for VMware vCenter Server, ')]);
  });
});

describe('bundles of logs', () => {
  const unpacked = async (bytes: Buffer) => {
    const files = new Map<string, string>();
    const archive = (async function* () {
      yield gunzipSync(bytes);
    })();
    for await (const { name, bytes: content } of membersOf(archive)) {
      const parts: Buffer[] = [];
      for await (const part of content()) parts.push(part);
      files.set(name, Buffer.concat(parts).toString());
    }
    return files;
  };
  const fetched = async (ep: Endpoint, url: string) => {
    const { user, password } = ep.sim.credentials;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return http(url.replace('*', new URL(ep.sim.url).host), { headers: { authorization } });
  };

  it('are archives that hold the logs, of vCenter and of each host that is asked for', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    await powerOff(ep, vm, 'req-4711');
    const bundles: Answer[] = await ep.run(manager(ep), 'GenerateLogBundles_Task', {
      includeDefault: true,
      host: [host],
    });
    expect(bundles.map(({ system, url }) => [system?.value, url.replace(/\d{4}-.*(?=-\d+\.tgz)/, 'WHEN')])).toEqual([
      [undefined, expect.stringMatching(/^http:\/\/\*\/diagnostics\/vcenter-WHEN-\d+\.tgz$/)],
      [host.value, expect.stringMatching(/^http:\/\/\*\/diagnostics\/esx-DC0_H0-host-\d+-WHEN-\d+\.tgz$/)],
    ]);
    const [own, its] = await Promise.all(bundles.map(async ({ url }) => unpacked((await fetched(ep, url)).body)));
    expect([...own!.keys()]).toEqual(['var/log/vmware/vpxd/vpxd.log']);
    expect(own!.get('var/log/vmware/vpxd/vpxd.log')).toContain('opID=req-4711]');
    expect([...its!.keys()]).toEqual(['var/log/hostd.log', 'var/log/vmkernel.log', 'var/log/vpxa.log']);
    expect(its!.get('var/log/hostd.log')).toContain('opID=req-4711-01 ');
  });

  it('are for those only who may read logs', async () => {
    await using ep = await Endpoint.open({ scenario: 'openstack' });
    const [{ url }] = await ep.run(manager(ep), 'GenerateLogBundles_Task', { includeDefault: true });
    const where = url.replace('*', new URL(ep.sim.url).host);
    const as = async (user: string, password: string) => {
      const wire = await new Wire(ep.sim).login(user, password);
      return (await http(where, { headers: { cookie: wire.cookie } })).status;
    };
    expect((await http(where)).status).toBe(401);
    expect(await as('openstack@vsphere.local', 'openstack')).toBe(403);
    expect(await as('administrator@vsphere.local', 'simsphere')).toBe(200);
    expect((await fetched(ep, where.replace('vcenter-', 'no-'))).status).toBe(404);
  });

  it('make room for newer ones when they are many', async () => {
    await using ep = await Endpoint.open();
    const { bundles } = ep.sim.simulation.site.log;
    const [{ url }] = await ep.run(manager(ep), 'GenerateLogBundles_Task', { includeDefault: true });
    const name = url.slice(url.lastIndexOf('/') + 1);
    expect(bundles.find(name)).toBeDefined();
    for (let i = 0; i < 2_000; i++) bundles.put(`${i}.tgz`, Buffer.alloc(1));
    expect([bundles.find(name), bundles.find('0.tgz')?.length]).toEqual([undefined, 1]);
    bundles.put('large.tgz', Buffer.alloc(32 * 2 ** 20));
    expect([bundles.find('1999.tgz'), bundles.find('large.tgz')?.length]).toEqual([undefined, 32 * 2 ** 20]);
  });

  it('are made one task at a time', async () => {
    await using ep = await Endpoint.open({ clock: { kind: 'manual' }, latency: 'realistic' });
    const first = await ep.call(manager(ep), 'GenerateLogBundles_Task', { includeDefault: true });
    const second = await ep.call(manager(ep), 'GenerateLogBundles_Task', { includeDefault: true });
    expect(await ep.read(second, 'info.error')).toMatchObject({ fault: { _typeName: 'TaskInProgress', task: first } });
    expect(await ep.read(first, 'info.state')).toBe('running');
  });

  it('of an ESXi are its own alone', async () => {
    await using ep = await Endpoint.open({ esx: true });
    expect(await ep.fault(manager(ep), 'GenerateLogBundles_Task', { includeDefault: false })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'includeDefault',
    });
    const [{ url, system }] = await ep.run(manager(ep), 'GenerateLogBundles_Task', { includeDefault: true });
    expect(system).toBeUndefined();
    expect([...(await unpacked((await fetched(ep, url)).body)).keys()]).toEqual([
      'var/log/hostd.log',
      'var/log/vmkernel.log',
    ]);
  });
});
