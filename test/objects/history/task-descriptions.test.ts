import { expect, it } from 'vitest';
import { taskLabel } from '../../../src/objects/history/task-descriptions.ts';
import { registry } from '../../../src/simulator/rooms.ts';

it('every verb of the house is described, but for those that extensions name', () => {
  const ids = registry.verbs.map((verb) => verb.descriptionId).filter((id) => id !== 'Task.external');
  expect(ids.filter((id) => taskLabel(id) === id)).toEqual([]);
});
