import { describe, expect, it } from 'vitest';
import { type Delays, delayRules } from '../../src/cli/delays.ts';
import { startSimulator } from '../../src/server/start.ts';
import { Wire } from '../server/wire.ts';

const rules = (given: Partial<Delays>) => delayRules({ delay: 0, methods: '', jitter: '0', ...given });
const delayOf = (rule: ReturnType<typeof rules>[number]) => Number(rule.effect.transport!.delay);

describe('the delays of vcsim', () => {
  it('are none unless asked for', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ delay: -5, jitter: '0.5' })).toEqual([]);
  });

  it('hold up every call, and calls of a method by so much more', () => {
    expect(rules({ delay: 20, methods: 'PowerOnVM_Task:500, Login:0' })).toEqual([
      { id: 'delay-PowerOnVM_Task', match: { method: 'PowerOnVM_Task' }, effect: { transport: { delay: 520 } } },
      { id: 'delay-Login', match: { method: 'Login' }, effect: { transport: { delay: 20 } } },
      { id: 'delay', effect: { transport: { delay: 20 } } },
    ]);
  });

  it('vary about their length by the jitter, each variation as likely as any other', () => {
    const varied = rules({ delay: 1_000, jitter: '0.2' });
    const delays = varied.map(delayOf);
    const mean = delays.reduce((sum, d) => sum + d, 0) / delays.length;
    const deviation = Math.sqrt(delays.reduce((sum, d) => sum + (d - mean) ** 2, 0) / delays.length);
    expect(mean).toBeCloseTo(1_000, 0);
    expect(deviation).toBeGreaterThan(185);
    expect(deviation).toBeLessThan(205);
    let left = 1;
    for (const { when } of varied) {
      const taken = left * (when?.probability ?? 1);
      expect(taken).toBeCloseTo(1 / varied.length);
      left -= taken;
    }
    expect(
      rules({ delay: 10, jitter: '5' })
        .map(delayOf)
        .every((d) => d >= 0),
    ).toBe(true);
  });

  it.each([
    [{ methods: 'PowerOnVM_Task' }, /-method-delay.*'PowerOnVM_Task'/],
    [{ methods: 'Login:soon' }, /-method-delay.*'Login:soon'/],
    [{ delay: 1, jitter: 'much' }, /-delay-jitter.*'much'/],
    [{ delay: 1, jitter: '-1' }, /-delay-jitter.*'-1'/],
  ])('%o is refused', (given, message) => {
    expect(() => rules(given)).toThrow(message);
  });

  it('are rules a simulator takes: the calls named arrive late, the others do not', async () => {
    await using sim = await startSimulator({ http: true, faults: rules({ methods: 'CurrentTime:60', jitter: '0.1' }) });
    const wire = await new Wire(sim).login();
    const before = performance.now();
    await wire.soap('CurrentTime', 'ServiceInstance', 'ServiceInstance');
    expect(performance.now() - before).toBeGreaterThan(40);
    expect(sim.faults.list().reduce((hits, rule) => hits + rule.hits, 0)).toBe(1);
  });
});
