import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { GuestProgram } from '../../../src/objects/guest/system.ts';
import type { Answer } from '../endpoint.ts';
import { GuestScene, ROOT, type SceneOptions } from '../guest/guest-scene.ts';
import { Updates } from '../updates.ts';

const MANUAL = { clock: { kind: 'manual' } } as const;

async function scene(options: SceneOptions = {}) {
  const scene = await GuestScene.open(options);
  const { ep, vm } = scene;
  const put = async (path: string, text: string) => {
    const fileAttributes = { _typeName: 'GuestPosixFileAttributes' };
    const args = { guestFilePath: path, fileAttributes, fileSize: text.length, overwrite: true };
    await fetch(await scene.call('file', 'InitiateFileTransferToGuest', args), { method: 'PUT', body: text });
  };
  const get = async (guestFilePath: string) => {
    const { url } = await scene.call('file', 'InitiateFileTransferFromGuest', { guestFilePath });
    return (await fetch(url)).text();
  };
  const take = (flags: object = {}): Promise<Ref> =>
    ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false, ...flags });
  const processes = async (): Promise<string[]> => {
    const list = await scene.call('process', 'ListProcessesInGuest');
    return list.filter((p: Answer) => p.name === 'sleep' && p.endTime === undefined).map((p: Answer) => p.cmdLine);
  };
  const sleep = (seconds: number) =>
    scene.call('process', 'StartProgramInGuest', {
      spec: { _typeName: 'GuestProgramSpec', programPath: '/bin/sleep', arguments: String(seconds) },
    });
  return { scene, ep, vm, put, get, take, processes, sleep };
}

describe('a guest goes back with its machine', () => {
  it('to the files it had, and its processes are gone', async () => {
    const { scene: s, ep, vm, put, get, take, processes, sleep } = await scene();
    await using _ = s;
    await put('/tmp/a', 'before');
    await sleep(1_000);
    const snapshot = await take();
    await put('/tmp/a', 'after');
    await put('/tmp/b', 'new');
    await ep.run(snapshot, 'RevertToSnapshot_Task');
    expect(await ep.read(vm, 'guest.toolsRunningStatus')).toBe('guestToolsNotRunning');
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await get('/tmp/a')).toBe('before');
    expect(await s.fault('file', 'InitiateFileTransferFromGuest', { guestFilePath: '/tmp/b' })).toMatchObject({
      _typeName: 'FileNotFound',
    });
    expect(await processes()).toEqual([]);
  });

  it('with its memory, and what ran in it runs on as long as it had left', async () => {
    const { scene: s, ep, vm, take, processes, sleep, put, get } = await scene({ ...MANUAL });
    await using _ = s;
    await put('/tmp/a', 'before');
    await sleep(100);
    const snapshot = await take({ memory: true });
    await put('/tmp/a', 'after');
    await ep.sim.clock.advance(60_000);
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.sim.clock.advance(1_000_000);
    await ep.run(snapshot, 'RevertToSnapshot_Task');
    expect(await ep.read(vm, 'guest.toolsRunningStatus')).toBe('guestToolsRunning');
    expect(await ep.read(vm, 'guest.guestOperationsReady')).toBe(true);
    expect(await get('/tmp/a')).toBe('before');
    expect(await processes()).toHaveLength(1);
    await ep.sim.clock.advance(99_000);
    expect(await processes()).toHaveLength(1);
    await ep.sim.clock.advance(2_000);
    expect(await processes()).toEqual([]);
  });

  it('and takes its files along when it is cloned from the snapshot', async () => {
    const { scene: s, ep, vm, put, get, take } = await scene();
    await using _ = s;
    await put('/tmp/a', 'before');
    const snapshot = await take();
    await put('/tmp/a', 'after');
    const clone: Ref = await ep.run(vm, 'CloneVM_Task', {
      folder: await ep.at('DC0/vm'),
      name: 'copy',
      spec: { location: {}, powerOn: true, template: false, snapshot },
    });
    const inClone = async () => {
      const args = { vm: clone, auth: ROOT, guestFilePath: '/tmp/a' };
      const { url } = await ep.call(await s.manager('file'), 'InitiateFileTransferFromGuest', args);
      return (await fetch(url)).text();
    };
    expect(await inClone()).toBe('before');
    expect(await get('/tmp/a')).toBe('after');
    // What only the snapshot held is given back with it; what the others hold stays.
    await ep.run(vm, 'RemoveAllSnapshots_Task');
    expect(await inClone()).toBe('before');
  });

  it('over an unregistration, with the snapshots that hold its files', async () => {
    const { scene: s, ep, vm, put, get, take } = await scene();
    await using _ = s;
    await put('/tmp/a', 'before');
    await take();
    await put('/tmp/a', 'after');
    await ep.run(vm, 'PowerOffVM_Task');
    const [path, pool] = [await ep.read(vm, 'config.files.vmPathName'), await ep.read(vm, 'resourcePool')];
    await ep.call(vm, 'UnregisterVM');
    const again: Ref = await ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', { path, asTemplate: false, pool });
    await ep.run(again, 'RevertToCurrentSnapshot_Task');
    await ep.run(again, 'PowerOnVM_Task');
    (s as { vm: Ref }).vm = again;
    expect(await get('/tmp/a')).toBe('before');
  });
});

