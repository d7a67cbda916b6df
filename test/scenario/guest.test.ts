import { describe, expect, it } from 'vitest';
import { type StartOptions, startSimulator } from '../../src/index.ts';
import { parseScenario, scenarioOptions } from '../../src/scenario/scenario.ts';
import { Endpoint } from '../objects/endpoint.ts';

const TEXT = `
clock: manual
world:
  tools: true
  machines:
    - path: DC0/vm/DC0_H0_VM0
      guest:
        id: ubuntu64Guest
        hostName: web1
        ip: 192.0.2.10
        users:
          - { name: deploy, password: secret }
        environment: { STAGE: test }
        files:
          /srv/app/config.ini: "port=80\\n"
        programs:
          - { path: /srv/app/migrate, arguments: --all, exitCode: 2, duration: 90s, writes: { /srv/app/log: failed } }
    - path: DC0/vm/DC0_H0_VM1
      guest: { tools: none }
`;

async function open(text: string): Promise<Endpoint> {
  const sim = await startSimulator(
    scenarioOptions(await parseScenario('s.yaml', text), { http: true } as StartOptions),
  );
  return new Endpoint(sim, await Endpoint.login(sim));
}

describe('a guest in a scenario', () => {
  it('is named, found and looked into as the scenario says', async () => {
    await using ep = await open(TEXT);
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    expect(await ep.read(vm, 'guest')).toMatchObject({
      hostName: 'web1',
      ipAddress: '192.0.2.10',
      guestId: 'ubuntu64Guest',
    });
    const manager = ep.manager('guestOperationsManager');
    const auth = {
      _typeName: 'NamePasswordAuthentication',
      interactiveSession: false,
      username: 'deploy',
      password: 'secret',
    };
    const files = await ep.read(manager, 'fileManager');
    const listed = await ep.call(files, 'ListFilesInGuest', { vm, auth, filePath: '/srv/app/config.ini' });
    expect(listed.files).toMatchObject([{ size: 8 }]);
    const processes = await ep.read(manager, 'processManager');
    const spec = { programPath: '/srv/app/migrate', arguments: '--all' };
    const pid = await ep.call(processes, 'StartProgramInGuest', { vm, auth, spec });
    await ep.sim.clock.step();
    expect(await ep.call(processes, 'ListProcessesInGuest', { vm, auth, pids: [pid] })).toMatchObject([
      { exitCode: 2 },
    ]);
    const other = { ...spec, arguments: '' };
    expect(await ep.fault(processes, 'StartProgramInGuest', { vm, auth, spec: other })).toMatchObject({
      _typeName: 'FileNotFound',
    });
  });

  it('has tools where all machines have them, unless it is said to have none', async () => {
    await using ep = await open(TEXT);
    const status = async (name: string) => ep.read(await ep.at(`DC0/vm/${name}`), 'guest.toolsStatus');
    expect(await status('DC0_C0_RP0_VM0')).toBe('toolsOk');
    expect(await status('DC0_H0_VM1')).toBe('toolsNotInstalled');
  });

  it('of a system that vSphere does not know is refused', async () => {
    const text = 'world: { machines: [{ path: DC0/vm/DC0_H0_VM0, guest: { id: ubuntu65Guest } }] }';
    await expect(open(text)).rejects.toThrow("there is no guest 'ubuntu65Guest'; did you mean 'ubuntu64Guest'?");
    const younger = 'world: { machines: [{ path: DC0/vm/DC0_H0_VM0, guest: { id: debian13_64Guest } }] }';
    await expect(open(younger)).rejects.toThrow("there is no guest 'debian13_64Guest'");
  });

  it.each([
    ['guest: { user: [] }', "unknown word; did you mean 'users'?"],
    ['guest: { ip: nowhere }', 'ip'],
    ['guest: { programs: [{ path: /x, duration: soon }] }', 'expected a duration such as 30s, or forever'],
  ])('%s is refused', async (guest, message) => {
    const text = `world: { machines: [{ path: DC0/vm/DC0_H0_VM0, ${guest} }] }`;
    await expect(parseScenario('s.yaml', text)).rejects.toThrow(message);
  });
});
