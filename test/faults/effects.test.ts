import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RuleInput } from '../../src/faults/rule.ts';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { ScreenVisit } from '../../src/simulator/screen-door.ts';
import { Wire } from '../server/wire.ts';

const VM = 'DC0/vm/DC0_H0_VM0';

describe('a fault rule', () => {
  let sim: Simulator;
  let wire: Wire;
  beforeEach(async () => {
    sim = await startSimulator({ http: true, clock: { kind: 'manual' } });
    wire = await new Wire(sim).login();
  });
  afterEach(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  const arm = (rule: RuleInput) => sim.simulation.faults.add(rule);
  const clock = () => sim.simulation.site.clock;
  const vm = async () => sim.simulation.site.world.find(await wire.find(VM))!;
  const power = async () => ((await vm()).get('runtime') as { powerState: string }).powerState;
  const off = async () => wire.soap('PowerOffVM_Task', 'VirtualMachine', (await vm()).id);
  const entry = (method: string) => sim.journal.calls({ method }).at(-1);

  describe('of the SOAP layer', () => {
    it('answers with a typed fault, and no work is done', async () => {
      arm({
        id: 'full',
        match: { method: 'PowerOffVM_Task', name: 'DC0_H0_VM0' },
        effect: {
          soap: {
            fault: 'NoDiskSpace',
            properties: { file: 'x.vmdk', datastore: 'LocalDS_0' },
            message: 'It is full.',
          },
        },
      });
      const reply = await off();
      expect(reply.status).toBe(500);
      expect(reply.text).toContain('<faultstring>It is full.</faultstring>');
      expect(reply.text).toContain('xsi:type="NoDiskSpace"');
      expect(reply.text).toContain('<file>x.vmdk</file>');
      expect(await power()).toBe('poweredOn');
      expect(entry('PowerOffVM_Task')).toMatchObject({ outcome: 'fault', fault: 'NoDiskSpace', rules: ['full'] });
    });

    it('may answer so after the work was done', async () => {
      arm({ match: { method: 'PowerOffVM_Task' }, effect: { soap: { fault: 'HostCommunication', phase: 'after' } } });
      expect((await off()).text).toContain('HostCommunication');
      expect(await power()).toBe('poweredOff');
    });

    it('fills in what the call itself says', async () => {
      arm({ match: { method: 'PowerOffVM_Task' }, effect: { soap: { fault: 'NotAuthenticated' } } });
      expect((await off()).text).toContain(
        `<object type="VirtualMachine">${(await vm()).id}</object><privilegeId>System.View</privilegeId>`,
      );
    });
  });

  it('of the SOAP layer answers with nothing, before the work or after it', async () => {
    const { id } = await vm();
    for (const [phase, state] of [
      ['before', 'poweredOn'],
      ['after', 'poweredOff'],
    ] as const) {
      sim.faults.clear();
      arm({ id: 'hollow', match: { method: 'PowerOffVM_Task' }, effect: { soap: { empty: true, phase } } });
      const reply = await wire.soap('PowerOffVM_Task', 'VirtualMachine', id);
      expect([reply.status, /returnval/.test(reply.text)]).toEqual([200, false]);
      expect(reply.text).toContain('PowerOffVM_TaskResponse');
      expect(await power()).toBe(state);
      expect(entry('PowerOffVM_Task')).toMatchObject({ outcome: 'answer', rules: ['hollow'] });
    }
    arm({ match: { method: 'RetrievePropertiesEx' }, effect: { soap: { empty: true, phase: 'after' } } });
    const spec =
      '<specSet><propSet><type>Folder</type><all>true</all></propSet><objectSet><obj type="Folder">group-d1</obj></objectSet></specSet><options/>';
    const reply = await wire.soap('RetrievePropertiesEx', 'PropertyCollector', 'propertyCollector', spec);
    expect([reply.status, /returnval/.test(reply.text)]).toEqual([200, false]);
  });

  describe('of the task layer', () => {
    it('fails the task at once, or on its way', async () => {
      const fail = { fail: { fault: 'HostCommunication' } };
      arm({ id: 'early', match: { method: 'PowerOffVM_Task' }, when: { nth: 1 }, effect: { task: fail } });
      arm({ id: 'late', match: { method: 'PowerOffVM_Task' }, effect: { task: { ...fail, at: '40%' } } });
      for (const rule of ['early', 'late']) {
        const task = await wire.vmTask('PowerOffVM_Task', VM);
        expect(wire.task(task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'HostCommunication' } } });
        expect(entry('PowerOffVM_Task')).toMatchObject({ outcome: 'answer', task, rules: [rule] });
        expect(await power()).toBe('poweredOn');
      }
    });

    it('slows it by the clock', async () => {
      arm({ id: 'slow', match: { method: 'PowerOffVM_Task' }, effect: { task: { slow: '90s' } } });
      const task = await wire.vmTask('PowerOffVM_Task', VM);
      await clock().advance(89_000);
      expect([wire.task(task).state, await power()]).toEqual(['running', 'poweredOn']);
      await clock().advance(1_000);
      expect([wire.task(task).state, await power()]).toEqual(['success', 'poweredOff']);
      expect(entry('PowerOffVM_Task')?.rules).toEqual(['slow']);
    });

    it('lets it stand still at so many percent, for ever', async () => {
      arm({ match: { method: 'PowerOffVM_Task' }, effect: { task: { stall: true, at: '40%' } } });
      const task = await wire.vmTask('PowerOffVM_Task', VM);
      await clock().advance(20 * 60_000);
      expect(wire.task(task)).toMatchObject({ state: 'running', progress: 40 });
      expect(await power()).toBe('poweredOn');
    });

    it('slows it and then fails it, by two rules', async () => {
      arm({ id: 'slow', effect: { task: { slow: '10s' } } });
      arm({ id: 'fail', effect: { task: { fail: { fault: 'HostCommunication' }, at: '40%' } } });
      const task = await wire.vmTask('PowerOffVM_Task', VM);
      expect(wire.task(task).state).toBe('running');
      await clock().advance(10_000);
      expect(wire.task(task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'HostCommunication' } } });
      expect(entry('PowerOffVM_Task')?.rules).toEqual(['slow', 'fail']);
    });

    it('has in store for a task what it had when an image of the world was made', async () => {
      const { site } = sim.simulation;
      arm({ effect: { task: { slow: '10s' } } });
      arm({ when: { nth: 1 }, effect: { task: { fail: { fault: 'HostCommunication' }, at: '40%' } } });
      const task = await wire.vmTask('PowerOffVM_Task', VM);
      const image = site.world.save();
      for (let again = 0; again < 2; again++) {
        await clock().advance(10_000);
        expect(wire.task(task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'HostCommunication' } } });
        site.world.restore(image);
        site.tasks.resume();
        expect(wire.task(task).state).toBe('running');
      }
    });

    it('cancels it', async () => {
      arm({ match: { method: 'PowerOffVM_Task' }, effect: { task: { cancel: true } } });
      const task = await wire.vmTask('PowerOffVM_Task', VM);
      expect(wire.task(task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'RequestCanceled' } } });
    });
  });

  describe('of the transport layer', () => {
    it.each([
      [{ reset: true }, 'ECONNRESET'],
      [{ empty: true }, 'socket hang up'],
    ] as const)('%j before: no work is done', async (transport, error) => {
      arm({ id: 'cut', match: { method: 'PowerOffVM_Task' }, effect: { transport } });
      await expect(off()).rejects.toThrow(error);
      expect(await power()).toBe('poweredOn');
      expect(entry('PowerOffVM_Task')).toMatchObject({ outcome: 'cut', rules: ['cut'] });
    });

    it.each([
      [{ reset: true }, 'ECONNRESET'],
      [{ empty: true }, 'socket hang up'],
      [{ truncate: 100 }, 'aborted'],
    ] as const)('%j after: the work was done, the answer is lost', async (transport, error) => {
      arm({
        id: 'lost',
        match: { method: 'PowerOffVM_Task' },
        effect: { transport: { ...transport, phase: 'after' } },
      });
      await expect(off()).rejects.toThrow(error);
      expect(await power()).toBe('poweredOff');
      expect(entry('PowerOffVM_Task')).toMatchObject({ outcome: 'answer', rules: ['lost'] });
    });

    it('holds a call up and then breaks it, by two rules', async () => {
      arm({ id: 'late', effect: { transport: { delay: 1 } } });
      arm({ id: 'fault', match: { method: 'PowerOffVM_Task' }, effect: { soap: { fault: 'HostCommunication' } } });
      expect((await off()).text).toContain('HostCommunication');
      expect(await power()).toBe('poweredOn');
      expect(entry('PowerOffVM_Task')?.rules).toEqual(['late', 'fault']);
    });

    it('holds an answer up and then loses it, by two rules', async () => {
      arm({ id: 'late', effect: { transport: { delay: 1, phase: 'after' } } });
      arm({
        id: 'lost',
        match: { method: 'PowerOffVM_Task' },
        effect: { transport: { truncate: 100 } },
      });
      await expect(off()).rejects.toThrow('aborted');
      expect(await power()).toBe('poweredOff');
      expect(entry('PowerOffVM_Task')).toMatchObject({ outcome: 'answer', rules: ['late', 'lost'] });
    });

    it('lets a call that was held up find its object gone', async () => {
      arm({ match: { method: 'GET /screen' }, effect: { transport: { delay: '1h' } } });
      const { id } = await vm();
      const goOn: (() => void)[] = [];
      const arrival = {
        address: 'localhost',
        scheme: 'http' as const,
        remoteAddress: '',
        userAgent: '',
        onGone: () => () => {},
        afterRealTime: (_milliseconds: number, then: () => void) => {
          goOn.push(then);
          return () => {};
        },
        setCookie() {},
      };
      const visit = new ScreenVisit(sim.simulation, { id, cookie: wire.cookie, authorization: undefined, arrival });
      const held = visit.before();
      const { world } = sim.simulation.site;
      world.turn(() => world.destroy(world.find(id)!));
      goOn[0]!();
      await expect(held).rejects.toMatchObject({ type: 'ManagedObjectNotFound' });
    });

    it('answers with an HTTP status and body of its own', async () => {
      arm({ match: { method: 'PowerOffVM_Task' }, effect: { transport: { status: 503, body: 'busy' } } });
      const reply = await off();
      expect([reply.status, reply.text, await power()]).toEqual([503, 'busy', 'poweredOn']);
    });

    it('loses an answer that is a fault like any other', async () => {
      await off();
      arm({ match: { method: 'Rename_Task' }, effect: { transport: { reset: true, phase: 'after' } } });
      const reply = wire.soap('Rename_Task', 'VirtualMachine', 'vm-4711', '<newName>x</newName>');
      // A call on nothing is refused before any rule is asked.
      expect((await reply).text).toContain('ManagedObjectNotFound');
      arm({ match: { method: 'TerminateSession' }, effect: { transport: { reset: true, phase: 'after' } } });
      await expect(
        wire.soap('TerminateSession', 'SessionManager', 'SessionManager', '<sessionId>none</sessionId>'),
      ).rejects.toThrow('ECONNRESET');
      expect(entry('TerminateSession')).toMatchObject({ outcome: 'fault', fault: 'NotFound' });
    });

    it('tears an answer that is written in slices', async () => {
      arm({ match: { method: 'RetrievePropertiesEx' }, effect: { transport: { truncate: 300 } } });
      const spec =
        '<specSet><propSet><type>Folder</type><all>true</all></propSet><objectSet><obj type="Folder">group-d1</obj></objectSet></specSet><options/>';
      await expect(wire.soap('RetrievePropertiesEx', 'PropertyCollector', 'propertyCollector', spec)).rejects.toThrow(
        'aborted',
      );
    });
  });

  describe('of the world layer', () => {
    it('ends every session, and the call finds its own gone', async () => {
      arm({ match: { method: 'PowerOffVM_Task' }, effect: { world: { verb: 'session.expireAll' } } });
      const { id } = await vm();
      const reply = await wire.soap('PowerOffVM_Task', 'VirtualMachine', id);
      expect(reply.text).toContain('NotAuthenticated');
      sim.simulation.faults.clear();
      wire.cookie = '';
      await wire.login();
      expect(await power()).toBe('poweredOn');
    });

    it('disconnects a host by itself, by the clock', async () => {
      arm({ when: { after: '30s' }, effect: { world: { verb: 'host.disconnect', name: 'DC0_H0' } } });
      const host = sim.simulation.site.world.find(await wire.find('DC0/host/DC0_H0/DC0_H0'))!;
      const state = () => (host.get('runtime') as { connectionState: string }).connectionState;
      await clock().advance(29_000);
      expect(state()).toBe('connected');
      await clock().advance(1_000);
      expect(state()).toBe('disconnected');
    });

    it('makes a datastore inaccessible', async () => {
      arm({
        match: { method: 'CurrentTime' },
        effect: { world: { verb: 'datastore.inaccessible', name: 'LocalDS_*' } },
      });
      await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance');
      const [datastore] = sim.simulation.site.world.ofType('Datastore');
      expect(datastore?.get('summary')).toMatchObject({ accessible: false });
    });

    it('is kept off by work that holds the VM, and nothing breaks', async () => {
      arm({ match: { method: 'PowerOffVM_Task' }, effect: { task: { slow: '1m' } } });
      arm({ when: { after: '10s' }, effect: { world: { verb: 'vm.powerOff', name: 'DC0_H0_VM0' } } });
      const task = await wire.vmTask('PowerOffVM_Task', VM);
      await clock().advance(10_000);
      expect(wire.task(task).state).toBe('running');
      await clock().advance(60_000);
      expect(wire.task(task).state).toBe('success');
    });

    it('switches the VM of the call off, after its work', async () => {
      await off();
      arm({ match: { method: 'PowerOnVM_Task' }, effect: { world: { verb: 'vm.powerOff', phase: 'after' } } });
      const task = await wire.vmTask('PowerOnVM_Task', VM);
      expect(wire.task(task).state).toBe('success');
      expect(await power()).toBe('poweredOff');
    });
  });
});
