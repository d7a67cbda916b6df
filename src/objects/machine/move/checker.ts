/** VirtualMachineProvisioningChecker: whether a move or an instant clone would work, without doing it. */
import type {
  CheckResult,
  VirtualMachineInstantCloneSpec,
  VirtualMachineRelocateSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Facets } from '../../../world/kind.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Host } from '../../compute/host/host.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { instantClonePlan } from '../copy/instant-clone-plan.ts';
import type { Vm } from '../work.ts';
import { checkResult, foundBy } from './checker-results.ts';
import { checkVerb, machine, type Tested, type Where } from './checker-verb.ts';
import { obstacles } from './migrate-guards.ts';
import { type Relocation, relocationPlan } from './relocate-plan.ts';

/** One result for a move, with the host it would end on. */
function checkMove(site: Site, vm: Vm, relocation: Relocation, testType: Tested['testType']): CheckResult {
  let host: Cell<Host> | undefined;
  const found = foundBy(() => {
    const plan = relocationPlan(site, vm, relocation);
    host = plan.host;
    return obstacles(plan, relocation);
  });
  const asked = relocation.spec.host && (site.world.find(relocation.spec.host.value) as Cell<Host> | undefined);
  return checkResult(vm, host ?? asked, found, testType);
}

const PROVISIONING = 'vm.check.ProvisioningChecker';

interface Pairs extends Tested {
  readonly vm: readonly Ref[];
  readonly host: readonly Ref[];
}

const queryVMotion = checkVerb<Pairs>(`${PROVISIONING}.queryVMotionCompatibilityEx`, ({ site, args }) =>
  args.vm.flatMap((ref) => {
    const vm = machine(site, ref);
    return args.host.map((host) => checkMove(site, vm, toHost(vm, host), undefined));
  }),
);

/** To a host; into the root pool of its compute resource, where that is another than the machine's. */
export function toHost(vm: Vm, host: Ref): Relocation {
  const owner = vm.world.find(host.value)?.one('parent');
  const stays = owner === vm.one('host')?.one('parent');
  const pool = stays ? undefined : (owner?.get('resourcePool') as Ref | undefined);
  return { spec: { host, pool } as VirtualMachineRelocateSpec };
}

interface MigrateCheck extends Where {
  readonly vm: Ref;
  readonly state?: Relocation['state'];
}

const checkMigrate = checkVerb<MigrateCheck>(`${PROVISIONING}.checkMigrate`, ({ site, args }) => {
  const { host, pool, state } = args;
  const spec = { host, pool } as VirtualMachineRelocateSpec;
  return [checkMove(site, machine(site, args.vm), { spec, state }, args.testType)];
});

interface RelocateCheck extends Tested {
  readonly vm: Ref;
  readonly spec: VirtualMachineRelocateSpec;
}

const checkRelocate = checkVerb<RelocateCheck>(`${PROVISIONING}.checkRelocate`, ({ site, args }) => [
  checkMove(site, machine(site, args.vm), { spec: args.spec }, args.testType),
]);

interface InstantCloneCheck extends Tested {
  readonly vm: Ref;
  readonly spec: VirtualMachineInstantCloneSpec;
}

const checkInstantClone = checkVerb<InstantCloneCheck>(`${PROVISIONING}.checkInstantClone`, ({ site, args }) => {
  const vm = machine(site, args.vm);
  const found = foundBy(() => {
    instantClonePlan(site, vm, args.spec, vm.id);
    return [];
  });
  return [checkResult(vm, vm.one('host'), found, args.testType)];
});

export const provisioningMethods: MethodsOf<'VirtualMachineProvisioningChecker', Facets> = {
  QueryVMotionCompatibilityEx_Task: (call, self, args) =>
    call.startTask(`${PROVISIONING}.queryVMotionCompatibilityEx`, self, { ...args }),
  CheckMigrate_Task: (call, self, args) => call.startTask(`${PROVISIONING}.checkMigrate`, self, { ...args }),
  CheckRelocate_Task: (call, self, args) => call.startTask(`${PROVISIONING}.checkRelocate`, self, { ...args }),
  CheckInstantClone_Task: (call, self, args) => call.startTask(`${PROVISIONING}.checkInstantClone`, self, { ...args }),
};

export const provisioningVerbs: readonly Verb<Site, never>[] = [
  queryVMotion,
  checkMigrate,
  checkRelocate,
  checkInstantClone,
];
