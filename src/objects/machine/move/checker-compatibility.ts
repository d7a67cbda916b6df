/** VirtualMachineCompatibilityChecker: whether a machine fits a host, without putting it there. */
import type { VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Facets } from '../../../world/kind.ts';
import type { Verb } from '../../../world/tasks.ts';
import { hostsOf, refusal } from '../../compute/drs/placement.ts';
import type { Host } from '../../compute/host/host.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { reconfigured } from '../config/reconfigure.ts';
import { ownerOf } from '../config/surroundings.ts';
import { demandOf, standing } from '../power/demand.ts';
import type { Vm } from '../work.ts';
import { checkResult, foundBy } from './checker-results.ts';
import { checkVerb, machine, type Where } from './checker-verb.ts';
import { type Move, moveOf, type Obstacle } from './migrate-guards.ts';
import { reachObstacles } from './migrate-reach.ts';

const COMPATIBILITY = 'vm.check.CompatibilityChecker';

/** The hosts a question is about: the one named, or all of the pool's compute resource, or the machine's own. */
function hostsAsked(site: Site, { host, pool }: Where, vm: Vm | undefined): Cell<Host>[] {
  if (host) return [site.world.find(host.value) as unknown as Cell<Host>];
  const owner = pool && ownerOf(site.world.find(pool.value));
  if (owner) return hostsOf(owner);
  const own = vm?.one<Host>('host');
  if (!own) throw invalidArgument('host');
  return [own];
}

/** The machine on a host as if it stood there already, and ran if it is to be started. */
function standingOn(vm: Vm, host: Cell<Host>, hot: boolean): Move {
  return { ...moveOf({ vm, after: vm.state, host, changed: undefined }), hot };
}

/** Reservations count only for a machine that is to start there. */
function* compatibility(vm: Vm, host: Cell<Host>, starts: boolean): Generator<Obstacle> {
  yield* reachObstacles(standingOn(vm, host, starts));
  const demand = demandOf(vm.state, vm.id);
  const fault = refusal(host, { ...(starts ? demand : standing(demand)), datastores: [], networks: [] });
  if (fault) yield { test: 'hostTests', fault };
}

function compatibilityVerb(name: string, starts: boolean): Verb<Site, never> {
  return checkVerb<Where & { readonly vm: Ref }>(`${COMPATIBILITY}.${name}`, ({ site, args }) => {
    const vm = machine(site, args.vm);
    return hostsAsked(site, args, vm).map((host) =>
      checkResult(
        vm,
        host,
        foundBy(() => compatibility(vm, host, starts)),
        args.testType,
      ),
    );
  });
}

interface ConfigCheck extends Where {
  readonly vm: Ref;
  readonly spec: VirtualMachineConfigSpec;
}

const checkConfig = checkVerb<ConfigCheck>(`${COMPATIBILITY}.checkVmConfig`, ({ site, args }) => {
  const vm = machine(site, args.vm);
  const found = foundBy(() => {
    reconfigured(site, vm, args.spec);
    return [];
  });
  return hostsAsked(site, args, vm).map((host) => checkResult(vm, host, found, args.testType));
});

export const compatibilityMethods: MethodsOf<'VirtualMachineCompatibilityChecker', Facets> = {
  CheckCompatibility_Task: (call, self, args) =>
    call.startTask(`${COMPATIBILITY}.checkCompatibility`, self, { ...args }),
  CheckPowerOn_Task: (call, self, args) => call.startTask(`${COMPATIBILITY}.checkPowerOn`, self, { ...args }),
  CheckVmConfig_Task(call, self, args) {
    if (!args.vm) throw invalidArgument('vm');
    return call.startTask(`${COMPATIBILITY}.checkVmConfig`, self, { ...args });
  },
};

export const compatibilityVerbs: readonly Verb<Site, never>[] = [
  compatibilityVerb('checkCompatibility', false),
  compatibilityVerb('checkPowerOn', true),
  checkConfig,
];
