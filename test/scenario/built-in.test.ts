import { afterEach, describe, expect, it } from 'vitest';
import { type Simulator, type StartOptions, startSimulator } from '../../src/server/start.ts';
import { Wire } from '../server/wire.ts';

const VM = 'DC0/vm/DC0_C0_RP0_VM0';

describe('the scenario', () => {
  let sim: Simulator;
  afterEach(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  async function start(scenario: string, options: StartOptions = {}): Promise<Wire> {
    sim = await startSimulator({ http: true, scenario, ...options });
    return new Wire(sim).login();
  }

  const power = async (wire: Wire, path = VM) =>
    (sim.simulation.site.world.find(await wire.find(path))!.get('runtime') as { powerState: string }).powerState;

  it('default is the default model', async () => {
    const wire = await start('default');
    expect(await power(wire)).toBe('poweredOn');
  });

  it('empty has no datacenter', async () => {
    await start('empty');
    expect(sim.simulation.site.world.ofType('Datacenter').size).toBe(0);
  });

  it('esx is a host of its own', async () => {
    sim = await startSimulator({ http: true, scenario: 'esx' });
    const reply = await new Wire(sim).soap('RetrieveServiceContent', 'ServiceInstance', 'ServiceInstance');
    expect(reply.text).toContain('<apiType>HostAgent</apiType>');
  });

  it('restricted-user has an operator who switches VMs and changes nothing else', async () => {
    const admin = await start('restricted-user');
    const operator = await new Wire(sim).login('operator@vsphere.local', 'operator');
    await operator.vmTask('PowerOffVM_Task', VM);
    expect(await power(admin)).toBe('poweredOff');
    const id = await operator.find(VM);
    const refused = await operator.soap('Rename_Task', 'VirtualMachine', id, '<newName>mine</newName>');
    expect(refused.text).toContain('<privilegeId>VirtualMachine.Config.Rename</privilegeId>');
    sim.reset();
    expect(await power(await admin.login())).toBe('poweredOn');
    await operator.login('operator@vsphere.local', 'operator');
    expect((await operator.soap('PowerOffVM_Task', 'VirtualMachine', id)).status).toBe(200);
  });

  it('lost-answers loses the first answer after the work was done', async () => {
    const wire = await start('lost-answers');
    await wire.vmTask('PowerOffVM_Task', VM);
    await expect(wire.vmTask('PowerOnVM_Task', VM)).rejects.toThrow('socket hang up');
    expect(await power(wire)).toBe('poweredOn');
    const again = wire.task(await wire.vmTask('PowerOnVM_Task', VM));
    expect(again).toMatchObject({ state: 'error', error: { fault: { _typeName: 'InvalidPowerState' } } });
  });

  it('flaky-network spoils some calls, the same ones for the same seed', async () => {
    const run = async (seed: string) => {
      const wire = await start('flaky-network', { seed });
      const kinds: string[] = [];
      for (let i = 0; i < 120; i++) {
        const reply = await wire
          .soap('CurrentTime', 'ServiceInstance', 'ServiceInstance')
          .catch((error: Error) => error);
        kinds.push(reply instanceof Error ? 'cut' : String(reply.status));
      }
      await sim.close();
      return kinds;
    };
    const first = await run('a');
    expect(new Set(first)).toEqual(new Set(['200', 'cut', '503']));
    expect(await run('a')).toEqual(first);
  });

  it('stuck-task leaves the first power-on at 40 %', async () => {
    const wire = await start('stuck-task', { clock: { kind: 'manual' } });
    await wire.vmTask('PowerOffVM_Task', VM);
    const task = await wire.vmTask('PowerOnVM_Task', VM);
    await sim.simulation.site.clock.advance(1_200_000);
    expect(wire.task(task)).toMatchObject({ state: 'running', progress: 40 });
    const other = await wire.soap('PowerOnVM_Task', 'VirtualMachine', await wire.find(VM));
    expect(other.text).toContain('TaskInProgress');
  });

  it('cluster-that-fits-nothing has a VM that no single host can run', async () => {
    const wire = await start('cluster-that-fits-nothing');
    expect(await power(wire)).toBe('poweredOff');
    const task = wire.task(await wire.vmTask('PowerOnVM_Task', VM));
    expect(task).toMatchObject({ state: 'error', error: { fault: { _typeName: 'NoCompatibleHost' } } });
  });

  it('session-storm ends all sessions at every tenth call', async () => {
    const wire = await start('session-storm');
    const faults: number[] = [];
    for (let i = 2; i <= 20; i++) {
      const reply = await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance');
      if (!reply.text.includes('NotAuthenticated')) continue;
      faults.push(i);
      wire.cookie = '';
      await wire.login();
      i++;
    }
    expect(faults).toEqual([10, 20]);
  });
});
