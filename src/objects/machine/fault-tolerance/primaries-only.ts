/** A secondary does as its primary does: what may be asked of it by itself is little. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { StepFunction, Verb } from '../../../world/tasks.ts';
import type { AnyMethod, ManagedObject } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';

/** Methods that leave a secondary what it is. */
const METHODS: ReadonlySet<string> = new Set([
  'AcquireMksTicket',
  'AcquireTicket',
  'AnswerVM',
  'CheckCustomizationSpec',
  'DropConnections',
  'QueryConnections',
  'QueryFaultToleranceCompatibility',
  'QueryFaultToleranceCompatibilityEx',
  'QueryUnownedFiles',
  'RefreshStorageInfo',
  'Reload',
]);

/** Work that is done on a secondary: it moves from host to host, shows its picture, and is started by its primary. */
const VERBS: ReadonlySet<string> = new Set([
  'Drm.ExecuteVMotionLRO',
  'VirtualMachine.createScreenshot',
  'VirtualMachine.estimateStorageForConsolidateSnapshots',
  'VirtualMachine.migrate',
  'VirtualMachine.relocate',
  'VirtualMachine.startSecondary',
]);

interface Doing {
  readonly type?: string;
  readonly kind?: { readonly type: string };
  readonly methods: ManagedObject['methods'];
  readonly verbs?: ManagedObject['verbs'];
}

/** The methods and verbs of machines, all others than those above refused to secondaries: InvalidOperationOnSecondaryVm. */
export function ofPrimaries<D extends Doing>(doing: D): D {
  if ((doing.type ?? doing.kind?.type) !== 'VirtualMachine') return doing;
  const methods = Object.entries(doing.methods).map(([name, run]) => [name, run && guarded(name, run)] as const);
  return { ...doing, methods: Object.fromEntries(methods), verbs: doing.verbs?.map(guardedVerb) };
}

/** Throws InvalidOperationOnSecondaryVm. */
export function guardPrimary(cell: Cell | undefined): void {
  if (!cell?.is('VirtualMachine')) return;
  const { primary, identity } = cell.state as Machine;
  if (primary === undefined) return;
  throw new VimFault('InvalidOperationOnSecondaryVm', { instanceUuid: identity.instanceUuid });
}

/** Tasks are refused by their verbs, so that the fault stands where their faults stand. */
function guarded(name: string, run: AnyMethod): AnyMethod {
  if (name.endsWith('_Task') || METHODS.has(name)) return run;
  return (call, self, args) => {
    guardPrimary(self as unknown as Cell);
    return run(call, self, args);
  };
}

function guardedVerb(verb: Verb<Site, never>): Verb<Site, never> {
  const [first] = Object.entries(verb.steps);
  if (!first || VERBS.has(verb.name)) return verb;
  const [name, run] = first;
  const begin: StepFunction<Site, never> = (step) => {
    guardPrimary(step.site.world.find(step.request.target.value));
    return run(step);
  };
  return { ...verb, steps: { ...verb.steps, [name]: begin } };
}