describe('a guest that is brought to rest for a snapshot', () => {
  const script = (path: string, said: Partial<GuestProgram> = {}): GuestProgram => ({
    path,
    exitCode: 0,
    duration: 0,
    ...said,
  });
  const FREEZE = '/usr/sbin/pre-freeze-script';

  it('runs its scripts, whose traces the snapshot has', async () => {
    const programs = [
      script(FREEZE, { writes: { '/var/frozen': 'yes' } }),
      script('/usr/sbin/post-thaw-script', { writes: { '/var/thawed': 'yes' } }),
    ];
    const { scene: s, ep, vm, take, get } = await scene({ system: { programs } });
    await using _ = s;
    const snapshot = await take({ quiesce: true });
    expect((await ep.read(vm, 'snapshot')).rootSnapshotList[0]).toMatchObject({ snapshot, quiesced: true });
    expect(await get('/var/thawed')).toBe('yes');
    await ep.run(snapshot, 'RevertToSnapshot_Task');
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await get('/var/frozen')).toBe('yes');
    expect(await s.fault('file', 'InitiateFileTransferFromGuest', { guestFilePath: '/var/thawed' })).toMatchObject({
      _typeName: 'FileNotFound',
    });
  });

  it('has none taken when a script fails', async () => {
    const late = '/etc/vmware-tools/backupScripts.d/10-db.sh';
    const programs = [script(FREEZE), script(late, { exitCode: 4, arguments: 'freeze' })];
    const { scene: s, ep, vm, take } = await scene({ system: { programs } });
    await using _ = s;
    await ep.events();
    const flags = { name: 's', memory: false, quiesce: true };
    expect(await ep.fault(vm, 'CreateSnapshot_Task', flags)).toMatchObject({ _typeName: 'ApplicationQuiesceFault' });
    expect(await ep.events()).toEqual(['TaskEvent', 'VmMessageWarningEvent']);
    expect(await ep.read(vm, 'snapshot')).toBeUndefined();
    await take();
  });

  it('has none taken when it takes longer than it may', async () => {
    const programs = [script(FREEZE, { duration: undefined })];
    const { scene: s, ep, vm } = await scene({ ...MANUAL, system: { programs } });
    await using _ = s;
    const task: Ref = await ep.call(vm, 'CreateSnapshotEx_Task', {
      name: 's',
      memory: false,
      quiesceSpec: { timeout: 5 },
    });
    await ep.sim.clock.advance(299_000);
    expect(await ep.read(task, 'info.state')).toBe('running');
    await ep.sim.clock.advance(2_000);
    expect((await ep.read(task, 'info.error')).fault).toMatchObject({ _typeName: 'FilesystemQuiesceFault' });
  });
});

describe('a guest that is forked off', () => {
  it('runs on with its files and processes, and gets addresses of its own', async () => {
    const { scene: s, ep, vm, put, sleep } = await scene({ ...MANUAL });
    await using _ = s;
    await put('/tmp/a', 'before');
    await sleep(100);
    await ep.sim.clock.advance(1_000);
    const twin: Ref = await ep.run(vm, 'InstantClone_Task', { spec: { name: 'twin', location: {} } });
    expect(await ep.read(twin, 'guest.toolsRunningStatus')).toBe('guestToolsRunning');
    const auth = ROOT;
    const list = await ep.call(await s.manager('process'), 'ListProcessesInGuest', { vm: twin, auth });
    expect(list.map((p: Answer) => p.name)).toContain('sleep');
    await ep.sim.clock.advance(60_000);
    const [own, source] = [await ep.read(twin, 'guest.ipAddress'), await ep.read(vm, 'guest.ipAddress')];
    expect(own).toMatch(/^10\./);
    expect(own).not.toBe(source);
  });

  it('has its network only when that is started, where its cards were pulled out', async () => {
    const { scene: s, ep, vm } = await scene({ ...MANUAL });
    await using _ = s;
    await ep.sim.clock.advance(1_000);
    const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
    const card = devices.find((d) => d.key === 4000);
    const connectable = { ...card.connectable, connected: false };
    const deviceChange = [{ operation: 'edit', device: { ...card, macAddress: undefined, connectable } }];
    const twin: Ref = await ep.run(vm, 'InstantClone_Task', { spec: { name: 'twin', location: { deviceChange } } });
    await ep.sim.clock.advance(60_000);
    expect(await ep.read(twin, 'guest.ipAddress')).toBeUndefined();
    const seen = await Updates.of(ep, twin, 'guest.ipAddress', 'config.hardware.device');
    const manager = ep.manager('guestCustomizationManager');
    await ep.run(manager, 'StartGuestNetwork_Task', { vm: twin, auth: ROOT });
    expect(await seen.next()).toEqual(['config.hardware.device', 'guest.ipAddress']);
    expect(await ep.read(twin, 'guest.ipAddress')).toMatch(/^10\./);
    const refused = { vm: twin, auth: { ...ROOT, password: '' } };
    expect(await ep.fault(manager, 'StartGuestNetwork_Task', refused)).toMatchObject({
      _typeName: 'InvalidGuestLogin',
    });
  });
});
