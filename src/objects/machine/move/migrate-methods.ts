/** The methods of this part of the room that live on types of other rooms, or beside the machine's own. */
import type { ServiceInstanceMethods } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Facets } from '../../../world/kind.ts';
import type { Call } from '../../call.ts';
import type { MethodsOf } from '../../managed-object.ts';
import { instantCloneMethods, instantCloneVerbs } from '../copy/instant-clone.ts';
import type { BorrowedMethods } from '../objects.ts';
import { vmKind } from '../virtual-machine.ts';
import { provisioningMethods, provisioningVerbs, toHost } from './checker.ts';
import { compatibilityMethods, compatibilityVerbs } from './checker-compatibility.ts';
import { foundBy } from './checker-results.ts';
import { obstacles } from './migrate-guards.ts';
import { relocationPlan } from './relocate-plan.ts';
import { validateMigration } from './validate-migration.ts';

type Query = ServiceInstanceMethods['QueryVMotionCompatibility']['params'];

/** Faults of the processors; all others are of the software. */
const CPU: ReadonlySet<string> = new Set(['FeatureRequirementsNotMet', 'CpuIncompatible', 'NotEnoughLogicalCpus']);

const KINDS = ['cpu', 'software'] as const;

/** What speaks for each host: of the kinds of compatibility asked for, those that nothing stands against. */
function queryVMotionCompatibility(call: Call, _self: Cell<Facets>, { vm, host, compatibility }: Query): object[] {
  compatibility?.forEach((kind, i) => {
    if (!KINDS.includes(kind as never)) throw invalidArgument(`compatibility[${i}]`);
  });
  const machine = call.resolve(vmKind, vm);
  const fits = (to: Ref): string[] => {
    const relocation = toHost(machine, to);
    const found = foundBy(() => obstacles(relocationPlan(call.site, machine, relocation), relocation));
    const faults = found.filter((o) => !o.warning).map((o) => o.fault.type);
    const against = { cpu: faults.some((t) => CPU.has(t)), software: faults.some((t) => !CPU.has(t)) };
    return KINDS.filter((kind) => (!compatibility?.length || compatibility.includes(kind)) && !against[kind]);
  };
  return host.map((to) => ({ _typeName: 'HostVMotionCompatibility', host: to, compatibility: fits(to) }));
}

const service: MethodsOf<'ServiceInstance', Facets> = {
  QueryVMotionCompatibility: queryVMotionCompatibility as never,
  ValidateMigration: validateMigration as never,
};

function added(type: string, methods: object, verbs: BorrowedMethods['verbs'] = []): BorrowedMethods {
  return { type, methods: methods as BorrowedMethods['methods'], verbs };
}

export const movingMethods: readonly BorrowedMethods[] = [
  added('VirtualMachine', instantCloneMethods, instantCloneVerbs),
  added('VirtualMachineProvisioningChecker', provisioningMethods, provisioningVerbs),
  added('VirtualMachineCompatibilityChecker', compatibilityMethods, compatibilityVerbs),
  added('ServiceInstance', service),
];
