/** Several hosts at once: those that cannot come in are told of, and keep nobody else out. */
import type {
  ComputeResourceConfigSpec,
  FolderFailedHostResult,
  FolderNewHostSpec,
  HostConnectSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { type Folder, folderKind } from '../../inventory/folder.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import { clusterKind } from '../cluster/cluster.ts';
import { reconfigured } from '../cluster/cluster-reconfigure.ts';
import { addAlone, addMember, guardMember, guardStandalone } from './add-host.ts';
import { type Host, hostKind } from './host.ts';
import { guardEntry, guardRoom, moveTo } from './move-host.ts';

interface Batch {
  readonly newHosts?: readonly FolderNewHostSpec[] | undefined;
  readonly compResSpec?: ComputeResourceConfigSpec | undefined;
}

type Failed = FolderFailedHostResult[];

/** Does one host's part of a batch, or says why not. */
function attempt(failed: Failed, named: Pick<FolderFailedHostResult, 'host' | 'hostName'>, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof VimFault)) throw error;
    const context = { key: 'com.vmware.vc.batchAddHost', message: error.message };
    failed.push({ _typeName: 'FolderFailedHostResult', ...named, context, fault: error.localized() } as never);
  }
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

interface Standalone extends Batch {
  readonly addConnected: boolean;
}

const standalone: Verb<Site, never> = shortWork<Folder, Standalone>({
  name: 'Folder.batchAddStandaloneHosts',
  kind: folderKind,
  guard(self) {
    if (!self.state.childTypes.includes('ComputeResource')) throw notSupported();
  },
  change(self, step) {
    const { site, args } = step;
    const failed: Failed = [];
    const added: Ref[] = [];
    for (const { hostCnxSpec } of args.newHosts ?? []) {
      attempt(failed, { hostName: hostCnxSpec.hostName }, () => {
        guardStandalone(site, self, hostCnxSpec);
        added.push(addAlone(step as never, self, hostCnxSpec, args.addConnected).ref);
      });
    }
    const result = { addedHosts: some(added), hostsFailedInventoryAdd: some(failed) };
    return { _typeName: 'FolderBatchAddStandaloneHostsResult', ...result };
  },
});

interface IntoCluster extends Batch {
  readonly cluster: Ref;
  readonly existingHosts?: readonly Ref[] | undefined;
  /** `maintenance` or `non_maintenance`; hosts stay as they are where nothing is said. */
  readonly desiredState?: string | undefined;
}

const STATES: ReadonlySet<string | undefined> = new Set([undefined, '', 'maintenance', 'non_maintenance']);

const intoCluster: Verb<Site, never> = shortWork<Folder, IntoCluster>({
  name: 'Folder.batchAddHostsToCluster',
  kind: folderKind,
  guard(_self, { site, args }) {
    resolve(site, clusterKind, args.cluster);
    if (!STATES.has(args.desiredState)) throw invalidArgument('desiredState');
  },
  change(_self, step) {
    const { site, args } = step;
    const cluster = resolve(site, clusterKind, args.cluster);
    const [notAdded, notMoved]: [Failed, Failed] = [[], []];
    const added: Ref[] = [];
    const arrive = (host: Cell<Host>) => added.push(settled(step as never, host, args.desiredState).ref);
    for (const { hostCnxSpec } of args.newHosts ?? []) {
      const spec: HostConnectSpec = hostCnxSpec;
      attempt(notAdded, { hostName: spec.hostName }, () => {
        guardMember(site, cluster, spec);
        arrive(addMember(step as never, cluster, spec, true));
      });
    }
    for (const ref of args.existingHosts ?? []) {
      attempt(notMoved, { host: ref as Ref<'HostSystem'> }, () => {
        const host = resolve(site, hostKind, ref);
        guardRoom(cluster);
        guardEntry(cluster, host);
        moveTo(site, host, cluster as unknown as Cell);
        arrive(host);
      });
    }
    if (args.compResSpec) site.world.update(cluster, reconfigured(site, cluster, args.compResSpec as never, true));
    const failed = { hostsFailedInventoryAdd: some(notAdded), hostsFailedMoveToCluster: some(notMoved) };
    return { _typeName: 'FolderBatchAddHostsToClusterResult', hostsAddedToCluster: some(added), ...failed };
  },
});

/** In the state that is asked for; a host with running machines stays out of maintenance. */
function settled({ site }: Step<Site, never>, host: Cell<Host>, desired: string | undefined): Cell<Host> {
  const maintenance = desired === 'maintenance' && host.sum('vmPoweredOn') === 0;
  if (desired === undefined || desired === '' || maintenance === host.state.runtime.maintenance) return host;
  site.world.update(host, { runtime: Object.freeze({ ...host.state.runtime, maintenance }) });
  return host;
}

export const batchAddVerbs: readonly Verb<Site, never>[] = [standalone, intoCluster];
