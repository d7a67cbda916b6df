/** PbmComplianceManager: machines and disks measured by the policies they follow. */
import { formatTime } from '../../../kernel/time.ts';
import type {
  PbmComplianceResult,
  PbmProfileId,
  PbmRollupComplianceResult,
  PbmServerObjectRef,
} from '../../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { ManagedObject } from '../../managed-object.ts';
import { type Follower, followersIn } from '../associations.ts';
import { compliance, rollup, type Status } from '../compliance.ts';
import type { Policy } from '../profile.ts';
import { followers, ownRef } from './entities.ts';
import { pbmObject } from './pbm-object.ts';
import { namedPolicy, profileId } from './profile-view.ts';

function result(call: Call, follower: Follower, against?: Cell<Policy>): PbmComplianceResult {
  const { policy, status, violated } = compliance(call.world, follower, against);
  return {
    checkTime: formatTime(call.site.clock.now()),
    entity: ownRef(call, follower.ref),
    profile: policy && profileId(policy),
    complianceTaskStatus: 'success',
    complianceStatus: status,
    mismatch: against !== undefined && follower.applied?.policy !== against.state.origin.uniqueId,
    violatedPolicies: violated && [{ expectedValue: violated }],
  };
}

function check(
  call: Call,
  {
    entities,
    profile,
  }: { readonly entities: readonly PbmServerObjectRef[]; readonly profile?: PbmProfileId | undefined },
): PbmComplianceResult[] {
  const against = profile && namedPolicy(call.world, profile, 'profile');
  return entities.flatMap((entity) => followers(call, entity, 'entities').map((f) => result(call, f, against)));
}

function checkWhole(call: Call, entities: readonly PbmServerObjectRef[]): PbmRollupComplianceResult[] {
  return entities.map((entity) => {
    const [first] = followers(call, entity, 'entity');
    const vm = call.world.as(vmKind, first!.ref.key.split(':')[0]);
    if (!vm || entity.key !== vm.id) throw invalidArgument('entity.objectType');
    const results = followersIn(vm).map((f) => result(call, f));
    return {
      oldestCheckTime: formatTime(call.site.clock.now()),
      entity: ownRef(call, { objectType: 'virtualMachine', key: vm.id }),
      overallComplianceStatus: rollup(results.map((r) => r.complianceStatus as Status)),
      overallComplianceTaskStatus: 'success',
      result: results,
      profileMismatch: false,
    };
  });
}

const STATUSES: ReadonlySet<string> = new Set(['compliant', 'nonCompliant', 'unknown', 'notApplicable', 'outOfDate']);

export const complianceManager: ManagedObject = pbmObject('PbmComplianceManager', {
  PbmCheckCompliance: (call, _, args) => check(call, args),
  PbmFetchComplianceResult: (call, _, args) => check(call, args),
  PbmCheckRollupCompliance: (call, _, { entity }) => checkWhole(call, entity),
  PbmFetchRollupComplianceResult: (call, _, { entity }) => checkWhole(call, entity),
  PbmQueryByRollupComplianceStatus(call, _, { status }) {
    if (!STATUSES.has(status)) throw invalidArgument('status');
    const found: PbmServerObjectRef[] = [];
    for (const vm of call.world.every(vmKind)) {
      if (!call.viewer.can(vm as unknown as Cell, 'System.View')) continue;
      const statuses = followersIn(vm).map((f) => compliance(call.world, f).status);
      if (rollup(statuses) === status) found.push(ownRef(call, { objectType: 'virtualMachine', key: vm.id }));
    }
    return found;
  },
});
