import { describe, expect, it } from 'vitest';
import { type StartOptions, startSimulator } from '../../../src/index.ts';
import type { GuestSystem } from '../../../src/objects/guest/system.ts';
import { parseScenario, scenarioOptions } from '../../../src/scenario/scenario.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { as, GuestScene, ROOT } from './guest-scene.ts';

const TWO_USERS: GuestSystem = {
  users: [
    { name: 'root', password: 'vm', admin: true },
    { name: 'joe', password: 'pw', admin: false },
  ],
  programs: [
    { path: '/opt/app/check', exitCode: 3, duration: 0, output: 'checked\n' },
    { path: '/opt/app/job', exitCode: 0, duration: 60_000, writes: { '/var/log/job.log': 'done\n' } },
    { path: '/opt/app/daemon', exitCode: 0, duration: undefined },
  ],
  environment: ['STAGE=test'],
};

const manual = { clock: { kind: 'manual' }, start: Date.UTC(2026, 0, 1) } as const;

async function started(scene: GuestScene, programPath: string, args = '', auth: object = ROOT): Promise<number> {
  return scene.call('process', 'StartProgramInGuest', { spec: { programPath, arguments: args } }, auth);
}

async function process(scene: GuestScene, pid: number): Promise<Answer> {
  const [found] = (await scene.call('process', 'ListProcessesInGuest', { pids: [pid] })) ?? [];
  return found;
}

async function text(scene: GuestScene, guestFilePath: string): Promise<string> {
  const { url } = await scene.call('file', 'InitiateFileTransferFromGuest', { guestFilePath });
  return (await fetch(url)).text();
}

describe('credentials for a guest', () => {
  it('are whatever somebody gives where no users are known, as long as there are some', async () => {
    await using scene = await GuestScene.open();
    await scene.call('auth', 'ValidateCredentialsInGuest');
    expect(await scene.fault('auth', 'ValidateCredentialsInGuest', {}, as('root', ''))).toMatchObject({
      _typeName: 'InvalidGuestLogin',
    });
  });

  it('must be right where users are known', async () => {
    await using scene = await GuestScene.open({ system: TWO_USERS });
    await scene.call('auth', 'ValidateCredentialsInGuest', {}, as('joe', 'pw'));
    for (const wrong of [as('joe', 'no'), as('ann', 'pw'), as('', 'pw')]) {
      const fault = await scene.fault('auth', 'ValidateCredentialsInGuest', {}, wrong);
      expect(fault._typeName).toBe('InvalidGuestLogin');
    }
  });

  it('become a ticket that is good until it is released', async () => {
    await using scene = await GuestScene.open({ system: TWO_USERS });
    const ticket = await scene.call('auth', 'AcquireCredentialsInGuest', { requestedAuth: as('joe', 'pw') }, ROOT);
    expect(ticket).toMatchObject({ _typeName: 'TicketedSessionAuthentication' });
    const env = await scene.call(
      'process',
      'ReadEnvironmentVariableInGuest',
      { names: ['USER', 'STAGE', 'NONE'] },
      ticket,
    );
    expect(env).toEqual(['USER=joe', 'STAGE=test']);
    await scene.call('auth', 'ReleaseCredentialsInGuest', {}, ticket);
    expect((await scene.fault('auth', 'ValidateCredentialsInGuest', {}, ticket))._typeName).toBe('InvalidGuestLogin');
  });

  it('of SSPI and of an interactive session are refused', async () => {
    await using scene = await GuestScene.open();
    const sspi = { _typeName: 'SSPIAuthentication', interactiveSession: false, sspiToken: 'x' };
    for (const auth of [sspi, { ...ROOT, interactiveSession: true }]) {
      const fault = await scene.fault('auth', 'ValidateCredentialsInGuest', {}, auth);
      expect(fault._typeName).toBe('OperationNotSupportedByGuest');
    }
  });

  it('of a token are good when an alias names its certificate and subject', async () => {
    await using scene = await GuestScene.open({ system: TWO_USERS });
    const subject = { _typeName: 'GuestAuthNamedSubject', name: 'svc@example.com' };
    const aliasInfo = { subject, comment: 'ci' };
    const args = { username: 'joe', base64Cert: 'QUJD', aliasInfo, mapCert: true };
    await scene.call('alias', 'AddGuestAlias', args);
    const token = '<s:A><ds:X509Certificate>QUJD</ds:X509Certificate><s:NameID>svc@example.com</s:NameID></s:A>';
    const saml = { _typeName: 'SAMLTokenAuthentication', interactiveSession: false, token };
    const env = await scene.call('process', 'ReadEnvironmentVariableInGuest', { names: ['USER'] }, saml);
    expect(env).toEqual(['USER=joe']);
    expect(await scene.call('alias', 'ListGuestAliases', { username: 'joe' })).toMatchObject([
      { base64Cert: 'QUJD', aliases: [{ subject: { name: 'svc@example.com' }, comment: 'ci' }] },
    ]);
    expect(await scene.call('alias', 'ListGuestMappedAliases')).toMatchObject([{ username: 'joe' }]);
    const again = await scene.fault('alias', 'AddGuestAlias', { ...args, username: 'root' });
    expect(again._typeName).toBe('GuestMultipleMappings');
    await scene.call('alias', 'RemoveGuestAlias', { username: 'joe', base64Cert: 'QUJD', subject });
    expect((await scene.fault('auth', 'ValidateCredentialsInGuest', {}, saml))._typeName).toBe('InvalidGuestLogin');
    await scene.call('alias', 'AddGuestAlias', args);
    await scene.call('alias', 'RemoveGuestAliasByCert', { username: 'joe', base64Cert: 'QUJD' });
    expect((await scene.fault('auth', 'ValidateCredentialsInGuest', {}, saml))._typeName).toBe('InvalidGuestLogin');
  });
});

