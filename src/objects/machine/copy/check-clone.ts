/** CheckClone_Task: whether a clone could be made, without making it. */
import type { VirtualMachineCloneSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Facets } from '../../../world/kind.ts';
import type { Verb } from '../../../world/tasks.ts';
import { checkCustomization } from '../../customization/apply.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { checkResult, foundBy } from '../move/checker-results.ts';
import { checkVerb, machine, type Tested } from '../move/checker-verb.ts';
import { guardReachable } from '../standing.ts';
import { clonePlan } from './clone.ts';

interface CloneCheck extends Tested {
  readonly vm: Ref;
  readonly folder: Ref;
  readonly name: string;
  readonly spec: VirtualMachineCloneSpec;
}

const NAME = 'vm.check.ProvisioningChecker.checkClone';

/** One result, with the host the clone would stand on. */
export const checkCloneVerb: Verb<Site, never> = checkVerb<CloneCheck>(NAME, ({ site, args }) => {
  const vm = machine(site, args.vm);
  let host = site.world.find(args.spec.location.host?.value ?? '');
  const found = foundBy(() => {
    guardReachable(vm);
    const { machine: made } = clonePlan({ site, args }, vm, vm.id);
    host = site.world.find(made.place.host ?? '');
    if (args.spec.customization) checkCustomization(site, made, args.spec.customization);
    return [];
  });
  return [checkResult(vm, host, found, args.testType)];
});

export const checkCloneMethods: MethodsOf<'VirtualMachineProvisioningChecker', Facets> = {
  CheckClone_Task: (call, self, args) => call.startTask(NAME, self, { ...args }),
};
