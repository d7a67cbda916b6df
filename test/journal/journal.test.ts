import { describe, expect, it } from 'vitest';
import { Journal, type JournalEntry } from '../../src/journal/journal.ts';
import { vim25 } from '../../src/vim25/vim25.ts';

const HIDDEN = '********';

function recorded(
  type: string,
  method: string,
  args: object,
): { journal: Journal; args: object; heard: JournalEntry[] } {
  const journal = new Journal(10, vim25);
  const heard: JournalEntry[] = [];
  journal.listeners.add((entry) => heard.push(entry));
  const kept = journal.begin({
    at: 0,
    began: 0,
    line: undefined,
    from: '',
    host: '',
    session: 0,
    key: undefined,
    user: '',
    opId: '',
    method,
    known: true,
    target: { type, value: 'x' },
    name: '',
    source: { args: () => args as never, answer: () => undefined },
    size: 0,
  });
  journal.end(kept, 0, 0);
  return { journal, args: journal.calls()[0]!.args, heard };
}

describe('the journal keeps', () => {
  it('no password of a login, not even for those who listen', () => {
    const given = { userName: 'root', password: 'hunter2' };
    const { args, heard } = recorded('SessionManager', 'Login', given);
    expect(args).toEqual({ userName: 'root', password: HIDDEN });
    expect(heard[0]!.args).toEqual(args);
    expect(given.password).toBe('hunter2');
  });

  it('nothing that opens a session', () => {
    expect(recorded('SessionManager', 'CloneSession', { cloneTicket: 'cst-VCT-1' }).args).toEqual({
      cloneTicket: HIDDEN,
    });
    expect(recorded('SessionManager', 'TerminateSession', { sessionId: ['a', 'b'] }).args).toEqual({
      sessionId: HIDDEN,
    });
  });

  it('no secret inside a spec, in a list, or in a type derived from the declared one', () => {
    const spec = { hostName: 'esx1', userName: 'root', password: 'hunter2', force: true };
    expect(recorded('Folder', 'AddStandaloneHost_Task', { spec, addConnected: true }).args).toEqual({
      spec: { ...spec, password: HIDDEN },
      addConnected: true,
    });
    const auth = {
      _typeName: 'NamePasswordAuthentication',
      username: 'u',
      password: 'hunter2',
      interactiveSession: false,
    };
    const guest = recorded('GuestProcessManager', 'ListProcessesInGuest', {
      vm: { type: 'VirtualMachine', value: 'vm-1' },
      auth,
    });
    expect(guest.args).toMatchObject({ auth: { ...auth, password: HIDDEN } });
    const user = { password: { value: 'hunter2', plainText: true } };
    const item = {
      info: { name: 'x' },
      spec: { identity: { _typeName: 'CustomizationSysprep', guiUnattended: user }, nicSettingMap: [] },
    };
    expect(
      JSON.stringify(recorded('CustomizationSpecManager', 'CreateCustomizationSpec', { item }).args),
    ).not.toContain('hunter2');
  });

  it('no answer file of a customization, and no word by which another service is told who it is', () => {
    const identity = { _typeName: 'CustomizationSysprepText', value: '[GuiUnattended] AdminPassword=hunter2' };
    const customized = recorded('VirtualMachine', 'CustomizeVM_Task', { spec: { identity, nicSettingMap: [] } });
    expect(customized.args).toMatchObject({ spec: { identity: { ...identity, value: HIDDEN } } });
    const auth = { _typeName: 'SSPIAuthentication', sspiToken: 'hunter2', interactiveSession: false };
    const vm = { type: 'VirtualMachine', value: 'vm-1' };
    expect(recorded('GuestProcessManager', 'ListProcessesInGuest', { vm, auth }).args).toMatchObject({
      auth: { sspiToken: HIDDEN },
    });
  });

  it('arguments without a secret as they are', () => {
    const args = { spec: { name: 'x', deviceChange: [{ operation: 'add' }] } };
    expect(recorded('VirtualMachine', 'ReconfigVM_Task', args).args).toBe(args);
    const file = { path: 'a/x' };
    expect(recorded('Datastore', 'PUT /folder', file).args).toBe(file);
  });
});
