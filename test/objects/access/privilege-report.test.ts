/** What a run needed: noted whatever the mode, told in TypeScript, over HTTP and by `simsphere privileges`. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { options as TABLE } from '../../../src/cli/option-table.ts';
import { privileges } from '../../../src/cli/privileges.ts';
import { startOptions } from '../../../src/cli/start-options.ts';
import type { Client } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { Endpoint } from '../endpoint.ts';

const OPERATOR = 'VSPHERE.LOCAL\\operator';
const ADMINISTRATOR = 'VSPHERE.LOCAL\\Administrator';
const ON = 'VirtualMachine.Interact.PowerOn';
const OFF = 'VirtualMachine.Interact.PowerOff';
const RESET = 'VirtualMachine.Interact.Reset';

async function open(options: StartOptions = {}) {
  const lines: string[] = [];
  const say = (text: string) => lines.push(text);
  const logger = { error: say, warn: say, info: say, debug: say };
  const ep = await Endpoint.open({ scenario: 'restricted-user', logger: logger as never, ...options });
  const operator = await Endpoint.login(ep.sim, 'operator@vsphere.local', 'operator');
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  return { ep, operator, vm, lines };
}

const attempt = (client: Client, ...[self, method, args]: Parameters<Client['run']>) =>
  client.run(self, method, args ?? ({} as never)).then(
    () => 'done',
    (error) => error.fault?.privilegeId ?? error.fault?._typeName,
  );

/** What the command writes, and how it ends. */
async function command(...words: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    return { code: await privileges(words), text: text };
  } finally {
    spy.mockRestore();
  }
}

describe('the mode', () => {
  it('is to enforce, unless something else is said', async () => {
    const { ep, operator, vm } = await open();
    await using _ = ep;
    expect(await attempt(operator, vm, 'ResetVM_Task')).toBe(RESET);
    expect(await attempt(operator, vm, 'PowerOffVM_Task')).toBe('done');
    await operator.close();
  });

  it('log lets everybody do everything, and says who could not have', async () => {
    const { ep, operator, vm, lines } = await open({ permissions: 'log' });
    await using _ = ep;
    expect(await attempt(operator, vm, 'ResetVM_Task')).toBe('done');
    expect(lines.filter((line) => line.includes(RESET))).toEqual([
      `${OPERATOR} lacks ${RESET} on ${vm.value} for ResetVM_Task`,
    ]);
    const [report] = ep.sim.privileges.report({ user: 'operator' });
    expect(report).toMatchObject({
      user: OPERATOR,
      privileges: [RESET],
      refused: [
        { privilege: RESET, calls: [{ method: 'ResetVM_Task', on: ['VirtualMachine'], count: 1, refused: 1 }] },
      ],
    });
    await operator.close();
  });

  it('off lets everybody do everything, and notes nothing', async () => {
    const { ep, operator, vm, lines } = await open({ permissions: 'off' });
    await using _ = ep;
    expect(await attempt(operator, vm, 'ResetVM_Task')).toBe('done');
    expect(await attempt(operator, vm, 'Rename_Task', { newName: 'mine' } as never)).toBe('done');
    expect(ep.sim.privileges.report()).toEqual([]);
    expect(lines.filter((line) => line.includes('lacks'))).toEqual([]);
    await operator.close();
  });

  it.each(['enforce', 'log', 'off'])('is said on the command line (%s)', (mode) => {
    const { values } = parseArguments(['--permissions', mode], TABLE);
    expect(startOptions(values, 0)).toMatchObject({ permissions: mode });
  });

  it('is said in a scenario', async () => {
    const scenario = fileURLToPath(new URL('unenforced.yaml', import.meta.url));
    await using ep = await Endpoint.open({ scenario });
    // Somebody without a permission anywhere.
    const watcher = await Endpoint.login(ep.sim, 'watcher@vsphere.local', 'watching');
    expect(await attempt(watcher, await ep.at('DC0/vm/DC0_H0_VM0'), 'ResetVM_Task')).toBe('done');
    await watcher.close();
  });

  it('is one of three', () => {
    expect(() => parseArguments(['--permissions', 'maybe'], TABLE)).toThrow(/enforce, log, off/);
  });
});

