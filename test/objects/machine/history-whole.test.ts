/** The tables of histories leave nothing out: every built method of a machine, and every one that makes a machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { registry } from '../../../src/simulator/rooms.ts';

/** Methods of other types that make, move or start machines. */
const MAKERS = [
  'CreateVM_Task',
  'RegisterVM_Task',
  'MoveIntoFolder_Task',
  'CreateChildVM_Task',
  'RegisterChildVM_Task',
  'MoveIntoResourcePool',
  'UpdateChildResourceConfiguration',
  'PowerOnMultiVM_Task',
  'LogUserEvent',
  'PostEvent',
  'setCustomValue',
  'EnableAlarmActions',
];

const OF_MACHINES = new Set(['VirtualMachine', 'VirtualMachineSnapshot']);

it('every method on a machine has a history', () => {
  const folder = new URL('.', import.meta.url);
  const tables = readdirSync(folder).filter((name) => /^history-.*\.test\.ts$/.test(name));
  const sources = tables.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  // The stage reconfigures on behalf of the tables.
  const driven = (method: string) => sources.includes(`'${method}'`) || method === 'ReconfigVM_Task';
  const built = [...registry.all()].filter((row) => OF_MACHINES.has(row.type) && row.built);
  expect([...built.map((row) => row.method.name), ...MAKERS].filter((method) => !driven(method))).toEqual([]);
});