describe('a guest that cannot be worked with', () => {
  it('is off, or has no tools', async () => {
    await using scene = await GuestScene.open({ tools: false });
    expect((await scene.fault('auth', 'ValidateCredentialsInGuest'))._typeName).toBe('GuestOperationsUnavailable');
    await scene.ep.run(scene.vm, 'PowerOffVM_Task');
    expect(await scene.fault('auth', 'ValidateCredentialsInGuest')).toMatchObject({
      _typeName: 'InvalidPowerState',
      requestedState: 'poweredOn',
      existingState: 'poweredOff',
    });
  });

  it('is worked with once somebody outside says that its tools run', async () => {
    await using scene = await GuestScene.open({ tools: false });
    const extraConfig = [{ key: 'SET.guest.toolsRunningStatus', value: 'guestToolsRunning' }];
    await scene.ep.run(scene.vm, 'ReconfigVM_Task', { spec: { extraConfig } });
    await scene.call('auth', 'ValidateCredentialsInGuest');
  });
});

describe('work in a guest', () => {
  it('is told of in the history: each operation, and each login that failed', async () => {
    await using scene = await GuestScene.open({ system: TWO_USERS });
    await scene.call('auth', 'ValidateCredentialsInGuest');
    await scene.fault('auth', 'ValidateCredentialsInGuest', {}, as('joe', 'no'));
    const eventTypeId = ['com.vmware.vc.guestOperations.GuestOperation'];
    const query = (ids: string[]) =>
      scene.ep.call(scene.ep.manager('eventManager'), 'QueryEvents', { filter: { eventTypeId: ids } });
    expect(await query(eventTypeId)).toMatchObject([
      {
        _typeName: 'EventEx',
        severity: 'info',
        vm: { vm: scene.vm },
        arguments: [{ value: 'ValidateCredentialsInGuest' }],
      },
    ]);
    expect(await query([`${eventTypeId}AuthFailure`])).toMatchObject([
      { severity: 'warning', objectId: scene.vm.value },
    ]);
  });

  it('takes the privileges of the table, on the machine', async () => {
    const text = `
world:
  tools: true
  users:
    - { name: looker@vsphere.local, password: pw, roles: [{ privileges: [VirtualMachine.GuestOperations.Query] }] }`;
    const sim = await startSimulator(
      scenarioOptions(await parseScenario('s.yaml', text), { http: true } as StartOptions),
    );
    await using ep = new Endpoint(sim, await Endpoint.login(sim, 'looker@vsphere.local', 'pw'));
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const manager = ep.manager('guestOperationsManager');
    const [processes, files] = [await ep.read(manager, 'processManager'), await ep.read(manager, 'fileManager')];
    expect(await ep.call(processes, 'ListProcessesInGuest', { vm, auth: ROOT })).toHaveLength(3);
    const spec = { programPath: '/bin/true', arguments: '' };
    expect(await ep.fault(processes, 'StartProgramInGuest', { vm, auth: ROOT, spec })).toMatchObject({
      _typeName: 'NoPermission',
      object: vm,
      privilegeId: 'VirtualMachine.GuestOperations.Execute',
    });
    expect(await ep.fault(files, 'DeleteFileInGuest', { vm, auth: ROOT, filePath: '/etc/hosts' })).toMatchObject({
      privilegeId: 'VirtualMachine.GuestOperations.Modify',
    });
  });
});

