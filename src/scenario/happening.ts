/** What an entry of a timeline does: an event, a change by a method, what befalls the world, a rule that comes or goes. */
import { post } from '../objects/history/post.ts';
import type { Simulation } from '../simulator/simulator.ts';
import type { WorldObject } from '../simulator/world-object.ts';
import { megabytesOf } from './size.ts';
import type { ChangeSaid, Entry, EventSaid } from './timeline-shape.ts';

/** Does it now. What a method is still at ends the promise, which is rejected with what it was refused for. */
export async function happen(simulation: Simulation, entry: Entry, id: string): Promise<void> {
  const { faults, bench } = simulation;
  const { event, change, world, fault, clear } = entry;
  if (event) tell(simulation, event);
  else if (change) await make(simulation, change);
  else if (world) {
    const { verb, ...args } = world as { readonly verb: string };
    bench.world.do(verb, args);
  } else if (fault) faults.add({ id, ...(fault as object) });
  else if (clear !== undefined) faults.remove(clear);
}

function tell({ site, bench }: Simulation, { type, on, id, message, severity, properties }: EventSaid): void {
  const about = on === undefined ? {} : { entity: bench.world.at(on).cell };
  const extended = {
    ...(id !== undefined && { eventTypeId: id }),
    ...(message !== undefined && { message, fullFormattedMessage: message }),
    ...(severity !== undefined && { severity }),
  };
  post(site, '', type, { ...extended, ...properties }, about);
}

async function make({ bench }: Simulation, said: ChangeSaid): Promise<void> {
  const target = bench.world.at(said.path);
  const [method, args] = callOf(target, said);
  const given = resolved(args, (path) => bench.world.at(path).ref);
  await target.call(method, given as object);
}

const POWER = {
  on: 'PowerOnVM_Task',
  off: 'PowerOffVM_Task',
  reset: 'ResetVM_Task',
  suspended: 'SuspendVM_Task',
} as const;

/** The method that makes the change, and its arguments. */
function callOf(target: WorldObject, said: ChangeSaid): readonly [string, object] {
  const { power, name, memory, cpus, annotation, maintenance, call } = said;
  if (power !== undefined) return [POWER[power], {}];
  if (name !== undefined) return ['Rename_Task', { newName: name }];
  if (maintenance === true) return ['EnterMaintenanceMode_Task', { timeout: 0, evacuatePoweredOffVms: false }];
  if (maintenance === false) return ['ExitMaintenanceMode_Task', { timeout: 0 }];
  if (call !== undefined) return [methodOf(target, call), said.with ?? {}];
  const memoryMB = memory === undefined ? undefined : megabytesOf(memory);
  const spec = { memoryMB, numCPUs: cpus, annotation };
  return ['ReconfigVM_Task', { spec: Object.fromEntries(Object.entries(spec).filter(([, v]) => v !== undefined)) }];
}

/** `PowerOff` stands for `PowerOff_Task` where there is only that. */
function methodOf({ cell }: WorldObject, name: string): string {
  const methods = cell.world.model.schema.managed(cell.type)?.methods;
  return methods?.has(name) ? name : ([`${name}_Task`].find((n) => methods?.has(n)) ?? name);
}

/** The arguments with references in place of `{ at: PATH }`. */
function resolved(value: unknown, refAt: (path: string) => object): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, refAt));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only![0] === 'at' && typeof only![1] === 'string') return refAt(only![1]);
  return Object.fromEntries(entries.map(([name, item]) => [name, resolved(item, refAt)]));
}
