import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInScenarios, loadScenario, parseScenario, scenarioOptions } from '../../src/scenario/scenario.ts';
import { scenarioJsonSchema } from '../../src/scenario/schema.ts';

describe('a scenario', () => {
  it.each(builtInScenarios())(
    '%s comes with simsphere, is named after its file and says what it is for',
    async (name) => {
      const loaded = await loadScenario(name);
      expect(loaded.name).toBe(name);
      expect(loaded.description).not.toBe('');
    },
  );

  it('becomes the options of a simulator', async () => {
    const text =
      'seed: abc\nclock: x20\nesx: true\nsessionTimeout: 5m\nsessionsPerUser: 7\nworld: { counts: { vm: 7 } }\nfaults: [{ effect: { task: { stall: true } } }]';
    expect(scenarioOptions(await parseScenario('s.yaml', text), {})).toMatchObject({
      seed: 'abc',
      clock: { kind: 'scaled', speed: 20 },
      esx: true,
      sessionTimeout: 300_000,
      sessionsPerUser: 7,
      inventory: { vm: 7 },
      faults: [{ effect: { task: { stall: true } } }],
    });
  });

  it('gives way to what is said beside it', async () => {
    const loaded = await parseScenario('s.yaml', 'seed: abc\nworld: { counts: { vm: 7, host: 2 } }');
    const options = scenarioOptions(loaded, { seed: 'mine', inventory: { vm: 1 } });
    expect(options).toMatchObject({ seed: 'mine', inventory: { vm: 1, host: 2 } });
  });

  it('is JSON as well as YAML, and nothing at all is the default world', async () => {
    expect((await parseScenario('s.json', '{"seed": "x"}')).scenario.seed).toBe('x');
    expect((await parseScenario('s.yaml', '')).scenario.faults).toEqual([]);
  });

  it.each([
    ['world:\n  coutns: { vm: 1 }', "s.yaml:2:3: world.coutns: unknown word; did you mean 'counts'?"],
    [
      'seed: x\nlatency: realstic',
      "s.yaml:2:1: latency: expected one of instant, realistic; did you mean 'realistic'?",
    ],
    ['world:\n  counts:\n    vm: many', 's.yaml:3:5: world.counts.vm: expected number'],
    ['clock: fast', 's.yaml:1:1: clock: expected real, manual or xN'],
    ['a: [1', 's.yaml:1:6: '],
    ['seed: a\nseed: b', 's.yaml:2:1: Map keys must be unique'],
    ['world: { users: [{ name: a }] }', 's.yaml:1:18: world.users[0]: needs a password or a certificate'],
    [
      'world:\n  users:\n    - name: a\n      password: b\n      roles:\n        - role: Readonly',
      "s.yaml:6:11: world.users[0].roles[0].role: there is no role 'Readonly'; did you mean 'ReadOnly'?",
    ],
    [
      'world:\n  roles:\n    - name: r\n      privileges:\n        - System.Read\n        - VirtualMachine.Interact.PowrOn',
      "s.yaml:6:11: world.roles[0].privileges[1]: vSphere has no privilege 'VirtualMachine.Interact.PowrOn'; did you mean 'VirtualMachine.Interact.PowerOn'?",
    ],
    [
      'faults:\n  - id: a\n    effect:\n      soap:\n        fault: NoDiskSpce',
      "s.yaml:5:9: faults[0].effect.soap.fault: the API has no fault 'NoDiskSpce'; did you mean 'NoDiskSpace'?",
    ],
    [
      'world:\n  roles:\n    - { name: r, privileges: [] }\n    - { name: r, privileges: [] }',
      "s.yaml:4:9: world.roles[1].name: there is a role 'r' already",
    ],
    [
      'world:\n  roles:\n    - { name: Admin, privileges: [] }',
      "s.yaml:3:9: world.roles[0].name: there is a role 'Admin' already",
    ],
    [
      'world:\n  roles:\n    - { name: r, extends: ReadOnli, privileges: [] }',
      "s.yaml:3:18: world.roles[0].extends: there is no role 'ReadOnli' before it; did you mean 'ReadOnly'?",
    ],
    ['clock: x0', 's.yaml:1:1: clock: expected real, manual or xN'],
    ['faults:\n  - mach: {}\n    effect: {}', "s.yaml:2:5: faults[0].mach: unknown word; did you mean 'match'?"],
  ])('that is wrong is refused with file, line, column and what was meant: %j', async (text, says) => {
    await expect(parseScenario('s.yaml', text)).rejects.toMatchObject({
      code: 'ERR_SCENARIO',
      message: expect.stringContaining(says),
    });
  });

  it('that does not exist says which do', async () => {
    await expect(loadScenario('lost-answer')).rejects.toThrow("did you mean 'lost-answers'?");
    await expect(loadScenario('./none.yaml')).rejects.toThrow('./none.yaml: cannot be read');
  });

  it('has a JSON Schema beside it that is fresh', () => {
    const kept = readFileSync(new URL('../../scenarios/scenario.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
  });
});