describe('a program', () => {
  it.each([
    ['/bin/true', '', 0],
    ['/bin/false', '', 1],
    ['/bin/sh', "-c 'exit 7'", 7],
    ['/bin/bash', '-c "true && exit 4; exit 5"', 4],
    ['/bin/sh', '-c nonesuch', 127],
    ['/usr/bin/uname', '-a', 0],
    ['/opt/app/check', '--all', 3],
  ])('%s %s ends with its exit code', async (path, args, exitCode) => {
    await using scene = await GuestScene.open({ ...manual, system: TWO_USERS });
    const pid = await started(scene, path, args);
    const at = '2026-01-01T00:00:00Z';
    expect(await process(scene, pid)).toMatchObject({ pid, owner: 'root', startTime: at, endTime: at, exitCode });
  });

  it('runs as long as it says, on the clock, and leaves its files when it ends', async () => {
    await using scene = await GuestScene.open({ ...manual, system: TWO_USERS });
    const { clock } = scene.ep.sim;
    const pid = await started(scene, '/opt/app/job');
    expect(await process(scene, pid)).not.toHaveProperty('endTime');
    expect((await scene.fault('file', 'ListFilesInGuest', { filePath: '/var/log/job.log' }))._typeName).toBe(
      'FileNotFound',
    );
    await clock.step();
    expect(await process(scene, pid)).toMatchObject({ endTime: '2026-01-01T00:01:00Z', exitCode: 0 });
    expect(await text(scene, '/var/log/job.log')).toBe('done\n');
    await clock.advance(300_001);
    expect(await process(scene, pid)).toBeUndefined();
  });

  it('sleeps on the clock', async () => {
    await using scene = await GuestScene.open(manual);
    const pid = await started(scene, '/bin/sleep', '30');
    await scene.ep.sim.clock.advance(29_000);
    expect(await process(scene, pid)).not.toHaveProperty('exitCode');
    await scene.ep.sim.clock.advance(1_000);
    expect(await process(scene, pid)).toMatchObject({ exitCode: 0, cmdLine: '"/bin/sleep" 30' });
  });

  it('writes its output where it is told to', async () => {
    await using scene = await GuestScene.open({ system: TWO_USERS });
    await started(scene, '/bin/echo', 'one > /tmp/out');
    await started(scene, '/bin/sh', '-c "echo two >> /tmp/out; nope 2> /tmp/err"');
    await started(scene, '/opt/app/check', '1> /tmp/check 2>&1');
    expect(await text(scene, '/tmp/out')).toBe('one\ntwo\n');
    expect(await text(scene, '/tmp/err')).toBe('nope: command not found\n');
    expect(await text(scene, '/tmp/check')).toBe('checked\n');
  });

  it('that does not stop is terminated by its owner or an administrator', async () => {
    await using scene = await GuestScene.open({ system: TWO_USERS });
    const pid = await started(scene, '/opt/app/daemon');
    const terminate = (who: object) => scene.fault('process', 'TerminateProcessInGuest', { pid }, who);
    expect((await terminate(as('joe', 'pw')))._typeName).toBe('GuestPermissionDenied');
    await scene.call('process', 'TerminateProcessInGuest', { pid });
    expect(await process(scene, pid)).toMatchObject({ exitCode: -1 });
    expect(await terminate(ROOT)).toMatchObject({ _typeName: 'GuestProcessNotFound', pid });
  });

  it('ends with its boot', async () => {
    await using scene = await GuestScene.open({ ...manual, system: TWO_USERS });
    const pid = await started(scene, '/opt/app/daemon');
    await scene.ep.sim.clock.advance(1_000);
    await scene.ep.run(scene.vm, 'ResetVM_Task');
    expect(await process(scene, pid)).toBeUndefined();
    const all: Answer[] = await scene.call('process', 'ListProcessesInGuest');
    expect(all.map((p) => p.name)).toEqual(['systemd', 'vmtoolsd', 'sshd']);
  });

  it('that is not there is not found, nor is a directory to work in', async () => {
    await using scene = await GuestScene.open();
    const start = (spec: object) => scene.fault('process', 'StartProgramInGuest', { spec: { arguments: '', ...spec } });
    expect(await start({ programPath: '/bin/nope' })).toMatchObject({ _typeName: 'FileNotFound', file: '/bin/nope' });
    expect((await start({ programPath: 'true' }))._typeName).toBe('FileNotFound');
    expect((await start({ programPath: '/bin/true', workingDirectory: '/nope' }))._typeName).toBe('CannotAccessFile');
  });

  it('leaves and reads guestinfo through the tools', async () => {
    await using scene = await GuestScene.open();
    await started(scene, '/usr/bin/vmtoolsd', '--cmd "info-set guestinfo.ready yes it is"');
    expect(await scene.read('config.extraConfig["guestinfo.ready"].value')).toBe('yes it is');
    const extraConfig = [{ key: 'guestinfo.role', value: 'web' }];
    await scene.ep.run(scene.vm, 'ReconfigVM_Task', { spec: { extraConfig } });
    await started(scene, '/usr/bin/vmware-rpctool', '"info-get guestinfo.role" > /tmp/role');
    expect(await text(scene, '/tmp/role')).toBe('web\n');
  });

  it('of a Windows guest has paths, a shell and variables of its own', async () => {
    await using scene = await GuestScene.open({ guestId: 'windows2019srv_64Guest' });
    const pid = await started(scene, 'c:\\windows\\system32\\CMD.EXE', '/c "echo hello > C:\\Temp\\out.txt & exit 9"');
    expect(await process(scene, pid)).toMatchObject({ exitCode: 9 });
    expect(await text(scene, 'C:\\Temp\\OUT.txt')).toBe('hello\r\n');
    const env = await scene.call('process', 'ReadEnvironmentVariableInGuest', { names: ['systemroot'] });
    expect(env).toEqual(['SystemRoot=C:\\Windows']);
  });
});
