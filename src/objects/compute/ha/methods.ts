/** What clusters and hosts answer about HA. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { post } from '../../history/post.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { type Host, hostKind } from '../host/host.ts';
import { advancedRuntimeInfo } from './advanced-info.ts';
import { haClusterOf, takesPart } from './agents.ts';
import { agentFound } from './recovery.ts';

export const clusterHaMethods: MethodsOf<'ClusterComputeResource', Cluster> = {
  RetrieveDasAdvancedRuntimeInfo: (_call, self) => advancedRuntimeInfo(self) as never,
};

/** The agent is set up anew. */
const reconfigure: Verb<Site, never> = shortWork<Host>({
  name: 'DasConfig.ConfigureHost',
  kind: hostKind,
  guard(self) {
    if (!haClusterOf(self)) throw new VimFault('DasConfigFault', { reason: 'other' });
    if (self.state.runtime.connection !== 'connected') throw new VimFault('HostNotConnected');
  },
  change(self, { site, request }) {
    const about = { entity: self as unknown as Cell, chainId: request.eventChainId };
    post(site, request.user, 'HostDasEnablingEvent', {}, about);
    if (takesPart(self)) agentFound(site, self);
  },
});

export const hostHaMethods: MethodsOf<'HostSystem', Host> = {
  ReconfigureHostForDAS_Task: (call, self) => call.startTask('DasConfig.ConfigureHost', self as never),
};

export const haVerbs: readonly Verb<Site, never>[] = [reconfigure];
