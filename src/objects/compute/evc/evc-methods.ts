/** EVC: a cluster is held to a mode, or let go; and what a host or a mode would be refused for. */
import type { HostConnectSpec } from '../../../vim25/generated/index.ts';
import { box, type Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { changesBetween } from '../../history/event-changes.ts';
import { post } from '../../history/post.ts';
import { type ManagedObject, type MethodsOf, managedObject, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { guardCertificate } from '../host/certificate.ts';
import { DEFAULT_PROFILE } from '../host/host-profile.ts';
import { guardAdmission } from './compatible.ts';
import { clusterOf, evcManagerKind, evcManagerOf, modeNamed, obstacles, results } from './evc-manager.ts';

export const clusterEvcMethods: MethodsOf<'ClusterComputeResource', Cluster> = {
  EvcManager: (_call, self) => evcManagerOf(self).ref as Ref<'ClusterEVCManager'>,
};

interface Mode {
  readonly evcModeKey: string;
}

interface Comer {
  readonly cnxSpec: HostConnectSpec;
}

/** A verb on the manager: what it finds or does is told of its cluster. */
function evcVerb<A>(name: string, does: (cluster: Cell<Cluster>, step: Step<Site, A>) => unknown): Verb<Site, never> {
  const find = (step: Step<Site, A>) => clusterOf(resolve(step.site, evcManagerKind, step.request.target));
  return verb<A>({
    name,
    descriptionId: name,
    steps: {
      begin: (step) => ({ next: 'finish', after: find(step) && step.site.latency.duration(name) }),
      finish: (step) => ({ done: true, result: does(find(step), step) }),
    },
  });
}

function hold(cluster: Cell<Cluster>, { site, request }: Step<Site, never>, evc: string | undefined): void {
  const before = { currentEVCModeKey: cluster.state.evc };
  site.world.update(cluster, { evc });
  const configChanges = changesBetween('', before, { currentEVCModeKey: evc });
  const about = { entity: cluster as unknown as Cell, chainId: request.eventChainId };
  post(site, request.user, 'ClusterReconfiguredEvent', { configChanges }, about);
}

function comersFaults(cluster: Cell<Cluster>): VimFault[] {
  try {
    guardAdmission(cluster, DEFAULT_PROFILE);
    return [];
  } catch (error) {
    if (error instanceof VimFault) return [error];
    throw error;
  }
}

const configure = evcVerb<Mode>('ClusterEVCManager.configureEvc', (cluster, step) => {
  const mode = modeNamed(step.args.evcModeKey);
  const [first] = obstacles(cluster, mode);
  if (first) throw first;
  hold(cluster, step as never, mode.key);
});

const disable = evcVerb<object>('ClusterEVCManager.disableEvc', (cluster, step) => {
  if (cluster.state.evc !== undefined) hold(cluster, step as never, undefined);
});

const check = evcVerb<Mode>('ClusterEVCManager.checkConfigureEvc', (cluster, { args }) => {
  const mode = modeNamed(args.evcModeKey);
  return box('ArrayOfClusterEVCManagerCheckResult', results(mode.key, obstacles(cluster, mode)));
});

const checkAdd = evcVerb<Comer>('ClusterEVCManager.checkAddHostEvc', (cluster, { site, args }) => {
  const name = args.cnxSpec.hostName?.trim() ?? '';
  if (name === '') throw new VimFault('NoHost', { name });
  guardCertificate(site, args.cnxSpec, name);
  return box('ArrayOfClusterEVCManagerCheckResult', results(cluster.state.evc ?? '', comersFaults(cluster)));
});

export const evcManager: ManagedObject = managedObject(
  'ClusterEVCManager',
  evcManagerKind,
  {
    ConfigureEvcMode_Task: (call, self, args) =>
      call.startTask('ClusterEVCManager.configureEvc', self as never, { ...args }),
    DisableEvcMode_Task: (call, self) => call.startTask('ClusterEVCManager.disableEvc', self as never),
    CheckConfigureEvcMode_Task: (call, self, args) =>
      call.startTask('ClusterEVCManager.checkConfigureEvc', self as never, { ...args }),
    CheckAddHostEvc_Task: (call, self, args) =>
      call.startTask('ClusterEVCManager.checkAddHostEvc', self as never, { ...args }),
  },
  [configure, disable, check, checkAdd],
);
