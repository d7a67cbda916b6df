import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

/** What a machine is made into before a method is called on it. */
const STATES = {
  poweredOn: async () => {},
  poweredOff: (ep: Endpoint, vm: Ref) => ep.run(vm, 'PowerOffVM_Task'),
  suspended: (ep: Endpoint, vm: Ref) => ep.run(vm, 'SuspendVM_Task'),
  disconnected: async (ep: Endpoint, vm: Ref) =>
    ep.run((await ep.read(vm, 'runtime.host')) as Ref, 'DisconnectHost_Task'),
  template: async (ep: Endpoint, vm: Ref) => {
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.call(vm, 'MarkAsTemplate');
  },
} as const;

type State = keyof typeof STATES;

/** What a method gives in each state: done, or the type of the fault it is refused with. */
type Row = readonly [method: string, outcomes: { readonly [S in State]: string }];

const DONE = { poweredOn: 'done', poweredOff: 'done', suspended: 'done', disconnected: 'HostNotConnected' } as const;

const OF_MACHINES: readonly Row[] = [
  ['CreateSnapshot_Task', { ...DONE, template: 'NotSupported' }],
  ['CreateSnapshotEx_Task', { ...DONE, template: 'NotSupported' }],
  ['RemoveAllSnapshots_Task', { ...DONE, template: 'NotSupported' }],
  ['RevertToCurrentSnapshot_Task', { ...DONE, template: 'NotSupported' }],
  ['ConsolidateVMDisks_Task', { ...DONE, template: 'NotSupported' }],
  ['EstimateStorageForConsolidateSnapshots_Task', { ...DONE, template: 'done' }],
  ['RelocateVM_Task', { ...DONE, template: 'done' }],
  ['MigrateVM_Task', { ...DONE, template: 'done' }],
  [
    'InstantClone_Task',
    { ...DONE, poweredOff: 'InvalidPowerState', suspended: 'InvalidPowerState', template: 'NotSupported' },
  ],
];

const OF_SNAPSHOTS: readonly Row[] = [
  ['RevertToSnapshot_Task', { ...DONE, template: 'NotSupported' }],
  ['RemoveSnapshot_Task', { ...DONE, template: 'NotSupported' }],
  ['RenameSnapshot', { ...DONE, template: 'done' }],
];

const cases = (rows: readonly Row[]) =>
  rows.flatMap(([method, outcomes]) =>
    Object.entries(outcomes).map(([state, outcome]) => [method, state as State, outcome] as const),
  );

/** Arguments that would be right for the machine. */
async function args(ep: Endpoint, vm: Ref, method: string): Promise<object> {
  const flags = { name: 'x', memory: false, quiesce: false };
  const from: Ref = await ep.read(vm, 'runtime.host');
  const hosts: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
  const host = hosts.find((h) => h.value !== from.value);
  const all: Readonly<Record<string, object>> = {
    CreateSnapshot_Task: flags,
    CreateSnapshotEx_Task: { name: 'x', memory: false },
    RelocateVM_Task: { spec: { datastore: await ep.at('DC0/datastore/LocalDS_1'), host } },
    MigrateVM_Task: { host, priority: 'defaultPriority' },
    InstantClone_Task: { spec: { name: 'twin', location: {} } },
    RemoveSnapshot_Task: { removeChildren: true },
    RenameSnapshot: { name: 'y' },
  };
  return all[method] ?? {};
}

/** Calls it on a machine that has a snapshot, in a state; tells what came of it. */
async function outcome(method: string, state: State, self: (vm: Ref, snapshot: Ref) => Ref): Promise<string> {
  const ep = await Endpoint.open({ inventory: { ds: 2 } });
  await using _ = ep;
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  const snapshot = await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
  await STATES[state](ep, vm);
  const given = await args(ep, vm, method);
  const call = method.endsWith('_Task') ? ep.run : ep.call;
  return await call.call(ep, self(vm, snapshot), method, given).then(
    () => 'done',
    (error: Answer) => error.fault._typeName,
  );
}

describe('a method of a machine that has a snapshot', () => {
  it.each(cases(OF_MACHINES))('%s, %s: %s', async (method, state, expected) => {
    expect(await outcome(method, state, (vm) => vm)).toBe(expected);
  });
});

describe('a method of the snapshot', () => {
  it.each(cases(OF_SNAPSHOTS))('%s, %s: %s', async (method, state, expected) => {
    expect(await outcome(method, state, (_vm, snapshot) => snapshot)).toBe(expected);
  });
});