describe('the report', () => {
  it('tells for each user the smallest role that would have passed, and what needed each privilege', async () => {
    const { ep, operator, vm } = await open();
    await using _ = ep;
    expect(await attempt(operator, vm, 'PowerOffVM_Task')).toBe('done');
    expect(await attempt(operator, vm, 'PowerOnVM_Task')).toBe('done');
    expect(await attempt(operator, vm, 'PowerOffVM_Task')).toBe('done');
    expect(await attempt(operator, vm, 'ResetVM_Task')).toBe(RESET);
    const [report] = ep.sim.privileges.report({ user: 'operator@vsphere.local' });
    expect(report).toMatchObject({
      privileges: [OFF, ON, RESET],
      needs: [
        { privilege: OFF, calls: [{ method: 'PowerOffVM_Task', on: ['VirtualMachine'], count: 2, refused: 0 }] },
        { privilege: ON, calls: [{ method: 'PowerOnVM_Task', count: 1 }] },
        { privilege: RESET, calls: [{ method: 'ResetVM_Task', count: 1, refused: 1 }] },
      ],
      refused: [{ privilege: RESET }],
    });
    expect(ep.sim.privileges.report().map(({ user }) => user)).toEqual([ADMINISTRATOR, OPERATOR]);
    await operator.close();
  });

  it('makes a role with which the same calls pass, and none of whose privileges could be left out', async () => {
    const { ep, operator, vm } = await open({ permissions: 'log' });
    const calls = ['PowerOffVM_Task', 'PowerOnVM_Task', 'ResetVM_Task'];
    for (const method of calls) expect(await attempt(operator, vm, method as never)).toBe('done');
    const privIds = ep.sim.privileges.report({ user: 'operator' })[0]!.privileges;
    await operator.close();
    await ep[Symbol.asyncDispose]();
    const again = await open();
    await using admin = again.ep;
    const manager = admin.manager('authorizationManager');
    const role = await admin.call(manager, 'AddAuthorizationRole', { name: 'smallest', privIds: [] });
    const permission = [{ principal: OPERATOR, group: false, roleId: role, propagate: true }];
    await admin.call(manager, 'SetEntityPermissions', { entity: again.vm, permission });
    // The pool gives what its own permissions give; there it is Read-only.
    const outcomes = async (ids: readonly string[]) => {
      const args = { roleId: role, newName: 'smallest', privIds: ids };
      await admin.call(manager, 'UpdateAuthorizationRole', args);
      const found: string[] = [];
      for (const method of calls) found.push(await attempt(again.operator, again.vm, method as never));
      return found;
    };
    expect(await outcomes(privIds)).toEqual(['done', 'done', 'done']);
    for (const missing of privIds) expect(await outcomes(privIds.filter((id) => id !== missing))).toContain(missing);
    await again.operator.close();
  });

  it('compares with a role, by its name or its privileges', async () => {
    const { ep, operator, vm } = await open();
    await using _ = ep;
    await attempt(operator, vm, 'PowerOffVM_Task');
    await attempt(operator, vm, 'ResetVM_Task');
    const compared = (role: string | readonly string[]) =>
      ep.sim.privileges.report({ user: 'operator', role })[0]!.compared;
    expect(compared('Operator')).toEqual({ role: 'Operator', lacks: [RESET], unused: [ON] });
    expect(compared([OFF, RESET, 'Folder.Create'])).toMatchObject({ lacks: [], unused: ['Folder.Create'] });
    expect(() => compared('Nobody')).toThrow(/Nobody/);
    expect(() => compared(['VirtualMachine.Fly'])).toThrow(/VirtualMachine.Fly/);
    await operator.close();
  });

  it('forgets when told to, and with a reset', async () => {
    const { ep, operator, vm } = await open();
    await using _ = ep;
    await attempt(operator, vm, 'PowerOffVM_Task');
    await operator.close();
    ep.sim.privileges.clear();
    expect(ep.sim.privileges.report({ user: 'operator' })).toEqual([]);
  });
});

describe('over HTTP and on the command line', () => {
  const used = async (options?: StartOptions) => {
    const scene = await open(options);
    await attempt(scene.operator, scene.vm, 'PowerOffVM_Task');
    await attempt(scene.operator, scene.vm, 'ResetVM_Task');
    await scene.operator.close();
    const url = new URL('/_simsphere/privileges', scene.ep.sim.url);
    return { ...scene, url, origin: url.origin };
  };

  it('the report is the same as in TypeScript', async () => {
    const { ep, url, origin } = await used();
    await using _ = ep;
    const role = 'Operator';
    const expected = ep.sim.privileges.report({ user: 'operator', role });
    url.search = new URLSearchParams({ user: 'operator', role }).toString();
    expect(await (await fetch(url)).json()).toEqual(JSON.parse(JSON.stringify(expected)));
    const { code, text } = await command(origin, '--user', 'operator', '--role', role, '--format', 'json');
    expect([code, JSON.parse(text)]).toEqual([1, JSON.parse(JSON.stringify(expected))]);
    expect((await fetch(new URL('?role=Nobody', url))).status).toBe(400);
    expect((await command(origin, '--clear')).code).toBe(0);
    expect(ep.sim.privileges.report()).toEqual([]);
  });

  it('is written for people', async () => {
    const { ep, origin } = await used();
    await using _ = ep;
    const { code, text } = await command(origin, '--user', 'operator', '--role', `${OFF},${ON}`);
    expect(code).toBe(1);
    expect(text).toBe(`${OPERATOR}: 2 privileges beyond Read-only
  ${OFF}
      PowerOffVM_Task on VirtualMachine
  ${RESET}
      ResetVM_Task on VirtualMachine

refused to ${OPERATOR}:
  ${RESET}
      ResetVM_Task on VirtualMachine

compared with the privileges given:
  it lacks
    ${RESET}
  it has and never used
    ${ON}
`);
  });

  it('is written as a role for a scenario, and as the command that makes the role', async () => {
    const { ep, origin } = await used();
    await using _ = ep;
    const role = await command(origin, '--user', 'operator', '--format', 'role', '--name', 'nova');
    expect(role).toEqual({
      code: 0,
      text: `roles:\n  - name: "nova"\n    privileges:\n      - ${OFF}\n      - ${RESET}\n`,
    });
    const govc = await command(origin, '--user', 'operator', '--format', 'govc');
    expect(govc).toEqual({ code: 0, text: `govc role.create 'operator' ${OFF} ${RESET}\n` });
  });
});
